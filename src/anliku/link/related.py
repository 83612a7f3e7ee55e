"""Entries that have something to do with one another, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.schema.choices import CONTRAST

SHOWN = 4
_WEIGHT = {"practice": 3, "model": 3, "challenge": 2, "organization": 2, "tool": 1}
_REASON = {
    "practice": "都用到做法",
    "model": "同属模式",
    "challenge": "都碰到难点",
    "organization": "都有这个单位",
    "tool": "都有这份工具",
}


@dataclass(frozen=True, slots=True)
class Related:
    """A related entry with the reason in words."""

    entry: Entry
    reason: str


def related(entry: Entry, linked: LinkedCatalog) -> tuple[Related, ...]:
    """Return related entries of the same kind: first those that editors named, then the computed.

    Computed: entries that share a practice, model, challenge, organization or tool; more shared
    ones first, then by id, so that the result never depends on the order of files.
    """
    found: dict[str, Related] = {}
    for edge in (*linked.outgoing.get(entry.id, ()), *linked.incoming.get(entry.id, ())):
        if edge.relation.field == "related" and edge.origin.kind == edge.target.kind:
            is_own = edge.origin.id == entry.id
            other = edge.target if is_own else edge.origin
            said = (edge.role, edge.note) if is_own else (edge.role_there, edge.note_there)
            reason = "：".join(part for part in said if part)
            found[other.id] = Related(other, reason or "编者列为相关")
    for other, reason in _sharing(entry, linked):
        found.setdefault(other.id, Related(other, reason))
    return tuple(item for item in found.values() if item.entry.is_published)[:SHOWN]


def _sharing(entry: Entry, linked: LinkedCatalog) -> list[tuple[Entry, str]]:
    score: dict[str, int] = defaultdict(int)
    reasons: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for neighbour in _neighbours(entry, linked):
        weight = _WEIGHT.get(neighbour.kind.name, 0)
        for other in _neighbours(neighbour, linked) if weight else ():
            if other.kind == entry.kind and other.id != entry.id:
                score[other.id] += weight
                reason = f"{_REASON[neighbour.kind.name]}“{neighbour.title}”"
                reasons[other.id].append((-weight, reason))
    ranked = sorted(score, key=lambda key: (-score[key], key))
    return [(linked.catalog.by_id[key], min(reasons[key])[1]) for key in ranked]


def _neighbours(entry: Entry, linked: LinkedCatalog) -> tuple[Entry, ...]:
    out = [e.target for e in linked.outgoing.get(entry.id, ()) if e.role != CONTRAST]
    back = [e.origin for e in linked.incoming.get(entry.id, ()) if e.role != CONTRAST]
    return tuple({other.id: other for other in (*out, *back)}.values())
