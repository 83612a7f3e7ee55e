"""Block text after | and >: its header, its indentation, and prose that lost both."""

from __future__ import annotations

from anliku.read import colons
from anliku.read.block_header import read_header, wrong_digit
from anliku.read.keys import find_key
from anliku.read.margins import (
    DASH,
    MARGIN,
    indent_of,
    odd_margin,
)
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip


def read_block(sheet: Sheet, number: int, column: int) -> int:
    """Read block text from its header on; return the line behind it."""
    header = read_header(sheet, number, column)
    owner = sheet.levels.owner
    first = _first_line(sheet.lines, number + 1, owner)
    if first is None:
        return _without_body(sheet, number, column)
    indent = max(owner, 0) + header.digit if header.digit else indent_of(sheet.lines[first])
    end, filled, shallow = _read_body(sheet.lines, first, owner, indent)
    if header.digit and shallow:
        sheet.report.add_slip(wrong_digit(header, indent, *shallow[0]), number, column)
    elif len(shallow) > 1 and len(shallow) == filled - 1:
        _blame_first(sheet, first, indent, min(margin for _, margin in shallow))
    elif shallow:
        _blame_line(sheet, first, indent, *shallow[0])
    sheet.block_end = end
    return end


def _first_line(lines: list[str], start: int, owner: int) -> int | None:
    """Return the first line of the text, if it is indented."""
    for at in range(start, len(lines)):
        if lines[at].strip(" "):
            return at if indent_of(lines[at]) > owner else None
    return None


def _read_body(
    lines: list[str], first: int, owner: int, indent: int
) -> tuple[int, int, list[tuple[int, int]]]:
    """Return the line behind the text, how many lines are filled, and which lack indentation."""
    shallow: list[tuple[int, int]] = []
    filled, at = 0, first
    while at < len(lines):
        body, margin = lines[at].lstrip(" "), indent_of(lines[at])
        if body and margin <= owner:
            break
        filled += bool(body)
        if body and margin < indent and not body.startswith("#"):
            shallow.append((at, margin))
        at += 1
    return at, filled, shallow


def _blame_first(sheet: Sheet, first: int, indent: int, margin: int) -> None:
    slip = Slip(
        "AK042",
        0,
        f"正文第一行缩进 {indent} 格，比下面各行（{margin} 格）深",
        f"行首改成 {margin} 个空格；段首要空格的，在半角空格之后写全角空格“　”",
    )
    sheet.report.add_slip(slip, first, indent)


def _blame_line(sheet: Sheet, first: int, indent: int, at: int, margin: int) -> None:
    slip = Slip(
        "AK042",
        0,
        f"正文缩进 {margin} 格，比第 {first + 1} 行（{indent} 格）浅",
        f"行首改成 {indent} 个空格，和第 {first + 1} 行对齐（下面缩进相同的行也一样）",
    )
    sheet.report.add_slip(slip, at, margin)


def _without_body(sheet: Sheet, number: int, column: int) -> int:
    """Report block text without indentation, or none at all."""
    if sheet.report.has_line(number):
        return number + 1
    at = number + 1
    while at < len(sheet.lines) and not sheet.lines[at].strip():
        at += 1
    line = sheet.lines[at] if at < len(sheet.lines) else ""
    if not line or line.lstrip(" ")[0] == "#" or _is_structure(line):
        mark = sheet.rest(number, column).strip()
        slip = Slip(
            "AK042", 0, f"“{mark}”下面没有正文", "正文写在下一行，缩进 2 格；没有内容就删去这个键"
        )
        sheet.report.add_slip(slip, number, column)
        return number + 1
    margin = MARGIN.match(line)
    if margin and margin.group().strip(" "):
        sheet.report.add_slip(odd_margin(margin.group()), at)
    else:
        needed = max(sheet.levels.owner, 0) + 2
        slip = Slip("AK042", indent_of(line), "正文没有缩进", f"正文每行行首空 {needed} 个半角空格")
        sheet.report.add_slip(slip, at)
    at += 1
    while at < len(sheet.lines) and not _is_structure(sheet.lines[at]):
        at += 1
    return at


def _is_structure(line: str) -> bool:
    """Tell whether prose ends here and the file goes on."""
    body = line.strip(" \t\u3000")
    is_key = body and (find_key(body, 0) or colons.key_slip(body, strict=True) or DASH.match(body))
    return bool(is_key) or line.startswith(("---", "..."))
