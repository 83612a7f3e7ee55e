"""Icons of kinds and of the shell, put into pages as inline SVG."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

_FOLDER = files("anliku") / "assets" / "icons"


@cache
def icon(name: str) -> Markup:
    """Return the SVG of an icon; a part of the package, so always there."""
    return Markup((_FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip())  # noqa: S704 - our own file
