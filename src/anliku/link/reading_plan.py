"""How long a reading list takes: minutes of each item, totals, and whether the class holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.link.reading_time import characters_of
from anliku.schema.choices import Session
from anliku.schema.reading_list import ReadingItem, ReadingList, Section
from anliku.schema.reading_speed import minutes_for
from anliku.schema.source import Source
from anliku.schema.teaching_note import TeachingNote

How = Literal["编者给定", "按字数估算", "按课堂计划", "未计"]


@dataclass(frozen=True, slots=True)
class ItemTime:
    """An item with its entry, its minutes (None: not counted), and where these come from."""

    item: ReadingItem
    entry: Entry
    minutes: int | None
    how: How
    note: Entry | None = None


@dataclass(frozen=True, slots=True)
class SectionTime:
    """A section with its items; `minutes`: what is counted; `uncounted`: items that are not."""

    section: Section
    when: Session
    items: tuple[ItemTime, ...]

    @property
    def minutes(self) -> int:
        """Return the minutes of the items that are counted."""
        return sum(item.minutes or 0 for item in self.items)

    @property
    def uncounted(self) -> int:
        """Return how many items are not counted."""
        return sum(item.minutes is None for item in self.items)

    @property
    def over(self) -> int:
        """Return by how many minutes the items exceed the section; negative when there is room."""
        return self.minutes - (self.section.minutes or self.minutes)


@dataclass(frozen=True, slots=True)
class ListTime:
    """A reading list with its sections."""

    sections: tuple[SectionTime, ...]
    duration: int | None

    def total(self, when: Session) -> int:
        """Return the minutes of all sections at a time: those stated, else those of the items."""
        return sum(s.section.minutes or s.minutes for s in self.sections if s.when == when)

    @property
    def over(self) -> int | None:
        """Return by how many minutes the class is too short; None without a length of the class."""
        if self.duration is None:
            return None
        needed = sum(max(s.minutes, s.section.minutes or 0) for s in self._in_class)
        return needed - self.duration

    @property
    def _in_class(self) -> list[SectionTime]:
        return [section for section in self.sections if section.when == "课上"]


def when_of(section: Section) -> Session:
    """Return when a section is read: as stated, else by its heading, else in class."""
    if section.when:
        return section.when
    for word in ("课前", "课后"):
        if section.title.startswith(word):
            return word
    return "课上"


def list_time(entry: Entry, linked: LinkedCatalog) -> ListTime:
    """Return the times of a reading list; items whose entry readers cannot see are left out."""
    record = entry.record
    if not isinstance(record, ReadingList):
        raise TypeError(f"{entry.id} is no reading list")
    sections = tuple(
        SectionTime(
            section,
            when_of(section),
            tuple(
                _item(item, target, linked)
                for item in section.items
                if (target := linked.catalog.by_id.get(item.ref)) is not None
                and (target.is_published or not entry.is_published)
            ),
        )
        for section in record.sections
    )
    return ListTime(sections, record.duration)


def _item(item: ReadingItem, target: Entry, linked: LinkedCatalog) -> ItemTime:
    note = linked.catalog.by_id.get(item.teaching_note or "")
    if note is not None and target.is_published and not note.is_published:
        note = None  # readers have no such page; AK442 tells the editor
    if item.minutes is not None:
        return ItemTime(item, target, item.minutes, "编者给定", note)
    if note is not None and isinstance(note.record, TeachingNote):
        return ItemTime(item, target, _class_minutes(note.record, item), "按课堂计划", note)
    if isinstance(target.record, Source):  # our page is not the literature
        return ItemTime(item, target, None, "未计", note)
    count = characters_of(target.record, item.where or "")
    return ItemTime(item, target, minutes_for(count), "按字数估算", note)


def _class_minutes(note: TeachingNote, item: ReadingItem) -> int:
    """Return the minutes of the plan, or only of the steps with the questions that are named."""
    asked = set(item.questions)
    if not asked or asked >= {question.id for question in note.questions}:
        return note.duration
    return sum(step.minutes for step in note.plan if asked & set(step.questions))
