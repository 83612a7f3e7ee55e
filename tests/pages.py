"""Built pages as a reader, a browser without scripts and a link checker see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
UNSEEN = frozenset({"script", "style", "template", "code", "pre", "kbd", "svg"})
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-label")
LOADED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}


@dataclass
class BuiltPage:
    """One HTML file, read."""

    path: str
    lang: str = ""
    ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Visible text and spoken attributes: no code, nothing marked as another language."""

    @property
    def text(self) -> str:
        """All the texts, joined."""
        return " ".join(" ".join(self.texts).split())


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = BuiltPage(path)
        self._open: list[tuple[str, bool]] = []

    @property
    def _is_seen(self) -> bool:
        return all(seen for _, seen in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        if tag == "html":
            page.lang = given.get("lang", "")
        if "id" in given:
            page.ids.append(given["id"])
        if tag == "h1":
            page.headings.append("")
        if tag in ("a", "area") and "href" in given:
            page.links.append(given["href"])
        if tag == "form" and "action" in given:
            page.links.append(given["action"])
        if tag in LOADED and not given.get(LOADED[tag], "data:").startswith("data:"):
            page.loaded.append(given[LOADED[tag]])
        lang = given.get("lang", "zh-CN")
        for_machines = given.get("class") == "Z3988"  # COinS: an empty span that Zotero reads
        seen = (
            tag not in UNSEEN
            and not for_machines
            and lang.startswith("zh")
            and not lang.startswith("zh-Latn")
        )
        if self._is_seen and seen:
            page.texts += [given[name] for name in SPOKEN if name in given]
        if tag not in VOID:
            self._open.append((tag, seen))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        if self._is_seen and data.strip():
            self.page.texts.append(data)
        if any(tag == "h1" for tag, _ in self._open):
            self.page.headings[-1] += data


def read_page(path: str, text: str) -> BuiltPage:
    """Read one page."""
    reader = _Reader(path)
    reader.feed(text)
    reader.close()
    return reader.page


@cache
def read_site(folder: Path) -> dict[str, BuiltPage]:
    """Read every page below a folder."""
    return {
        path.relative_to(folder).as_posix(): read_page(
            path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
        )
        for path in sorted(folder.rglob("*.html"))
    }


def is_elsewhere(address: str) -> bool:
    """Tell whether an address leaves the site."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def target(page: BuiltPage, address: str) -> tuple[str, str]:
    """Return the file below the site's root and the anchor that a link leads to."""
    parts = urlsplit(address)
    if not parts.path:
        return page.path, unquote(parts.fragment)
    base = PurePosixPath("/" if page.path == "404.html" else f"/{page.path}").parent
    steps: list[str] = []
    for step in (base / unquote(parts.path)).parts[1:]:
        if step == "..":
            assert steps, f"{page.path}: {address} leads out of the site"
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps), unquote(parts.fragment)
