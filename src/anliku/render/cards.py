"""What a card in a list says of an entry, on pages and in the data of the browser alike."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.link.linked import LinkedCatalog
from anliku.render.citations import issued_in_words
from anliku.render.facets import LABELS
from anliku.schema.case import Case
from anliku.schema.choices import CONTRAST
from anliku.schema.organization import Organization
from anliku.schema.practice import Practice
from anliku.schema.reading_list import ReadingList
from anliku.schema.source import Source
from anliku.schema.teaching_note import TeachingNote
from anliku.schema.tool import Tool

WORDS = {
    "place": "地点",
    "models": "模式",
    "tasks": "服务内容",
    "for_whom": "服务对象",
    "legal_form": "单位类型",
    "size": "规模",
    "form": "形式",
    "publisher": "刊发",
    "issued": "日期",
    "seen": "看到多少",
    "facts": "事实",
}
"""The small words of cards; shorter than the labels of the fields."""


@dataclass(frozen=True, slots=True)
class Card:
    """`line`: what it shows, in a sentence; `rows`: label and value."""

    line: str
    rows: tuple[tuple[str, str], ...]


def card(entry: Entry, linked: LinkedCatalog) -> Card:
    """Return what the card of an entry says."""
    record = entry.record
    line = record.takeaway if isinstance(record, Case) else _line(record.summary, linked)
    rows = [(WORDS[key], value) for key, value in _rows(entry, linked).items() if value]
    evidence = linked.evidence.get(entry.id)
    if evidence and not isinstance(record, Source | TeachingNote | ReadingList):
        rows.append((LABELS["evidence"], evidence.label))
    return Card(line, tuple(rows))


def _rows(entry: Entry, linked: LinkedCatalog) -> dict[str, str]:
    match entry.record:
        case Case() as case:
            place = case.place
            parts = (place.province, place.city, place.district) if place else ()
            return {
                "place": "".join(dict.fromkeys(part for part in parts if part)),  # 北京, once
                "models": "、".join(
                    linked.title_of(model.ref) for model in case.models if model.fit != CONTRAST
                ),
                "tasks": "、".join(case.tasks),
                "for_whom": "、".join((*case.beneficiaries, *case.supported)),
            }
        case Organization() as organization:
            size = organization.size
            return {
                "legal_form": organization.legal_form or "",
                "size": size.as_stated if size else "",
            }
        case Tool() as tool:
            return {"form": tool.form or ""}
        case Source() as source:
            return {
                "publisher": source.csl.container_title or source.csl.publisher or "",
                "issued": issued_in_words(source.csl),
                "seen": source.seen,
                "facts": f"{len(source.facts)} 条",
            }
        case Practice() as practice:
            return {
                "tasks": "、".join(practice.tasks),
                "for_whom": "、".join(practice.beneficiaries),
            }
        case _:
            return {}


def _line(text: str, linked: LinkedCatalog) -> str:
    return " ".join(plain(text, linked.title_of).split())
