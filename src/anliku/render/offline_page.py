"""存到手机: what can be taken along, how large it is, and how it opens."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.link.linked import LinkedCatalog
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.render.whole import newest
from anliku.schema.edtf import in_words

PATH = "offline.html"
HTML = "downloads/anliku.html"
PDF = "downloads/anliku.pdf"


@dataclass(frozen=True, slots=True)
class Booklet:
    """The printed booklet: a PDF and its number of pages."""

    content: bytes
    pages: int


def offline_page(linked: LinkedCatalog, site: Site, size: int, booklet: Booklet | None) -> Page:
    """Return the page. `size`: bytes of the single file, 0: there is none.

    `booklet` None: this build has no PDF.
    """
    day = newest(linked)
    body = (
        environment()
        .get_template("offline.html")
        .render(
            v=View(linked, site, PATH),
            as_of=in_words(day.isoformat()),
            name=f"{site.name}-{day.isoformat()}",
            html=HTML,
            html_size=_megabytes(size) if size else "",
            pdf=PDF,
            pdf_size=_megabytes(len(booklet.content)) if booklet else "",
            pdf_pages=booklet.pages if booklet else 0,
        )
    )
    return Page(PATH, "存到手机", body, site.tagline, "about", styles=("offline/offline.css",))


def _megabytes(size: int) -> str:
    return f"{max(size / 1_000_000, 0.1):.1f} MB"
