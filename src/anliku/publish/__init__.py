"""Fifth stage: output files as values. Cannot fail; only the shells write them."""

from __future__ import annotations

from anliku.link.linked import LinkedCatalog
from anliku.publish.action_files import action_files
from anliku.publish.assets import assets
from anliku.publish.browse_files import browse_files
from anliku.publish.finder_files import finder_files
from anliku.publish.frame import PageFrame
from anliku.publish.one_file import one_file
from anliku.publish.output import OutputFile
from anliku.publish.search_files import search_files, search_index
from anliku.publish.search_records import search_records
from anliku.publish.sitemap import sitemap
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.search import numbered, version_of


def publish(
    linked: LinkedCatalog, site: Site, pages: tuple[Page, ...], frame: PageFrame
) -> tuple[OutputFile, ...]:
    """Return every file of the site, sorted by path."""
    framed = (OutputFile.text(page.path, frame.wrap(page)) for page in pages)
    records = search_records(linked, pages)
    index = search_index(linked, records)
    others = (
        *search_files(index),
        *browse_files(linked, [r.id for r in numbered(records)], version_of(index)),
        *finder_files(linked),
        one_file(linked, site, index),
        *action_files(),
        *assets(),
        *sitemap(linked, site, pages),
    )
    return tuple(sorted((*framed, *others)))
