"""Which characters nobody sees or means, and how a message shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"
)
_UNFIT = r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
_BAD = re.compile(f"[{_CONTROL}{_INVISIBLE}{_UNFIT}]")
_ZWJ, _SELECTORS = "\u200d", "\ufe0e\ufe0f"
_EMOJI = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_KEYCAP = "0123456789#*"
_HOLE = "�"


def unwanted(line: str) -> Iterator[int]:
    """Yield the columns of characters that may not stand there."""
    for hit in _BAD.finditer(line):
        if not _in_emoji(line, hit.start()):
            yield hit.start()


def shown(text: str) -> str:
    """Return a text for a message: what must not reach a terminal is a hole."""
    pieces, end = [], 0
    for at in unwanted(text):
        if at > end or not at:
            pieces += [text[end:at], _HOLE]
        end = at + 1
    return "".join([*pieces, text[end:]])


def _in_emoji(line: str, at: int) -> bool:
    char, before, after = line[at], line[at - 1 : at], line[at + 1 : at + 2]
    if char in _SELECTORS:
        return bool(before) and (bool(_EMOJI.match(before)) or before in _KEYCAP)
    if char == _ZWJ:
        joined = before in _SELECTORS if before else False
        return (joined or bool(_EMOJI.match(before))) and bool(_EMOJI.match(after))
    return False
