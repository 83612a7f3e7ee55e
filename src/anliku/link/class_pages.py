"""What a class is given to read: the A page (before the decision) as plain values."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.link.class_names import hidden_names, main_cases, stood_in
from anliku.link.linked import LinkedCatalog
from anliku.schema.case import Case
from anliku.schema.edtf import in_words
from anliku.schema.teaching_note import Question, TeachingNote
from anliku.schema.walk import fields_of

PARTS = ("a", "b", "questions", "worksheet")
"""The pages of a class; each has an address of its own that says nothing of the others."""
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 6
_READS_B = re.compile(r"读\s*B\s*页")
DECIDES = "做决定"


@dataclass(frozen=True, slots=True)
class APageText:
    """`parts`: heading (empty for the main text) and prose without names or citation marks."""

    title: str
    parts: tuple[tuple[str, str], ...]
    ask: str
    questions: tuple[Question, ...]

    @property
    def whole(self) -> str:
        """Return all that a learner sees, for the check."""
        asked = (question.text for question in self.questions)
        return "\n".join((self.title, *(t for part in self.parts for t in part), self.ask, *asked))


def class_address(note_id: str, part: str) -> str:
    """Return the address of a page of a class: stable, and no hint at the case or at the others."""
    number = int.from_bytes(hashlib.sha256(f"class/{note_id}/{part}".encode()).digest()[:8])
    letters = ""
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return f"class/{letters}.html"


def before_b(note: TeachingNote) -> tuple[Question, ...]:
    """Return the questions that are asked before the B page: by the plan, else by their purpose."""
    for at, step in enumerate(note.plan):
        if _READS_B.search(step.step):
            asked = {number for earlier in note.plan[:at] for number in earlier.questions}
            return tuple(q for q in note.questions if q.id in asked)
    return tuple(q for q in note.questions if q.purpose == DECIDES)


def a_page(note: Entry, linked: LinkedCatalog) -> APageText | None:
    """Return the A page of a note, with stand-ins for names; None where it has none."""
    record = note.record
    if not isinstance(record, TeachingNote) or record.a_page is None:
        return None
    page, names = record.a_page, hidden_names(note, linked)
    if page.text:
        parts = [("", _worded(page.text, linked))]
    else:
        cases = main_cases(note, linked)
        parts = []
        for number, case in enumerate(cases, 1):
            for heading, text in _shown(case, page.shows, linked):
                many = len(cases) > 1 and not heading
                parts.append((f"情况 {number}" if many else heading, text))
    hidden = [(heading, stood_in(text, names, linked)) for heading, text in parts]
    return APageText(page.title, tuple(hidden), page.ask or "", before_b(record))


def _worded(text: str, linked: LinkedCatalog) -> str:
    """Return prose without marks; a link without words of its own becomes the other's title."""
    return plain(text, linked.title_of)


def _shown(case: Entry, keys: tuple[str, ...], linked: LinkedCatalog) -> list[tuple[str, str]]:
    """Return the main text first, without a heading, then the short fields under theirs."""
    record = case.record
    if not isinstance(record, Case):
        return []
    labels = fields_of(Case)
    found: list[tuple[str, str]] = []
    if "situation" in keys and record.situation:
        found.append(("", _worded(record.situation, linked)))
    for key in keys:
        text = _short(record, key)
        if text:
            found.append((labels[key][1].title or key, text))
    return found


def _short(record: Case, key: str) -> str:
    match key:
        case "period" if record.period:
            days = [in_words(day) for day in (record.period.start, record.period.end) if day]
            return record.period.text or "至".join(days)
        case "place" if record.place:
            place = record.place
            parts = (place.country, place.province, place.city, place.district)
            return "".join(dict.fromkeys(part for part in parts if part))
        case "phases" | "events" | "beneficiaries" | "supported":
            return "、".join(getattr(record, key))
        case _:
            return ""
