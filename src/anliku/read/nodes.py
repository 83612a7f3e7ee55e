"""Keys and list items: read one where it must stand, or name the slip and go on behind it."""

from __future__ import annotations

import re

from anliku.read import bullets, colons, quotes
from anliku.read.keys import Key, check_key, find_key, folded
from anliku.read.levels import Kind, Level, Open
from anliku.read.margins import DASH, ODD_SPACES, comment_slip, name_of, skip_blanks
from anliku.read.plain import Where, check_start
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip, or_text
from anliku.read.values import read_value
from anliku.read.wraps import wide_wrap

_WORD_OR_QUOTE = re.compile(r"[a-z_\"'“]")
_HIDDEN_COLON = re.compile(r"：|:[\u3000\u00a0\"'“\[{]")
_VALUE_STARTS = "[{\"'|>&*!"


def read_node(sheet: Sheet, number: int, column: int, *, is_item: bool) -> int:
    """Read a key or a value where either may stand."""
    rest = sheet.rest(number, column)
    key = find_key(rest, 0)
    if key and not _is_value_with_colon(rest, key):
        sheet.push(Level(Kind.MAP, column, number, is_item))
        return read_entry(sheet, number, column)
    slip = None if key else _hidden_key(sheet, number, column, is_item=is_item)
    if slip:
        sheet.apply(slip, number, column)
        sheet.push(Level(Kind.MAP, column, number, is_item))
        return read_entry(sheet, number, column)
    where = Where.ITEM if is_item else Where.MAP
    return read_value(sheet, number, column, where, own_line=True)


def _hidden_key(sheet: Sheet, number: int, column: int, *, is_item: bool) -> Slip | None:
    """Find a key with a wrong colon; in a list `- 注意：…` is prose unless more betrays it."""
    rest = sheet.rest(number, column)
    betrayed = is_item and _has_key_below(sheet, number, column)
    slip = colons.key_slip(rest, strict=not betrayed)
    if slip is None and betrayed and rest[0] not in _VALUE_STARTS:
        slip = colons.no_colon(rest)
        return slip if slip.mended else None
    is_prose = is_item and not betrayed and not _WORD_OR_QUOTE.match(rest)
    if slip is None or (slip.code == "AK025" and is_prose):
        return None
    # `- lakh=10 万` is a note: an equals sign betrays a key only where no note can stand.
    return None if slip.code == "AK029" and is_item and not betrayed else or_text(slip)


def _has_key_below(sheet: Sheet, number: int, column: int) -> bool:
    below = sheet.lines[number + 1] if number + 1 < len(sheet.lines) else ""
    body = below.lstrip(" ")
    if len(below) - len(body) != column or not body or DASH.match(body):
        return False
    return bool(find_key(body, 0) or colons.key_slip(body))


def _is_value_with_colon(rest: str, key: Key) -> bool:
    return rest[0] in "[{" or (not key.is_quoted and bool(wide_wrap(rest.rstrip())))


def read_item(sheet: Sheet, number: int, column: int) -> int:
    """Read a dash and what stands behind it."""
    level = sheet.levels.stack[-1]
    level.last = (number, column)
    level.entries += 1
    sheet.levels.open = Open.VALUE
    line = sheet.lines[number]
    rest = line[column + 1 :].lstrip(ODD_SPACES)
    if not rest:
        return number + 1
    gap = line[column + 1 : len(line) - len(rest)]
    if gap.strip(" "):
        at = column + 1 + len(gap) - len(gap.lstrip(" "))
        slip = Slip("AK031", 0, f"短横后面是{name_of(line[at])}，不是半角空格", "改成一个半角空格")
        sheet.report.add_slip(slip, number, at)
        sheet.mend(number, column + 1, " " + rest, at)
        sheet.guess(number, column + 1)
        gap = " "
    start = column + 1 + len(gap)
    if rest[0] == "#":
        sheet.report.add_slip(comment_slip(rest, 0), number, start)
        return number + 1
    glued = bullets.doubled_dash(rest)
    if glued:
        rest = sheet.apply(glued, number, start)
    if DASH.match(rest):
        sheet.push(Level(Kind.LIST, start, number))
        return read_item(sheet, number, start)
    return read_node(sheet, number, start, is_item=True)


def read_entry(sheet: Sheet, number: int, column: int) -> int:
    """Read `key: value` where a key must stand."""
    rest = sheet.rest(number, column)
    key = find_key(rest, 0)
    slip = colons.key_slip(rest) if key is None or _HIDDEN_COLON.search(key.text) else None
    if key is None or (slip and slip.at < key.colon):
        return _read_keyless(sheet, number, column, slip)
    slip = check_key(key)
    if slip:
        sheet.add_once(slip, number, column)
    top = sheet.levels.stack[-1]
    if key.text and key.text[0] not in "[{":
        repeated = top.keys.add(key.text, number)
        if repeated:
            sheet.report.add_slip(repeated, number, column)
    sheet.names.add(folded(key.text))
    top.last, top.key = (number, column), key.text
    top.entries += 1
    sheet.levels.open = Open.VALUE
    return _read_after_colon(sheet, number, column + key.colon + 1)


def _read_after_colon(sheet: Sheet, number: int, column: int) -> int:
    line = sheet.lines[number]
    start = skip_blanks(line, column)
    if start >= len(line):
        return number + 1
    tab = line.find("\t", column, start)
    if tab >= 0:
        slip = Slip("AK031", 0, "冒号后面是制表符（Tab），不是半角空格", "改成一个半角空格")
        sheet.report.add_slip(slip, number, tab)
    if line[start] == "#":
        sheet.report.add_slip(comment_slip(line, start), number)
        return number + 1
    return read_value(sheet, number, start, Where.MAP)


def _read_keyless(sheet: Sheet, number: int, column: int, slip: Slip | None) -> int:
    """Read a line without a key where one must stand: name the slip and go on behind it."""
    rest = sheet.rest(number, column)
    special = bullets.comment_mark(rest) or bullets.markup(rest) or bullets.numbered(rest)
    if special:
        above = sheet.lines[number - 1].lstrip(" ") if number else ""
        if special.code != "AK014" or not bullets.markup(above):
            sheet.report.add_slip(special, number, column)
        sheet.levels.open = Open.NOTHING
        return number + 1
    slip = _bad_start(rest) or slip or colons.key_slip(rest)
    if slip is None and number == sheet.block_end:
        slip = Slip(
            "AK042",
            0,
            "这一行没有缩进，断在上面的正文之外",
            f"若是正文，行首改成 {column + 2} 个空格；若是新的键，写成“键: 值”",
        )
    slip = slip or colons.no_colon(rest)
    if not sheet.report.has_line(number):
        rest = sheet.apply(slip, number, column)
        if slip.mended and find_key(rest, 0):
            return read_entry(sheet, number, column)
    return sheet.give_up(number, column)


def _bad_start(rest: str) -> Slip | None:
    """Explain a line that begins like a quoted value, a bracket or with a reserved character."""
    if rest[0] in "\"'":
        inner = find_key(rest, 1)
        if inner and rest.rstrip()[-1] == rest[0]:
            hint = f"删去最外层的引号，写成“{rest.strip()[1:-1][:24]}”"
            return Slip("AK045", 0, "引号把键和值一起括住了", hint)
        is_closed = quotes.find_end([rest], 0, 0, -1)
        return None if is_closed or colons.key_slip(rest) else quotes.unclosed(rest)
    if rest[0] in "]}":
        hint = "删去它，或在前面补上开括号"
        return Slip("AK048", 0, f"“{rest[0]}”前面没有对应的开括号", hint)
    if rest[:2].strip() == "?":
        return Slip("AK023", 0, "不能用“? ”写复杂的键", "直接写成“键: 值”")
    slip = check_start(rest, Where.ITEM)
    return slip if slip and slip.code != "AK056" else None
