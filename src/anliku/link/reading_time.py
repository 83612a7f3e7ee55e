"""How long a reader needs for an entry: the one place where what is read is counted."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.schema.base import Common
from anliku.schema.field import fact_about
from anliku.schema.reading_speed import characters, minutes_for
from anliku.schema.source import Source
from anliku.schema.text import LineMark, ProseMark
from anliku.schema.walk import fields_of, has_mark, walk

UNREAD = frozenset(
    {
        "abstract_en", "changes", "contributors", "csl", "editor_notes", "keywords", "license",
        "log", "not_used", "pinyin", "reviewed", "rights", "status", "title_en", "unstated",
    }
)  # fmt: skip
"""Fields that nobody reads for a class: folded away, in English, or for machines."""


def minutes_of(entry: Entry) -> int:
    """Return the reading time of an entry's page in whole minutes, rounded up; at least 1."""
    return minutes_for(characters_of(entry.record))


def class_minutes_of(entry: Entry) -> int | None:
    """Return what an entry takes a class; None for a source: our page is not the literature."""
    return None if isinstance(entry.record, Source) else minutes_of(entry)


def characters_of(record: Common, where: str = "") -> int:
    """Count what is read of an entry; if `where` names fields by their labels, only these."""
    fields = fields_of(type(record))
    named = {key for key, (_, info) in fields.items() if info.title and info.title in where}
    return sum(
        characters(text)
        for key, text in _texts(record)
        if (key in named if named else key not in UNREAD)
    )


def _texts(record: Common) -> Iterator[tuple[str, str]]:
    """Yield field and text of what readers see: no ids, addresses, citations, answers."""
    top = fields_of(type(record))
    for path, info, value in walk(record):
        key = str(path[0])
        if not isinstance(value, str) or value.startswith("http"):
            continue
        if fact_about(info, "instructors") or fact_about(top[key][1], "instructors"):
            continue
        if has_mark(info, ProseMark):
            yield key, plain(value)
        elif has_mark(info, LineMark):
            yield key, value
