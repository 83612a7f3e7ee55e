"""Further lines of a text without quotes: they may not look like structure."""

from __future__ import annotations

import re

from anliku.read import bullets, colons
from anliku.read.keys import Key, find_key
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip, snippet
from anliku.read.values import checked_text

_LONGEST_KEY = 20


def read_further(sheet: Sheet, number: int, column: int) -> int:
    """Read a line that goes on with the text above it."""
    rest = sheet.rest(number, column)
    slip = bullets.list_mark(rest) or bullets.numbered(rest) or bullets.comment_mark(rest)
    if slip:
        sheet.report.add_slip(slip, number, column)
        return number + 1
    if sheet.text is None:
        return number + 1
    key = find_key(rest, 0)
    slip = None if key else colons.key_slip(rest, strict=True)
    if (key and len(key.text) <= _LONGEST_KEY) or slip:
        _report_key(sheet, number, column, key, slip)
        sheet.text.is_folded = True
    else:
        sheet.continue_text(checked_text(sheet, number, column), number, column)
    return number + 1


def _report_key(sheet: Sheet, number: int, column: int, key: Key | None, slip: Slip | None) -> None:
    top = sheet.levels.top
    is_echo = key is not None and sheet.misfit == (sheet.previous, column)
    sheet.misfit = (number, column)
    if top is None or is_echo:
        return
    above = f"第 {top.last[0] + 1} 行"
    name = snippet(key.text if key else re.split("[:：]", sheet.rest(number, column))[0])
    written = f"，并写成“{snippet(slip.mended, 24)}”" if slip and slip.mended else ""
    found = Slip(
        "AK040",
        0,
        f"这一行像是新的键“{name}”，却比{above}缩进得深，会并进{above}的值",
        f"若是新的键，行首减到 {top.column} 个空格{written}；"
        f"若是{above}的续写，把{above}的值移到“>-”的下一行",
    )
    sheet.report.add_slip(found, number, column)
