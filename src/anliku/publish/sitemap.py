"""sitemap.xml and robots.txt, without today's date, so that the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.render.page import Page
from anliku.render.site import Site


def sitemap(linked: LinkedCatalog, site: Site, pages: Iterable[Page]) -> tuple[OutputFile, ...]:
    """Return both files when the site has an address, else only robots.txt."""
    if not site.url:
        return (OutputFile.text("robots.txt", "User-agent: *\nAllow: /\n"),)
    rows = []
    for page in pages:
        if not page.is_listed:
            continue
        entry = linked.catalog.by_id.get(page.entry_id)
        changed = f"<lastmod>{entry.record.updated}</lastmod>" if entry else ""
        address = site.full("" if page.path == "index.html" else page.path)
        rows.append(f"<url><loc>{escape(address)}</loc>{changed}</url>")
    body = "\n".join(rows)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    scheme = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return (
        OutputFile.text("sitemap.xml", f'{head}<urlset xmlns="{scheme}">\n{body}\n</urlset>\n'),
        OutputFile.text(
            "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.full('sitemap.xml')}\n"
        ),
    )
