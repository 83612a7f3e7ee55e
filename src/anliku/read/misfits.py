"""Lines at a column where nothing can stand: whose fault it is, and where they were meant.

Each function reports and returns the column at which to read on, or None to leave the line out.
"""

from __future__ import annotations

from anliku.read.keys import find_key
from anliku.read.levels import Kind, Level
from anliku.read.margins import DASH, indent_of
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip


def too_deep_line(sheet: Sheet, number: int, column: int, top: Level) -> int | None:
    """Report a line below a value that is complete."""
    above = f"第 {top.last[0] + 1} 行"
    slip = Slip(
        "AK039",
        0,
        f"这一行缩进过深：{above}已经有值，下面不能再有内容",
        f"和{above}同一层的，行首减到 {top.column} 个空格；"
        f"是它的下一层的，先删去{above}冒号后面的值",
    )
    _report_once(sheet, slip, number, column)
    return _snap(sheet, number, column, top)


def uneven(sheet: Sheet, number: int, column: int, closed: Level) -> int | None:
    """Report a line between the columns of two levels."""
    outer = sheet.levels.top
    if outer is None:
        return _uneven_root(sheet, number, column, closed)
    if DASH.match(sheet.rest(number, column)):
        sheet.levels.stack.append(closed)
        return uneven_dash(sheet, number, column, None)
    if is_majority(sheet, number, column, closed):
        return realign(sheet, number, column, closed)
    slip = Slip(
        "AK038",
        0,
        f"这一行缩进 {column} 格，和第 {closed.line + 1} 行起的同一层（{closed.column} 格）不齐",
        f"行首改成 {closed.column} 个空格；属于外一层的，改成 {outer.column} 个空格",
    )
    _report_once(sheet, slip, number, column)
    return _snap(sheet, number, column, closed)


def _uneven_root(sheet: Sheet, number: int, column: int, closed: Level) -> int:
    """Blame the first lines, which are indented while this one is not."""
    extra = closed.column - column
    is_one = closed.line + 1 == number
    lines = "这一行" if is_one else f"第 {closed.line + 1} 行到第 {number} 行每行"
    slip = Slip(
        "AK038",
        0,
        f"最外层的键缩进了 {closed.column} 格，和第 {number + 1} 行（{column} 格）不齐",
        f"删去{lines}行首的 {extra} 个空格",
    )
    sheet.add_once(slip, closed.line, 0)
    closed.column = column
    sheet.levels.stack.append(closed)
    return column


def uneven_dash(sheet: Sheet, number: int, column: int, level: Level | None) -> int | None:
    """Report a list item that is not in line with the items above."""
    level = level or sheet.levels.list_above()
    if level is None:
        sheet.add_once(list_in_map(), number, column)
        sheet.give_up(number, column)
        return None
    if is_majority(sheet, number, column, level):
        return realign(sheet, number, column, level)
    slip = Slip(
        "AK035",
        0,
        f"列表项没有对齐：这一行的短横在第 {column + 1} 列，"
        f"第 {level.last[0] + 1} 行的在第 {level.column + 1} 列",
        f"行首改成 {level.column} 个空格，让各项的短横上下对齐",
    )
    _report_once(sheet, slip, number, column)
    return _snap(sheet, number, column, level)


def list_in_map() -> Slip:
    """Refuse a list where a map goes on."""
    return Slip(
        "AK037",
        0,
        "这里不能写列表项：上一行的键已经有值，或者还没有写键",
        "在列表前写一行键（如 keywords:），冒号后面不写值；或把这一行改成“键: 值”",
    )


def is_majority(sheet: Sheet, number: int, column: int, level: Level) -> bool:
    """Tell whether the first entry of a level stands alone against this line and the next."""
    if level.entries != 1 or level.line != level.last[0]:
        return False
    above = sheet.levels.above(level)
    if above and column <= above.column:
        return False
    is_list = level.kind is Kind.LIST
    rest = sheet.rest(number, column)
    if not (DASH.match(rest) if is_list else find_key(rest, 0)):
        return False
    for line in sheet.lines[number + 1 :]:
        body = line.lstrip(" ")
        if body and body[0] != "#" and indent_of(line) <= column:
            return indent_of(line) == column and bool(DASH.match(body)) == is_list
    return False


def realign(sheet: Sheet, number: int, column: int, level: Level) -> int:
    """Blame the odd first line of a level, and read on at the column of the others."""
    is_list = level.kind is Kind.LIST
    slip = Slip(
        "AK035" if is_list else "AK038",
        0,
        f"这一行缩进 {level.column} 格，和下面各行的{'列表项' if is_list else '键'}"
        f"（{column} 格）不齐",
        f"行首改成 {column} 个空格，和第 {number + 1} 行对齐",
    )
    sheet.add_once(slip, level.line, level.column)
    sheet.end_text()
    sheet.levels.return_to(level)
    level.column = column
    return column


def _report_once(sheet: Sheet, slip: Slip, number: int, column: int) -> None:
    """Report the first of several lines in a row that are indented alike."""
    if sheet.misfit != (sheet.previous, column):
        sheet.add_once(slip, number, column)
    sheet.misfit = (number, column)


def _snap(sheet: Sheet, number: int, column: int, level: Level) -> int | None:
    """Read a badly indented line as one of this level, so that the next lines make sense."""
    sheet.levels.return_to(level)
    rest = sheet.rest(number, column)
    if not (DASH.match(rest) if level.kind is Kind.LIST else find_key(rest, 0)):
        sheet.give_up(number, column)
        return None
    sheet.mend(number, 0, " " * level.column + rest, min(column, level.column))
    return level.column
