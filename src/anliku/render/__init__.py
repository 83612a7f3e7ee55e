"""Fourth stage: pages as values. Takes a linked catalog without errors and cannot fail."""

from __future__ import annotations

from dataclasses import replace

from anliku.link.linked import LinkedCatalog
from anliku.render.class_pages import class_pages
from anliku.render.entry_pages import entry_pages
from anliku.render.page import Page
from anliku.render.shared_pages import shared_pages
from anliku.render.site import Site
from anliku.render.teaching_page import teaching_page


def render(linked: LinkedCatalog, site: Site) -> tuple[Page, ...]:
    """Render every page, sorted by path."""
    newest = max((str(entry.record.updated) for entry in linked.published), default="")
    pages = (
        *shared_pages(linked, site),
        *entry_pages(linked, site),
        *class_pages(linked, site),
        teaching_page(linked, site),
    )
    named = (replace(page, imprint=_imprint(page, linked, newest)) for page in pages)
    return tuple(sorted(named, key=lambda page: page.path))


def _imprint(page: Page, linked: LinkedCatalog, newest: str) -> str:
    """Return what tells a printed sheet from the next version of the same page."""
    entry = linked.catalog.by_id.get(page.entry_id)
    if entry is None:
        return f"资料更新到 {newest}" if newest else ""
    return f"{entry.id} · 第 {entry.record.version} 版 · {entry.record.updated} 更新"
