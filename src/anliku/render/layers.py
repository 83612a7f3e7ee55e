"""Columns of nodes with lines between neighbouring columns, crossing as little as can be.

Own and small: the same input gives the same drawing, which no force-directed layout promises.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

SWEEPS = 12
Lines = Sequence[tuple[str, str]]


def ordered(columns: Sequence[Sequence[str]], lines: Lines) -> list[list[str]]:
    """Return the columns in a good order; `lines` join ids of neighbouring columns.

    Barycentres in sweeps to and fro (Sugiyama); the best of all sweeps by crossings, the first of
    equals. Nodes without a line keep their place at the end.
    """
    beside = _beside(lines)
    now = [list(column) for column in columns]
    best, fewest = [list(column) for column in now], crossings(now, lines)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        numbers = range(1, len(now)) if forward else range(len(now) - 2, -1, -1)
        for number in numbers:
            fixed = now[number - 1 if forward else number + 1]
            now[number] = _by_mean(now[number], fixed, beside)
        found = crossings(now, lines)
        if found < fewest:
            best, fewest = [list(column) for column in now], found
    return best


def _beside(lines: Lines) -> dict[str, list[str]]:
    beside: dict[str, list[str]] = defaultdict(list)
    for one, other in lines:
        beside[one].append(other)
        beside[other].append(one)
    return beside


def _by_mean(
    column: Sequence[str], fixed: Sequence[str], beside: Mapping[str, Sequence[str]]
) -> list[str]:
    place = {node: number / max(1, len(fixed)) for number, node in enumerate(fixed)}

    def mean(item: tuple[int, str]) -> tuple[bool, float, int]:
        number, node = item
        found = [place[other] for other in beside.get(node, ()) if other in place]
        return not found, sum(found) / len(found) if found else 0.0, number

    return [node for _, node in sorted(enumerate(column), key=mean)]


def crossings(columns: Sequence[Sequence[str]], lines: Lines) -> int:
    """Count the pairs of lines that cross."""
    count = 0
    for left, right in pairwise(columns):
        here = {node: number for number, node in enumerate(left)}
        there = {node: number for number, node in enumerate(right)}
        pairs = [(here[a], there[b]) for a, b in lines if a in here and b in there]
        pairs += [(here[b], there[a]) for a, b in lines if b in here and a in there]
        seen: list[int] = []
        for start, group in _by_first(sorted(pairs)):
            del start
            count += sum(len(seen) - bisect_left(seen, end + 1) for end in group)
            for end in group:
                insort(seen, end)
    return count


def _by_first(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, list[int]]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return sorted(found.items())
