"""Judge values without quotes once the keys of the whole file are known."""

from __future__ import annotations

import re
from collections import Counter

from anliku.read import colons
from anliku.read.keys import folded
from anliku.read.plain import Plain, Where, check_plain
from anliku.read.sheet import Sheet
from anliku.read.slip import or_text

_HEAD = re.compile(r"([\u3400-\u9fffA-Za-z_]{1,8})：")


def check_values(sheet: Sheet) -> None:
    """Report what is wrong with each value without quotes."""
    heads = Counter((plain.group, _head(plain)) for plain in sheet.plains)
    for plain in sheet.plains:
        if not plain.text:
            continue
        for slip in check_plain(plain):
            sheet.report.add_slip(*plain.placed(slip))
        head = _head(plain)
        is_key = head and (head in sheet.names or heads[plain.group, head] > 1)
        slip_ = colons.key_slip(plain.text) if is_key else None
        if slip_:
            sheet.add_once(or_text(slip_), plain.line, plain.column)


def _head(plain: Plain) -> str:
    """Return the word before a full-width colon at the start of a list item."""
    if plain.where not in (Where.ITEM, Where.FLOW_ITEM):
        return ""
    hit = _HEAD.match(plain.text)
    return folded(hit.group(1)) if hit else ""
