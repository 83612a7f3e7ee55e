"""Lists and maps in brackets, read by characters without recursion and without giving up early."""

from __future__ import annotations

import re

from anliku.read import brackets
from anliku.read.cursor import Cursor, LostError
from anliku.read.frames import Sort
from anliku.read.margins import MARGIN, odd_margin
from anliku.read.nesting import blame_unclosed, close_bracket, open_bracket
from anliku.read.pieces import read_colon, read_comment, read_quoted, read_words

_STRUCTURE = re.compile(r" *(?:- |[^\s\[\]{},\"'#][^\s\[\]{},\"'：:]{0,40} ?(?:：|:(?:\s|$))|---)")
_AFTER_COLON = frozenset(" \t,[]{}") | {""}


def read_flow(cursor: Cursor, line: int, column: int, owner: int) -> tuple[int, int] | None:
    """Read a collection from its bracket on.

    Return the place behind the closing bracket, or None if it is missing (reported).
    """
    cursor.line, cursor.column = line, column
    try:
        while True:
            while cursor.column < len(cursor.text):
                if cursor.text[cursor.column] in " \t":
                    cursor.column += 1
                    continue
                _read_token(cursor, owner)
                if not cursor.frames:
                    return cursor.line, cursor.column
            if not _next_line(cursor, owner):
                blame_unclosed(cursor)
                return None
    except LostError:
        return None


def _next_line(cursor: Cursor, owner: int) -> bool:
    """Go to the next line; tell whether it can belong to the collection."""
    cursor.line, cursor.column = cursor.line + 1, 0
    if cursor.line >= len(cursor.lines):
        return False
    text = cursor.text
    margin = MARGIN.match(text)
    width = margin.end() if margin else 0
    if text[:width].strip(" "):
        cursor.say_here(odd_margin(text[:width]))
        cursor.column = width
    is_inside = width > owner or text[width : width + 1] in ("]", "}", "")
    return is_inside or not _STRUCTURE.match(text)


def _read_token(cursor: Cursor, owner: int) -> None:
    char = cursor.text[cursor.column]
    if char in "[{":
        open_bracket(cursor)
    elif char in "]}":
        close_bracket(cursor)
    elif char == ",":
        _read_comma(cursor)
    elif char in "\"'":
        read_quoted(cursor, owner)
    elif char == "#":
        read_comment(cursor)
    elif char == ":" and _is_colon(cursor):
        read_colon(cursor)
    else:
        read_words(cursor)


def _read_comma(cursor: Cursor) -> None:
    frame = cursor.frames[-1]
    if frame.is_empty:
        cursor.say_here(brackets.extra_comma())
    else:
        cursor.finish(frame)
    cursor.column += 1


def _is_colon(cursor: Cursor) -> bool:
    """Tell whether a colon ends a key: a space follows it, or a quote stands before it."""
    frame = cursor.frames[-1]
    piece = frame.piece
    adjacent = piece is not None and piece.sort is not Sort.PLAIN and frame.key is None
    return cursor.text[cursor.column + 1 : cursor.column + 2] in _AFTER_COLON or adjacent
