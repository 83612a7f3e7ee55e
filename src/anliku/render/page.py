"""A rendered page as a value: a body and what the frame must know about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from anliku.render.icons import icon
from anliku.render.site import Site
from anliku.schema.kinds import KINDS

SHARE_IMAGE = "assets/share/og.png"
"""The one picture that other sites show beside a link to ours."""


@dataclass(frozen=True, slots=True)
class Page:
    """`path` from the site's root; `body` is HTML; `section` is where the navigation stands."""

    path: str
    title: str
    body: str
    description: str = ""
    section: str = ""
    kind: str = ""
    entry_id: str = ""
    meta: tuple[tuple[str, str], ...] = field(default=())
    """Further `<meta>` elements of the head as (name, content)."""
    is_listed: bool = True
    """False: no search engine and no map of the site leads here; only who has the address comes."""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    """What only this page loads, after what every page does, by its path below assets/."""
    json_ld: str = ""
    """What the page is for machines: the text of a script element, already safe within HTML."""
    imprint: str = ""
    """What stands at the foot of each printed sheet: id, version, date."""

    @property
    def base(self) -> str:
        """The way from this page to the site's root: empty or `../`."""
        return "../" * self.path.count("/")

    def context(self, site: Site) -> dict[str, Any]:
        """Return what every frame's template is given under `ak`."""
        canonical = site.full("" if self.path == "index.html" else self.path)
        short = canonical.partition("://")[2] or f"/{self.path}"
        return {
            "site": site,
            "page": self,
            "base": self.base,
            "body": Markup(self.body),  # noqa: S704 - rendered by our own templates
            "icon": icon,
            "kinds": KINDS,
            "json_ld": Markup(self.json_ld),  # noqa: S704 - escaped where it is written
            "searches": "data-ak-search" in self.body,
            "share_image": site.full(SHARE_IMAGE),
            "canonical": canonical,
            "short": short,
            "sheet": {
                "title": css_string(f"{site.name} · {self.title}"),
                "address": css_string(short),
                "imprint": css_string(self.imprint),
            },
        }


def css_string(text: str) -> Markup:
    """Return a text as a string of CSS that is safe within HTML, whatever it holds."""
    kept = "".join(one if one.isalnum() else f"\\{ord(one):x} " for one in text)
    return Markup(f'"{kept}"')  # noqa: S704 - letters, digits and escapes only
