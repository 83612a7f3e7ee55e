"""All entries, as written: checked one by one, not yet linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from anliku.read import Document
from anliku.schema.base import Common, Stub
from anliku.schema.choices import PUBLISHED
from anliku.schema.kinds import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One YAML file whose shape is right."""

    kind: Kind
    id: str
    record: Common
    document: Document = field(repr=False)

    @property
    def address(self) -> str:
        """The entry's address from the site's root."""
        return self.kind.address(self.id)

    @property
    def is_published(self) -> bool:
        """Tell whether readers see the entry."""
        return self.record.status in PUBLISHED

    @property
    def title(self) -> str:
        """The entry's title."""
        return self.record.title


@dataclass(frozen=True, slots=True)
class Merged:
    """What is left of an entry that another one replaces."""

    kind: Kind
    id: str
    stub: Stub
    document: Document = field(repr=False)


@dataclass(frozen=True)
class Catalog:
    """Entries in the order of kinds, then of ids."""

    entries: tuple[Entry, ...]
    merged: tuple[Merged, ...] = ()
    unread: frozenset[str] = frozenset()
    """Ids whose files have errors: known to be there, so links to them are not called unknown."""

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        merged: Iterable[Merged] = (),
        unread: Iterable[str] = (),
    ) -> Catalog:
        """Sort entries into a catalog."""
        order = {name: index for index, name in enumerate(KINDS)}
        return cls(
            tuple(sorted(entries, key=lambda e: (order[e.kind.name], e.id))),
            tuple(sorted(merged, key=lambda m: (order[m.kind.name], m.id))),
            frozenset(unread),
        )

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by id; ids are unique over all kinds."""
        return {entry.id: entry for entry in self.entries}

    def of_kind(self, *names: str) -> tuple[Entry, ...]:
        """Return the entries of some kinds."""
        return tuple(entry for entry in self.entries if entry.kind.name in names)
