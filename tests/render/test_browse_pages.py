"""The plain lists behind 找案例: complete, a hundred a page, every page within reach."""

from __future__ import annotations

import re

import pytest

from anliku.render.browse_pages import PAGE_SIZE, browse_pages, pages_shown
from anliku.render.site import Site
from tests.corpora.catalog import library
from tests.library import EXAMPLE, linked_root

LINK = re.compile(r'<h3><a href="cases/([a-z0-9-]+)\.html">')


@pytest.mark.parametrize("cases", [8, 100, 101, 250])
def test_every_case_is_listed_once(cases: int) -> None:
    """Whatever their number, all cases stand in the pages, none twice, the newest first."""
    linked = library(cases, 3)
    pages = list(browse_pages(linked, Site(), "找案例", ("case",)))
    assert len(pages) == -(-cases // PAGE_SIZE)
    found = [LINK.findall(page.body) for page in pages]
    assert all(len(ids) == PAGE_SIZE for ids in found[:-1])
    ids = [name for names in found for name in names]
    assert sorted(ids) == [f"c{number:05d}" for number in range(cases)]
    days = [linked.catalog.by_id[name].record.updated for name in ids]
    assert days == sorted(days, reverse=True)
    assert all(f"{cases} 条" in page.body for page in pages)
    assert [page.path for page in pages][:2] == ["browse.html", "browse-2.html"][: len(pages)]


def test_only_the_first_page_can_be_narrowed() -> None:
    """The others load no script, and lead back to the first."""
    first, *others = browse_pages(library(101, 3), Site(), "找案例", ("case",))
    assert first.scripts
    assert "data-browse-form" in first.body
    for page in others:
        assert not page.scripts
        assert "data-browse-form" not in page.body
        assert 'href="browse.html">回第 1 页' in page.body


def test_an_empty_library_says_what_to_do() -> None:
    """Without a case the page asks for one."""
    linked = library(0, 1)
    (page,) = browse_pages(linked, Site(), "找案例", ("case",))
    assert "来投稿" in page.body
    assert not LINK.findall(page.body)


def test_drafts_are_not_listed() -> None:
    """Only what is published is in the list."""
    (page,) = browse_pages(linked_root(EXAMPLE), Site(), "找案例", ("case",))
    assert sorted(LINK.findall(page.body)) == ["shili-louzhang", "shili-songfan"]


@pytest.mark.parametrize(
    ("number", "count", "expected"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 5, [1, 2, 3, 4, 5]),
        (1, 9, [1, 2, 3, 0, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (50, 100, [1, 0, 48, 49, 50, 51, 52, 0, 100]),
    ],
)
def test_pages_within_reach(number: int, count: int, expected: list[int]) -> None:
    """The ends and the neighbours are linked; a gap stands for more than one page."""
    assert pages_shown(number, count) == expected
