"""The site in WebKit, where Playwright has one; elsewhere tests/test_floor.py has to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from anliku.render.offline_page import HTML
from tests.browser.conftest import PHONE


@pytest.fixture
def page(playwright):
    """Open a page in WebKit; whatever it complains of fails the test."""
    if not Path(playwright.webkit.executable_path).is_file():
        pytest.skip("这台机器没有 Playwright 的 WebKit；最低浏览器由 tests/test_floor.py 检查")
    webkit = playwright.webkit.launch()
    faults: list[str] = []
    page = webkit.new_page(viewport=PHONE, locale="zh-CN")
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    webkit.close()
    assert faults == []


def test_site_works_in_webkit(page, origin) -> None:
    """Searching, narrowing, choosing, and a citation."""
    page.goto(f"{origin}search.html?q=独居老人")
    page.locator("[data-ak-list] a").first.wait_for()
    page.goto(f"{origin}finder.html?need=hands")
    page.locator("[data-ak-results] [data-ak-fit]").first.wait_for()
    page.goto(f"{origin}browse.html")
    page.locator("[data-browse][aria-busy=false]").wait_for()
    page.goto(f"{origin}cases/xinjiyuan-special-task.html")
    page.locator("a.ak-cite").first.click()
    page.locator(".ak-card").wait_for()


def test_single_file_works_in_webkit(page, folder) -> None:
    """Searching and choosing in the file, from a folder."""
    page.goto(f"{folder}{HTML}#search?q=独居老人")
    page.locator("[data-ak-one-list] a").first.wait_for()
    page.goto(f"{folder}{HTML}#finder?need=hands")
    page.locator("[data-ak-results] [data-ak-fit]").first.wait_for()
