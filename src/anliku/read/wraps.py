"""Full-width quotes, brackets and block marks that an editor meant as YAML's own."""

from __future__ import annotations

import re

from anliku.read.items import SEPARATOR, SHORT
from anliku.read.slip import QUOTE, Slip, snippet

_BRACKETS = {"【": "】", "［": "］", "｛": "｝", "（": "）", "〔": "〕", "[": "]", "{": "}"}
_CLOSERS = "】］｝）〕]}"
_PROSE = re.compile("[未待无没不已是的了]")
_WIDE_BLOCK = re.compile(r"[＞》〉｜丨¦][-+—－]?(?: |$)")
_OPEN_QUOTES, _CLOSE_QUOTES = "“‘", "”’"


def wide_wrap(text: str) -> Slip | None:
    """Find full-width quotes or brackets that an editor meant as YAML's own."""
    first, last = text[0], text[-1]
    if first in "＂＇〝":
        return _wide_quote(text)
    if first in "“‘”’" and len(text) > 1 and last in "“‘”’\"'":
        inner = text[1:-1]
        if not any(c in "“‘”’" for c in inner) or (first in "“‘" and _is_one_pair(text)):
            return _wide_quote(text)
    if first in _BRACKETS and last in _CLOSERS and _is_list_like(text):
        flat = "{…}" if first in "｛{" or "：" in text or ": " in text else "[…]"
        return Slip(
            "AK047",
            0,
            f"括号“{first}”和“{last}”不全是半角，读不成列表或键值组",
            f"列表和键值组只用半角括号，写成“{flat}”，里面用半角逗号加空格隔开；若是正文，{QUOTE}",
        )
    return None


def _is_one_pair(text: str) -> bool:
    """Tell whether the first quote is closed by the last one only."""
    opening, closing = text[0], _CLOSE_QUOTES[_OPEN_QUOTES.index(text[0])]
    return opening not in text[1:] and text.find(closing) == len(text) - 1


def _wide_quote(text: str) -> Slip:
    return Slip(
        "AK043",
        0,
        f"整个值加了全角引号，YAML 不认：{snippet(text)}",
        '要给值加引号，两头都改成半角双引号 "；不必加的就删去。'
        "引号若是正文的一部分，在最外面再加一对半角单引号 '",
    )


def _is_list_like(text: str) -> bool:
    first, inner = text[0], text[1:-1]
    if first in "[{" or any(c in inner for c in (first, _BRACKETS[first])):
        return False
    if first in "【［｛":
        return True
    if _PROSE.search(inner):
        return False
    parts = SEPARATOR.split(inner.replace(",", "，"))
    return (len(parts) > 1 and all(0 < len(p.strip()) <= SHORT for p in parts)) or bool(
        re.match(r"[a-z_]+[:：]", inner)
    )


def wide_block(text: str) -> Slip | None:
    """Find a full-width block mark."""
    if not _WIDE_BLOCK.match(text):
        return None
    return Slip(
        "AK041",
        0,
        f"“{text.split(maxsplit=1)[0]}”不是 YAML 的折行符号",
        "改成半角的“>-”（合成一段）或“|”（保留换行），正文另起一行并缩进 2 格",
    )
