"""Figures in Chinese text, brought to one form: 三四十 = 30–40, 上百 = 100, 9种 = 九种.

A figure is a pair (low, high). Arabic digits always count; Chinese numerals count when they measure
something. Set words (三社联动), ordinals (第三种), the article 一 and titles in 《》 do not.
"""

from __future__ import annotations

import math
import re

from anliku.check.wording import without

Figure = tuple[float, float]

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_HAN = "零〇一二两三四五六七八九十百千万亿"
_MEASURES = (
    "个名位家人种类年月日天次场户件条项份处所间支组批轮期届级倍成元岁周夜"
    "小时分钟本部套层面篇段步点类批座栋"
)
_SET_WORDS = re.compile(
    f"(?<![{_HAN}])一(?![{_HAN}])|(?<![{_HAN}])万一(?![{_HAN}])"
    "|第[一二三四五六七八九十百]+|[三五]社联动|两委|两者|两样|两全|十分(?!钟)|千家万户|百分之"
)
"""The article 一, ordinals, and words in which a numeral does not count anything."""
_ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NUMERAL = re.compile(f"[{_HAN}]+")


def figures(text: str) -> frozenset[Figure]:
    """Return every figure of a text."""
    bare = _SET_WORDS.sub("＿", without(_to_half_width(text), "《", "》", "＿"))
    found = set(_arabic(bare)) | set(_numerals(bare))
    return frozenset(found)


def _to_half_width(text: str) -> str:
    return text.translate({ord("０") + n: str(n) for n in range(10)})


def _arabic(text: str) -> list[Figure]:
    found = []
    for match in _ARABIC.finditer(text):
        after = text[match.end() : match.end() + 2].lstrip("多余")
        value = float(match[0].replace(",", "")) * _LARGE.get(after[:1], 1)
        if value < math.inf:  # hundreds of digits count nothing
            found.append((value, value))
    return found


def _numerals(text: str) -> list[Figure]:
    found = []
    for match in _NUMERAL.finditer(text):
        word = match[0]
        before = text[match.start() - 1 : match.start()]
        if before.isdigit():
            continue
        after = text[match.end() : match.end() + 2].lstrip("多余来几")
        measured = after[:1] in _MEASURES and after[:1] != ""
        if not (measured or _is_long(word)):
            continue
        figure = parse_numeral(word)
        if figure is not None:
            found.append(figure)
    return found


def _is_long(word: str) -> bool:
    return len(word) > 1 and any(c in _UNITS or c in _LARGE or c in "零〇" for c in word)


def parse_numeral(word: str) -> Figure | None:
    """Read a Chinese numeral; two neighbouring digits are a range (十七八 is 17–18)."""
    pair = re.search(r"([一二两三四五六七八九])([二两三四五六七八九])", word)
    if pair and not re.fullmatch(r"[零〇一二三四五六七八九]{3,}", word):
        low = _value(word[: pair.start()] + pair[1] + word[pair.end() :])
        high = _value(word[: pair.start()] + pair[2] + word[pair.end() :])
        return (low, high) if low is not None and high is not None and low < high else None
    value = _value(word)
    return None if value is None else (value, value)


def _value(word: str) -> float | None:
    if re.fullmatch(r"[零〇一二三四五六七八九]+", word):
        value = float("".join(str(_DIGITS[c]) for c in word))
        return value if value < math.inf else None
    total, section, digit = 0, 0, 0
    for char in word:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            total += (section + digit or 1) * _LARGE[char]
            section = digit = 0
    return float(total + section + digit)


def in_words(figure: Figure) -> str:
    """Return a figure as editors read it."""
    low, high = (f"{n:g}" if n < 1_000_000 else f"{int(n)}" for n in figure)
    return low if low == high else f"{low}—{high}"
