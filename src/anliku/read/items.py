"""Items of a list in brackets that a full-width comma joined or a half-width one split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anliku.read.slip import Slip, snippet

SHORT = 6
SEPARATOR = re.compile(r"[，、；;]")
_REFERENCE = re.compile(r"[a-z][\w.#:/?=&-]*$")


def check_items(texts: list[str]) -> Iterator[tuple[int, Slip]]:
    """Yield items of one flow list that were joined by a full-width comma or split by a comma."""
    for number, text in enumerate(texts):
        slip = _joined(text, alone=len(texts) == 1)
        if slip:
            yield number, slip
    for number, (text, other) in enumerate(pairwise(texts)):
        mark = _left_open(text)
        if mark and mark[1] in other and mark[0] not in other:
            yield number, split_text(text, other)


def _joined(text: str, *, alone: bool) -> Slip | None:
    hit = re.search(r"[，；]" if not alone else r"[，、；]", text)
    if not hit or (text[0] in "\"'"):
        return None
    parts = [part.strip(" \u3000“”‘’") for part in SEPARATOR.split(text)]
    is_short = all(0 < len(part) <= SHORT for part in parts)
    if not is_short and not all(_REFERENCE.match(part) for part in parts):
        return None
    joined = ", ".join(p.strip(" \u3000") for p in parts)
    return Slip(
        "AK050",
        hit.start(),
        f"“{snippet(text)}”用“{hit.group()}”隔开，YAML 会读成一项",
        f"若是 {len(parts)} 项，改成半角逗号加空格，写成“{snippet(joined, 24)}”；"
        "若是一句话，给这一项加半角双引号",
    )


def wide_comma(at: int, mark: str, key: str) -> Slip:
    """Say that two pairs of a flow map are divided by a mark that YAML does not know."""
    return Slip(
        "AK050",
        at,
        f"“{key}”前面用了“{mark}”隔开，YAML 会把它并进前一个值",
        f"把“{mark}”改成半角逗号加一个空格，写成“, {key}: ”；若是正文，给值加半角双引号",
    )


def _left_open(text: str) -> str | None:
    for pair in ("“”", "（）", "《》", "「」", "【】", "()"):
        if text.count(pair[0]) == text.count(pair[1]) + 1:
            return pair
    return None


def split_text(before: str, after: str) -> Slip:
    """Say that a half-width comma divides what belongs together."""
    return Slip(
        "AK054",
        len(before),
        f"半角逗号把“{snippet(before)}”和“{snippet(after)}”拆成了两项",
        "若是一项，把逗号改成全角“，”（数字里的逗号删去），或给整项加半角双引号",
    )
