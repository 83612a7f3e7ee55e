"""One entry of a flow collection: its key, its value, and what is between two entries."""

from __future__ import annotations

import re

from anliku.read import brackets
from anliku.read.brackets import WIDE_CLOSERS, WIDE_OPENERS
from anliku.read.colons import key_slip
from anliku.read.frames import Frame, Piece, Sort
from anliku.read.items import split_text, wide_comma
from anliku.read.keys import Key, check_key
from anliku.read.plain import Plain, Where
from anliku.read.report import Report

_WORD = re.compile(r"[\w-]+$")
_LAST_KEY = re.compile(
    r"(?:([，、；;])[ \u3000]*|[ \u3000]+)([A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,6})$"
)
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_KEY_LENGTH = 60


def take_key(frame: Frame, line: int, column: int, lines: list[str], report: Report) -> None:
    """Make what stands before the first colon the key of the entry."""
    piece = frame.piece
    frame.key, frame.piece = piece.text if piece else "", None
    at = (piece.line, piece.column) if piece else (line, column)
    if piece and piece.end_line > piece.line:
        end = max(len(lines[piece.line].rstrip()) - 1, 0)
        report.add_slip(brackets.key_on_two_lines(piece.text), piece.line, end)
        return
    is_quoted = piece is not None and piece.sort is Sort.QUOTED
    if frame.is_broken:
        return
    slip = check_key(Key(frame.key, at[1], column, is_quoted))
    if slip:
        report.add_slip(slip, *at)
    repeated = frame.keys.add(frame.key, at[0])
    if repeated:
        report.add_slip(repeated, *at)


def second_colon(frame: Frame, line: int, column: int, lines: list[str], report: Report) -> None:
    """Explain `{a: 甲，b: 乙}`, `{a: 甲 b: 乙}` or a colon that belongs to the text."""
    piece = frame.piece
    if piece is None:
        report.add_slip(brackets.doubled_colon(), line, column)
        return
    last = piece.last
    hit = _LAST_KEY.search(last[-_KEY_LENGTH:])
    name = hit.group(2) if hit else last
    if piece.end_line > piece.line and _WORD.match(last):
        end = len(lines[line - 1].rstrip())
        report.add_slip(brackets.missing_comma_above(last), line - 1, end)
    elif hit and hit.group(1):
        at = column - len(hit.group())
        report.add_slip(wide_comma(0, hit.group(1), name), line, at)
    elif hit and name.isascii():
        report.add_slip(brackets.missing_comma_before_key(name), line, column - len(name))
    else:
        report.add_slip(brackets.colon_in_value(last), line, column)
    frame.key, frame.piece = name, None
    frame.is_broken = True


def close_entry(frame: Frame, report: Report) -> Plain | None:
    """Empty the slot of an entry that ends; return its plain value if it has a sound one."""
    piece, key, was_broken = frame.piece, frame.key, frame.is_broken
    frame.piece, frame.key, frame.is_broken = None, None, False
    frame.entries += 1
    if was_broken:
        return None
    if frame.is_map and key is None:
        if piece is not None:
            _report_keyless(frame, piece, report)
        return None
    if piece is None or piece.sort is not Sort.PLAIN:
        return None
    text = piece.text
    if text[0] in WIDE_OPENERS and not any(char in text for char in WIDE_CLOSERS):
        report.add_slip(brackets.wide_opener(text[0]), piece.line, piece.column)
        frame.is_wide = True
        return None
    where = Where.FLOW_MAP if frame.is_map else Where.FLOW_ITEM
    group = -(frame.line * 100_000 + frame.column + 1)
    is_folded = piece.end_line > piece.line
    return Plain(text, piece.line, piece.column, where, key or "", group, is_folded, piece.breaks)


def _report_keyless(frame: Frame, piece: Piece, report: Report) -> None:
    if frame.is_wide:
        frame.is_wide = piece.last[-1:] not in WIDE_CLOSERS
        return
    slip = key_slip(piece.text) if piece.sort is Sort.PLAIN else None
    if slip:
        report.add_slip(slip, piece.line, piece.column)
        repeated = frame.keys.add((slip.mended or "").split(":")[0], piece.line)
        if repeated:
            report.add_slip(repeated, piece.line, piece.column)
        return
    is_first = frame.entries == 1 or piece.sort is Sort.QUOTED
    slip = (brackets.no_colon if is_first else brackets.split_value)(piece.text)
    frame.doubts.append((slip, piece.line, piece.column))


def check_number(items: list[Plain], report: Report) -> None:
    """`3,477 个` in a list becomes two items without a word."""
    if len(items) == 1:
        return
    before, after = items[-2:]
    is_glued = before.line == after.line and after.column == before.column + len(before.text) + 1
    is_wordy = not (before.text.isdigit() and after.text.isdigit())
    if is_glued and is_wordy and before.text[-1].isdigit() and _THREE_DIGITS.match(after.text):
        report.add_slip(split_text(before.text, after.text), before.line, before.column)


def plain_after(
    frame: Frame, piece: Piece, words: str, at: tuple[int, int], report: Report
) -> None:
    """Report words behind a quoted value or a collection."""
    frame.is_broken = True
    if words[0] in "，、；;":
        report.add_slip(brackets.wide_mark_between(words[0]), *at)
        frame.key = None
    elif words[0] == "：" and frame.key is None and frame.is_map:
        report.add_slip(brackets.wide_colon_after(piece.text), *at)
    elif piece.sort is Sort.QUOTED:
        report.add_slip(brackets.text_after_quote(words), *at)
    else:
        report.add_slip(brackets.missing_comma(words[:16]), *at)
