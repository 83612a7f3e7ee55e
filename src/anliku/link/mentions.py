"""Links inside prose: they lead to entries that readers can see, and are backlinks there."""

from __future__ import annotations

from anliku.catalog import Entry
from anliku.catalog.prose import entry_links
from anliku.link.edges import Edge
from anliku.schema.relations import MENTION
from anliku.schema.walk import prose


def mentions(entry: Entry, by_id: dict[str, Entry]) -> tuple[Edge, ...]:
    """Return the entries that an entry's prose links to, each once, in order of appearance."""
    found: dict[str, Edge] = {}
    for path, text in prose(entry.record):
        for link in entry_links(text):
            target = by_id.get(link.ref)
            if target is not None and target.id != entry.id:
                found.setdefault(target.id, Edge(MENTION, entry, target, path, "", "", ()))
    return tuple(found.values())
