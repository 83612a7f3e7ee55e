"""Links as edges of a graph: stored once, seen from both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.schema.links import ActorLink, FitLink, Link, Post
from anliku.schema.relations import RELATIONS, Relation
from anliku.schema.walk import Path, walk

_DEICTIC = re.compile("这里|那里")

AnyLink = Link | FitLink | ActorLink | Post


@dataclass(frozen=True, slots=True)
class Edge:
    """One link: `origin` stores it, `target` is where it points; `role` in the origin's words."""

    relation: Relation
    origin: Entry
    target: Entry
    path: Path
    role: str
    note: str
    refs: tuple[str, ...]

    @property
    def role_there(self) -> str:
        """The role as the target's page says it, as 下属 for 隶属."""
        return dict(self.relation.turned).get(self.role, self.role)

    @property
    def note_there(self) -> str:
        """The note as the target's page says it: 这里 is always the entry that is being read."""
        return turned(self.note)


def turned(note: str) -> str:
    """Exchange 这里 and 那里."""
    return _DEICTIC.sub(lambda match: "那里" if match[0] == "这里" else "这里", note)


def stored_links(entry: Entry) -> Iterator[tuple[Path, AnyLink, str]]:
    """Yield each link of an entry that names another entry, with that id."""
    for path, _, value in walk(entry.record):
        if isinstance(value, AnyLink) and value.ref:
            yield path, value, value.ref


def relation_of(entry: Entry, path: Path) -> Relation:
    """Return the row of the table for a link; every field of links has one (a test says so)."""
    return RELATIONS[entry.kind.name, str(path[0])]


def role_of(link: AnyLink) -> str:
    """Return the word that says what the other entry is here."""
    match link:
        case FitLink():
            return link.fit
        case Post():
            return link.post
        case _:
            return link.role or ""


def note_of(link: AnyLink) -> str:
    """Return what the link adds in words."""
    match link:
        case FitLink():
            return link.why or ""
        case ActorLink():
            return link.did or link.note or ""
        case _:
            return link.note or ""


def edges(entries: tuple[Entry, ...], by_id: dict[str, Entry]) -> tuple[Edge, ...]:
    """Return every link whose target is there."""
    return tuple(
        Edge(
            relation_of(entry, path),
            entry,
            by_id[ref],
            path,
            role_of(link),
            note_of(link),
            link.cite,
        )
        for entry in entries
        for path, link, ref in stored_links(entry)
        if ref in by_id
    )
