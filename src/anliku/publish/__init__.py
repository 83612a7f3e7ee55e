"""Fifth stage: output files as values. Cannot fail; only the shells write them."""

from __future__ import annotations

from anliku.link.linked import LinkedCatalog
from anliku.publish.assets import assets
from anliku.publish.frame import PageFrame
from anliku.publish.output import OutputFile
from anliku.publish.search_files import search_files
from anliku.publish.sitemap import sitemap
from anliku.render.page import Page
from anliku.render.site import Site


def publish(
    linked: LinkedCatalog, site: Site, pages: tuple[Page, ...], frame: PageFrame
) -> tuple[OutputFile, ...]:
    """Return every file of the site, sorted by path."""
    framed = (OutputFile.text(page.path, frame.wrap(page)) for page in pages)
    others = (*search_files(linked, pages), *assets(), *sitemap(linked, site, pages))
    return tuple(sorted((*framed, *others)))
