"""The library in one file: whole, small, closed, and the same for the same input."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from anliku.catalog import Catalog
from anliku.link.linked import LinkedCatalog
from anliku.publish.one_file import one_file
from anliku.publish.search_files import search_index
from anliku.publish.search_records import search_records
from anliku.render.offline_page import HTML
from anliku.render.site import Site
from anliku.schema.source import Source
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

BAR = 1_500_000
"""Bytes at one hundred entries."""


class Parts(HTMLParser):
    """The elements of a file, as a browser would find them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.code: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data) -> None:
        (self.code if self.cdata_elem else self.text).append(data)

    def all(self, attribute: str) -> list[str]:
        return [a[attribute] or "" for _, a in self.elements if attribute in a]


def make(linked: LinkedCatalog) -> bytes:
    """Return the file of a library."""
    return one_file(linked, Site(), search_index(linked, search_records(linked, ()))).content


@pytest.fixture(scope="module")
def parts(site) -> Parts:
    """Return the file that the site offers."""
    return Parts((site / HTML).read_text(encoding="utf-8"))


def test_everything_published_is_in_it(parts) -> None:
    """Each entry has its place and its title, each fact of a source its own."""
    ids, text = set(parts.all("id")), "".join(parts.text)
    for entry in linked_root(ROOT).published:
        if entry.kind.name != "vocabulary":
            assert entry.id in ids
            assert entry.title in text
        if isinstance(entry.record, Source):
            assert {f"{entry.id}.{fact.id}" for fact in entry.record.facts} <= ids
            assert all(" ".join(fact.text.split()) in text for fact in entry.record.facts)


def test_links_are_anchors_that_are_there(parts) -> None:
    """No link leaves the file, and each leads to something in it."""
    ids = parts.all("id")
    assert len(ids) == len(set(ids))
    links = parts.all("href")
    assert len(links) > 5_000
    assert {link for link in links if link[:1] != "#" or link[1:] not in set(ids)} == set()


def test_full_addresses_where_the_site_has_one() -> None:
    """With an address, what is not in the file leads to the site."""
    linked = linked_root(EXAMPLE)
    index = search_index(linked, search_records(linked, ()))
    text = one_file(linked, Site(url="https://anliku.example/"), index).content.decode()
    outside = {link for link in Parts(text).all("href") if link[:1] != "#"}
    assert "https://anliku.example/finder-rules.html" in outside
    assert {link for link in outside if not link.startswith("https://anliku.example/")} == set()


def test_nothing_is_asked_of_anybody(parts) -> None:
    """No element loads anything, and the policy forbids it to scripts and styles, too."""
    assert parts.all("src") + parts.all("srcset") + parts.all("action") == []
    assert [tag for tag, _ in parts.elements if tag in {"link", "iframe", "object", "base"}] == []
    assert not re.search(r"@import|url\(", "".join(parts.code))
    assert parts.all("style") + [a for _, e in parts.elements for a in e if a[:2] == "on"] == []
    policy = next(e["content"] for _, e in parts.elements if "http-equiv" in e)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    for code in parts.code:
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_size_at_a_hundred_entries() -> None:
    """Even the hundred longest entries of the library, with their facts, stay under the bar."""
    linked = linked_root(ROOT)
    by_length = sorted(
        (e for e in linked.published if e.kind.name != "vocabulary"),
        key=weight,
        reverse=True,
    )
    kept = {entry.id for entry in by_length[:100]}
    entries = [e for e in linked.catalog.entries if e.id in kept or e.kind.name == "vocabulary"]
    content = make(LinkedCatalog.of(Catalog.of(entries)))
    assert len(Parts(content.decode()).all("data-kind")) > 5
    assert 300_000 < len(content) < BAR


def weight(entry) -> int:
    """Return how much text an entry has."""
    return len(entry.record.model_dump_json())


def test_the_same_for_the_same_library() -> None:
    """Two times the same bytes."""
    assert make(linked_root(EXAMPLE)) == make(linked_root(EXAMPLE))


def test_text_never_becomes_code() -> None:
    """What would end a script, or begin one, stays text: in the data of the search, too."""
    bad = "</script><script>alert(1)</script><!--<script>"
    texts = {
        path.relative_to(EXAMPLE / "cases").as_posix(): path.read_text(encoding="utf-8")
        for path in (EXAMPLE / "cases").rglob("*.yml")
    }
    path = next(path for path in sorted(texts) if path.startswith("terms/"))
    texts[path] = re.sub(r"(?m)^(title: .*)$", rf"\1 {bad}", texts[path])
    examined = examine_texts(texts)
    assert examined.linked is not None, examined.diagnostics
    found = Parts(make(examined.linked).decode())
    plain = Parts(make(linked_root(EXAMPLE)).decode())
    count = [tag for tag, _ in plain.elements].count("script")
    assert [tag for tag, _ in found.elements].count("script") == count
    assert bad in "".join(found.text)
    assert not any(code.lstrip().startswith("alert(1)") for code in found.code)


def test_paper_and_drawings(parts) -> None:
    """The sheet for paper comes along and holds on paper only; drawings stay on the site."""
    style = "".join(parts.code)
    assert "@media print {" in style
    assert style.index("@media print {") < style.index(".ak-printhead { display: flex")
    assert not any("ak-drawing" in (a.get("class") or "") for _, a in parts.elements)
