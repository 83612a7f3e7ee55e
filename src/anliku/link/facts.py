"""Every fact of every source by its reference, and who uses it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from anliku.catalog import Catalog, Entry
from anliku.catalog.statements import Statement, statements
from anliku.schema.source import Fact, Source


@dataclass(frozen=True, slots=True)
class FactPlace:
    """A fact and the source that holds it."""

    source: Entry
    record: Source
    fact: Fact

    @property
    def ref(self) -> str:
        """How entries cite it: `gongyishibao-jiangwei#F086`."""
        return f"{self.source.id}#{self.fact.id}"


@dataclass(frozen=True, slots=True)
class Use:
    """A statement of an entry that cites a fact."""

    entry: Entry
    statement: Statement


@dataclass(frozen=True)
class FactIndex:
    """Facts by reference; uses by reference; which sources are one work."""

    by_ref: dict[str, FactPlace]
    uses: dict[str, tuple[Use, ...]]
    republishes: dict[str, str]
    passages: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalog: Catalog) -> FactIndex:
        """Index a catalog."""
        by_ref = {
            f"{entry.id}#{fact.id}": FactPlace(entry, entry.record, fact)
            for entry in catalog.of_kind("source")
            if isinstance(entry.record, Source)
            for fact in entry.record.facts
        }
        uses: dict[str, list[Use]] = defaultdict(list)
        for entry in catalog.entries:
            for statement in statements(entry.record):
                for ref in statement.refs:
                    uses[ref].append(Use(entry, statement))
        passages = frozenset(
            f"{entry.id}#{passage.id}"
            for entry in catalog.of_kind("source")
            if isinstance(entry.record, Source)
            for passage in entry.record.passages
        )
        used = {ref: tuple(found) for ref, found in uses.items()}
        return cls(by_ref, used, _reprints(catalog), passages)

    def has(self, ref: str) -> bool:
        """Tell whether `source#id` names a fact or a passage."""
        return ref in self.by_ref or ref in self.passages

    def work_of(self, source: str) -> str:
        """Return the id of the work that a source is or reprints."""
        seen = {source}
        while source in self.republishes and self.republishes[source] not in seen:
            source = self.republishes[source]
            seen.add(source)
        return source

    def users(self, ref: str) -> tuple[Entry, ...]:
        """Return the entries that cite a fact, each once."""
        return tuple({use.entry.id: use.entry for use in self.uses.get(ref, ())}.values())

    @cached_property
    def echoes(self) -> dict[str, tuple[FactPlace, ...]]:
        """Return by source the facts, stored at another one, that it states as well (`also`)."""
        found: dict[str, list[FactPlace]] = defaultdict(list)
        for place in self.by_ref.values():
            for source in dict.fromkeys(ref.partition("#")[0] for ref in place.fact.also):
                found[source].append(place)
        return {source: tuple(places) for source, places in found.items()}

    @cached_property
    def users_of_source(self) -> dict[str, tuple[Entry, ...]]:
        """Return the entries that rest on each source."""
        found: dict[str, dict[str, Entry]] = defaultdict(dict)
        for ref, uses in self.uses.items():
            for use in uses:
                found[ref.partition("#")[0]][use.entry.id] = use.entry
        for source, places in self.echoes.items():
            for place in places:
                found[source] |= {entry.id: entry for entry in self.users(place.ref)}
        return {source: tuple(entries.values()) for source, entries in found.items()}

    def texts(self, refs: Iterable[str]) -> str:
        """Return the texts of some facts, joined."""
        return "；".join(self.by_ref[ref].fact.text for ref in refs if ref in self.by_ref)


def _reprints(catalog: Catalog) -> dict[str, str]:
    return {
        entry.id: entry.record.republishes[0].ref
        for entry in catalog.of_kind("source")
        if isinstance(entry.record, Source) and entry.record.republishes
    }
