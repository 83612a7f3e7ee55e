"""借鉴对照表: a page for each entry with conditions; blank on paper, filled in by a script."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from anliku.link.linked import LinkedCatalog
from anliku.render.conditions import Sheet, sheet_of
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View

ADDRESS = "checklists/{id}.html"
STYLE = "checklist/checklist.css"
SCRIPT = "checklist/checklist.js"


def checklist_pages(linked: LinkedCatalog, site: Site) -> Iterator[Page]:
    """Yield the page of each published entry that has conditions, of its own or borrowed."""
    for entry in linked.published:
        sheet = sheet_of(entry, linked)
        if sheet:
            yield _page(sheet, linked, site)


def _page(sheet: Sheet, linked: LinkedCatalog, site: Site) -> Page:
    path = ADDRESS.format(id=sheet.entry.id)
    title = f"借鉴对照表：{sheet.entry.title}"
    view = View(linked, site, path)
    mark = hashlib.sha256("\n".join(row.text for row in sheet.rows).encode()).hexdigest()[:6]
    template = environment().get_template("checklist.html")
    body = template.render(
        v=view, entry=sheet.entry, sheet=sheet, rows=sheet.rows, title=title, mark=mark
    )
    about = "对照自己那里：有、没有、怎么替代，再写一条出现什么情况就停。"
    return Page(path, title, body, about, "browse", styles=(STYLE,), scripts=(SCRIPT,))
