"""The page frame: what stands around a body. One interface, any site generator behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from anliku.render.page import Page
from anliku.render.site import Site

THEME = Path(__file__).parent.parent / "theme"


class PageFrame(Protocol):
    """Makes a whole HTML page out of a rendered one."""

    def wrap(self, page: Page) -> str:
        """Return the page with head, header, navigation and footer."""
        ...


class PlainFrame:
    """The frame that needs no site generator; shares header and footer with Material's."""

    def __init__(self, site: Site) -> None:
        environment = Environment(
            loader=FileSystemLoader(THEME),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._site = site
        self._template = environment.get_template("plain.html")

    def wrap(self, page: Page) -> str:
        """Return the page in the plain frame."""
        return self._template.render(ak=page.context(self._site))
