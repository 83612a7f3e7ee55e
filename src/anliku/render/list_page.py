"""我的学习清单: the page; assets/list/ builds the list in the reader's browser."""

from __future__ import annotations

from anliku.link.linked import LinkedCatalog
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.schema.reading_speed import WORDS

PATH = "list.html"
LEVELS = ("必读", "选读", "拓展", "备查")
"""In the order of their numbers in a link; never changes."""
STYLES = ("list/list.css",)
SCRIPTS = ("list/entries.js", "list/list.js")


def list_page(linked: LinkedCatalog, site: Site, title: str) -> Page:
    """Return list.html."""
    view = View(linked, site, PATH)
    body = (
        environment()
        .get_template("list.html")
        .render(v=view, title=title, levels=LEVELS, speed_words=WORDS)
    )
    about = "从本库挑条目，排先后、写提示、算时间，用一个链接发给学员。"
    return Page(PATH, title, body, about, "teaching", styles=STYLES, scripts=SCRIPTS)
