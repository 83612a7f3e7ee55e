"""Citation marks and the numbered list of one page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from anliku.link.facts import FactIndex, FactPlace
from anliku.schema.choices import VIEWS
from anliku.schema.edtf import in_words
from anliku.schema.source import Csl

NO_DATE = "日期未载明"


@dataclass(frozen=True, slots=True)
class Reference:
    """One line of the numbered list: a fact with its number and its first mark."""

    number: int
    place: FactPlace

    @property
    def anchor(self) -> str:
        """The id of the first mark in the text."""
        return f"m{self.number}-1"

    @property
    def where(self) -> str:
        """The passages in words."""
        about = {passage.id: passage.about for passage in self.place.record.passages}
        return "；".join(about.get(at, at) for at in self.place.fact.at)

    @property
    def date(self) -> str:
        """When the source was issued, in words."""
        return issued_in_words(self.place.record.csl)

    @property
    def is_view(self) -> bool:
        """Tell whether it is somebody's view, advice or supposition."""
        return self.place.fact.basis in VIEWS


def issued_in_words(csl: Csl) -> str:
    """Return the date of issue as readers write it, or that none is stated."""
    issued = csl.issued
    if issued is None:
        return NO_DATE
    if issued.date_parts:
        first = issued.date_parts[0]
        return in_words("-".join([f"{first[0]:04d}", *(f"{n:02d}" for n in first[1:])]))
    return issued.literal or NO_DATE


class Citations:
    """Numbers facts in the order in which a page first cites them."""

    def __init__(self, facts: FactIndex) -> None:
        self._facts = facts
        self._numbers: dict[str, int] = {}
        self._marks: dict[str, int] = {}

    def mark(self, refs: tuple[str, ...]) -> Markup:
        """Return the marks for some facts; with JavaScript off they lead to the list."""
        return Markup("").join(self._one(ref) for ref in refs if ref in self._facts.by_ref)

    def _one(self, ref: str) -> Markup:
        number = self._numbers.setdefault(ref, len(self._numbers) + 1)
        count = self._marks[ref] = self._marks.get(ref, 0) + 1
        view = self._facts.by_ref[ref].fact.basis in VIEWS
        shown = f"看法{number}" if view else str(number)
        return Markup(  # noqa: S704 - numbers and fixed words only
            f'<a class="ak-cite{" ak-cite--view" if view else ""}" href="#c{number}" '
            f'id="m{number}-{count}" aria-label="出处{"：看法" if view else ""}{escape(number)}">'
            f'<span class="ak-cite__n"><span>{shown}</span></span></a>'
        )

    def all(self) -> tuple[Reference, ...]:
        """Return the numbered list."""
        return tuple(
            Reference(number, self._facts.by_ref[ref]) for ref, number in self._numbers.items()
        )
