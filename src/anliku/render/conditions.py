"""What a reader compares with her own place: conditions of an entry, its own or borrowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.check.complete import unsaid_words
from anliku.link.linked import LinkedCatalog
from anliku.render.cells import requirement_words
from anliku.schema.base import Point
from anliku.schema.case import Case
from anliku.schema.choices import CONTRAST
from anliku.schema.model import Model, Requirement, Requirements
from anliku.schema.practice import Practice
from anliku.schema.walk import fields_of

ASKED = "requirements"
LENDERS = ("models", "practices")
"""Links of a case to what it can borrow conditions from, in this order."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A row: what the case had, or what the model or practice asks for.

    `by_editors`: the substitute is the editors' advice, whatever the condition rests on.
    """

    text: str
    substitute: str
    origin: str
    cite: tuple[str, ...]
    by_editors: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet of an entry holds.

    `lender`: the entry whose conditions these are; `silent`: what its source leaves open, in
    words; `stops`: what the entry says to watch for, to think of when to stop.
    """

    entry: Entry
    lender: Entry
    rows: tuple[Condition, ...]
    silent: tuple[str, ...]
    stops: tuple[Point, ...]

    @property
    def is_borrowed(self) -> bool:
        """Tell whether the conditions are another entry's."""
        return self.entry != self.lender


def sheet_of(entry: Entry, linked: LinkedCatalog) -> Sheet | None:
    """Return the sheet of an entry; None when neither it nor what it uses has conditions."""
    for lender in (entry, *_lenders(entry, linked)):
        rows = conditions_of(lender)
        if rows:
            return Sheet(entry, lender, rows, _silent(lender), _stops(entry))
    return None


def conditions_of(entry: Entry) -> tuple[Condition, ...]:
    """Return the entry's own rows: of a case 借鉴条件, else what is needed."""
    record = entry.record
    found: list[Condition] = []
    if isinstance(record, Case):
        found += (
            Condition(one.condition, one.substitute or "", one.origin, one.cite)
            for one in record.transfer
        )
    if isinstance(record, Practice):
        found += (Condition(one.text, "", one.origin or "", one.cite) for one in record.needs)
    if isinstance(record, Model | Practice) and record.requirements:
        found += _scales(record.requirements)
    return tuple(found)


def _scales(asked: Requirements) -> Iterator[Condition]:
    for key, (_, info) in fields_of(Requirements).items():
        one = getattr(asked, key)
        if isinstance(one, Requirement) and not one.example_only:
            text = f"{info.title}：{requirement_words(one)}"
            yield Condition(text, one.substitute or "", one.origin, one.cite, by_editors=True)


def _lenders(entry: Entry, linked: LinkedCatalog) -> tuple[Entry, ...]:
    edges = linked.outgoing.get(entry.id, ()) if isinstance(entry.record, Case) else ()
    return tuple(
        edge.target
        for field in LENDERS
        for edge in edges
        if edge.relation.field == field and edge.role != CONTRAST and edge.target.is_published
    )


def _silent(entry: Entry) -> tuple[str, ...]:
    paths = (path for path in entry.record.unstated if path.startswith(f"{ASKED}."))
    return tuple(unsaid_words(type(entry.record), path) for path in paths)


def _stops(entry: Entry) -> tuple[Point, ...]:
    record = entry.record
    if isinstance(record, Case):
        return record.pitfalls
    return record.when_not if isinstance(record, Model | Practice) else ()
