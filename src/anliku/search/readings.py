"""How Chinese is read aloud: pinyin without tones, for names that are typed on a keyboard."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby, product
from math import prod

from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as pinyin_of

MOST_READINGS = 4
SYLLABLE = re.compile(r"[a-z]+")


def reading(phrase: str) -> tuple[str, ...]:
    """Return one syllable for each character of a phrase."""
    return tuple(lazy_pinyin(phrase))


EITHER = {
    "行": ("xing", "hang"), "重": ("zhong", "chong"), "长": ("chang", "zhang"),
    "乐": ("le", "yue"), "调": ("tiao", "diao"), "都": ("dou", "du"),
    "曾": ("zeng", "ceng"), "朝": ("chao", "zhao"), "单": ("dan", "shan"),
    "传": ("chuan", "zhuan"), "还": ("hai", "huan"), "角": ("jiao", "jue"),
    "觉": ("jue", "jiao"), "率": ("lv", "shuai"), "落": ("luo", "la"),
    "模": ("mo", "mu"), "强": ("qiang", "jiang"), "省": ("sheng", "xing"),
    "盛": ("sheng", "cheng"), "属": ("shu", "zhu"), "厦": ("sha", "xia"),
    "校": ("xiao", "jiao"), "血": ("xue", "xie"), "柏": ("bai", "bo"),
    "会": ("hui", "kuai"), "藏": ("cang", "zang"), "度": ("du", "duo"),
}  # fmt: skip
"""Characters of names that two readers may read in two ways: 同行 as tongxing or tonghang."""


def either(phrase: str) -> list[tuple[str, ...]]:
    """Return further ways to read a name, as far as one or two of its characters have two."""
    own = reading(phrase)
    ways = [EITHER.get(character, (said,)) for character, said in zip(phrase, own, strict=False)]
    if len(own) != len(phrase) or prod(map(len, ways)) > MOST_READINGS:
        return []
    return [way for way in product(*ways) if way != own]


def corrected(title: str, pinyin: str) -> tuple[str, ...]:
    """Return the syllables of a title as an editor wrote them, by words or by syllables.

    What does not fit the characters is left to the dictionary.
    """
    plain = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    letters = "".join(SYLLABLE.findall(plain))
    # Character by character: as a whole, a word of the dictionary would be asked for.
    said = [pinyin_of(c, style=Style.NORMAL, heteronym=True) for c in title]
    return _split(letters, [tuple(ways[0]) for ways in said if ways]) or reading(title)


def _split(letters: str, ways: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return one way for each character so that they make up the letters; nothing if none do."""
    if not ways:
        return ()
    for way in ways[0]:
        rest = letters.removeprefix(way)
        if rest == letters or bool(rest) != (len(ways) > 1):
            continue
        after = _split(rest, ways[1:])
        if len(after) == len(ways) - 1:
            return (way, *after)
    return ()


@cache
def common_characters() -> str:
    """Return the 3,755 characters of GB 2312 level 1: what a slip of the keyboard may bring."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", "ignore") for code in codes)


def usual(readings: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Return for each character the syllable that it mostly has in these phrases."""
    counted: dict[str, Counter[str]] = {}
    for phrase, syllables in readings:
        for character, syllable in zip(phrase, syllables, strict=False):
            if SYLLABLE.fullmatch(syllable):
                counted.setdefault(character, Counter())[syllable] += 1
    return {c: min(n, key=lambda s: (-n[s], s)) for c, n in counted.items()}


def alone(characters: str) -> str:
    """Return the readings of characters, in their order, as runs: `a2ai13…`; `?` for none.

    GB 2312 level 1 is in the order of pinyin, so that its 3,755 readings are few runs.
    """
    heard = (reading(character)[0] for character in characters)
    runs = groupby(syllable if SYLLABLE.fullmatch(syllable) else "?" for syllable in heard)
    return "".join(f"{syllable}{len(list(run))}" for syllable, run in runs)


def by_syllable(table: Mapping[str, str]) -> str:
    """Return a table of readings as `syllable+characters|…`."""
    rows: dict[str, str] = {}
    for character in sorted(table):
        rows[table[character]] = rows.get(table[character], "") + character
    return "|".join(syllable + rows[syllable] for syllable in sorted(rows))
