"""Brackets inside a flow collection: opened, closed, and closed by the wrong one."""

from __future__ import annotations

from anliku.read import brackets
from anliku.read.brackets import PARTNER
from anliku.read.cursor import NEAR, Cursor
from anliku.read.frames import Frame, Piece, Sort
from anliku.read.limits import MAX_DEPTH, too_deep
from anliku.read.report import Enough


def open_bracket(cursor: Cursor) -> None:
    """Read an opening bracket."""
    char = cursor.text[cursor.column]
    if cursor.depth + len(cursor.frames) >= MAX_DEPTH:
        cursor.say_here(too_deep())
        raise Enough
    above = cursor.frames[-1] if cursor.frames else None
    if above and above.piece is not None:
        _bracket_in_entry(cursor, above, above.piece)
        return
    cursor.count()
    frame = Frame(char, cursor.line, cursor.column)
    if above and above.is_map and above.key is None and not above.is_broken:
        cursor.say(brackets.no_key(char), above.line, above.column)
        above.is_broken = frame.is_broken = True
    cursor.frames.append(frame)
    cursor.column += 1


def _bracket_in_entry(cursor: Cursor, frame: Frame, piece: Piece) -> None:
    char = cursor.text[cursor.column]
    cursor.count()
    if piece.sort is Sort.FLOW:
        cursor.say_here(brackets.missing_comma(char))
        frame.piece = None
        return
    if not frame.is_broken:
        cursor.say_here(brackets.bracket_in_text(piece.text, char))
    frame.is_broken = True
    behind = cursor.text.find(PARTNER[char], cursor.column, cursor.column + NEAR)
    cursor.column = max(behind, cursor.column) + 1


def close_bracket(cursor: Cursor) -> None:
    """Read a closing bracket, which may belong to another opening one."""
    char, frame = cursor.text[cursor.column], cursor.frames[-1]
    if PARTNER[frame.opener] != char:
        frame.doubts.clear()
        rest = cursor.text[cursor.column + 1 : cursor.column + NEAR].strip(" ,")
        if rest and all(PARTNER[other.opener] != char for other in cursor.frames):
            _stray(cursor, frame, char)
            return
        if not cursor.blame_wide_closer():
            slip = brackets.unpaired(frame.opener, char, cursor.line)
            cursor.say(slip, frame.line, frame.column)
        while len(cursor.frames) > 1 and PARTNER[cursor.frames[-1].opener] != char:
            cursor.leave()
    cursor.column += 1
    cursor.leave()


def _stray(cursor: Cursor, frame: Frame, char: str) -> None:
    """Pass a closing bracket whose partner was never typed, or typed in full width."""
    if not frame.is_wide:
        cursor.say_here(brackets.stray(char))
    frame.is_wide = False
    frame.is_broken = True
    cursor.column += 1


def close_wide(cursor: Cursor, words: str, start: int) -> None:
    """`[甲, 乙】`: take the full-width bracket for the half-width one."""
    frame = cursor.frames[-1]
    slip = brackets.wide_closer(frame.opener, words[-1])
    cursor.say(slip, cursor.line, start + len(words) - 1)
    frame.doubts.clear()
    bare = words[:-1].rstrip()
    if bare and frame.piece is None:
        frame.piece = Piece(Sort.PLAIN, cursor.line, start, [bare], cursor.line)
    cursor.leave()


def blame_unclosed(cursor: Cursor) -> None:
    """Say which brackets the end of the value leaves open."""
    if not cursor.blame_wide_closer():
        frame = cursor.frames[-1]
        missing = "".join(PARTNER[other.opener] for other in reversed(cursor.frames))
        cursor.say(brackets.unclosed(frame.opener, missing), frame.line, frame.column)
