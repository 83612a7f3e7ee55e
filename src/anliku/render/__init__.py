"""Fourth stage: pages as values. Takes a linked catalog without errors and cannot fail."""

from __future__ import annotations

from anliku.link.linked import LinkedCatalog
from anliku.render.class_pages import class_pages
from anliku.render.entry_pages import entry_pages
from anliku.render.page import Page
from anliku.render.shared_pages import shared_pages
from anliku.render.site import Site
from anliku.render.teaching_page import teaching_page


def render(linked: LinkedCatalog, site: Site) -> tuple[Page, ...]:
    """Render every page, sorted by path."""
    pages = (
        *shared_pages(linked, site),
        *entry_pages(linked, site),
        *class_pages(linked, site),
        teaching_page(linked, site),
    )
    return tuple(sorted(pages, key=lambda page: page.path))
