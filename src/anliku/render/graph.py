"""关系图: which cases used which practices; who worked with whom; everything as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.link.neighbours import DRAWN, Tie, graph_entries, ties
from anliku.render.grid import Grid, grids
from anliku.render.net import Column, Net, net
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.timeline import SCRIPT, STYLE
from anliku.render.view import View
from anliku.schema.case import Case
from anliku.schema.choices import CONTRAST

PAGE_SIZE = 300
"""Entries of the list on a page."""
MOST_CASES = 60
"""With more cases a drawing of all of them says nothing; then each practice draws its own."""
ACTORS = ("organization", "person")


@dataclass(frozen=True)
class Graph:
    """The whole library as ties between entries."""

    linked: LinkedCatalog

    @cached_property
    def entries(self) -> list[Entry]:
        """Every entry of the graph."""
        return graph_entries(self.linked)

    @cached_property
    def ties(self) -> dict[str, tuple[Tie, ...]]:
        """Neighbours by id."""
        return {entry.id: ties(entry, self.linked) for entry in self.entries}

    def of_kind(self, *names: str) -> list[Entry]:
        """Return the entries of some kinds."""
        return [entry for entry in self.entries if entry.kind.name in names]

    def pairs(self, left: Sequence[Entry], right: Sequence[Entry]) -> list[tuple[str, str]]:
        """Return the ties between two groups."""
        there = {entry.id for entry in right}
        return [
            (entry.id, tie.entry.id)
            for entry in left
            for tie in self.ties[entry.id]
            if tie.entry.id in there
        ]

    @cached_property
    def practice_grids(self) -> tuple[Grid, ...]:
        """Draw which cases used which practices; none when there are too many cases."""
        practices, cases = self.of_kind("practice"), self.of_kind("case")
        if not practices or not cases or len(cases) > MOST_CASES:
            return ()
        pairs = self.pairs(practices, cases)
        return tuple(grids(practices, cases, pairs, self.model_marks))

    @cached_property
    def model_marks(self) -> dict[str, tuple[str, ...]]:
        """Signs of the models: its own, those of its practices, those of the cases put under it."""
        models = self.of_kind("model")
        signs = {model.id: chr(0x2460 + number % 20) for number, model in enumerate(models)}
        marks: dict[str, tuple[str, ...]] = {key: (sign,) for key, sign in signs.items()}
        for one, practice in self.pairs(models, self.of_kind("practice")):
            marks[practice] = (*marks.get(practice, ()), signs[one])
        for entry in self.of_kind("case"):
            fits = entry.record.models if isinstance(entry.record, Case) else ()
            marks[entry.id] = tuple(
                sorted(signs[one.ref] for one in fits if one.fit != CONTRAST and one.ref in signs)
            )
        return marks

    @cached_property
    def actors_figure(self) -> Net | None:
        """Draw organizations and people that are tied more than once, and what ties them."""
        what = self.of_kind("case", "tool", "model")
        ids = {entry.id for entry in what}
        actors = [
            entry
            for entry in self.of_kind(*ACTORS)
            if sum(t.entry.id in ids or t.entry.kind.name in ACTORS for t in self.ties[entry.id])
            > 1
        ]
        lines = self.pairs(actors, what)
        joined = {other for _, other in lines}
        what = [entry for entry in what if entry.id in joined]
        if not lines or max(len(actors), len(what)) > MOST_CASES:
            return None
        columns = (Column(76, 330, "单位与人物"), Column(500, 360, "案例、工具、模式"))
        arcs = [(a, b) for a, b in self.pairs(actors, actors) if a < b]
        return net(columns, (actors, what), lines, arcs=arcs)

    @property
    def alone(self) -> int:
        """How many organizations and people are tied once at most."""
        return sum(len(self.ties[entry.id]) < 2 for entry in self.of_kind(*ACTORS))


def graph_pages(linked: LinkedCatalog, site: Site, title: str) -> Iterator[Page]:
    """Yield graph.html, graph-2.html and so on: drawings on the first, the list on all."""
    graph = Graph(linked)
    count = max(1, -(-len(graph.entries) // PAGE_SIZE))
    for number in range(1, count + 1):
        path = address(number)
        shown = graph.entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        groups = [(kind, [e for e in shown if e.kind.name == kind]) for kind in DRAWN]
        body = (
            environment()
            .get_template("graph.html")
            .render(
                v=View(linked, site, path),
                title=title,
                graph=graph,
                drawn=DRAWN,
                groups=[(kind, entries) for kind, entries in groups if entries],
                number=number,
                count=count,
                address=address,
            )
        )
        yield Page(path, title, body, site.tagline, "browse", styles=(STYLE,), scripts=(SCRIPT,))


def address(number: int) -> str:
    """Return the address of a page of the graph."""
    return "graph.html" if number == 1 else f"graph-{number}.html"
