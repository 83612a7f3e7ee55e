"""Dated cases as drawings: places and sizes only; the template draws them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from anliku.catalog import Entry
from anliku.render.dated import CaseYear, Dated, Span, dated_actions
from anliku.render.lettering import lines
from anliku.render.time_axis import Axis, Bar, month_begin, month_end
from anliku.render.time_marks import time_mark

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
    edges: tuple[Bar, ...]
    """Where the span begins and ends, if no day is stated: somewhere in these."""
    nodes: tuple[Node, ...]
    y: float

    @property
    def known_start(self) -> bool:
        """Tell whether the day is stated on which the case began."""
        start = self.span and self.span.mark.first
        return start is not None and all(edge.mark.first != start for edge in self.edges)


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
            tuple(_edges(row.span, axis)) if row.span else (),
            nodes_of(row.actions, axis, y),
            y,
        )


def _edges(span: Span, axis: Axis) -> Iterator[Bar]:
    for end in (span.period.start, span.period.end):
        mark = time_mark(end) if end else None
        if mark and not mark.is_day and (mark.first or 0) <= axis.last:
            yield axis.bar(mark)


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
class Strip:
    """The dated actions of one case, each with the numbers of its steps; none lies upon another."""

    axis: Axis
    nodes: tuple[Node, ...]
    height: float
    width: int = 640


def strip(entry: Entry) -> Strip | None:
    """Draw the dates of a case if there are three at least; fewer say more in words."""
    actions = dated_actions(entry)
    if len({one.when for one in actions}) < 3:
        return None
    days = [d for one in actions for d in (one.mark.first, one.mark.last) if d is not None]
    room = max(1, (max(days) - min(days)) // 40)
    axis = Axis(min(days) - room, max(days) + room, 10, 570)
    taken: list[float] = []  # where each row is free again
    nodes = []
    for node in sorted(nodes_of(actions, axis, 0), key=lambda n: (n.bar.x, -n.bar.width)):
        row = next((n for n, end in enumerate(taken) if end < node.bar.x - 8), len(taken))
        words = 12 * len("、".join(str(one.number) for one in node.actions)) + 40
        taken[row : row + 1] = [node.bar.x + node.bar.width + words]
        nodes.append(replace(node, y=HEAD + 10 + 24 * row))
    return Strip(axis, tuple(nodes), HEAD + 24 * len(taken) + 8)
