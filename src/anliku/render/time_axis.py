"""A straight line of time: days to units of the drawing, with ticks that fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anliku.render.time_marks import TimeMark


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing; without words it is a minor one."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A mark at its place. `core`: left end and width of what is surely covered."""

    mark: TimeMark
    x: float
    width: float
    core: tuple[float, float] | None
    from_before: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """`first` and `last` day, drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Return the place of the beginning of a day, never outside the drawing."""
        part = (day - self.first) / (self.last + 1 - self.first)
        return round(self.left + (self.right - self.left) * min(1.0, max(0.0, part)), 1)

    def bar(self, mark: TimeMark) -> Bar:
        """Return where a mark is drawn; a day is drawn at its middle."""
        first = self.first if mark.first is None else mark.first
        last = self.last if mark.last is None else mark.last
        x, end = self.x(first), self.x(last + 1)
        if mark.is_day:
            x = end = round((x + end) / 2, 1)
        core = None
        if mark.core:
            start = self.x(mark.core[0])
            core = (start, round(self.x(mark.core[1] + 1) - start, 1))
        before = mark.first is None or mark.first < self.first
        after = mark.last is None or mark.last > self.last
        return Bar(mark, x, round(end - x, 1), core, before, after)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Days where there are few, then months, then years."""
        days = self.last + 1 - self.first
        if days <= 70:
            return tuple(self._days(1 if days <= 16 else 2 if days <= 31 else 7))
        if days <= 800:
            return tuple(self._months(1 if days <= 400 else 3))
        years = days // 365
        return tuple(self._years(1 if years <= 10 else 2 if years <= 20 else 5))

    def _days(self, step: int) -> Iterator[Tick]:
        for day in range(self.first, self.last + 1):
            here = date.fromordinal(day)
            if (here.day - 1) % step == 0 and (here.day <= 29 or step == 1):
                yield Tick(
                    self.x(day),
                    f"{here.month}月{here.day}日"
                    if here.day == 1 or day == self.first
                    else str(here.day),
                )

    def _months(self, step: int) -> Iterator[Tick]:
        for year in range(date.fromordinal(self.first).year, date.fromordinal(self.last).year + 1):
            for month in range(1, 13):
                day = date(year, month, 1).toordinal()
                if self.first <= day <= self.last:
                    named = f"{month}月" if (month - 1) % step == 0 else ""
                    yield Tick(self.x(day), named)

    def _years(self, step: int) -> Iterator[Tick]:
        for year in range(date.fromordinal(self.first).year, date.fromordinal(self.last).year + 1):
            yield Tick(self.x(date(year, 1, 1).toordinal()), str(year) if year % step == 0 else "")


def month_begin(day: int) -> int:
    """Return the first day of the month of a day."""
    return date.fromordinal(day).replace(day=1).toordinal()


def month_end(day: int) -> int:
    """Return the last day of the month of a day."""
    here = date.fromordinal(day)
    following = date(here.year + here.month // 12, here.month % 12 + 1, 1)
    return following.toordinal() - 1
