"""A page for each entry of the kinds that have one."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from anliku.catalog import Entry, Merged
from anliku.link.linked import LinkedCatalog
from anliku.references import head_tags, item_of, json_ld
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.timeline import SCRIPT as FIGURES_SCRIPT
from anliku.render.timeline import STYLE as FIGURES
from anliku.render.view import View
from anliku.schema.case import Case
from anliku.schema.kinds import Kind

OWN_TEMPLATES = frozenset(
    {
        "case",
        "model",
        "practice",
        "guide",
        "organization",
        "tool",
        "source",
        "teaching_note",
        "reading_list",
    }
)
STYLES = {"teaching_note": ("teaching/teaching.css",), "reading_list": ("teaching/teaching.css",)}
"""What the pages of a kind load beyond the sheet of every page."""
LISTINGS = {
    "case": ("找案例", "browse.html", "browse"),
    "model": ("参与模式", "models.html", "finder"),
    "practice": ("做法", "practices.html", "browse"),
    "guide": ("导读", "guides.html", "browse"),
    "organization": ("单位与组织", "organizations.html", "browse"),
    "tool": ("工具与指引", "tools.html", "browse"),
    "source": ("资料来源", "sources.html", "about"),
    "teaching_note": ("备课", "teaching.html", "teaching"),
    "reading_list": ("备课", "teaching.html", "teaching"),
}
"""Where a kind's entries are listed: words, address, active part of the navigation."""


def entry_pages(linked: LinkedCatalog, site: Site) -> Iterator[Page]:
    """Yield a page for each published entry whose kind has pages."""
    for entry in linked.published:
        if "#" not in entry.kind.page:
            yield _page(entry, linked, site)
    for merged in linked.catalog.merged:
        if "#" not in merged.kind.page:
            yield _moved(merged, linked, site)


def _page(entry: Entry, linked: LinkedCatalog, site: Site) -> Page:
    view = View(linked, site, entry.address)
    name = entry.kind.name if entry.kind.name in OWN_TEMPLATES else "generic"
    words, address, section = listing(entry.kind)
    # The body is rendered first, so that its citations are numbered in reading order.
    body = _part(f"{name}.html", view, entry)
    facts = _part(f"{name}.facts.html", view, entry)
    tail = _part("source.tail.html" if name == "source" else "entry.tail.html", view, entry)
    lead = entry.record.takeaway if isinstance(entry.record, Case) else ""
    html = (
        environment()
        .get_template("entry.html")
        .render(
            v=view,
            entry=entry,
            lead=lead,
            crumbs=[("首页", "index.html"), (words, address)],
            facts=facts,
            facts_title="著录" if name == "source" else "基本情况",
            body=body + tail,
        )
    )
    description = view.plain(entry.record.summary)
    item = item_of(entry, site)
    drawn = "ak-drawing" in body + tail
    return Page(
        entry.address,
        entry.title,
        html,
        description,
        section,
        entry.kind.name,
        entry.id,
        head_tags(item),
        styles=(*STYLES.get(entry.kind.name, ()), *((FIGURES,) if drawn else ())),
        scripts=(FIGURES_SCRIPT,) if drawn else (),
        json_ld=json_ld(item, entry.record.added.isoformat(), site.licence_address, view.works()),
    )


def _part(template: str, view: View, entry: Entry) -> Markup:
    html = environment().get_template(template).render(v=view, entry=entry)
    return Markup(html)  # noqa: S704 - rendered by our own autoescaping template


def _moved(merged: Merged, linked: LinkedCatalog, site: Site) -> Page:
    address = merged.kind.address(merged.id)
    view = View(linked, site, address)
    target = linked.catalog.by_id.get(merged.stub.merged_into)
    html = environment().get_template("moved.html").render(v=view, merged=merged, target=target)
    return Page(address, merged.stub.title, html, "", listing(merged.kind)[2])


def listing(kind: Kind) -> tuple[str, str, str]:
    """Return where the entries of a kind are listed."""
    return LISTINGS.get(kind.name, (kind.label, kind.page.partition("#")[0], "browse"))
