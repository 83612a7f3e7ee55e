"""Sizes of organizations as classes that intervals overlap: 三十人 asks for 11–30 as for 25–40."""

from __future__ import annotations

from anliku.search.record import SearchRecord

BOUNDS = (1, 3, 6, 11, 21, 31, 51, 101, 301, 1001)
"""First number of heads of each class; the last class is open."""


def classes(size: tuple[int, int | None] | None) -> list[int]:
    """Return the numbers of the classes that an interval of heads overlaps."""
    if size is None:
        return []
    low, high = size
    ends = (*BOUNDS[1:], None)
    return [
        number
        for number, (first, after) in enumerate(zip(BOUNDS, ends, strict=True))
        if (high is None or first <= high) and (after is None or low < after)
    ]


def holders(records: list[SearchRecord]) -> list[list[int]]:
    """Return for each class the numbers of the records whose size overlaps it."""
    found: list[list[int]] = [[] for _ in BOUNDS]
    for number, record in enumerate(records):
        for one in classes(record.size):
            found[one].append(number)
    return found
