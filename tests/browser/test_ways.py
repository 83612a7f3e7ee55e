"""Ways through the site: light and dark, who cannot say what is lacking, copying."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESK

SCHEME = """() => {
  const style = getComputedStyle(document.body);
  return style.colorScheme + style.backgroundColor;
}"""
BUTTON = "[data-ak-theme] button"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_choice_of_light_and_dark_persists(opened, system: str) -> None:
    """The switch changes the page, holds on other pages and after reloading, and goes back."""
    watched = opened(viewport=DESK, color_scheme=system)
    page = watched.open("index.html")
    before, label = page.evaluate(SCHEME), page.locator(BUTTON).get_attribute("aria-label")
    page.locator(BUTTON).click()
    after = page.evaluate(SCHEME)
    assert before != after
    assert label != page.locator(BUTTON).get_attribute("aria-label")
    page.reload()
    assert after == page.evaluate(SCHEME)
    page = watched.open("cases/xinjiyuan-special-task.html")
    assert after == page.evaluate(SCHEME)
    page.locator(BUTTON).click()
    page.reload()
    assert before == page.evaluate(SCHEME)


def test_system_decides_without_a_choice(opened) -> None:
    """Without a choice the page follows the system, at once."""
    page = opened(color_scheme="light").open("index.html")
    light = page.evaluate(SCHEME)
    page.emulate_media(color_scheme="dark")
    assert light != page.evaluate(SCHEME)


def test_last_choice_compares_the_models(opened) -> None:
    """Who cannot say what is lacking sees the models side by side."""
    page = opened().open("index.html")
    page.locator("#need ~ ul a").last.click()
    page.wait_for_url("**/finder.html?need=unsure#all")
    table = page.locator("#all table")
    assert table.is_visible()
    for name in ("无缝融入式", "专项联动模式", "专业性的行业支持"):
        assert name in table.text_content()


def test_navigation_is_in_sight_on_a_phone(opened) -> None:
    """On a phone the main ways are links in sight, not behind a button."""
    page = opened().open("index.html")
    for words in ("找案例", "怎么选", "备课", "投稿"):
        assert page.locator(".ak-nav a", has_text=words).first.is_visible()
    assert page.locator(".ak-find").is_visible()


def test_copying_a_reference(opened) -> None:
    """The button under the reference copies it, or selects it, and says so."""
    watched = opened(permissions=["clipboard-read", "clipboard-write"])
    page = watched.open("cases/xinjiyuan-special-task.html")
    page.locator("[data-ak-copy] button").first.click()
    page.locator(".ak-copied").filter(has_text="已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.locator("#cite-gbt").text_content().strip()
    assert "一家社工机构与社区防疫分工" in copied
