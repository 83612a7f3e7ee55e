"""The one Jinja environment for bodies: strict, autoescaped, without blanks round tags."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    """Return the environment."""
    return Environment(
        loader=PackageLoader("anliku", "render/templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
