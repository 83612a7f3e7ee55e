"""What the search box looks through: a classic script, so that it also loads from file://."""

from __future__ import annotations

import json
from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.schema.case import Case
from anliku.schema.field import fact_about
from anliku.schema.organization import Organization
from anliku.schema.term import Term
from anliku.schema.walk import walk


def search_data(linked: LinkedCatalog) -> OutputFile:
    """Return one record an entry: id, kind, title, address, shown line, names, further words."""
    records = [
        _record(entry, linked) for entry in linked.published if entry.kind.name != "vocabulary"
    ]
    text = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
    # A line separator or "</" would end the script early in some readers.
    safe = text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return OutputFile.text("assets/search-data.js", f"window.anlikuRecords={safe};\n")


def _record(entry: Entry, linked: LinkedCatalog) -> dict[str, str]:
    record = entry.record
    shown = record.takeaway if isinstance(record, Case) else " ".join(plain(record.summary).split())
    names = list(record.keywords)
    if isinstance(record, Organization):
        names += [name.name for name in record.names]
    if isinstance(record, Term):
        names += record.alt
    words = list(dict.fromkeys(_value_words(entry, linked)))
    summary = " ".join(plain(record.summary).split())
    return {
        "id": entry.id,
        "kind": entry.kind.name,
        "title": entry.title,
        "url": entry.address,
        "summary": shown,
        "names": " ".join(name for name in dict.fromkeys(names) if name != entry.title),
        "words": " ".join([*words, *([summary] if summary != shown else [])]),
    }


def _value_words(entry: Entry, linked: LinkedCatalog) -> Iterator[str]:
    """Yield vocabulary labels with all their other words, and the titles of linked entries."""
    for _, info, value in walk(entry.record):
        scheme = fact_about(info, "vocabulary")
        if scheme and isinstance(value, str):
            concept = linked.concepts.get(scheme, {}).get(value)
            yield value
            if concept:
                yield from (*concept.alt, *concept.hidden)
    for edge in linked.outgoing.get(entry.id, ()):
        yield edge.target.title
