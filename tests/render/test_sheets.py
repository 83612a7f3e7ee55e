"""What stands on each printed sheet: which page, which entry, which version, of what day."""

from __future__ import annotations

import pytest

from anliku.render import render
from anliku.render.page import Page, css_string
from anliku.render.site import Site
from tests.library import EXAMPLE, linked_root


def test_entries_name_id_version_and_date() -> None:
    """An entry's sheets say exactly which state of which entry they are; others of what day."""
    linked = linked_root(EXAMPLE)
    newest = max(str(entry.record.updated) for entry in linked.published)
    for page in render(linked, Site()):
        entry = linked.catalog.by_id.get(page.entry_id)
        if entry is None:
            assert page.imprint == f"资料更新到 {newest}"
        else:
            record = entry.record
            assert page.imprint == f"{entry.id} · 第 {record.version} 版 · {record.updated} 更新"


@pytest.mark.parametrize(
    ("url", "short"),
    [("", "/cases/x.html"), ("https://example.org/ku/", "example.org/ku/cases/x.html")],
)
def test_address_is_short(url: str, short: str) -> None:
    """Without an address of the site the path, else without the scheme."""
    context = Page("cases/x.html", "题", "").context(Site(url=url))
    assert context["short"] == short
    assert context["sheet"]["address"] == css_string(short)


def test_strings_of_css_hold_anything() -> None:
    """No character of a title ends the string, the rule or the element."""
    made = str(css_string("a\"b\\c</style>{}\n“引号”；'"))
    assert made == '"a\\22 b\\5c c\\3c \\2f style\\3e \\7b \\7d \\a \\201c 引号\\201d \\ff1b \\27 "'
