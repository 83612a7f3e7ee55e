"""Numbers and postings as printable characters; assets/engine/codec.js reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LEVELS = 4
"""Steps of importance."""
BITS = 4
"""A posting is `number of the record << BITS | level`."""
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MARKS = "!#$%&()*+,./"
"""One for each level, the highest first; no character that ends a string, a term or a script."""


def number(value: int) -> str:
    """Return a whole number ≥ 0 in digits of five bits, the lowest first; the sixth says: more."""
    digits = ""
    while True:
        digit, value = value & 31, value >> 5
        digits += DIGITS[digit | (32 if value else 0)]
        if not value:
            return digits


_SMALL = [number(value) for value in range(4096)]


def gaps(values: Sequence[int]) -> str:
    """Return rising numbers as the gaps between them."""
    steps = [after - before - 1 for before, after in zip((-1, *values), values, strict=False)]
    if steps and max(steps) >= len(_SMALL):
        return "".join(map(number, steps))
    return "".join([_SMALL[step] for step in steps])


def posting(entries: Iterable[int]) -> str:
    """Return a posting, the records of the highest level first, each level after its mark."""
    by_level: list[list[int]] = [[] for _ in range(LEVELS + 1)]
    mask = (1 << BITS) - 1
    for entry in entries:
        by_level[entry & mask].append(entry >> BITS)
    return "".join(
        MARKS[LEVELS - level] + gaps(by_level[level])
        for level in range(LEVELS, 0, -1)
        if by_level[level]
    )


def spread(term: str) -> int:
    """Return the FNV-1a hash of a term over its UTF-16 units, its high bits folded in."""
    value = 2166136261
    for unit in term:
        value = ((value ^ ord(unit)) * 16777619) & 0xFFFFFFFF
    return value ^ (value >> 15)
