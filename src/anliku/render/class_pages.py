"""The pages of a class: A page, B page, questions, worksheet. Not listed, not searched."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.link.class_pages import PARTS, a_page, class_address
from anliku.link.linked import LinkedCatalog
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View

STYLE = "teaching/teaching.css"
_TITLES = {"a": "{}", "b": "后来怎样：{}", "questions": "题单：{}", "worksheet": "工作纸：{}"}
_NEEDS_A_PAGE = ("a", "b")


def class_pages(linked: LinkedCatalog, site: Site) -> Iterator[Page]:
    """Yield the pages of every class of a published teaching note."""
    for note in linked.published:
        if note.kind.name == "teaching_note":
            for part in PARTS:
                if part not in _NEEDS_A_PAGE or a_page(note, linked):
                    yield _page(note, part, linked, site)


def _page(note: Entry, part: str, linked: LinkedCatalog, site: Site) -> Page:
    path = class_address(note.id, part)
    view = View(linked, site, path)
    page = a_page(note, linked)
    title = _TITLES[part].format(page.title if page else note.title)
    template = environment().get_template(f"class_{part}.html")
    body = template.render(v=view, note=note, page=page, title=title)
    return Page(path, title, body, "", "teaching", is_listed=False, styles=(STYLE,))
