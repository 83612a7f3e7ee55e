"""Many entries on one page: links become anchors, headings go down, ids stay unique."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.entry_pages import OWN_TEMPLATES
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View

_NOWHERE = "#-"
"""What a link leads to that has no place on the page; `lean` leaves its words."""
_DROPPED = re.compile(
    r'<nav class="ak-(?:crumbs|jump)".*?</nav>|<div class="ak-do"[^>]*></div>'
    r'|<span class="ak-kind"[^>]*><span(?: class="ak-vh")?>[^<]*</span></span> ?',
    re.DOTALL,
)
"""What only a site of pages has a use for."""
_UNLINKED = re.compile(rf'<a [^>]*href="{_NOWHERE}[^>]*>(.*?)</a>', re.DOTALL)
_BLANKS = re.compile(r">\n\s*<")
_SECTION_ID = re.compile(r' id="[^"]*"')
_PART = re.compile(r'(href="#[^"#]*)#([^"]*)"')
_HEADING = re.compile(r"(</?h)([1-4])\b")


class Whole(View):
    """The library as an entry sees it whose neighbours stand on the same page.

    `anchors`: by address from the site's root, what stands on the page.
    """

    def __init__(self, linked: LinkedCatalog, site: Site, anchors: Mapping[str, str]) -> None:
        super().__init__(linked, site, "")
        self._anchors = anchors

    def url(self, address: str) -> str:
        """Return the anchor of what stands on the page, else the full address, if there is one."""
        page = address.partition("#")[0]
        found = self._anchors.get(address) or self._anchors.get(page)
        return f"#{found}" if found else self.site.full(address) or _NOWHERE

    def icon(self, name: str) -> Markup:  # noqa: ARG002 - as the site's view has it
        """Return nothing: thousands of icons weigh more than they say."""
        return Markup("")

    def strip(self, entry: Entry) -> None:
        """Return nothing: the steps have their dates."""

    def surroundings(self, entry: Entry) -> None:
        """Return nothing: a drawing leads to pages."""

    def years_of(self, entry: Entry) -> list[int]:  # noqa: ARG002 - the same
        """Return nothing: there is no timeline here."""
        return []


def newest(linked: LinkedCatalog) -> date:
    """Return the day of the newest contents; never the clock's."""
    return max((entry.record.updated for entry in linked.published), default=date(1970, 1, 1))


def filled(template: str, view: View, **given: object) -> str:
    """Return a template filled in, without what only a site of pages has a use for."""
    html = environment().get_template(template).render(v=view, **given)
    short = _UNLINKED.sub(r"\1", _DROPPED.sub("", html))
    return _BLANKS.sub("><", _PART.sub(_to_fact, short)).strip()


def facts_of(entry: Entry, view: View) -> Markup:
    """Return the rows of 基本情况 of an entry."""
    return Markup(filled(f"{_template(entry)}.facts.html", view, entry=entry))  # noqa: S704 - rendered by our own templates


def body_of(entry: Entry, view: View) -> Markup:
    """Return the sections of an entry, two levels below the page's own."""
    html = filled(f"{_template(entry)}.html", view, entry=entry)
    return Markup(lower(_SECTION_ID.sub("", html), 2))  # noqa: S704 - the same


def lower(html: str, steps: int) -> str:
    """Return a page's headings so many levels lower."""
    return _HEADING.sub(lambda m: f"{m[1]}{int(m[2]) + steps}", html)


def _to_fact(found: re.Match[str]) -> str:
    """Return a link to a part of an entry: facts have an anchor, other parts are the entry."""
    return f'{found[1]}.{found[2]}"' if found[2][-1:].isdigit() else f'{found[1]}"'


def _template(entry: Entry) -> str:
    return entry.kind.name if entry.kind.name in OWN_TEMPLATES else "generic"
