"""Dated cases as drawings: places and sizes only; the template draws them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from anliku.catalog import Entry
from anliku.render.dated import CaseYear, Dated
from anliku.render.lettering import lines
from anliku.render.time_axis import Axis, Bar, month_begin, month_end
from anliku.render.time_marks import TimeMark
from anliku.schema.case import Case

WIDTH, LEFT, RIGHT = 860, 232, 836
HEAD, PITCH, FOOT = 34, 42, 12
LABEL = 16.6
"""Ems of a case's title on a line."""
ROWS = 22
"""Rows of one drawing: no more than fit on a sheet of A4."""


@dataclass(frozen=True, slots=True)
class Node:
    """One place to go to: the actions of a case that share a date. `y` is its middle."""

    actions: tuple[Dated, ...]
    bar: Bar
    y: float

    @property
    def words(self) -> str:
        """What the node says when it is read out."""
        done = "；".join(one.action.what for one in self.actions)
        return f"{self.actions[0].words}：{done}"

    @property
    def address(self) -> str:
        """Where it leads."""
        return self.actions[0].address


@dataclass(frozen=True, slots=True)
class Lane:
    """A case in a drawing of a year; `span` lies behind its nodes."""

    entry: Entry
    title: tuple[str, ...]
    span: Bar | None
    nodes: tuple[Node, ...]
    y: float


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A drawing of some cases of a year."""

    year: int
    axis: Axis
    lanes: tuple[Lane, ...]
    width: int = WIDTH

    @property
    def height(self) -> float:
        """The height of the whole."""
        return HEAD + PITCH * len(self.lanes) + FOOT


def year_figures(rows: Sequence[CaseYear]) -> Iterator[YearFigure]:
    """Yield the drawings of a year; its cases share one axis. Below three dates there is none."""
    if sum(len(row.actions) + bool(row.span) for row in rows) < 3:
        return
    axis = _axis(rows)
    count = -(-len(rows) // ROWS)
    for part in range(count):
        shown = rows[part * len(rows) // count : (part + 1) * len(rows) // count]
        yield YearFigure(rows[0].year, axis, tuple(_lanes(shown, axis)))


def _lanes(rows: Iterable[CaseYear], axis: Axis) -> Iterator[Lane]:
    for number, row in enumerate(rows):
        y = HEAD + PITCH * number + PITCH / 2
        yield Lane(
            row.entry,
            lines(row.entry.title, LABEL, 2),
            axis.bar(row.span.mark) if row.span else None,
            nodes_of(row.actions, axis, y),
            y,
        )


def nodes_of(actions: Iterable[Dated], axis: Axis, y: float) -> tuple[Node, ...]:
    """Return a node for each date; the wide ones first, so that points lie upon them."""
    by_date: dict[str, list[Dated]] = defaultdict(list)
    for one in actions:
        by_date[one.when].append(one)
    found = [Node(tuple(group), axis.bar(group[0].mark), y) for group in by_date.values()]
    return tuple(sorted(found, key=lambda node: -node.bar.width))


def _axis(rows: Sequence[CaseYear]) -> Axis:
    """Return the months of the year in which something is dated."""
    year = rows[0].year
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = [day for row in rows for day in _days(row) if first <= day <= last]
    start = month_begin(min(days, default=first))
    end = month_end(max(days, default=last))
    return Axis(start, end, LEFT, RIGHT)


def _days(row: CaseYear) -> Iterator[int]:
    marks = [one.mark for one in row.actions] + ([row.span.mark] if row.span else [])
    for mark in marks:
        yield from (day for day in (mark.first, mark.last) if day is not None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """An event in the drawing of all years: its name, where its years begin, its dated marks."""

    name: str
    bars: tuple[Bar, ...]
    count: int
    years: tuple[int, ...]
    y: float


@dataclass(frozen=True, slots=True)
class Overview:
    """All events over all years."""

    axis: Axis
    stretches: tuple[Stretch, ...]
    width: int = WIDTH
    pitch: int = 26

    @property
    def height(self) -> float:
        """The height of the whole."""
        return HEAD + self.pitch * len(self.stretches) + FOOT


def overview(rows: Sequence[CaseYear]) -> Overview | None:
    """Draw which events have dated actions in which years, the earliest first."""
    by_event: dict[str, list[CaseYear]] = defaultdict(list)
    for row in rows:
        events = row.entry.record.events if isinstance(row.entry.record, Case) else ()
        by_event[events[0] if events else "没有写情境"].append(row)
    marks = [_known(one.mark) for row in rows for one in row.actions]
    marks += [_known(row.span.mark) for row in rows if row.span]
    if not marks:
        return None
    first = date(date.fromordinal(min(mark.start for mark in marks)).year, 1, 1)
    final = date(date.fromordinal(max(mark.last or 0 for mark in marks)).year, 12, 31)
    axis = Axis(first.toordinal(), final.toordinal(), LEFT - 60, RIGHT)
    return Overview(axis, tuple(_stretches(by_event, axis)))


def _stretches(by_event: dict[str, list[CaseYear]], axis: Axis) -> Iterator[Stretch]:
    order = sorted(by_event, key=lambda name: (by_event[name][0].start, name))
    for number, name in enumerate(order):
        rows = by_event[name]
        found = {one.when: axis.bar(one.mark) for row in rows for one in row.actions}
        for row in rows:
            if row.span and not row.actions:
                found[row.span.words] = axis.bar(_known(row.span.mark))
        bars = sorted(found.values(), key=lambda bar: (-bar.width, bar.x))
        years = tuple(sorted({row.year for row in rows}))
        cases = len({row.entry.id for row in rows})
        yield Stretch(name, tuple(bars), cases, years, HEAD + 26 * number + 13)


def _known(mark: TimeMark) -> TimeMark:
    """Return a mark that ends where nothing more is known."""
    start = mark.start
    last = mark.last if mark.last is not None else start
    return TimeMark(start, last, None, mark.is_about, is_interval=False)
