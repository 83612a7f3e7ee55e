"""放在一起比: without scripts the models side by side; assets/compare/ shows others instead."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.compare_rows import COMPARED, MOST, lines, short_title
from anliku.render.page import Page
from anliku.render.questions import Questions
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View

PATH = "compare.html"
READY = 6
"""Suggestions shown; a library of ten thousand would have thousands."""
TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Ready:
    """Entries that are worth comparing, and what they have in common."""

    shared: Entry
    entries: tuple[Entry, ...]


class _Library(Questions):
    def __init__(self, linked: LinkedCatalog) -> None:
        self.linked = linked


def compare_page(linked: LinkedCatalog, site: Site, title: str) -> Page:
    """Return the page."""
    view = View(linked, site, PATH)
    models = view.models()[:MOST]
    body = (
        environment()
        .get_template("compare.html")
        .render(
            v=view,
            title=title,
            entries=models,
            lines=lines(models, linked),
            ready=ready(linked),
            kinds=COMPARED,
            most=MOST,
            short=short_title,
        )
    )
    about = "两到四条模式、案例或做法并排看，不同的在前，出处照带。"
    return Page(
        PATH, title, body, about, "browse", styles=("compare/compare.css",),
        scripts=("compare/rows.js", "compare/compare.js"),
    )  # fmt: skip


def ready(linked: LinkedCatalog) -> tuple[Ready, ...]:
    """Return cases that share a practice, those of the most used practices first; a case once."""
    library = _Library(linked)
    practices = [entry for entry in linked.published if entry.kind.name == "practice"]
    ranked = sorted(((library.cases_of(one), one) for one in practices), key=lambda p: -len(p[0]))
    found: list[Ready] = []
    shown: set[str] = set()
    for cases, practice in ranked:
        fresh = [case for case in cases if case.id not in shown][:TOGETHER]
        if len(fresh) > 1 and len(found) < READY:
            shown.update(case.id for case in fresh)
            found.append(Ready(practice, tuple(fresh)))
    return tuple(found)
