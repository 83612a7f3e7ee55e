"""Ways through the site: light and dark, the first question, and where each answer leads."""

from __future__ import annotations

from typing import get_args

import pytest

from anliku.schema.choices import Need
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


@pytest.mark.parametrize("number", range(1, len(get_args(Need)) + 1))
def test_first_tap_leads_to_an_answer_with_first_steps(opened, number: int) -> None:
    """From the first page one tap on what is lacking shows an answer and what to do first."""
    page = opened().open("index.html")
    page.locator("#need ~ ul a").nth(number - 1).click()
    page.wait_for_url(f"**/finder.html#need-{number}")
    answer = page.locator(f"#need-{number}")
    assert get_args(Need)[number - 1] in answer.locator("h2").text_content()
    assert answer.locator("h2").evaluate(
        "(node) => { const b = node.getBoundingClientRect(); return b.top >= 0 && b.top < 400; }"
    )
    assert answer.locator("h3 a").first.is_visible()
    assert answer.locator(".ak-steps li").first.is_visible()
    title = answer.locator("h3 a").first.text_content()
    answer.locator("h3 a").first.click()
    page.wait_for_load_state()
    assert title == page.locator("h1").text_content()
    assert page.locator("#steps li, #how li").first.is_visible()


def test_last_choice_compares_the_models(opened) -> None:
    """Who cannot say what is lacking sees the models side by side."""
    page = opened().open("index.html")
    page.locator("#need ~ ul a").last.click()
    page.wait_for_url("**/finder.html#all")
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
    page.locator("[data-ak-copy] button").click()
    page.locator(".ak-copied").filter(has_text="已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.locator("#cite-gbt").text_content().strip()
    assert "一家社工机构与社区防疫分工" in copied
