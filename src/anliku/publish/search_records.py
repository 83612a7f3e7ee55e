"""Entries as the search sees them: names, tags, texts by section, facets, size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.link.linked import LinkedCatalog
from anliku.publish.search_facets import facet_values
from anliku.render.page import Page
from anliku.schema.case import Case
from anliku.schema.field import fact_about
from anliku.schema.guide import Guide
from anliku.schema.organization import Organization
from anliku.schema.source import Source
from anliku.schema.term import Term
from anliku.schema.walk import fields_of, walk
from anliku.search import SearchRecord, Section

UNSEARCHED = frozenset({"vocabulary"})
BEHIND = {"source": 0.4, "teaching_note": 0.55, "reading_list": 0.55}
"""Kinds that stand behind others: a reader wants what was made of a source before the source,
and a case before the lesson on it.
"""
_SECTION = re.compile(r"<section\b[^>]*\bid=\"([^\"]+)\"")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
_CITATION = re.compile(r"[a-z0-9-]+#[A-Za-z0-9]+")
_OWN_FIELDS = frozenset(
    {
        *("title", "title_en", "keywords", "summary", "takeaway", "passages", "facts", "pinyin"),
        *("sections", "caveats"),
    }
)
"""Fields that have a place of their own in a record, or are no text."""


def search_records(linked: LinkedCatalog, pages: Iterable[Page]) -> list[SearchRecord]:
    """Return a record for each published entry."""
    anchors = {page.entry_id: set(_SECTION.findall(page.body)) for page in pages if page.entry_id}
    return [
        _record(entry, linked, anchors.get(entry.id, set()))
        for entry in linked.published
        if entry.kind.name not in UNSEARCHED
    ]


def _record(entry: Entry, linked: LinkedCatalog, anchors: set[str]) -> SearchRecord:
    record = entry.record
    makers = _organizations(entry, linked)
    summary = _line(record.summary, linked)
    shown = record.takeaway if isinstance(record, Case) else summary
    tags = [*record.keywords, *_labels(entry, linked), record.title_en or ""]
    return SearchRecord(
        id=entry.id,
        kind=entry.kind.name,
        title=entry.title,
        url=entry.address,
        summary=shown,
        names=tuple(dict.fromkeys(_names(entry, makers))),
        tags=tuple(dict.fromkeys(filter(None, tags))),
        sections=tuple(_sections(entry, linked, anchors, summary if shown != summary else "")),
        facets=facet_values(entry, linked),
        size=_size([entry, *makers]),
        note="、".join(maker.title for maker in makers[:2]) if isinstance(record, Case) else "",
        weight=BEHIND.get(entry.kind.name, 1.0),
        reading=record.pinyin or "",
    )


def _line(text: str, linked: LinkedCatalog) -> str:
    return " ".join(plain(text, linked.title_of).split())


def _organizations(entry: Entry, linked: LinkedCatalog) -> list[Entry]:
    """Return the organizations that took part in a case."""
    edges = linked.outgoing.get(entry.id, ()) if isinstance(entry.record, Case) else ()
    found = {e.target.id: e.target for e in edges if isinstance(e.target.record, Organization)}
    return list(found.values())


def _names(entry: Entry, makers: Iterable[Entry]) -> Iterator[str]:
    for one in (entry, *makers):
        record = one.record
        if isinstance(record, Organization):
            yield one.title
            yield from (name.name for name in record.names)
        elif isinstance(record, Term):
            yield from record.alt
        elif one.kind.name == "person":
            yield one.title


def _labels(entry: Entry, linked: LinkedCatalog) -> Iterator[str]:
    """Yield the values that editors chose, as words of the thesaurus."""
    for _, info, value in walk(entry.record):
        scheme = fact_about(info, "vocabulary")
        if scheme and isinstance(value, str):
            yield value
            concept = linked.concepts.get(scheme, {}).get(value)
            if concept and not _HAN_ONLY.fullmatch(value):  # 居家隔离、留观人员及家属
                yield from concept.alt[:1]


def _sections(
    entry: Entry, linked: LinkedCatalog, anchors: set[str], summary: str
) -> Iterator[Section]:
    if summary:
        yield Section("摘要", summary, "summary" if "summary" in anchors else "")
    record = entry.record
    if isinstance(record, Source):
        yield from _passages(record, anchors)
    if isinstance(record, Guide):
        for number, section in enumerate(record.sections, 1):
            anchor = f"s{number}"
            text = _line(section.text, linked)
            yield Section(section.title, text, anchor if anchor in anchors else "")
        yield Section("读的时候要当心", _line(record.caveats, linked), "caveats")
    titles = fields_of(type(record))
    texts: dict[str, list[str]] = {}
    for path, info, value in walk(record):
        key = str(path[0])
        secret = fact_about(info, "instructors") or fact_about(titles[key][1], "instructors")
        if (
            key not in _OWN_FIELDS
            and isinstance(value, str)
            and not secret
            and _is_said(path, value)
        ):
            texts.setdefault(key, []).append(_line(value, linked))
    for key, lines in texts.items():
        heading = titles[key][1].title or key
        yield Section(heading, "\n".join(dict.fromkeys(lines)), key if key in anchors else "")
    linked_titles = [edge.target.title for edge in linked.outgoing.get(entry.id, ())]
    if linked_titles:
        yield Section("相关条目", "\n".join(dict.fromkeys(linked_titles)))


def _is_said(path: tuple[str | int, ...], value: str) -> bool:
    """Leave out ids, citations, dates and what only editors see."""
    machine = {"ref", "cite", "id", "type", "status", "license", "added", "updated", "unstated"}
    hidden = {"changes", "editor_notes", "contributors", "reviewed", "not_used"}
    is_citation = _CITATION.fullmatch(value) is not None
    return not (machine & set(map(str, path)) or str(path[0]) in hidden or is_citation)


def _passages(record: Source, anchors: set[str]) -> Iterator[Section]:
    for passage in record.passages:
        anchor = f"p-{passage.id}"
        facts = [fact.text for fact in record.facts if fact.at and fact.at[0] == passage.id]
        if facts:
            yield Section(passage.about, "\n".join(facts), anchor if anchor in anchors else "")


def _size(entries: Iterable[Entry]) -> tuple[int, int | None] | None:
    """Return the first size that these entries state, as an interval of heads."""
    for entry in entries:
        size: Any = getattr(entry.record, "size", None)
        if size is not None and (size.min is not None or size.max is not None):
            return size.min or 1, size.max
    return None
