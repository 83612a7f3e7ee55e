"""All events over all years in one drawing: places and sizes only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from anliku.render.dated import CaseYear
from anliku.render.time_axis import Axis, Bar
from anliku.render.time_figure import FOOT, HEAD, RIGHT, WIDTH
from anliku.render.time_marks import TimeMark
from anliku.schema.case import Case

LEFT, PITCH = 172, 26


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
    pitch: int = PITCH

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
    axis = Axis(first.toordinal(), final.toordinal(), LEFT, RIGHT)
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
        yield Stretch(name, tuple(bars), cases, years, HEAD + PITCH * (number + 0.5))


def _known(mark: TimeMark) -> TimeMark:
    """Return a mark that ends where nothing more is known."""
    start = mark.start
    last = mark.last if mark.last is not None else start
    return TimeMark(start, last, None, mark.is_about, is_interval=False)
