"""备课 in a browser: choosing a class by minutes, people and audience; sheets on paper."""

from __future__ import annotations

import pytest

from anliku.link.class_pages import class_address
from tests.browser.conftest import DESK, PHONE
from tests.library import GOLDEN

HOME = f"{GOLDEN.as_uri()}/"
NOTE = "shili-shouke"
WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
RUN = """async () => {
  const result = await axe.run(document, {resultTypes: ["violations"], preload: false});
  return result.violations.map((one) => one.id + ": " + one.nodes[0].html.slice(0, 160));
}"""


def test_classes_are_chosen_by_minutes_and_people(opened) -> None:
    """What does not fit goes, and is said; the address holds the choice; with the keyboard, too."""
    page = opened(HOME).open("teaching.html")
    row = page.locator(".ak-classes > li")
    assert row.is_visible()
    page.get_by_label("8 人以下").check()
    assert not row.is_visible()
    assert page.locator("[data-ak-none]").is_visible()
    assert "people=1-7" in page.url
    page.get_by_label("8 人以下").press("ArrowRight")
    assert page.get_by_label("8—15 人").is_checked()
    assert row.is_visible()
    page.get_by_label("45 分钟以内").check()
    assert row.is_visible()
    assert page.locator("[data-ak-said]").text_content() == "合适的有 1 节"
    assert "minutes=45" in page.url
    assert "people=8-15" in page.url


def test_choice_in_the_address_is_taken_up(opened) -> None:
    """A link with a choice opens with it; a strange one is passed over."""
    page = opened(HOME).open("teaching.html?people=31-999&minutes=90")
    assert page.get_by_label("30 人以上").is_checked()
    assert not page.locator(".ak-classes > li").is_visible()
    page = opened(HOME).open("teaching.html?people=%3Cscript%3E&color=red")
    assert page.locator(".ak-classes > li").is_visible()


def test_without_scripts_all_classes_are_listed(opened) -> None:
    """The form needs scripts and is not shown; the list is whole."""
    page = opened(HOME, java_script_enabled=False).open("teaching.html")
    assert page.locator(".ak-classes > li").is_visible()
    assert not page.locator("[data-ak-choose]").is_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_sheets_are_accessible_and_narrow(opened, axe: str, size: dict[str, int]) -> None:
    """The sheets of a class, the list and the pack: axe finds nothing, nothing is cut off."""
    watched = opened(HOME, viewport=size)
    parts = [class_address(NOTE, part) for part in ("a", "b", "questions", "worksheet")]
    others = ["teaching.html", "reading-lists/shili-qingdan.html"]
    packs = [f"downloads/{NOTE}-jiaoshibao.html"]
    found = {}
    for path in (*parts, *others, *packs):
        page = watched.open(path)
        assert page.evaluate(WIDTH) <= 0, path
        page.evaluate(axe)
        found[path] = page.evaluate(RUN)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_questions_for_later_are_folded_on_screen_and_open_on_paper(opened) -> None:
    """On a screen the second part waits for a tap; the printed sheet has all questions."""
    page = opened(HOME).open(class_address(NOTE, "questions"))
    later = page.get_by_text("忙乱少了，这是谁说的？")
    assert not later.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert later.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not later.is_visible()
    page.get_by_text("读完 B 页再打开").click()
    assert later.is_visible()
