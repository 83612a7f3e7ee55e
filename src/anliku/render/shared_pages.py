"""Pages that many entries share, listings, and the pages that answer a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from pypinyin import Style, lazy_pinyin

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.browse_pages import PAGE_SIZE, browse_pages
from anliku.render.checklist_pages import checklist_pages
from anliku.render.compare_page import compare_page
from anliku.render.field_guide import guide
from anliku.render.finder import Finder, finder_pages
from anliku.render.graph import graph_pages
from anliku.render.list_page import list_page
from anliku.render.matrix import matrix_page
from anliku.render.page import Page
from anliku.render.search_words import search_words
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.timeline import timeline_pages
from anliku.render.view import View
from anliku.schema.kinds import KINDS

NEWS = 8
LISTED = ("case", "model", "practice", "tool", "organization")
COUNTED = (
    "case",
    "model",
    "practice",
    "guide",
    "tool",
    "organization",
    "person",
    "challenge",
    "recommendation",
    "term",
    "source",
)


def shared_pages(linked: LinkedCatalog, site: Site) -> Iterator[Page]:
    """Yield every page that does not belong to a single entry."""
    make = _Maker(linked, site)
    yield make(
        "index.html",
        "home.html",
        site.tagline,
        "home",
        news=_news(linked),
        counted=COUNTED,
        finder=Finder(linked),
    )
    yield from browse_pages(linked, site, "找案例", COUNTED)
    yield matrix_page(linked, site, "矩阵")
    yield from timeline_pages(linked, site, "时间线")
    yield compare_page(linked, site, "放在一起比")
    yield from checklist_pages(linked, site)
    yield from graph_pages(linked, site, "关系图")
    for name in ("model", "practice", "guide", "organization", "tool", "source"):
        address = "sources" if name == "source" else f"{name}s"
        yield from _listing(make, address, KINDS[name].label, linked, (name,))
    yield from finder_pages(linked, site)
    yield list_page(linked, site, "我的学习清单")
    yield make(
        "challenges.html", "challenges.html", "实务难点与实务建议", "browse", pairs=pairs(linked)
    )
    yield make("people.html", "people.html", "人物", "browse")
    yield make("terms.html", "terms.html", "名词解释", "browse", terms=by_pinyin(linked, "term"))
    yield make("vocabularies.html", "vocabularies.html", "词表", "about")
    yield make(
        "search-words.html", "search_words.html", "检索词表", "about", words=search_words(linked)
    )
    yield make("search.html", "search.html", "搜索", "browse", everything=linked.published)
    yield make("contributing/fields.html", "fields.html", "字段表", "contributing", guide=guide())


class _Maker:
    def __init__(self, linked: LinkedCatalog, site: Site) -> None:
        self._linked, self._site = linked, site

    def __call__(self, path: str, template: str, title: str, section: str, **given: Any) -> Page:
        view = View(self._linked, self._site, path)
        body = environment().get_template(template).render(v=view, title=title, **given)
        return Page(path, title, body, self._site.tagline, section)


def _listing(
    make: Callable[..., Page], name: str, title: str, linked: LinkedCatalog, kinds: tuple[str, ...]
) -> Iterator[Page]:
    """Yield the complete list of some kinds in pages of 100, in the order of pinyin."""
    entries = [e for e in linked.published if e.kind.name in kinds]
    entries.sort(key=lambda e: (pinyin(e.title), e.id))
    count = max(1, -(-len(entries) // PAGE_SIZE))
    section = "about" if name == "sources" else "finder" if name == "models" else "browse"
    for number in range(1, count + 1):
        path = f"{name}.html" if number == 1 else f"{name}-{number}.html"
        shown = entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        yield make(
            path,
            "listing.html",
            title,
            section,
            entries=shown,
            kinds=kinds,
            total=len(entries),
            number=number,
            count=count,
            name=name,
            counted=COUNTED,
        )


def _news(linked: LinkedCatalog) -> list[Entry]:
    """Return what was added or changed last; within a day in the order of kinds."""
    shown = [e for e in linked.published if e.kind.name in ("case", "model", "practice", "source")]
    return sorted(shown, key=lambda e: e.record.updated, reverse=True)[:NEWS]


@cache
def pinyin(text: str) -> str:
    """Return the reading that lists are sorted by."""
    return " ".join(lazy_pinyin(text)).casefold()


def by_pinyin(linked: LinkedCatalog, kind: str) -> list[tuple[Entry, str]]:
    """Return entries with their readings, in the order of pinyin."""
    entries = [e for e in linked.published if e.kind.name == kind]
    entries.sort(key=lambda e: (pinyin(e.record.pinyin or e.title), e.id))
    return [
        (e, e.record.pinyin or " ".join(lazy_pinyin(e.title, style=Style.TONE))) for e in entries
    ]


def pairs(linked: LinkedCatalog) -> list[tuple[list[Entry], list[Entry]]]:
    """Put challenges beside the recommendations that answer them; the unmatched come last."""
    left = {e.id: e for e in linked.published if e.kind.name == "recommendation"}
    rows: list[tuple[list[Entry], list[Entry]]] = []
    for challenge in (e for e in linked.published if e.kind.name == "challenge"):
        answers = [
            edge.target
            for edge in linked.outgoing.get(challenge.id, ())
            if edge.relation.field == "answered_by" and edge.target.id in left
        ]
        for answer in answers:
            left.pop(answer.id)
        rows.append(([challenge], answers))
    rows.sort(key=lambda row: not row[1])
    return rows + [([], [entry]) for entry in left.values()]
