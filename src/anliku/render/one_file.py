"""The library as one page to keep: every entry as a section, every link an anchor in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.citations import Reference
from anliku.render.entry_pages import OWN_TEMPLATES
from anliku.render.finder import STEPS, Finder
from anliku.render.prose import prose_html
from anliku.render.shared_pages import by_pinyin, pairs, pinyin
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.schema.choices import VIEWS
from anliku.schema.kinds import KINDS

CONTENTS = "contents"
FINDER = "finder"
SHARED = {"challenge": "challenges.html", "person": "people.html", "term": "terms.html"}
"""Kinds whose entries share one page, and its template; recommendations stand beside challenges."""
LEFT_OUT = frozenset({"recommendation", "vocabulary"})
_DROPPED = re.compile(
    r'<nav class="ak-(?:crumbs|jump)".*?</nav>|<div class="ak-do"[^>]*></div>'
    r'|<span class="ak-kind"[^>]*><span(?: class="ak-vh")?>[^<]*</span></span> ?',
    re.DOTALL,
)
"""What only a site of pages has a use for."""
_BLANKS = re.compile(r">\n\s*<")
_SECTION_ID = re.compile(r' id="[^"]*"')
_FACT = re.compile(r'(href="#[^"#]*)#([^"]*")')
_HEADING = re.compile(r"(</?h)([1-4])\b")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of a kind, and their sections in the order in which they stand."""

    label: str
    anchor: str
    entries: tuple[Entry, ...]
    html: Markup


class OneFile(View):
    """The library as an entry sees it whose neighbours stand on the same page."""

    def __init__(self, linked: LinkedCatalog, site: Site, anchors: Mapping[str, str]) -> None:
        super().__init__(linked, site, "")
        self._anchors = anchors

    def url(self, address: str) -> str:
        """Return the anchor of what stands in the file; else the full address, else the contents."""
        page = address.partition("#")[0]
        found = self._anchors.get(address) or self._anchors.get(page)
        return f"#{found}" if found else self.site.full(address) or f"#{CONTENTS}"

    def icon(self, name: str) -> Markup:  # noqa: ARG002 - as the site's view has it
        """Return nothing: thousands of icons weigh more than they say."""
        return Markup("")

    def cite(self, refs: tuple[str, ...]) -> Markup:
        """Return marks that lead to the facts themselves."""
        known = self.linked.facts.by_ref
        return Markup("").join(self._mark(ref) for ref in refs if ref in known)

    def _mark(self, ref: str) -> Markup:
        source, _, fact = ref.partition("#")
        place = self.linked.facts.by_ref[ref]
        if not place.source.is_published:
            return Markup("")
        view = place.fact.basis in VIEWS
        kind = Markup(" ak-cite--view") if view else ""
        return Markup('<a class="ak-cite{}" href="#{}.{}">{}{}</a>').format(
            kind, source, fact, "看法" if view else "", fact
        )

    def prose(self, text: str) -> Markup:
        """Return prose with such marks."""
        return prose_html(text, self.cite)

    def references(self) -> tuple[Reference, ...]:
        """Return nothing: the facts stand in the file, at their sources."""
        return ()


def newest(linked: LinkedCatalog) -> date:
    """Return the day of the newest contents; never the clock's."""
    return max((entry.record.updated for entry in linked.published), default=date(1970, 1, 1))


def shelves(linked: LinkedCatalog, site: Site) -> Iterator[Shelf]:
    """Yield the sections of each kind that has published entries."""
    anchors = _anchors(linked)
    for kind in KINDS.values():
        entries = tuple(e for e in linked.published if e.kind is kind)
        if kind.name in LEFT_OUT or not entries:
            continue
        view = OneFile(linked, site, anchors)
        if kind.name in SHARED:
            found = _shared(kind.name, view)
            others = [e for e in linked.published if e.kind.name == "recommendation"]
            label = "实务难点与实务建议" if kind.name == "challenge" else kind.label
            shown = (*entries, *others) if kind.name == "challenge" else entries
            yield Shelf(label, f"k-{kind.name}", shown, found)
            continue
        ordered = tuple(sorted(entries, key=lambda e: (pinyin(e.record.pinyin or e.title), e.id)))
        html = Markup("").join(_entry(entry, view) for entry in ordered)
        yield Shelf(kind.label, f"k-{kind.name}", ordered, html)


def finder_section(linked: LinkedCatalog, site: Site) -> Markup:
    """Return 怎么选 as a section; the same template and script as on its own page."""
    view = OneFile(linked, site, _anchors(linked))
    html = _render("finder.html", view, title="怎么选", f=Finder(linked), first=STEPS)
    html = html.replace("data-ak-finder", f'data-ak-in-hash="{FINDER}" data-ak-finder', 1)
    return Markup(_lean(html).replace("<h1 ", "<h2 ").replace("</h1>", "</h2>"))  # noqa: S704 - rendered by our own templates


def _anchors(linked: LinkedCatalog) -> dict[str, str]:
    """Return the anchor of each address that stands in the file."""
    found = {e.address: e.id for e in linked.published if e.kind.name != "vocabulary"}
    lists = {
        "browse.html": "k-case",
        "models.html": "k-model",
        "practices.html": "k-practice",
        "organizations.html": "k-organization",
        "tools.html": "k-tool",
        "challenges.html": "k-challenge",
        "people.html": "k-person",
        "terms.html": "k-term",
        "sources.html": "k-source",
        "finder.html": FINDER,
        "index.html": CONTENTS,
    }
    return {**lists, **found}


def _shared(name: str, view: OneFile) -> Markup:
    template = SHARED[name]
    given = {
        "title": KINDS[name].label,
        "pairs": pairs(view.linked),
        "terms": by_pinyin(view.linked, "term"),
    }
    return Markup(_shift(_lean(_render(template, view, **given)), 1))  # noqa: S704 - rendered by our own templates


def _entry(entry: Entry, view: OneFile) -> Markup:
    if entry.kind.name == "source":
        return Markup(_lean(_render("one_source.html", view, entry=entry)))  # noqa: S704 - the same
    name = entry.kind.name if entry.kind.name in OWN_TEMPLATES else "generic"
    parts = {
        "facts": _render(f"{name}.facts.html", view, entry=entry),
        "body": _shift(_SECTION_ID.sub("", _render(f"{name}.html", view, entry=entry)), 2),
    }
    marked = {key: Markup(value) for key, value in parts.items()}  # noqa: S704 - the same
    return Markup(_lean(_render("one_entry.html", view, entry=entry, **marked)))  # noqa: S704 - the same


def _render(template: str, view: View, **given: object) -> str:
    return environment().get_template(template).render(v=view, **given)


def _lean(html: str) -> str:
    return _BLANKS.sub("><", _FACT.sub(r"\1.\2", _DROPPED.sub("", html))).strip()


def _shift(html: str, steps: int) -> str:
    """Return a page's headings so many levels lower."""
    return _HEADING.sub(lambda m: f"{m[1]}{int(m[2]) + steps}", html)
