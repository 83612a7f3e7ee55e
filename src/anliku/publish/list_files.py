"""What the list builder knows of the library, as classic scripts; assets/list/ reads them.

entries.js has every published entry by kind, and what became of the others: merged ids and their
targets, ids that were taken down. published.js has the published reading lists as the builder
keeps a list; cited.js has every entry's reference, as its own page gives it. Ids are text, so that
links to lists survive the growth of the library.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anliku.catalog import Entry
from anliku.link.class_pages import a_page, class_address
from anliku.link.linked import LinkedCatalog
from anliku.link.reading_plan import ItemTime, SectionTime, list_time
from anliku.link.reading_time import class_minutes_of
from anliku.publish.output import OutputFile
from anliku.render.citing import cited
from anliku.render.list_page import LEVELS
from anliku.render.site import Site
from anliku.schema.kinds import KINDS
from anliku.schema.reading_list import ReadingItem, ReadingList
from anliku.schema.teaching_note import TeachingNote
from anliku.search import joined_script, safe

FOLDER = "assets/list"
PARTS = (
    "codec", "words", "state", "view", "undo", "rows", "drag", "share", "files", "references",
    "picture", "find", "opened", "page",
)  # fmt: skip
QR_PARTS = ("qr_words", "qr_matrix", "qr_picture")
LISTED = tuple(name for name in KINDS if name not in ("vocabulary", "reading_list"))
WITHDRAWN = "已撤回"


def list_files(linked: LinkedCatalog, site: Site) -> Iterator[OutputFile]:
    """Yield the builder's script, its QR encoder, and its data."""
    yield OutputFile.text(f"{FOLDER}/list.js", joined_script("list", PARTS))
    yield OutputFile.text(f"{FOLDER}/qr.js", joined_script("list", QR_PARTS))
    yield _data("entries", "anlikuListEntries", known_entries(linked, site))
    yield _data("published", "anlikuListPublished", published_lists(linked))
    yield _data("cited", "anlikuListCited", references(linked, site))


def known_entries(linked: LinkedCatalog, site: Site) -> dict[str, Any]:
    """Return kinds, entries as [id, title, minutes] by kind, and what became of the others.

    0 minutes: nothing is counted. `classes`: minutes and A page of each teaching note.
    """
    return {
        "kinds": {name: [KINDS[name].label, KINDS[name].page] for name in LISTED},
        "entries": {
            name: [
                [entry.id, entry.title, class_minutes_of(entry) or 0]
                for entry in linked.published
                if entry.kind.name == name
            ]
            for name in LISTED
        },
        "merged": {one.id: one.stub.merged_into for one in linked.catalog.merged},
        "retired": [e.id for e in linked.catalog.entries if e.record.status == WITHDRAWN],
        "notes": _notes(linked),
        "classes": {
            entry.id: [
                entry.record.duration,
                class_address(entry.id, "a") if a_page(entry, linked) else "",
            ]
            for entry in linked.published
            if isinstance(entry.record, TeachingNote)
        },
        "site": site.name,
        "url": site.url,
    }


def references(linked: LinkedCatalog, site: Site) -> dict[str, list[str]]:
    """Return GB/T 7714 and RIS of each entry; YYYY-MM-DD and YYYY/MM/DD stand for the day."""
    found = {}
    for entry in linked.published:
        if entry.kind.name in LISTED:
            by_key = {one.key: one.before + one.slot + one.after for one in cited(entry, site)}
            found[entry.id] = [by_key["gbt"], by_key["ris"]]
    return found


def published_lists(linked: LinkedCatalog) -> dict[str, Any]:
    """Return each published reading list as the builder keeps one."""
    return {
        entry.id: _list(entry, entry.record, linked)
        for entry in linked.published
        if isinstance(entry.record, ReadingList)
    }


def _list(entry: Entry, record: ReadingList, linked: LinkedCatalog) -> dict[str, Any]:
    return {
        "title": record.title,
        "course": "；".join(filter(None, ("、".join(record.courses), "、".join(record.audiences)))),
        "remarks": "",
        "duration": record.duration or 0,
        "items": [
            {
                "id": one.item.ref,
                "level": LEVELS.index(one.item.importance),
                "session": _session(section),
                "minutes": _minutes(one),
                "note": _note(one.item, linked),
                "with": one.note.id if one.note else "",
            }
            for section in list_time(entry, linked).sections
            for one in section.items
        ],
    }


def _session(section: SectionTime) -> str:
    """Return the heading; the builder sees from it whether it takes time in class."""
    title = section.section.title
    seen = next((when for when in ("课前", "课后") if when in title), "课上")
    return title if seen == section.when else f"{section.when}：{title}"


def _minutes(one: ItemTime) -> int:
    """Return minutes that the builder cannot count itself: given ones, and those of a part."""
    counts_itself = one.item.minutes is None and not one.item.where and not one.item.questions
    return 0 if counts_itself else one.minutes or 0


def _note(item: ReadingItem, linked: LinkedCatalog) -> str:
    where = f"读：{item.where}" if item.where else ""
    asked = f"做：{'、'.join(_numbers(item, linked))}" if item.questions else ""
    parts = (part for part in (item.note or "", where, asked) if part)
    return "".join(
        part if part.endswith(("。", "？", "！", "”", "）")) else f"{part}。" for part in parts
    )


def _numbers(item: ReadingItem, linked: LinkedCatalog) -> list[str]:
    """Return the questions as a reader counts them."""
    entry = linked.catalog.by_id.get(item.teaching_note or "")
    note = entry.record if entry else None
    ids = [question.id for question in note.questions] if isinstance(note, TeachingNote) else []
    return [f"第{ids.index(one) + 1}题" if one in ids else one for one in item.questions]


def _notes(linked: LinkedCatalog) -> dict[str, list[str]]:
    """Return the published teaching notes of each case."""
    found: dict[str, list[str]] = {}
    for entry in linked.published:
        if isinstance(entry.record, TeachingNote):
            for case in entry.record.cases:
                found.setdefault(case.ref, []).append(entry.id)
    return found


def _data(name: str, variable: str, value: Any) -> OutputFile:
    return OutputFile.text(f"{FOLDER}/{name}.js", f"window.{variable}={safe(value)};\n")
