"""Texts inside a flow collection: plain and quoted ones, colons and comments."""

from __future__ import annotations

import re

from anliku.read import brackets, quotes
from anliku.read.cursor import NEAR, Cursor, LostError
from anliku.read.entries import plain_after, second_colon, take_key
from anliku.read.frames import Frame, Piece, Sort
from anliku.read.margins import comment_slip, skip_blanks, wide_space
from anliku.read.nesting import close_wide
from anliku.read.plain import Where, check_start
from anliku.read.slip import snippet

_END = re.compile(r"[,\[\]{}]|:(?=[ \t,\[\]{}]|$)|[ \t]#")
_ENTRY_END = re.compile(r"[,\]}]")
_QUOTE_END = re.compile(r"[\"'][ ]*(?=[,\]}])")
_AFTER_QUOTE = re.compile(r"[ \t]*(.?)")


def read_quoted(cursor: Cursor, owner: int) -> None:
    """Read a value or key in quotes."""
    frame, text, column = cursor.frames[-1], cursor.text, cursor.column
    cursor.count()
    if frame.piece is not None:
        if not frame.is_broken and frame.piece.sort is not Sort.PLAIN:
            cursor.say_here(brackets.missing_comma(snippet(text[column : column + NEAR], 8)))
        frame.is_broken = True
    end = quotes.find_end(cursor.lines, cursor.line, column, owner)
    if end is None or not _is_sound(cursor, end):
        behind = end.column if end and end.line == cursor.line else None
        _bad_quote(cursor, frame, behind)
        return
    quotes.check_escapes(cursor.lines, cursor.line, column, end, cursor.report)
    if frame.piece is None:
        frame.piece = Piece(Sort.QUOTED, cursor.line, column, [end.text], end.line)
    cursor.line, cursor.column = end.line, end.column


def _is_sound(cursor: Cursor, end: quotes.Quoted) -> bool:
    hit = _AFTER_QUOTE.match(cursor.lines[end.line], end.column)
    after = hit.group(1) if hit else ""
    return after in ",]}:#" or (end.line == cursor.line and after in "：，】］｝\"'[{")


def _bad_quote(cursor: Cursor, frame: Frame, behind: int | None) -> None:
    """Report an unclosed quote, or text behind a closed one; go on behind the entry."""
    text, column = cursor.text, cursor.column
    frame.piece = frame.piece or Piece(Sort.QUOTED, cursor.line, column, [""], cursor.line)
    near = (behind or column + 1) + NEAR
    end = _ENTRY_END.search(text, behind or column + 1, near)
    if behind is None:
        cursor.say_here(quotes.unclosed(text[column : column + NEAR]))
        if end is None:
            raise LostError
    elif not frame.is_broken:
        gap = skip_blanks(text, behind)
        is_wide = text[gap : gap + 1].isspace()
        slip = wide_space("引号", text, gap) if is_wide else quotes.text_after(text, column, behind)
        cursor.say(slip, cursor.line, 0)
        end = _QUOTE_END.search(text, behind, near) or end
    frame.is_broken = True
    stop = len(text) if end is None else max(end.end() - (end.group() in ",]}"), column + 1)
    cursor.column = max(stop, column + 1)


def read_comment(cursor: Cursor) -> None:
    """Read a hash: a comment on its own line, a slip behind a value."""
    text = cursor.text
    if not text[: cursor.column].strip(" \t\u3000"):
        cursor.column = len(text)
        return
    cursor.say(comment_slip(text, cursor.column, in_brackets=True), cursor.line, 0)
    # Most often the hash belongs to the text (`a #F1]`): then the brackets behind it count.
    if _ENTRY_END.search(text, cursor.column, cursor.column + NEAR):
        cursor.frames[-1].is_broken = True
        cursor.column += 1
    else:
        cursor.column = len(text)


def read_colon(cursor: Cursor) -> None:
    """Read a colon: the end of a key, or one too many."""
    frame = cursor.frames[-1]
    piece = frame.piece
    after = cursor.text[cursor.column + 1 : cursor.column + 2]
    if piece and piece.sort is Sort.PLAIN and after and after in ",[]{}":
        cursor.say_here(brackets.glued_colon(piece.text))
    if not frame.is_map:
        _pair_in_list(cursor, frame, piece)
    elif frame.key is None:
        take_key(frame, cursor.line, cursor.column, cursor.lines, cursor.report)
    elif not frame.is_broken:
        second_colon(frame, cursor.line, cursor.column, cursor.lines, cursor.report)
    cursor.column += 1


def _pair_in_list(cursor: Cursor, frame: Frame, piece: Piece | None) -> None:
    if piece and piece.text[:1] == "｛":
        cursor.say(brackets.wide_opener("｛"), piece.line, piece.column)
        frame.is_wide = True
    elif piece and not frame.is_broken and not frame.is_wide:
        frame.doubts.append((brackets.pair_in_list(piece.text), cursor.line, cursor.column))
    frame.is_broken = True


def read_words(cursor: Cursor) -> None:
    """Read a text without quotes up to the next mark."""
    frame, text, start = cursor.frames[-1], cursor.text, cursor.column
    hit = _END.search(text, start + 1)
    end = hit.start() if hit else len(text)
    words = text[start:end].rstrip(" \t")
    cursor.column = end + 1 if hit and hit.group()[-1] == "#" else end
    if not frame.is_wide and brackets.is_wide_closer(words, frame.opener):
        close_wide(cursor, words, start)
        return
    piece = frame.piece
    if piece is None:
        frame.piece = Piece(Sort.PLAIN, cursor.line, start, [words], cursor.line)
        slip = check_start(words, Where.FLOW_ITEM)
        if slip and not frame.is_broken:
            cursor.say(slip, cursor.line, start)
            frame.is_broken = True
    elif piece.sort is Sort.PLAIN:
        piece.add(words, cursor.line, start)
    elif not frame.is_broken:
        plain_after(frame, piece, words, (cursor.line, start), cursor.report)
    if hit and hit.group()[-1] == "#":
        cursor.column = hit.end() - 1
