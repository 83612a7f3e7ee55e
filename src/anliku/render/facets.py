"""By what a reader can narrow the library: each facet's values, and the entries of each value.

The keys stand in addresses: browse.html?tasks=…&beneficiaries=….
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.evidence import Evidence
from anliku.link.linked import LinkedCatalog
from anliku.schema.choices import CONTRAST
from anliku.schema.kinds import KINDS
from anliku.schema.vocabulary import Concept

SCHEMES = {
    "beneficiaries": "beneficiaries",
    "tasks": "tasks",
    "event": "events",
    "phase": "phases",
    "place": "places",
    "supported": "supported",
    "methods": "methods",
}
"""Facet → vocabulary whose values it has."""
LABELS = {
    "kind": "类别",
    "model": KINDS["model"].label,
    "organization": KINDS["organization"].label,
    "note": KINDS["teaching_note"].label,
    "evidence": "依据",
}
"""Facets whose values come from no vocabulary."""
HAS = "有"
"""The only value of a facet that says whether something is there."""
ORDER = (
    "beneficiaries", "tasks", "event", "phase", "place", "model",
    "organization", "supported", "methods", "evidence", "note", "kind",
)  # fmt: skip
"""The first ones are what readers ask for first."""
UNBROWSED = frozenset({"vocabulary"})


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and the entries that have it or one below it; `depth`: how many stand above."""

    label: str
    entries: tuple[Entry, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class FacetTable:
    """A facet with the values that some entry has."""

    key: str
    label: str
    values: tuple[FacetValue, ...]


def browsed(linked: LinkedCatalog) -> list[Entry]:
    """Return all entries that can be browsed, the newest first."""

    def place(entry: Entry) -> tuple[int, int, str]:
        record = entry.record
        return -record.updated.toordinal(), -record.added.toordinal(), entry.id

    return sorted((e for e in linked.published if e.kind.name not in UNBROWSED), key=place)


def facet_tables(linked: LinkedCatalog, entries: Iterable[Entry]) -> list[FacetTable]:
    """Return every facet that some of the entries have a value of."""
    shown = tuple(entries)
    found = (facet_table(linked, key, shown) for key in ORDER)
    return [table for table in found if table.values]


def facet_table(linked: LinkedCatalog, key: str, entries: Iterable[Entry]) -> FacetTable:
    """Return one facet; only its values that some of the entries have."""
    shown = {entry.id for entry in entries}
    label = LABELS.get(key) or _title(linked, SCHEMES[key])
    values = (
        FacetValue(value.label, kept, value.depth)
        for value in (_concepts if key in SCHEMES else _TABLES[key])(linked, SCHEMES.get(key, key))
        if (kept := tuple(entry for entry in value.entries if entry.id in shown))
    )
    return FacetTable(key, label, tuple(values))


def _title(linked: LinkedCatalog, scheme: str) -> str:
    entry = linked.catalog.by_id.get(scheme)
    return entry.title if entry else scheme


def _concepts(linked: LinkedCatalog, scheme: str) -> Iterator[FacetValue]:
    """Yield the values of a vocabulary as a tree: who asks for 四川 wants 成都, too."""
    concepts = linked.concepts.get(scheme, {}).values()
    below: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        below[concept.broader or ""].append(concept)

    def branch(concept: Concept, depth: int) -> list[FacetValue]:
        narrower = [value for one in below[concept.id] for value in branch(one, depth + 1)]
        own = linked.users_of_value.get((scheme, concept.label), ())
        found = (*own, *(entry for value in narrower for entry in value.entries))
        all_of_it = tuple({entry.id: entry for entry in found}.values())
        return [FacetValue(concept.label, all_of_it, depth), *narrower]

    for concept in below[""]:
        yield from branch(concept, 0)


def titles_of(entry: Entry, linked: LinkedCatalog, kind: str) -> Iterator[str]:
    """Yield the titles of the published entries of a kind that an entry is, or names."""
    if entry.kind.name == kind:
        yield entry.title
    for edge in linked.outgoing.get(entry.id, ()):
        is_named = edge.target.kind.name == kind and edge.role != CONTRAST
        if is_named and edge.target.is_published:
            yield edge.target.title


def _titles(linked: LinkedCatalog, kind: str) -> Iterator[FacetValue]:
    found: dict[str, dict[str, Entry]] = {
        entry.title: {} for entry in linked.published if entry.kind.name == kind
    }
    for entry in linked.published:
        for title in titles_of(entry, linked, kind):
            found[title][entry.id] = entry
    for title, entries in found.items():
        yield FacetValue(title, tuple(entries.values()))


def _evidence(linked: LinkedCatalog, _: str) -> Iterator[FacetValue]:
    """Yield the best evidence first."""
    for evidence in reversed(Evidence):
        entries = (e for e in linked.published if linked.evidence.get(e.id) is evidence)
        yield FacetValue(evidence.label, tuple(entries))


def _notes(linked: LinkedCatalog, _: str) -> Iterator[FacetValue]:
    notes = (e for e in linked.published if e.kind.name == "teaching_note")
    taught = {
        edge.target.id: edge.target for note in notes for edge in linked.outgoing.get(note.id, ())
    }
    yield FacetValue(HAS, tuple(entry for entry in taught.values() if entry.is_published))


def _kinds(linked: LinkedCatalog, _: str) -> Iterator[FacetValue]:
    for kind in KINDS.values():
        yield FacetValue(kind.label, tuple(e for e in linked.published if e.kind is kind))


_TABLES: dict[str, Callable[[LinkedCatalog, str], Iterator[FacetValue]]] = {
    "model": _titles,
    "organization": _titles,
    "evidence": _evidence,
    "note": _notes,
    "kind": _kinds,
}
