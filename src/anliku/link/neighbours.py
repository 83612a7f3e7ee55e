"""Who has to do with whom: the library as a graph, each pair once, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.edges import Edge
from anliku.link.linked import LinkedCatalog

DRAWN = ("model", "practice", "case", "organization", "person", "tool")
"""The kinds of the graph. A related entry is somebody's comparison: no part of what happened."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An entry beside another; `words` say what it is there, all its links together."""

    entry: Entry
    words: tuple[str, ...]


def is_tie(edge: Edge) -> bool:
    """Tell whether a link is drawn: published ends of the kinds of the graph, no comparison."""
    ends = (edge.origin, edge.target)
    apart = edge.relation.field == "related" and edge.origin.kind.name != "organization"
    return not apart and all(e.is_published and e.kind.name in DRAWN for e in ends)


def ties(entry: Entry, linked: LinkedCatalog) -> tuple[Tie, ...]:
    """Return the neighbours of an entry, by kind and then by id."""
    found: dict[str, list[str]] = {}
    entries: dict[str, Entry] = {}
    for other, words in _sides(entry, linked):
        entries[other.id] = other
        said = found.setdefault(other.id, [])
        if words and words not in said:
            said.append(words)
    order = sorted(entries.values(), key=lambda e: (DRAWN.index(e.kind.name), e.id))
    return tuple(Tie(other, tuple(found[other.id])) for other in order)


def _sides(entry: Entry, linked: LinkedCatalog) -> Iterator[tuple[Entry, str]]:
    for edge in linked.outgoing.get(entry.id, ()):
        if is_tie(edge) and edge.target.id != entry.id:
            yield edge.target, edge.role
    for edge in linked.incoming.get(entry.id, ()):
        if is_tie(edge) and edge.origin.id != entry.id:
            yield edge.origin, edge.role_there


def graph_entries(linked: LinkedCatalog) -> list[Entry]:
    """Return every entry of the graph, by kind and then in the order of the library."""
    found = [entry for entry in linked.published if entry.kind.name in DRAWN]
    return sorted(found, key=lambda entry: DRAWN.index(entry.kind.name))
