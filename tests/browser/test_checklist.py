"""借鉴对照表: fill in, keep, carry in a link, print; what comes in by a link does no harm."""

from __future__ import annotations

import base64
import io
import json

import pytest
from pypdf import PdfReader

from anliku.render.conditions import conditions_of, sheet_of
from tests.library import ROOT, linked_root

ID = "xinjiyuan-special-task"
PAGE = f"checklists/{ID}.html"
SAID = "[data-said]"
TAKE = "navigator.clipboard.writeText = async (text) => { window.taken = text; }"
AXE = "axe.run().then((r) => r.violations.map((v) => `${v.id}: ${v.nodes[0].html}`))"
STOP = "[data-field=stop] textarea"
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WORDS = '书记两次没到会就停；<img src=x onerror="document.title=1">'


def link(state: object) -> str:
    """Return the part behind # as version 1 has it."""
    text = json.dumps(state, ensure_ascii=False).encode()
    return "#1." + base64.urlsafe_b64encode(text).decode().rstrip("=")


def rows() -> list:
    return list(conditions_of(linked_root(ROOT).catalog.by_id[ID]))


def fill(page) -> None:
    page.get_by_role("radio", name="没有").nth(1).check()
    page.get_by_label(f"怎么替代：{rows()[1].text}").fill("先请街道的社工带")
    page.locator(STOP).fill(WORDS)
    page.get_by_label("地点").fill("某街道")


def filled(page) -> tuple:
    return (
        page.get_by_role("radio", name="没有").nth(1).is_checked(),
        page.get_by_label(f"怎么替代：{rows()[1].text}").input_value(),
        page.locator(STOP).input_value(),
        page.get_by_label("地点").input_value(),
    )


FILLED = (True, "先请街道的社工带", WORDS, "某街道")


@pytest.mark.parametrize("home", ["origin", "folder"])
def test_what_is_filled_in_stays_in_this_browser(opened, request, home) -> None:
    """It is there again after reloading; clearing takes it away and can be undone."""
    watched = opened(request.getfixturevalue(home))
    page = watched.open(PAGE)
    fill(page)
    assert page.locator(SAID).inner_text() == "已记在这个浏览器里。"
    page.reload()
    assert filled(page) == FILLED
    page.get_by_role("button", name="清空").click()
    assert page.locator(STOP).input_value() == ""
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="撤销").click()
    page.reload()
    assert filled(page) == FILLED


def test_a_link_carries_it_to_somebody_else(opened) -> None:
    """The link opens in a browser that knows nothing, keeps nothing until it is taken over."""
    watched = opened()
    page = watched.open(PAGE)
    fill(page)
    page.evaluate(TAKE)
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_function("window.taken")
    address = page.evaluate("window.taken")
    assert page.locator(SAID).inner_text().startswith("链接已复制。")

    other = opened()
    there = other.open(address.removeprefix(other.home))
    assert filled(there) == FILLED
    assert "还没有记在你的浏览器里" in there.locator(SAID).inner_text()
    assert there.evaluate("Object.keys(localStorage)") == []
    there.get_by_role("button", name="收下来接着填").click()
    there.reload()
    assert filled(there) == FILLED


def test_text_for_a_chat(opened) -> None:
    """Every condition with its answer, what to stop at, and where it comes from."""
    page = opened().open(PAGE)
    fill(page)
    page.evaluate(TAKE)
    page.get_by_role("button", name="复制文字版").click()
    page.wait_for_function("window.taken")
    lines = page.evaluate("window.taken").split("\n")
    assert lines[0].startswith("借鉴对照表：")
    assert f"1. {rows()[0].text}：还没填" in lines
    assert f"2. {rows()[1].text}：没有；怎么替代：先请街道的社工带" in lines
    assert f"出现什么情况就停：{WORDS}" in lines
    assert lines[-1].endswith(PAGE)


HOSTILE = {
    "cut": ("#1.W1si", "不完整"),
    "noise": ("#1.!!!", "不完整"),
    "huge": ("#1." + "A" * 9000, "太长"),
    "newer": ("#2.AAAA", "新版"),
    "no state": (link({"a": 1}), "不完整"),
    "wrong types": (link(["x", [[3, "a"]], "", "", "", ""]), "不完整"),
    "many rows": (link(["x", [[0, ""]] * 41, "", "", "", ""]), "不完整"),
    "long words": (link(["x", [[0, "字" * 401]], "", "", "", ""]), "不完整"),
    "bad bytes": ("#1." + base64.urlsafe_b64encode(b"\xff\xfe[").decode().rstrip("="), "不完整"),
    "prototype": (link(["x", {"__proto__": [1]}, "", "", "", ""]), "不完整"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_links_are_refused_in_words(opened, name) -> None:
    """Nothing is filled in, nothing is kept, and a sentence says what to do."""
    fragment, words = HOSTILE[name]
    page = opened().open(PAGE + fragment)
    assert words in page.locator(SAID).inner_text()
    assert page.locator(STOP).input_value() == ""
    assert page.evaluate("Object.keys(localStorage)") == []


def test_script_in_a_link_stays_text(opened) -> None:
    """Elements in the words of a link come out as words."""
    state = ["x", [[1, "<script>window.bad = 1</script>"], [2, "b"]], WORDS, "", "", ""]
    page = opened().open(PAGE + link(state))
    assert page.locator(STOP).input_value() == WORDS
    assert page.evaluate("window.bad") is None
    assert page.evaluate("document.querySelectorAll('[data-ak-checklist] img').length") == 0
    assert "条目改过" in page.locator(SAID).inner_text()  # the mark is of other conditions


def test_links_of_version_one_open(opened) -> None:
    """A link that is in somebody's chat since the first version."""
    kept = (
        "#1.WyJ4IixbWzEsIuS5puiusOaEv-aEjyJdXSwi5Lik5qyh5rKh5Yiw5Lya5bCx5YGcIiwi5p-Q6KGX6YGTIiwi"
        "MTLmnIgx5pelIiwi56S-5Yy656S-5belIl0"
    )
    page = opened().open(PAGE + kept)
    assert page.locator(STOP).input_value() == "两次没到会就停"
    assert page.get_by_label(f"怎么替代：{rows()[0].text}").input_value() == "书记愿意"
    assert page.get_by_label("谁填的（写身份）").input_value() == "社区社工"


def test_paper_has_all_words_and_no_buttons(opened) -> None:
    """On paper the words stand instead of the boxes; one sheet holds it without the sources."""
    page = opened().open(PAGE)
    fill(page)
    page.emulate_media(media="print")
    assert page.get_by_text("先请街道的社工带").is_visible()
    assert page.get_by_text("☐ 有　☑ 没有").is_visible()
    assert not page.get_by_role("button", name="打印").is_visible()
    assert not page.locator(STOP).is_visible()


@pytest.mark.parametrize("entry_id", ["kerala-2020", "fenpi-jinchang"])
def test_sheet_is_one_page_of_paper(opened, entry_id) -> None:
    """Also where there are many sources: those with the most conditions and citations."""
    pdf = opened().open(f"checklists/{entry_id}.html").pdf(prefer_css_page_size=True)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_without_scripts_it_is_a_sheet_for_the_pencil(opened) -> None:
    """All conditions with their marks, blank cells, no dead buttons."""
    page = opened(java_script_enabled=False).open(PAGE)
    for row in rows():
        assert page.get_by_text(row.text, exact=True).is_visible()
    assert page.get_by_text("有　没有").count() == len(rows())
    assert not page.get_by_role("button", name="复制链接").is_visible()


def test_every_entry_with_conditions_leads_to_its_sheet(site) -> None:
    """Cases, models and practices link to theirs, and each is there."""
    for entry in linked_root(ROOT).published:
        if conditions_of(entry):
            html = (site / entry.address).read_text(encoding="utf-8")
            assert f'href="../checklists/{entry.id}.html"' in html
            sheet = (site / "checklists" / f"{entry.id}.html").read_text(encoding="utf-8")
            assert sheet.count("<tr data-row>") == len(conditions_of(entry))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_narrow_phones(opened, axe, scheme) -> None:
    """No violation, no sideways scrolling, at 320 and 1280."""
    for width in (320, 1280):
        page = opened(viewport={"width": width, "height": 740}, color_scheme=scheme).open(PAGE)
        fill(page)
        assert page.evaluate(WIDTH) <= 0
        page.evaluate(axe)
        assert page.evaluate(AXE) == []
