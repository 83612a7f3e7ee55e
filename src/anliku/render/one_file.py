"""The library as one file to keep: every entry a section, every citation a link to its fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.references import gbt7714, source_item
from anliku.render.citations import Reference
from anliku.render.finder import STEPS, Finder
from anliku.render.prose import prose_html
from anliku.render.shared_pages import by_pinyin, pairs, pinyin
from anliku.render.site import Site
from anliku.render.whole import Whole, body_of, facts_of, filled, lower
from anliku.schema.choices import VIEWS
from anliku.schema.kinds import KINDS

CONTENTS = "contents"
FINDER = "finder"
SHARED = {"challenge": "challenges.html", "person": "people.html", "term": "terms.html"}
"""Kinds whose entries share one page, and its template; recommendations stand beside challenges."""
LEFT_OUT = frozenset({"recommendation", "vocabulary"})
LISTS = {
    "browse.html": "k-case",
    "finder.html": FINDER,
    "index.html": CONTENTS,
    "search.html": CONTENTS,
    "teaching.html": "k-teaching_note",
}
"""Pages that are no lists of a kind by their own name, and what answers for them."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of a kind, and their sections in the order in which they stand."""

    label: str
    anchor: str
    entries: tuple[Entry, ...]
    html: Markup


class OneFile(Whole):
    """A view whose citations lead to the facts themselves."""

    def cite(self, refs: tuple[str, ...]) -> Markup:
        """Return citation marks."""
        known = self.linked.facts.by_ref
        return Markup("").join(self._mark(ref) for ref in refs if ref in known)

    def prose(self, text: str) -> Markup:
        """Return prose with such marks."""
        return prose_html(text, self.cite)

    def references(self) -> tuple[Reference, ...]:
        """Return nothing: the facts stand in the file, at their sources."""
        return ()

    def source_reference(self, entry: Entry) -> str:
        """Return the reference to a source, after GB/T 7714."""
        return gbt7714(source_item(entry))

    def _mark(self, ref: str) -> Markup:
        place = self.linked.facts.by_ref[ref]
        if not place.source.is_published:
            return Markup("")
        view = place.fact.basis in VIEWS
        return Markup('<a class="ak-cite{}" href="#{}.{}">{}{}</a>').format(
            " ak-cite--view" if view else "",
            place.source.id,
            place.fact.id,
            "看法" if view else "",
            place.fact.id,
        )


def shelves(linked: LinkedCatalog, site: Site) -> Iterator[Shelf]:
    """Yield the sections of each kind that has published entries."""
    view = OneFile(linked, site, _anchors(linked))
    for kind in KINDS.values():
        entries = view.of_kind(kind.name)
        if kind.name in LEFT_OUT or not entries:
            continue
        anchor = f"k-{kind.name}"
        if kind.name == "challenge":
            both = view.of_kind("challenge", "recommendation")
            yield Shelf("实务难点与实务建议", anchor, both, _shared(kind.name, view))
        elif kind.name in SHARED:
            yield Shelf(kind.label, anchor, entries, _shared(kind.name, view))
        else:
            ordered = tuple(
                sorted(entries, key=lambda e: (pinyin(e.record.pinyin or e.title), e.id))
            )
            html = Markup("").join(_entry(entry, view) for entry in ordered)
            yield Shelf(kind.label, anchor, ordered, html)


def finder_section(linked: LinkedCatalog, site: Site) -> Markup:
    """Return 怎么选 as a section; the same template and script as on its own page."""
    view = OneFile(linked, site, _anchors(linked))
    html = filled("finder.html", view, title="怎么选", f=Finder(linked), first=STEPS)
    html = html.replace(" data-ak-finder", f' data-ak-in-hash="{FINDER}" data-ak-finder', 1)
    return Markup(html.replace("<h1 ", "<h2 ").replace("</h1>", "</h2>"))  # noqa: S704 - rendered by our own templates


def _anchors(linked: LinkedCatalog) -> dict[str, str]:
    """Return the anchor of each address that stands in the file."""
    there = {e.kind.name for e in linked.published}
    lists = {f"{name}s.html": f"k-{name}" for name in there} | {"people.html": "k-person"}
    others = {page: to for page, to in LISTS.items() if to[:2] != "k-" or to[2:] in there}
    entries = {e.address: e.id for e in linked.published if e.kind.name != "vocabulary"}
    return {**lists, **others, **entries}


def _shared(name: str, view: OneFile) -> Markup:
    given = {
        "title": KINDS[name].label,
        "pairs": pairs(view.linked),
        "terms": by_pinyin(view.linked, "term"),
    }
    return Markup(lower(filled(SHARED[name], view, **given), 1))  # noqa: S704 - rendered by our own templates


def _entry(entry: Entry, view: OneFile) -> Markup:
    if entry.kind.name == "source":
        return Markup(filled("one_source.html", view, entry=entry))  # noqa: S704 - the same
    parts = {"facts": facts_of(entry, view), "body": body_of(entry, view)}
    return Markup(filled("one_entry.html", view, entry=entry, **parts))  # noqa: S704 - the same
