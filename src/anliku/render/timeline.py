"""时间线: every dated action and period of the library, drawn by year and listed in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from anliku.link.linked import LinkedCatalog
from anliku.render.dated import CaseYear, case_years, cases_of, undated
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.time_figure import YearFigure, year_figures
from anliku.render.time_overview import overview
from anliku.render.view import View

STYLE, SCRIPT = "figures/figures.css", "figures/figures.js"
PAGE_SIZE = 200
"""Cases of a year on a page."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a page: its drawings and its cases."""

    year: int
    figures: tuple[YearFigure, ...]
    rows: tuple[CaseYear, ...]

    @property
    def count(self) -> int:
        """How many actions are dated."""
        return sum(len(row.actions) for row in self.rows)


def timeline_pages(linked: LinkedCatalog, site: Site, title: str) -> Iterator[Page]:
    """Yield timeline.html, timeline-2.html and so on."""
    cases = cases_of(linked)
    rows = list(case_years(cases))
    pages = max(1, -(-len(rows) // PAGE_SIZE))
    years = sorted({row.year for row in rows})
    on_page = {row.year: number // PAGE_SIZE + 1 for number, row in reversed([*enumerate(rows)])}
    for number in range(1, pages + 1):
        path = address(number)
        shown = rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        view = View(linked, site, path)
        body = (
            environment()
            .get_template("timeline.html")
            .render(
                v=view,
                title=title,
                years=[*_years(shown)],
                jumps=[(year, f"{address(on_page[year])}#y{year}") for year in years],
                overview=overview(rows) if number == 1 else None,
                undated=undated(linked) if number == pages else (),
                cases=len(cases),
                dated=len({row.entry.id for row in rows}),
                actions=sum(len(row.actions) for row in rows),
                number=number,
                count=pages,
                address=address,
            )
        )
        yield Page(path, title, body, site.tagline, "browse", styles=(STYLE,), scripts=(SCRIPT,))


def _years(rows: Sequence[CaseYear]) -> Iterator[Year]:
    for year, group in groupby(rows, key=lambda row: row.year):
        found = tuple(group)
        yield Year(year, tuple(year_figures(found)), found)


def address(number: int) -> str:
    """Return the address of a page of the timeline."""
    return "timeline.html" if number == 1 else f"timeline-{number}.html"
