"""What the library knows with a date: actions and periods of cases, by year and case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.time_marks import TimeMark, time_mark
from anliku.schema.base import Period
from anliku.schema.case import Action, Case
from anliku.schema.edtf import in_words


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated action of a case; `number` counts the case's actions from 1."""

    entry: Entry
    number: int
    action: Action
    when: str
    mark: TimeMark

    @property
    def address(self) -> str:
        """Where the case tells of it."""
        return f"{self.entry.address}#{anchor(self.number)}"

    @property
    def words(self) -> str:
        """The date in words."""
        return in_words(self.when)


@dataclass(frozen=True, slots=True)
class Span:
    """The period of a case, as far as it is dated; an end that is not stated is an open one."""

    period: Period
    mark: TimeMark

    @property
    def words(self) -> str:
        """The period in words."""
        start, end = self.period.start, self.period.end
        if start and end:
            return f"{in_words(start)}至{in_words(end)}"
        return f"{in_words(start)}起" if start else f"到{in_words(end or '')}"


@dataclass(frozen=True, slots=True)
class CaseYear:
    """What a case did in a year; `span` only in the year in which its period begins."""

    year: int
    entry: Entry
    actions: tuple[Dated, ...]
    span: Span | None

    @property
    def start(self) -> int:
        """What cases of a year are sorted by."""
        marks = [one.mark for one in self.actions]
        return min(mark.start for mark in [*marks, *([self.span.mark] if self.span else [])])


def anchor(number: int) -> str:
    """Return the id of an action on its page."""
    return f"action-{number}"


def dated_actions(entry: Entry) -> tuple[Dated, ...]:
    """Return the dated actions of a case in the order of the entry."""
    actions = entry.record.actions if isinstance(entry.record, Case) else ()
    return tuple(
        Dated(entry, number, action, action.when, time_mark(action.when))
        for number, action in enumerate(actions, 1)
        if action.when
    )


def span_of(entry: Entry) -> Span | None:
    """Return the period of a case if anything of it is dated."""
    period = entry.record.period if isinstance(entry.record, Case) else None
    if period is None or not (period.start or period.end):
        return None
    return Span(period, time_mark(f"{period.start or '..'}/{period.end or '..'}"))


def case_years(cases: Iterable[Entry]) -> Iterator[CaseYear]:
    """Yield what is dated, by year and within a year by day."""
    rows = [row for entry in cases for row in _years_of(entry)]
    yield from sorted(rows, key=lambda row: (row.year, row.start, row.entry.id))


def _years_of(entry: Entry) -> Iterator[CaseYear]:
    by_year: dict[int, list[Dated]] = defaultdict(list)
    for one in dated_actions(entry):
        by_year[_year(one.mark)].append(one)
    span = span_of(entry)
    begins = _year(span.mark) if span else 0
    for year in {*by_year, *([begins] if span else [])}:
        actions = sorted(by_year[year], key=lambda one: (one.mark.start, one.number))
        yield CaseYear(year, entry, tuple(actions), span if year == begins else None)


def _year(mark: TimeMark) -> int:
    return date.fromordinal(mark.start).year


def undated(linked: LinkedCatalog) -> list[Entry]:
    """Return the cases of which no date is known."""
    return [e for e in cases_of(linked) if not dated_actions(e) and span_of(e) is None]


def cases_of(linked: LinkedCatalog) -> list[Entry]:
    """Return the published cases."""
    return [entry for entry in linked.published if entry.kind.name == "case"]
