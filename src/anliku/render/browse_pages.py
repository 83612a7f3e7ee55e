"""找案例: the complete list of cases in pages of 100; a script adds facets, text and sorting."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.link.linked import LinkedCatalog
from anliku.render.facets import browsed
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.schema.kinds import KINDS

PAGE_SIZE = 100
NEAR = 2
"""Pages on either side of the present one that the reader can go to at once."""
STYLE = "browse/browse.css"
SCRIPTS = ("browse/index/data.js", "browse/browse.js")


def browse_pages(
    linked: LinkedCatalog, site: Site, title: str, counted: tuple[str, ...]
) -> Iterator[Page]:
    """Yield browse.html, browse-2.html and so on; only the first can be narrowed."""
    cases = [entry for entry in browsed(linked) if entry.kind.name == "case"]
    count = max(1, -(-len(cases) // PAGE_SIZE))
    for number in range(1, count + 1):
        path = address(number)
        view = View(linked, site, path)
        body = (
            environment()
            .get_template("browse.html")
            .render(
                v=view,
                title=title,
                entries=cases[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
                total=len(cases),
                number=number,
                count=count,
                pages=pages_shown(number, count),
                address=address,
                counted=counted,
                base=KINDS["case"],
            )
        )
        scripts = SCRIPTS if number == 1 else ()
        yield Page(path, title, body, site.tagline, "browse", styles=(STYLE,), scripts=scripts)


def address(number: int) -> str:
    """Return the address of a page of the list."""
    return "browse.html" if number == 1 else f"browse-{number}.html"


def pages_shown(number: int, count: int) -> list[int]:
    """Return the pages that a page links to; 0 stands for those left out."""
    near = {1, count, *range(number - NEAR, number + NEAR + 1)}
    shown: list[int] = []
    for page in sorted(page for page in near if 1 <= page <= count):
        if shown and page == shown[-1] + 2:
            shown.append(page - 1)
        elif shown and page > shown[-1] + 1:
            shown.append(0)
        shown.append(page)
    return shown
