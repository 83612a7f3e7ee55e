"""The linked catalog: entries with what follows from all of them together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from anliku.catalog import Catalog, Entry
from anliku.link.edges import Edge, edges
from anliku.link.evidence import Evidence, evidence_of
from anliku.link.facts import FactIndex
from anliku.link.mentions import mentions
from anliku.schema.field import fact_about
from anliku.schema.vocabulary import Concept, Vocabulary
from anliku.schema.walk import walk


@dataclass(frozen=True)
class LinkedCatalog:
    """What rendering needs; nothing here is written in any file."""

    catalog: Catalog
    edges: tuple[Edge, ...]
    facts: FactIndex

    @classmethod
    def of(cls, catalog: Catalog) -> LinkedCatalog:
        """Link a catalog; links that lead nowhere are left out (rules name them)."""
        return cls(catalog, edges(catalog.entries, catalog.by_id), FactIndex.of(catalog))

    @cached_property
    def published(self) -> tuple[Entry, ...]:
        """Entries that readers see."""
        return tuple(entry for entry in self.catalog.entries if entry.is_published)

    def title_of(self, entry_id: str) -> str:
        """Return the title of any entry; of an unknown one, its id."""
        found = self.catalog.by_id.get(entry_id)
        return found.title if found else entry_id

    @cached_property
    def outgoing(self) -> dict[str, tuple[Edge, ...]]:
        """Edges by the id of the entry that stores them."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.origin.id].append(edge)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def incoming(self) -> dict[str, tuple[Edge, ...]]:
        """Edges by the id of the entry that they point to: the backlinks."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.target.id].append(edge)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def mentions(self) -> dict[str, tuple[Edge, ...]]:
        """What an entry's prose links to, by its id; they are no relations and carry no weight."""
        found = {entry.id: mentions(entry, self.catalog.by_id) for entry in self.catalog.entries}
        return {key: value for key, value in found.items() if value}

    @cached_property
    def mentioned(self) -> dict[str, tuple[Edge, ...]]:
        """The same by the id of the entry that is linked to."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edges_of_one in self.mentions.values():
            for edge in edges_of_one:
                found[edge.target.id].append(edge)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Evidence by entry id, for entries that cite facts; a guide adds none of its own."""
        weighed = (entry for entry in self.catalog.entries if entry.kind.name != "guide")
        found = {entry.id: evidence_of(entry, self.facts) for entry in weighed}
        return {key: value for key, value in found.items() if value is not None}

    @cached_property
    def concepts(self) -> dict[str, dict[str, Concept]]:
        """Concepts of each vocabulary by label."""
        return {
            entry.id: {concept.label: concept for concept in entry.record.concepts}
            for entry in self.catalog.of_kind("vocabulary")
            if isinstance(entry.record, Vocabulary)
        }

    @cached_property
    def users_of_value(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        """Published entries by (vocabulary, label) of the values they use."""
        found: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
        for entry in self.published:
            for _, info, value in walk(entry.record):
                scheme = fact_about(info, "vocabulary")
                if scheme and isinstance(value, str):
                    found[scheme, value][entry.id] = entry
        return {key: tuple(entries.values()) for key, entries in found.items()}
