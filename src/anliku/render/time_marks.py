"""Dates as marks on a line: a day is a point, a month a span, a doubt a dashed line."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from anliku.schema.edtf import earliest, latest

OPEN = ("0000", "9999")
"""Years that stand for a beginning or an end that is not known."""


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A date as it can be drawn, in days from 0001-01-01; an end that is not known is None.

    `first` to `last`: within this it was. `core`: the days that it surely covers, for an interval
    whose ends are known well enough.
    """

    first: int | None
    last: int | None
    core: tuple[int, int] | None
    is_about: bool
    is_interval: bool

    @property
    def is_day(self) -> bool:
        """Tell whether it is a single day."""
        return self.first is not None and self.first == self.last

    @property
    def shape(self) -> str:
        """The name of the drawing: day, within (somewhere in a span) or interval."""
        return "day" if self.is_day else "interval" if self.is_interval else "within"

    @property
    def start(self) -> int:
        """What marks are sorted by: the first day, or the last when nothing else is known."""
        return self.first if self.first is not None else self.last or 0


def time_mark(when: str) -> TimeMark:
    """Return the mark of an EDTF date."""
    begin, slash, end = when.partition("/")
    end = end if slash else begin
    first, last = _day(earliest(begin)), _day(latest(end))
    sure = (_day(latest(begin)), _day(earliest(end)))
    core = None
    if slash and sure[0] is not None and sure[1] is not None and sure[0] <= sure[1]:
        core = (sure[0], sure[1])
    return TimeMark(first, last, core, any(mark in when for mark in "~?%"), bool(slash))


def _day(text: str) -> int | None:
    """Return the day of YYYY-MM-DD as a number; the 31st of a short month is its last."""
    if text[:4] in OPEN:
        return None
    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1])).toordinal()
