"""Structures that break parsers: depth, references, and far too much of anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_VALUE = re.compile(r"(?:^ *(?:- )*|[{,] ?)[a-z_A-Z]+: +([^\n{}\[\],]+)", re.MULTILINE)
_STUFF = (
    "甲", "a", " ", "  \n", "1", "九", "万", "亿", "十九", " 甲", "[@", "[@a#F1]", "[@a#F1] 。",
    "；", "。", "“", "”", "a@", "a.", "a-", "-", "\\", "：", ": ", ":", "#", " #", ", ", ",", "《",
    "》", "20200101", "1,000", "…", "\u3000", "\u200b", "😀", "e\u0301", "http://", "%", "../", "'",
    '"', "甲, 乙", "（", "?", "!", "\t", "~", "1.", "x1", "X0", "1 ", "1-", "甲。\n\n  ", "* ", "_",
    "`", "<", "&a ", "{{", "| ", "人", "1人",
)  # fmt: skip
_OPENERS = (
    "[",
    "{",
    "{a: ",
    "[a, ",
    "- ",
    "? ",
    "[{",
    '["',
    "{a: [",
    "!!x ",
    "&a ",
    '"',
    "'",
    "【",
)
_TEXTS = (
    "a: &a [x]\nb: *a", "<<: {a: b}", "b: !!python/object/apply:os.system [ls]", "b: !!binary AAAA",
    "b: !!timestamp 2020-02-30", "%TAG ! tag:x,2000:", "--- a\n--- b", "? [a, b]\n: c",
    "? {a: b}\n: c", "? |\n  甲\n: 乙", "b: |9\n  甲", "b: |-+\n 甲", "b: >1-\n  甲\n 乙",
    'b: "\\x"', 'b: "\\ud800"', 'b: "甲\n  乙', "b: '甲\n乙'", "b: [甲,\n乙\n, {丙: \n丁}]",
    "{a: b, a: b}", "[a]: b", "{a: b}: c", 'b: "\\\n  甲"', "- - - - 甲\n    - 乙", "b: {? a: c}",
    "b: [? a: c]", "b: {: c}", "b: [a: b: c]", "b: {a, b, c: }", "b: {a: [}, b: ]}", "b: ]]]}}}",
    "b: *", "b: &", "b: !", "!<tag:x> b: c", "b: @",
)  # fmt: skip
Bomb = Callable[[str, Random], str]


def _size(rng: Random, most: int) -> int:
    """Return a size; small ones are as likely as large ones."""
    return int(most ** rng.random())


def deep(text: str, rng: Random) -> str:
    """Nest brackets, dashes, keys, quotes; closed again or not."""
    opener, depth = rng.choice(_OPENERS), _size(rng, 300_000)
    close = ""
    if rng.random() < 0.5:
        depth = min(depth, 40)
        pairs = {"[": "]", "{": "}"}
        close = "".join(pairs.get(c, "") for c in reversed(opener)) * depth
    return _put(text, opener * depth + rng.choice(("", "x")) + close, rng)


def ladder(text: str, rng: Random) -> str:
    """Indent every line more than the one above."""
    step, head = rng.choice((1, 1, 2, 3)), rng.choice(("a:", "- a:", "-", "a: |", "a: [", "? a"))
    steps = min(_size(rng, 3_000), 900)
    return _insert(text, [" " * (step * n) + head for n in range(steps)], rng)


def aliases(text: str, rng: Random) -> str:
    """Double a value by reference, level by level."""
    levels = rng.randrange(1, 12)
    lines = ["b0: &b0 [甲, 甲]", *(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]" for n in range(1, levels))]
    return _insert(text, lines, rng)


def exotic(text: str, rng: Random) -> str:
    """Use what this project does without: tags, anchors, directives, keys that are lists."""
    return _insert(text, rng.choice(_TEXTS).split("\n"), rng)


def huge_value(text: str, rng: Random) -> str:
    """Give a key a very long value, plain, in quotes or as block text."""
    stuff = rng.choice(_STUFF)
    value = stuff * (_size(rng, 400_000) // len(stuff) + 1)
    if rng.random() < 0.02:
        value *= 1 + 1_100_000 // len(value.encode())
    if rng.random() < 0.5:
        value = f"甲{value}乙"
    quote = rng.choice(("", "", '"', "'", "> ", "["))
    if quote == "> ":
        return _put(text, ">-\n    " + value.replace("\n", "\n    "), rng)
    return _put(text, quote + value + ("]" if quote == "[" else quote), rng)


def many_lines(text: str, rng: Random) -> str:
    """Write very many keys, items, comments or empty lines."""
    line = rng.choice(
        ("k{n}: 甲", "同: 甲", "- 甲{n}", "# {n}", "", "k{n}：甲", "  甲", "- {{ref: a{n}}}", "a:")
    )
    return _insert(text, [line.format(n=n) for n in range(_size(rng, 12_000))], rng)


def many_items(text: str, rng: Random) -> str:
    """Write a very long list or map in brackets."""
    item = rng.choice(
        ("a{n}", "甲{n}", "{{ref: a{n}}}", "k{n}: 甲", "同: 甲", "", '"甲" ', "[{n}]", "a#F{n}")
    )
    items = ", ".join(item.format(n=n) for n in range(_size(rng, 30_000)))
    return _put(text, rng.choice(("[{}]", "{{{}}}", "[{}", "{}]")).format(items), rng)


def repeated(text: str, rng: Random) -> str:
    """Paste the whole file again and again, or one of its lines."""
    times = _size(rng, 300)
    if rng.random() < 0.3:
        return text * min(times, 1 + 600_000 // (len(text) + 1))
    lines = text.split("\n")
    return _insert(text, [rng.choice(lines)] * times * 10, rng)


BOMBS: tuple[tuple[Bomb, int], ...] = (
    (deep, 20),
    (ladder, 8),
    (aliases, 5),
    (exotic, 22),
    (huge_value, 22),
    (many_lines, 8),
    (many_items, 8),
    (repeated, 7),
)


def _put(text: str, value: str, rng: Random) -> str:
    """Write a value in the place of one that is there, most often."""
    hits = list(_VALUE.finditer(text))
    if not hits or rng.random() < 0.1:
        return _insert(text, [value], rng)
    hit = rng.choice(hits)
    return text[: hit.start(1)] + value + text[hit.end(1) :]


def _insert(text: str, new: list[str], rng: Random) -> str:
    """Write lines between those that are there, most often at the margin."""
    lines = text.split("\n")
    at = rng.randrange(len(lines) + 1)
    margin = " " * rng.choice((0, 0, 0, 2, 4))
    return "\n".join([*lines[:at], *(margin + line for line in new), *lines[at:]])
