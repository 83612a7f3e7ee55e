"""Citation marks: a card in place, a list without scripts, a list on paper."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESK, PHONE

CASE = "cases/xinjiyuan-special-task.html"
CARD = ".ak-card"
MARK = "a.ak-cite"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("key", ["click", "Enter", "Space"])
def test_card_opens_in_place(opened, size: dict[str, int], key: str) -> None:
    """A mark opens its card by hand and by key, where the reader is, within the window."""
    page = opened(viewport=size).open(CASE)
    mark = page.locator(f".ak-body {MARK}").first
    wanted = page.locator(f"{mark.get_attribute('href')} .ak-ref__text").text_content()
    address = page.url
    if key == "click":
        mark.click()
    else:
        mark.focus()
        page.keyboard.press(key)
    card = page.locator(CARD)
    assert card.count() == 1
    assert card.is_visible()
    assert mark.get_attribute("aria-expanded") == "true"
    assert wanted in card.text_content()
    for word in ("依据", "来源", "位置", "日期", "公益时报"):
        assert word in card.text_content()
    assert page.url == address
    box, place = card.bounding_box(), mark.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= size["height"]
    near = min(abs(box["y"] - place["y"]), abs(box["y"] + box["height"] - place["y"]))
    assert near < 60


def test_escape_closes_and_gives_the_focus_back(opened) -> None:
    """The card has the focus; Escape closes it and the mark has the focus again."""
    page = opened().open(CASE)
    mark = page.locator(MARK).nth(3)
    mark.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('.ak-card') !== null")
    page.keyboard.press("Escape")
    assert page.locator(CARD).count() == 0
    assert mark.get_attribute("aria-expanded") == "false"
    assert mark.evaluate("(node) => node === document.activeElement")


def test_one_card_at_a_time(opened) -> None:
    """Another mark, the same mark, the button and a click beside it close a card."""
    page = opened(viewport=DESK).open(CASE)
    first, second = (page.locator(f".ak-body {MARK}").nth(n) for n in (0, 1))
    first.click()
    second.dispatch_event("click")
    assert page.locator(CARD).count() == 1
    assert first.get_attribute("aria-expanded") == "false"
    second.dispatch_event("click")
    assert page.locator(CARD).count() == 0
    first.click()
    page.locator(f"{CARD} button").click()
    assert page.locator(CARD).count() == 0
    first.click()
    page.mouse.click(3, 400)
    assert page.locator(CARD).count() == 0


def test_every_mark_of_a_case_has_a_card_within_the_window(opened) -> None:
    """On a phone each card of the page lies wholly between the edges."""
    page = opened().open(CASE)
    count = page.locator(MARK).count()
    assert count > 20
    outside = []
    for number in range(count):
        mark = page.locator(MARK).nth(number)
        mark.evaluate("(node) => node.click()")
        box = page.locator(CARD).bounding_box()
        if box["x"] < 0 or box["x"] + box["width"] > PHONE["width"]:
            outside.append((number, box))
        page.keyboard.press("Escape")
    assert outside == []


def test_card_leads_to_the_fact_at_its_source(opened) -> None:
    """The link in the card opens the source page at the very fact."""
    page = opened().open(CASE)
    page.locator(f".ak-body {MARK}").first.click()
    link = page.locator(f"{CARD} .ak-ref__go a")
    fact = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(f"**/sources/gongyishibao-jiangwei.html#{fact}")
    assert page.locator(f"#{fact}").is_visible()


def test_marks_are_large_enough_for_a_thumb(opened) -> None:
    """Each mark is a target of 24 px at least, or has that much room (WCAG 2.5.8)."""
    page = opened().open(CASE)
    small = page.locator(MARK).evaluate_all(
        """(marks) => marks.map((mark) => {
          const box = mark.getBoundingClientRect();
          return Math.min(box.width, box.height);
        }).filter((size) => size < 24)"""
    )
    assert small == []


def test_view_is_told_from_fact(opened) -> None:
    """The mark of a view says so in words, for eyes and for ears; that of a fact does not."""
    page = opened().open(CASE)
    views = page.locator("a.ak-cite--view")
    assert views.count() > 0
    for text, spoken in views.evaluate_all(
        "(marks) => marks.map((m) => [m.textContent, m.getAttribute('aria-label')])"
    ):
        assert text.startswith("看法")
        assert "看法" in spoken
    facts = page.locator("a.ak-cite:not(.ak-cite--view)")
    assert "看法" not in " ".join(facts.all_text_contents())


def test_without_scripts_the_mark_leads_to_the_list(opened) -> None:
    """With JavaScript off a mark goes to its line of the numbered list, and the line goes back."""
    page = opened(java_script_enabled=False).open(CASE)
    mark = page.locator(f".ak-body {MARK}").first
    number = mark.get_attribute("href")
    mark.click()
    assert page.url.endswith(number)
    line = page.locator(number)
    assert line.is_visible()
    assert "依据" in line.text_content()
    line.locator("a.ak-ref__back").click()
    assert page.url.endswith(f"#{mark.get_attribute('id')}") or "#m" in page.url


def test_without_scripts_pages_are_complete(opened) -> None:
    """With JavaScript off text, navigation, lists and all entries are there to read."""
    watched = opened(java_script_enabled=False)
    page = watched.open("index.html")
    assert page.locator("nav.ak-nav a").first.is_visible()
    assert page.locator("#need ~ ul a").count() >= 6
    page = watched.open("search.html")
    assert page.locator("[data-ak-everything] li").count() > 60
    page = watched.open(CASE)
    assert page.locator("#references li").first.is_visible()


def test_on_paper_the_list_stands_and_the_navigation_does_not(opened) -> None:
    """Printed, a case shows its numbered list and folded parts, no navigation, no buttons."""
    page = opened(viewport=DESK).open(CASE)
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#references li").first.is_visible()
    assert page.locator("#references .ak-ref__text").last.is_visible()
    assert page.locator("#unstated p").first.is_visible()
    for part in (".ak-header nav", ".ak-footer nav", ".ak-toc", ".ak-theme", ".ak-crumbs"):
        assert page.locator(part).first.is_hidden(), part
    assert page.locator("button:visible").count() == 0
    assert page.locator(".ak-printhead").is_visible()
