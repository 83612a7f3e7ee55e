"""Walk over the lines of a file as an editor sees them and report every slip, not only the first.

The parser stops at its first surprise, often lines below the cause. This reader knows quotes,
brackets, block text and indentation, mends what it reports in its own copy, and goes on.
"""

from __future__ import annotations

from anliku.read import bullets, colons, misfits
from anliku.read.folded import read_further
from anliku.read.keys import find_key
from anliku.read.levels import Kind, Level, Open
from anliku.read.margins import DASH, MARGIN, looks, odd_blank, odd_margin
from anliku.read.markers import read_marker
from anliku.read.nodes import read_entry, read_item, read_node
from anliku.read.plain import Where
from anliku.read.report import Enough
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip, snippet
from anliku.read.values import read_value


def read_outline(sheet: Sheet) -> None:
    """Read all lines; afterwards `sheet.plains` holds every value without quotes."""
    number = 0
    while number < len(sheet.lines):
        number = _read_line(sheet, number)
    sheet.close_to(-1)
    sheet.end_text()


def _read_line(sheet: Sheet, number: int) -> int:
    text = sheet.lines[number]
    margin = MARGIN.match(text)
    column = margin.end() if margin else 0
    is_odd = bool(text[:column].strip(" "))
    if column == len(text):
        if is_odd:
            sheet.report.add_slip(odd_blank(text), number)
        return number + 1
    if text[column] == "#":
        if is_odd:
            sheet.report.add_slip(odd_margin(text[:column]), number)
        if sheet.levels.open is Open.TEXT:
            sheet.levels.open = Open.NOTHING
        return number + 1
    if is_odd:
        column = _read_odd_margin(sheet, number, column)
    elif column == 0 and read_marker(sheet, number):
        return number + 1
    sheet.has_begun = True
    if sheet.skipped_below is not None and column > sheet.skipped_below:
        return number + 1
    sheet.skipped_below = None
    sheet.levels.adopt(column, is_dash=bool(DASH.match(sheet.rest(number, column))))
    after = _place(sheet, number, column)
    sheet.previous = number
    return after


def _read_odd_margin(sheet: Sheet, number: int, end: int) -> int:
    text = sheet.lines[number]
    slip = odd_margin(text[:end])
    sheet.report.add_slip(slip, number)
    column = sheet.levels.snapped(looks(text[:end]))
    sheet.guess(number, 0)
    sheet.mend(number, 0, " " * column + text[end:], slip.at)
    return column


def _place(sheet: Sheet, number: int, column: int) -> int:
    """Decide by its column what a line belongs to."""
    levels = sheet.levels
    top = levels.top
    if top is None:
        if sheet.text is None and levels.open is Open.VALUE:
            return _read_first(sheet, number, column)
        return _after_root(sheet, number, column)
    if column > top.column:
        if levels.open is Open.VALUE:
            return _read_child(sheet, number, column)
        return _read_deeper(sheet, number, column, top)
    closed = sheet.close_to(column)
    top = levels.top
    if closed and (top is None or top.column < column):
        return _go_on(sheet, number, misfits.uneven(sheet, number, column, closed))
    return _read_sibling(sheet, number, column)


def _go_on(sheet: Sheet, number: int, column: int | None) -> int:
    return number + 1 if column is None else _read_sibling(sheet, number, column)


def _after_root(sheet: Sheet, number: int, column: int) -> int:
    rest = snippet(sheet.rest(number, column))
    slip = Slip(
        "AK049", 0, f"最外层的内容已经结束，后面还有“{rest}”", "删去它，或移到前面的括号或引号里"
    )
    sheet.add_once(slip, number, column)
    raise Enough


def _read_deeper(sheet: Sheet, number: int, column: int, top: Level) -> int:
    """Read a line below and to the right of one that has its value."""
    if DASH.match(sheet.rest(number, column)):
        return _go_on(sheet, number, misfits.uneven_dash(sheet, number, column, None))
    if misfits.is_majority(sheet, number, column, top):
        return _go_on(sheet, number, misfits.realign(sheet, number, column, top))
    if sheet.levels.open is Open.TEXT:
        return read_further(sheet, number, column)
    return _go_on(sheet, number, misfits.too_deep_line(sheet, number, column, top))


def _read_first(sheet: Sheet, number: int, column: int) -> int:
    rest = sheet.rest(number, column)
    key = find_key(rest, 0)
    is_list = bool(DASH.match(rest) or bullets.list_mark(rest)) and not bullets.markup(rest)
    is_flow = rest[0] in "{[" and not (key and key.text.endswith(("]", "}")))
    if is_list or (is_flow and rest[0] == "["):
        slip = Slip(
            "AK011",
            0,
            "文件的最外层是列表，应当是“键: 值”",
            "最外层每一行写成“键: 值”；列表放在某个键下面，缩进 2 格",
        )
        sheet.report.add_slip(slip, number, column)
    if is_list:
        return _read_child(sheet, number, column)
    if is_flow:
        return read_value(sheet, number, column, Where.MAP)
    sheet.push(Level(Kind.MAP, column, number))
    return read_entry(sheet, number, column)


def _read_child(sheet: Sheet, number: int, column: int) -> int:
    """Read the first line of a value that begins on a line of its own."""
    rest = sheet.rest(number, column)
    slip = bullets.list_mark(rest) or bullets.numbered(rest)
    if slip and not bullets.markup(rest):
        rest = sheet.apply(slip, number, column)
        sheet.guess(number, column + 1)
    if DASH.match(rest):
        sheet.push(Level(Kind.LIST, column, number))
        return read_item(sheet, number, column)
    slip = bullets.comment_mark(rest) or bullets.markup(rest)
    if slip:
        sheet.report.add_slip(slip, number, column)
        return number + 1
    return read_node(sheet, number, column, is_item=False)


def _read_sibling(sheet: Sheet, number: int, column: int) -> int:
    """Read the next entry of the innermost level."""
    levels = sheet.levels
    top = levels.stack[-1]
    rest = sheet.rest(number, column)
    mark = bullets.list_mark(rest)
    if mark and not bullets.markup(rest):
        rest = sheet.apply(mark, number, column)
        sheet.guess(number, column + 1)
    is_dash = bool(DASH.match(rest))
    if top.kind is Kind.LIST:
        if not is_dash:
            return _read_without_dash(sheet, number, column, top)
        sheet.check_empty(top)
        return read_item(sheet, number, column)
    if not is_dash:
        return read_entry(sheet, number, column)
    if levels.open is Open.VALUE:
        sheet.push(Level(Kind.LIST, column, number))
        return read_item(sheet, number, column)
    level = levels.list_above() or levels.left_list
    if level and not sheet.report.has_line(number):
        return _go_on(sheet, number, misfits.uneven_dash(sheet, number, column, level))
    sheet.add_once(misfits.list_in_map(), number, column)
    return sheet.give_up(number, column)


def _read_without_dash(sheet: Sheet, number: int, column: int, level: Level) -> int:
    """Read a line at the column of the dashes: the next key of the map, or a dash forgotten."""
    above = sheet.levels.above(level)
    if above and above.column == column:
        sheet.check_empty(sheet.levels.stack.pop())
        sheet.levels.open = Open.NOTHING
        return read_entry(sheet, number, column)
    rest = sheet.rest(number, column)
    slip = bullets.numbered(rest)
    if slip:
        sheet.apply(slip, number, column)
        return read_item(sheet, number, column)
    slip = bullets.comment_mark(rest) or bullets.markup(rest)
    if slip:
        sheet.report.add_slip(slip, number, column)
        return number + 1
    if find_key(rest, 0) or colons.key_slip(rest, strict=True):
        slip = Slip(
            "AK038",
            0,
            f"键和第 {level.last[0] + 1} 行的短横对齐了，读不出它属于哪一层",
            "属于上一个列表项的，再缩进 2 格；是新的一项，前面加“- ”；"
            f"属于外一层的，行首减到 {above.column if above else 0} 个空格",
        )
    else:
        slip = Slip(
            "AK036",
            0,
            f"列表项“{snippet(rest)}”缺短横",
            f"在前面加半角短横和空格，写成“- {snippet(rest)}”；若是上一项的续写，再缩进 2 格",
        )
    sheet.add_once(slip, number, column)
    return sheet.give_up(number, column)
