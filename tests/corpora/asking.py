"""Ask about made-up cases as tired people type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import TypedDict

from tests.corpora import spelling, ways
from tests.corpora.desk import Asked, Desk, Filters, Relevance
from tests.corpora.sections import SECTION
from tests.corpora.writing import Case

TRIES = 3000
Way = Callable[[Desk], Asked]
KINDS: dict[str, tuple[Way, ...]] = {  # the ways of a kind take turns
    "multi": (ways.pair, ways.sized, ways.placed, ways.pair, ways.sized_pair, ways.pair),
    "synonym": (*(ways.synonym,) * 5, ways.said),
    "partial": (*(ways.cut,) * 4, ways.cut_org),
    "org": (ways.org, ways.org_about, ways.org, ways.org_about, ways.org_in_full),
    "pinyin": (
        spelling.full,
        spelling.org_full,
        spelling.initials,
        spelling.org_initials,
        spelling.full,
        spelling.two,
    ),
    "trad": (*(ways.hant,) * 4, ways.hant_org),
    "typo": (ways.slip, ways.slip, ways.slip_org),
    "facet": (ways.filtered,),
}


class Query(TypedDict):
    """A query with everything that answers it."""

    id: str
    kind: str
    q: str
    filters: Filters
    rel: Relevance


def queries(cases: list[Case], seed: int, each: int = 12) -> list[Query]:
    """Return queries of eight kinds, each with a case that answers it well."""
    desk = Desk(cases, seed)
    return [
        {"id": f"{kind}-{number:02d}", "kind": kind, "q": q, "filters": filters, "rel": rel}
        for kind in KINDS
        for number, (q, filters, rel) in enumerate(_take(desk, kind, each), start=1)
    ]


def _take(desk: Desk, kind: str, number: int) -> Iterator[Asked]:
    """Yield queries of a kind, no two of which have the same answers."""
    seen: list[Relevance] = []
    turns = cycle(KINDS[kind])
    way = next(turns)
    for _ in range(TRIES):
        if len(seen) == number:
            return
        q, filters, rel = way(desk)
        if max(rel.values(), default=0) >= SECTION and rel not in seen:
            seen.append(rel)
            way = next(turns)
            yield q, filters, rel
    if len(seen) < number:
        raise ValueError(f"{len(desk.cases)} cases are too few for {number} {kind} queries")
