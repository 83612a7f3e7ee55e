"""What pages need to know about the site as a whole; comes from mkdocs.yml, never from data."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.schema.edition import Edition


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation: words, address from the root, and what it is active for."""

    label: str
    address: str
    section: str


@dataclass(frozen=True, slots=True)
class Site:
    """Settings of the published site. `url` empty: no canonical links and no full addresses."""

    name: str = "案例库"
    tagline: str = "社会工作实务案例，句句有出处"
    url: str = ""
    contact: str = ""
    icp: str = ""
    licence: str = "CC BY 4.0"
    licence_address: str = "https://creativecommons.org/licenses/by/4.0/"
    editors: str = "案例库编辑部"
    edition: Edition = Edition.PUBLIC
    printed: frozenset[str] = frozenset()
    """Addresses of PDF files that this build has: what a browser of the machine printed."""
    nav: tuple[NavItem, ...] = (
        NavItem("首页", "index.html", "home"),
        NavItem("找案例", "browse.html", "browse"),
        NavItem("怎么选", "finder.html", "finder"),
        NavItem("备课", "teaching.html", "teaching"),
        NavItem("投稿", "contributing/index.html", "contributing"),
        NavItem("关于本库", "about.html", "about"),
    )

    def full(self, address: str) -> str:
        """Return the full address of a page, or nothing when the site has no address yet."""
        return f"{self.url.rstrip('/')}/{address}" if self.url else ""
