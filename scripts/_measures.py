"""How good a list of hits is, and what is typical of many numbers: plain arithmetic, nothing else.

A grade says how well a record answers a query: 3 squarely, 2 well, 1 in passing, absent not at all.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GOOD = 2
"""The grade from which on a searcher has found something."""
CUT = 10
"""Hits that are looked at for nDCG: as many as the first page shows."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with its answer."""

    kind: str
    hits: Sequence[str]
    grades: Mapping[str, int]

    @property
    def is_answerable(self) -> bool:
        """Tell whether the corpus holds anything to be found."""
        return any(grade > 0 for grade in self.grades.values())


def success(hits: Sequence[str], grades: Mapping[str, int], first: int) -> bool:
    """Tell whether a good record is among the first hits."""
    return any(grades.get(hit, 0) >= GOOD for hit in hits[:first])


def ndcg(hits: Sequence[str], grades: Mapping[str, int], cut: int = CUT) -> float:
    """Return the discounted gain of the first hits as a share of the best possible one.

    A grade gains 2**grade - 1; a record that is listed twice gains once.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:cut])
    if not best:
        return 0.0
    seen: set[str] = set()
    found: list[int] = []
    for hit in hits[:cut]:
        found.append(0 if hit in seen else grades.get(hit, 0))
        seen.add(hit)
    return _gain(found) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def quality(judged: Sequence[Judged]) -> dict[str, float | int | None]:
    """Average over the queries that have an answer; None where there is no such query."""
    rows = [row for row in judged if row.is_answerable]
    return {
        "queries": len(rows),
        "success_at_1": _mean([success(row.hits, row.grades, 1) for row in rows]),
        "success_at_5": _mean([success(row.hits, row.grades, 5) for row in rows]),
        "ndcg_at_10": _mean([ndcg(row.hits, row.grades) for row in rows]),
        "zero_result_rate": _mean([not row.hits for row in rows]),
    }


def quality_by_kind(judged: Sequence[Judged]) -> dict[str, dict[str, float | int | None]]:
    """Average by kind of query, in the order in which the kinds first occur."""
    kinds = dict.fromkeys(row.kind for row in judged)
    return {kind: quality([row for row in judged if row.kind == kind]) for kind in kinds}


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Return the smallest value that this many percent of the values do not exceed."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def spread(values: Sequence[float], digits: int | None = 2) -> dict[str, float | None]:
    """Return median, 95th percentile and maximum; `digits=None` leaves whole numbers whole."""
    found = {"p50": percentile(values, 50), "p95": percentile(values, 95)}
    found["max"] = max(values, default=None)
    return {
        name: value if value is None or digits is None else round(value, digits)
        for name, value in found.items()
    }
