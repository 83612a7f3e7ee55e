"""A pack as plain values: what is read, the classes, the references. Equal values, equal files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.catalog.statements import rests_on
from anliku.link.class_pages import a_page, class_address
from anliku.link.linked import LinkedCatalog
from anliku.link.reading_plan import ItemTime, SectionTime, list_time
from anliku.packs.lesson import Lesson, as_learned
from anliku.packs.lesson_making import lesson_of
from anliku.references import Item, gbt7714, item_of, source_item
from anliku.render.site import Site
from anliku.schema.reading_list import ReadingList
from anliku.schema.source import Source
from anliku.schema.teaching_note import TeachingNote


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of a reading list; `minutes` is 0 where nothing is counted."""

    id: str
    kind: str
    title: str
    importance: str
    minutes: int
    tip: str
    where: str
    address: str
    """Full, or how to find the page where the site has no address yet."""
    a_page: str
    """The A page's address the same way; empty without one. Then the title gives the case away."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a reading list. `when`: 课前, 课上 or 课后."""

    title: str
    when: str
    note: str
    minutes: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A pack for one reading list, or for one teaching note."""

    id: str
    title: str
    kind: str
    about: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    lessons: tuple[Lesson, ...]
    works: tuple[str, ...]
    """The sources behind the cases and the literature on the list, after GB/T 7714."""
    home: str
    address: str
    imprint: str
    licence: str
    updated: tuple[int, int, int]


def outline_of(entry: Entry, linked: LinkedCatalog, site: Site) -> Outline:
    """Return the pack of a reading list or of a teaching note.

    Raises:
        TypeError: the entry is neither.
    """
    record = entry.record
    day = record.updated
    if isinstance(record, ReadingList):
        times = list_time(entry, linked)
        parts = tuple(_part(one, linked, site) for one in times.sections)
        notes = [i.note for s in times.sections for i in s.items if i.note is not None]
        unique = {note.id: note for note in notes if note.is_published}
        lessons = tuple(lesson_of(note, linked) for note in unique.values())
        read = [item.entry for section in times.sections for item in section.items]
        facts = _facts(record)
    else:
        parts, read, lessons = (), [entry], (lesson_of(entry, linked),)
        facts = lessons[0].facts
    return Outline(
        id=entry.id,
        title=entry.title,
        kind=entry.kind.label,
        about=plain(record.summary),
        facts=facts,
        parts=parts,
        lessons=lessons,
        works=tuple(gbt7714(item) for item in works_behind(read, linked)),
        home=site.name,
        address=findable(entry.title, entry.address, site),
        imprint=f"{entry.id} · 第 {record.version} 版 · {day} 更新",
        licence=record.license or site.licence,
        updated=(day.year, day.month, day.day),
    )


def handed_out(outline: Outline) -> Outline:
    """Return a pack without what only instructors see: what learners get is made of this."""
    return replace(outline, lessons=tuple(as_learned(lesson) for lesson in outline.lessons))


def read_in(entry: Entry, linked: LinkedCatalog) -> tuple[tuple[Entry, str, str], ...]:
    """Return what a pack's references list: entries, each with its tip and its importance."""
    if isinstance(entry.record, TeachingNote):
        refs = (link.ref for link in entry.record.cases)
        found = (linked.catalog.by_id.get(ref) for ref in refs)
        return tuple((one, "", "必读") for one in found if one is not None and one.is_published)
    items = [item for section in list_time(entry, linked).sections for item in section.items]
    return tuple((i.entry, i.item.note or "", i.item.importance) for i in items)


def works_behind(entries: Iterable[Entry], linked: LinkedCatalog) -> tuple[Item, ...]:
    """Return the works that some entries rest on, each once: sources themselves, else their own."""
    found: dict[str, Item] = {}
    for entry in entries:
        sources = [entry] if isinstance(entry.record, Source) else _cited(entry, linked)
        for source in sources:
            if source.is_published:
                found.setdefault(source.id, source_item(source))
    return tuple(found.values())


def _cited(entry: Entry, linked: LinkedCatalog) -> list[Entry]:
    if isinstance(entry.record, TeachingNote):
        cases = (linked.catalog.by_id.get(link.ref) for link in entry.record.cases)
        return [s for case in cases if case is not None for s in _cited(case, linked)]
    places = (linked.facts.by_ref.get(ref) for ref in rests_on(entry.record))
    return list({place.source.id: place.source for place in places if place is not None}.values())


def findable(title: str, address: str, site: Site) -> str:
    """Return the full address of a page; without one, how to find it."""
    return site.full(address) or f"在{site.name}里找“{title}”"


def _facts(record: ReadingList) -> tuple[tuple[str, str], ...]:
    rows = (
        ("对象", "、".join(record.audiences)),
        ("课程", "、".join(record.courses)),
        ("期次", record.term or ""),
        ("课上时长", f"{record.duration} 分钟" if record.duration else ""),
        ("维护人", record.maintainer),
        ("最后核对", record.last_checked.isoformat()),
    )
    return tuple((label, value) for label, value in rows if value)


def _part(one: SectionTime, linked: LinkedCatalog, site: Site) -> Part:
    section = one.section
    return Part(
        section.title,
        one.when,
        section.note or "",
        section.minutes or one.minutes,
        tuple(_reading(item, linked, site) for item in one.items),
    )


def _reading(one: ItemTime, linked: LinkedCatalog, site: Site) -> Reading:
    page = a_page(one.note, linked) if one.note is not None else None
    a_address = ""
    if page is not None and one.note is not None:
        a_address = findable(page.title, class_address(one.note.id, "a"), site)
    return Reading(
        one.entry.id,
        one.entry.kind.label,
        page.title if page is not None else one.entry.title,
        one.item.importance,
        one.minutes or 0,
        one.item.note or "",
        one.item.where or "",
        findable(one.entry.title, one.entry.address, site),
        a_address,
    )


def items_of(entry: Entry, linked: LinkedCatalog, site: Site) -> tuple[Item, ...]:
    """Return what a pack's references list, as items."""
    return tuple(item_of(one, site) for one, _, _ in read_in(entry, linked))
