"""By what results can be narrowed: the kind, and values that editors chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from anliku.catalog import Entry
from anliku.link.evidence import Evidence
from anliku.link.linked import LinkedCatalog
from anliku.render.facets import LABELS, titles_of
from anliku.render.facets import SCHEMES as ALL_SCHEMES
from anliku.schema.field import fact_about
from anliku.schema.kinds import KINDS
from anliku.schema.walk import walk
from anliku.search import Facet, SearchRecord

SCHEMES = {key: ALL_SCHEMES[key] for key in ("beneficiaries", "tasks", "phase", "place")}
"""Facet → vocabulary whose values it has: the few that a query needs at hand."""


def facet_values(entry: Entry, linked: LinkedCatalog) -> dict[str, tuple[str, ...]]:
    """Return the values of an entry by facet."""
    evidence = linked.evidence.get(entry.id)
    found = {
        "kind": (entry.kind.label,),
        **{key: tuple(_chosen(entry, scheme)) for key, scheme in SCHEMES.items()},
        "model": tuple(dict.fromkeys(titles_of(entry, linked, "model"))),
        "evidence": (evidence.label,) if evidence else (),
    }
    return {key: values for key, values in found.items() if values}


def _chosen(entry: Entry, scheme: str) -> Iterator[str]:
    values = (
        value
        for _, info, value in walk(entry.record)
        if fact_about(info, "vocabulary") == scheme and isinstance(value, str)
    )
    yield from dict.fromkeys(values)


def facets(linked: LinkedCatalog, records: Sequence[SearchRecord]) -> list[Facet]:
    """Return the facets that narrow anything, their values in the order of vocabularies."""
    titles = {entry.id: entry.title for entry in linked.catalog.of_kind("vocabulary")}
    orders: dict[str, tuple[str, Iterable[str]]] = {
        "kind": (LABELS["kind"], (kind.label for kind in KINDS.values())),
        **{
            key: (titles.get(scheme, scheme), linked.concepts.get(scheme, {}))
            for key, scheme in SCHEMES.items()
        },
        "model": (LABELS["model"], (e.title for e in linked.catalog.of_kind("model"))),
        "evidence": (LABELS["evidence"], (evidence.label for evidence in Evidence)),
    }
    found = []
    for key, (label, order) in orders.items():
        used = {value for record in records for value in record.facets.get(key, ())}
        values = tuple(value for value in order if value in used)
        if len(values) > 1:
            found.append(Facet(key, label, values))
    return found
