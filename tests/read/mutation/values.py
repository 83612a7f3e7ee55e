"""Changes that YAML accepts and the schema may not: other values, ids, numbers, keys."""

from __future__ import annotations

import re
from random import Random

from tests.read.mutation.slips import Change

_PAIR = re.compile(
    r"(?:^ *(?:- )*|[{,] ?)[a-z_A-Z]+:(?: +([^\n{}\[\],]+|\[[^\n\]]*\]))?", re.MULTILINE
)
_WORD = re.compile(r"[A-Za-z][\w-]+|[\u4e00-\u9fff]{2,6}")
_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
_FACT = re.compile(r"#F\d+")
_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十百千万亿]+")
_KEY = re.compile(r"[a-z_]+(?=:)")
_STATUS = re.compile(r"(?<=status: )\S+")
STATUSES = ("草稿", "待审", "已发布", "需更新", "已撤回", "已合并", "发布")
ODD = (
    "2020-02-30", "0000-00-00", "9999-99", "2020-13", "20XX", "2020/2019", "../..", "-2020", "~",
    "null", "''", '""', "[]", "{}", "[[]]", "[{}]", "{a: 甲}", "[甲, [乙]]", "no", "012", "1e999",
    ".inf", ".nan", "0x10", "12:30", "-1", "99999999999999999999", "3.14", "true", "../../x", "CON",
    "con.yml", "a" * 70, '"[@"', '"[@]"', '"[@a#F1"', '"甲 [@a#F1; @b]"', '"[@编者]"',
    '"[@@a#F1;;]"', '"。"', '"甲。。乙！？"', '"{{ 7*7 }}"', '"<script>"', '"javascript:alert(1)"',
    '"=1+1"', '"1\\u0661２"', "１２３", "〇〇", "亿万亿", "九十八七六", "两两", "第一百",
    "1,000,000", "1,2,3人", "三四十人", "百分之百人", "0.0人", "零人", "个", "11010519491231002X",
    "13800138000", "a@b.cn", "１３８００１３８０００", '"\\\\"', '"\\x41"', "'甲''乙'", "甲" * 400,
    "ref", "title", "http://[::1", "https://例子.中国/%zz", "mailto:x", "10.1000/182", "978-7-0",
    "P1D", "PT9e9H",
)  # fmt: skip


def other_value(text: str, rng: Random) -> str:
    """Give a key another value: an odd one, or one from elsewhere in the file."""
    hits = list(_PAIR.finditer(text))
    if not hits:
        return text
    hit, other = rng.choice(hits), rng.choice(hits)
    value = rng.choice(ODD) if rng.random() < 0.6 else other[1] or ""
    if hit[1] is None:
        return text[: hit.end()] + " " + value + text[hit.end() :]
    return text[: hit.start(1)] + value + text[hit.end(1) :]


def no_value(text: str, rng: Random) -> str:
    """Leave a key empty."""
    hits = [hit for hit in _PAIR.finditer(text) if hit[1]]
    if not hits:
        return text
    hit = rng.choice(hits)
    return text[: hit.start(1)].rstrip(" ") + text[hit.end(1) :]


def _exchange(pattern: re.Pattern[str], text: str, rng: Random) -> str:
    """Put one match of a pattern in the place of another."""
    hits = list(pattern.finditer(text))
    if not hits:
        return text
    hit, other = rng.choice(hits), rng.choice(hits)
    return text[: hit.start()] + other[0] + text[hit.end() :]


def other_word(text: str, rng: Random) -> str:
    """Write a word of the file in another place."""
    return _exchange(_WORD, text, rng)


def other_id(text: str, rng: Random) -> str:
    """Point somewhere else: to another entry, another fact, or to the entry itself."""
    return _exchange(rng.choice((_ID, _ID, _FACT)), text, rng)


def other_key(text: str, rng: Random) -> str:
    """Use the key of another field."""
    return _exchange(_KEY, text, rng)


def other_number(text: str, rng: Random) -> str:
    """Change a number, or the number of a character of a word."""
    hits = list(_NUMBER.finditer(text))
    if not hits:
        return text
    hit = rng.choice(hits)
    number = str(rng.randrange(10 ** rng.randrange(1, 6)))
    number = rng.choice(
        (number, "".join(rng.choices("一二两三十百千万亿零", k=rng.randrange(1, 7))))
    )
    return text[: hit.start()] + number + text[hit.end() :]


def other_status(text: str, rng: Random) -> str:
    """Publish a draft, withdraw or merge an entry."""
    return _STATUS.sub(rng.choice(STATUSES), text, count=1)


def misspelt(text: str, rng: Random) -> str:
    """Change one letter of a word or key."""
    hits = list(_WORD.finditer(text))
    if not hits:
        return text
    hit = rng.choice(hits)
    at = rng.randrange(hit.start(), hit.end())
    return text[:at] + rng.choice(("", "x", "甲", text[at] * 2)) + text[at + 1 :]


VALUES: tuple[tuple[Change, int], ...] = (
    (other_value, 34),
    (no_value, 8),
    (other_word, 16),
    (other_id, 14),
    (other_key, 8),
    (other_number, 12),
    (other_status, 4),
    (misspelt, 10),
)
