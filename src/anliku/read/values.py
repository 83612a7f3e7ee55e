"""Values in block lists and maps: plain, quoted, in brackets, block text."""

from __future__ import annotations

import re

from anliku.read import quotes
from anliku.read.block_text import read_block
from anliku.read.cursor import Cursor
from anliku.read.flow import read_flow
from anliku.read.keys import COLON, COMMENT
from anliku.read.levels import Open
from anliku.read.margins import comment_slip, skip_blanks, wide_space
from anliku.read.plain import Where, check_start
from anliku.read.report import Enough
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip, quoting, snippet
from anliku.read.wraps import wide_block, wide_wrap

_LONE_BRACKETS = {"［": "[", "【": "[", "｛": "{"}
_LAST_WORD = re.compile(r"(?<![A-Za-z_])([a-z_]{2,})$")
_TRAILERS = frozenset({",", ";", "，", "；", "。"})
_MAX_LOST = 3


def read_value(
    sheet: Sheet, number: int, column: int, where: Where, *, own_line: bool = False
) -> int:
    """Read what begins here; return the next line to read."""
    rest = sheet.rest(number, column).rstrip(" \t")
    first = rest[0]
    sheet.end_text()
    sheet.levels.open = Open.NOTHING
    if first in "\"'":
        return _read_quoted(sheet, number, column)
    if rest in _LONE_BRACKETS:
        first = _LONE_BRACKETS[rest]
        sheet.report.add_slip(_lone_bracket(rest, first), number, column)
        sheet.mend(number, column, first)
    if first in "[{":
        return _read_flow(sheet, number, column)
    if first in "|>":
        return read_block(sheet, number, column)
    wide = wide_block(rest)
    if wide:
        sheet.report.add_slip(wide, number, column)
        return read_block(sheet, number, column)
    slip = check_start(rest, where if own_line else Where.MAP)
    if slip and not wide_wrap(rest):
        sheet.report.add_slip(slip, number, column)
        sheet.levels.open = Open.TEXT
        return number + 1
    text = checked_text(sheet, number, column)
    sheet.begin_text(text, number, column, where, own_line=own_line)
    return number + 1


def _lone_bracket(wide: str, half: str) -> Slip:
    return Slip(
        "AK047",
        0,
        f"“{wide}”是全角括号，读不成列表或键值组",
        f"把“{wide}”改成半角“{half}”，和后面的半角括号成对",
    )


def checked_text(sheet: Sheet, number: int, column: int) -> str:
    """Return a line of text without quotes, having reported what cuts it short."""
    line = sheet.lines[number]
    rest = line[column:].rstrip(" \t")
    if wide_wrap(rest):
        return rest
    comment = COMMENT.search(line, column)
    if comment:
        sheet.report.add_slip(comment_slip(line, comment.start() + 1), number)
        rest = line[column : comment.start()].rstrip(" \t")
    colon = COLON.search(rest)
    if colon:
        word = _LAST_WORD.search(rest[: colon.start()][-40:])
        second = f"若“{word.group(1)}”是另一个键，另起一行；" if word else ""
        slip = Slip(
            "AK030",
            colon.start(),
            f"值“{snippet(rest)}”里又有“冒号＋空格”，YAML 会当成键",
            f"{second}若是正文，把它改成全角冒号“：”，或{quoting(rest)}",
        )
        sheet.report.add_slip(slip, number, column)
    return rest


def _read_quoted(sheet: Sheet, number: int, column: int) -> int:
    line = sheet.lines[number]
    end = quotes.find_end(sheet.lines, number, column, sheet.levels.owner)
    behind = skip_blanks(sheet.lines[end.line], end.column) if end else 0
    rest = sheet.lines[end.line][behind:] if end else ""
    if end is None or (rest and end.line > number):
        sheet.report.add_slip(quotes.unclosed(line[column:]), number, column)
        sheet.levels.open = Open.TEXT
        return number + 1
    quotes.check_escapes(sheet.lines, number, column, end, sheet.report)
    if rest.startswith("#"):
        sheet.report.add_slip(comment_slip(line, behind), number)
    elif rest:
        sheet.report.add_slip(quotes.text_after(line, column, end.column), number)
    return end.line + 1


def _read_flow(sheet: Sheet, number: int, column: int) -> int:
    depth, owner = len(sheet.levels.stack), sheet.levels.owner
    cursor = Cursor(sheet.lines, sheet.report, sheet.plains.append, depth)
    end = read_flow(cursor, number, column, owner)
    sheet.count(cursor.values, number, column)
    if end is None:
        sheet.lost += 1
        if depth == 0 or (sheet.lost > _MAX_LOST and cursor.line > number + 1):
            raise Enough
        at_end = cursor.line >= len(sheet.lines) or cursor.line == number
        return number + 1 if at_end else cursor.line
    line = end[0]
    text = sheet.lines[line]
    behind = skip_blanks(text, end[1])
    if behind < len(text):
        _after_flow(sheet, line, behind, text[behind:].rstrip(" \t"), sheet.rest(number, column))
    return line + 1


def _after_flow(sheet: Sheet, line: int, at: int, rest: str, value: str) -> None:
    if rest.startswith("#"):
        sheet.report.add_slip(comment_slip(rest, 0), line, at)
    elif not rest.strip():
        sheet.report.add_slip(wide_space("括号", rest, 0), line, at)
    elif rest in _TRAILERS:
        slip = Slip("AK058", 0, f"括号之后多了“{rest}”", f"删去行末的“{rest}”")
        sheet.report.add_slip(slip, line, at)
    else:
        slip = Slip(
            "AK049",
            0,
            f"括号闭合之后还有文字“{snippet(rest)}”",
            f"若是正文，{quoting(value)}；若是列表或键值组，删去括号后面的文字",
        )
        sheet.add_once(slip, line, at)
