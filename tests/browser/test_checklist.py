"""借鉴对照表: fill in, keep, carry in a link, print; what comes in by a link does no harm."""

from __future__ import annotations

import base64
import io
import json

import pytest
from pypdf import PdfReader

from anliku.render.conditions import conditions_of, sheet_of
from tests.browser.conftest import DESK
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


def test_a_link_does_not_take_the_place_of_ones_own(opened) -> None:
    """Who has filled in the sheet keeps it when a link comes in, even after taking that over."""
    page = opened().open(PAGE)
    fill(page)
    other = [mark(page), [[1, "他们有"]], "他们的停", "别处", "", ""]
    page.evaluate("(hash) => { location.hash = hash; }", link(other))
    page.locator(SAID).filter(has_text="你自己填过的一份没有动").wait_for()
    assert page.locator(STOP).input_value() == "他们的停"
    page.locator(STOP).fill("改一改")
    assert "没有记下来" in page.locator(SAID).inner_text()
    page.evaluate("history.back()")
    page.wait_for_function("location.hash === ''")
    assert filled(page) == FILLED
    page.evaluate("(hash) => { location.hash = hash; }", link(other))
    page.get_by_role("button", name="收下来接着填").click()
    assert page.locator(STOP).input_value() == "他们的停"
    page.get_by_role("button", name="撤销").click()
    page.reload()
    assert filled(page) == FILLED


def mark(page) -> str:
    """Return what tells whether the conditions are the same."""
    return page.locator("[data-ak-checklist]").get_attribute("data-mark")


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
    said = page.locator(SAID).inner_text()
    assert "还没有记在你的浏览器里" in said
    assert "条目改过" in said  # the mark is of other conditions


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
    """On paper the words stand instead of the boxes."""
    page = opened().open(PAGE)
    fill(page)
    page.emulate_media(media="print")
    assert page.get_by_text("先请街道的社工带").is_visible()
    assert page.get_by_text("☐ 有　☑ 没有").is_visible()
    assert not page.get_by_role("button", name="打印").is_visible()
    assert not page.locator(STOP).is_visible()


def sheets(page) -> int:
    """Return how many sheets of A4 a page takes."""
    return len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def test_one_sheet_of_paper(opened) -> None:
    """The longest ones fit on one side, blank and filled in, with what they rest on."""
    linked = linked_root(ROOT)
    found = [one for entry in linked.published if (one := sheet_of(entry, linked))]
    longest = sorted(found, key=lambda s: sum(len(r.text) + 40 * len(r.cite) for r in s.rows))[-3:]
    watched = opened(viewport=DESK)
    for one in longest:
        page = watched.open(f"checklists/{one.entry.id}.html")
        assert sheets(page) == 1, one.entry.id
        for box in page.locator("[data-instead] textarea").all():
            box.fill("请街道的社工带，先在一栋楼试两个星期再看")
        page.locator(STOP).fill("书记两次没到会就停")
        assert sheets(page) == 1, one.entry.id
        page.emulate_media(media="print")
        assert page.locator(".ak-ref").last.is_visible()
        page.emulate_media(media="null")


def test_with_the_keyboard_alone(opened) -> None:
    """Tab reaches every field in the order of the sheet; arrows choose."""
    page = opened(viewport=DESK).open(PAGE)
    page.get_by_label("地点").focus()
    stops = []
    for _ in range(4 + len(rows()) * 4):
        stops.append(
            page.evaluate("document.activeElement.name || document.activeElement.ariaLabel")
        )
        page.keyboard.press("Tab")
    assert stops[:3] == ["地点", "日期", "谁填的（写身份）"]
    fields = [stop for stop in stops if stop and stop.startswith(("row-", "怎么替代", "出现"))]
    expected = [
        name for n, row in enumerate(rows()) for name in (f"row-{n}", f"怎么替代：{row.text}")
    ]
    assert fields == [*expected, "出现什么情况就停"]
    page.get_by_role("radio", name="有", exact=True).first.focus()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("radio", name="没有").first.is_checked()


def test_what_it_says_to_watch_for_is_beside_the_stop(opened) -> None:
    """The case's own cautions with their marks, which open the source in place."""
    page = opened().open(PAGE)
    hint = page.locator(".ak-checklist__hints li").first
    assert "要先看社区愿不愿意" in hint.inner_text()
    hint.locator(".ak-cite").click()
    assert page.get_by_role("dialog").is_visible()


def test_without_scripts_it_is_a_sheet_for_the_pencil(opened) -> None:
    """All conditions with their marks, blank cells, no dead buttons."""
    page = opened(java_script_enabled=False).open(PAGE)
    for row in rows():
        assert page.get_by_text(row.text, exact=True).is_visible()
    assert page.get_by_text("有　没有").count() == len(rows())
    assert not page.get_by_role("button", name="复制链接").is_visible()


def test_every_entry_with_conditions_leads_to_its_sheet(site) -> None:
    """Cases, models and practices link to theirs, and each is there."""
    linked = linked_root(ROOT)
    for entry in linked.published:
        found = sheet_of(entry, linked)
        if found:
            html = (site / entry.address).read_text(encoding="utf-8")
            assert f'href="../checklists/{entry.id}.html"' in html
            sheet = (site / "checklists" / f"{entry.id}.html").read_text(encoding="utf-8")
            assert sheet.count("<tr data-row>") == len(found.rows)


@pytest.mark.parametrize("home", ["origin", "folder"])
def test_the_head_of_an_entry_leads_to_its_sheet(opened, request, home) -> None:
    """One tap from the top of a case; an organization, which has no sheet, offers none."""
    watched = opened(request.getfixturevalue(home))
    page = watched.open(f"cases/{ID}.html")
    page.get_by_role("group", name="用这一条").get_by_role("button", name="借鉴对照表").click()
    page.wait_for_url(f"**/{PAGE}")
    page = watched.open("organizations/xinjiyuan.html")
    assert page.get_by_role("button", name="借鉴对照表").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_narrow_phones(opened, axe, scheme) -> None:
    """No violation, no sideways scrolling, at 320 and 1280."""
    for width in (320, 1280):
        page = opened(viewport={"width": width, "height": 740}, color_scheme=scheme).open(PAGE)
        fill(page)
        assert page.evaluate(WIDTH) <= 0
        page.evaluate(axe)
        assert page.evaluate(AXE) == []
