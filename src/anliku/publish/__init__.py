"""Fifth stage: output files as values. Cannot fail; only the shells write them."""

from __future__ import annotations

from anliku.link.linked import LinkedCatalog
from anliku.publish.action_files import action_files
from anliku.publish.assets import assets
from anliku.publish.browse_files import browse_files
from anliku.publish.cite_files import cite_files
from anliku.publish.compare_files import compare_files
from anliku.publish.finder_files import finder_files
from anliku.publish.frame import PageFrame
from anliku.publish.list_files import list_files
from anliku.publish.one_file import fits_one_file, one_file
from anliku.publish.output import OutputFile
from anliku.publish.pack_files import pack_files
from anliku.publish.search_files import search_files, search_index
from anliku.publish.search_records import search_records
from anliku.publish.sitemap import sitemap
from anliku.render.offline_page import PDF, Booklet, offline_page
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.search import numbered, version_of


def publish(
    linked: LinkedCatalog,
    site: Site,
    pages: tuple[Page, ...],
    frame: PageFrame,
    booklet: Booklet | None = None,
) -> tuple[OutputFile, ...]:
    """Return every file of the site, sorted by path. `booklet`: a PDF, if one could be printed."""
    records = search_records(linked, pages)
    index = search_index(linked, records)
    kept = (one_file(linked, site, index),) if fits_one_file(linked) else ()
    size = sum(len(file.content) for file in kept)
    every = (*pages, offline_page(linked, site, size, booklet))
    framed = (OutputFile.text(page.path, frame.wrap(page)) for page in every)
    others = (
        *search_files(index),
        *browse_files(linked, [r.id for r in numbered(records)], version_of(index)),
        *finder_files(linked),
        *compare_files(linked),
        *kept,
        *((OutputFile(PDF, booklet.content),) if booklet else ()),
        *action_files(),
        *cite_files(linked, site),
        *list_files(linked, site),
        *pack_files(linked, site),
        *assets(),
        *sitemap(linked, site, every),
    )
    return tuple(sorted((*framed, *others)))
