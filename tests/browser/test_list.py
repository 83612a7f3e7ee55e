"""我的学习清单 as trainers and learners use it: built, moved, undone, opened, adopted."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pypdf
import pytest
import rispy

from tests.browser.conftest import DESK, PHONE

FIVE = [
    "xinjiyuan-special-task",
    "aiyouxi-yicang",
    "zhuanxiang-liandong",
    "wanggehua",
    "renqing-dingwei",
]
RUN = """async () =>
  (await axe.run(document, { resultTypes: ["violations"], preload: false })).violations
  .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`)"""
WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
ENCODE = "(list) => window.anlikuList.encode(window.anlikuList.clean(list))"
KEPT = "() => JSON.parse(localStorage.getItem('anliku.list') || 'null')"


def ids(page) -> list[str]:
    """Return the ids of the rows in their order."""
    return page.locator("[data-al-row]").evaluate_all(
        "rows => rows.map((row) => row.getAttribute('data-al-row'))"
    )


def said(page) -> str:
    return page.locator("[data-al-said]").inner_text().replace("\xa0", "")


def filled(watched, given: list[str] | None = None, **more):
    """Open the builder with a list that this browser already keeps."""
    page = watched.open("list.html")
    kept = {"v": 1, "items": [{"id": one} for one in given or FIVE], **more}
    page.evaluate("(kept) => localStorage.setItem('anliku.list', JSON.stringify(kept))", kept)
    page.reload()
    page.locator("[data-al-row]").first.wait_for()
    return page


def taken(page, button: str) -> str:
    """Press a button that saves a file, and return what is in it."""
    with page.expect_download() as saved:
        page.locator(button).click()
    return Path(saved.value.path()).read_bytes().decode("utf-8-sig")


def check_references(read: list[dict], order: list[str], home: str) -> None:
    """RIS as an independent parser reads it: every item in its order, note and importance kept."""
    assert [one["id"] for one in read] == order
    assert len(read) == 5
    ours = next(one for one in read if one["id"] == "xinjiyuan-special-task")
    assert ours["notes"] == ["先想：谁来分工？ 再读。"]
    assert [one["unknown_tag"]["U1"] for one in read].count(["选读"]) == 1
    assert all(one["unknown_tag"]["U1"] for one in read)
    assert [one["id"] for one in read if one["unknown_tag"]["U2"] == ["课前"]] == ["wanggehua"]
    assert ours["urls"] == [f"{home}cases/xinjiyuan-special-task.html"]
    assert "YYYY" not in json.dumps(read)


def test_trainer_builds_a_class_and_a_learner_opens_it(opened) -> None:
    """From cards, an entry and the box of the page to a link that a stranger's browser reads."""
    watched = opened(viewport=DESK)
    page = watched.open("browse.html")
    cards = page.locator("article [data-ak-action=list], li [data-ak-action=list]")
    cards.nth(0).click()
    cards.nth(1).click()
    page.locator("[data-ak-list-said]").last.get_by_role("link").wait_for()
    assert page.locator("[data-ak-list-count]").inner_text() == "（2）"
    page = watched.open("cases/xinjiyuan-special-task.html")
    page.locator("[data-ak-do-entry] [data-ak-action=list]").click()
    page.locator("[data-ak-list-said] a").click()
    page.wait_for_url("**/list.html")
    page.locator("#al-q").fill("网格化")
    hit = page.locator("[data-al-hits] [data-ak-do=wanggehua] [data-ak-action=list]")
    hit.click()
    assert "加入了“网格化”，现在共 4 条" in said(page)
    page.locator("#al-q").fill("专项联动")
    page.locator("[data-al-hits] [data-ak-do=zhuanxiang-liandong] [data-ak-action=list]").click()
    page.locator("[data-al-head=title]").fill("明晚的课")
    page.locator("[data-al-head=duration]").fill("90")
    row = page.locator("[data-al-row=xinjiyuan-special-task]")
    row.locator("[data-al-field=level]").select_option("选读")
    row.locator("[data-al-field=note]").fill("先想：谁来分工？\n再读。")
    row.locator("[data-al-field=with]").select_option("xinjiyuan-90min")
    before = page.locator("[data-al-row=wanggehua]")
    before.locator("[data-al-field=session]").select_option("课前")
    before.locator("[data-al-field=minutes]").fill("5")
    totals = page.locator("[data-al-totals]")
    assert "课前 5 分钟" in totals.inner_text()
    assert "课有 90 分钟，超出" in totals.inner_text()
    assert totals.get_attribute("data-al-over") is not None
    told = rispy.loads(taken(page, "[data-al-ris]"))
    check_references(told, ids(page), watched.home)
    assert re.match(r"\[1\] 案例库编辑部\. .+\[R/OL\]", taken(page, "[data-al-gbt]"))
    link = page.locator("[data-al-link]").input_value()
    order = ids(page)

    stranger = opened(viewport=DESK)
    page = stranger.open(link.removeprefix(watched.home))
    shown = page.locator("[data-al-opened]")
    assert page.locator("h1").inner_text() == "别人发来的学习清单"
    assert shown.get_by_role("heading", name="明晚的课").is_visible()
    assert not page.locator("[data-al-editor]").is_visible()
    assert shown.locator("input, select, textarea").count() == 0
    assert page.evaluate(KEPT) is None
    shown.locator("[data-al-adopt]").click()
    assert ids(page) == order
    assert page.evaluate("location.hash") == ""
    assert page.locator("h1").inner_text() == "我的学习清单"


def test_kept_rubbish_is_cleaned(opened, folder) -> None:
    """What another script or a bad day left in the browser does not break the page."""
    watched = opened(folder)
    page = watched.open("list.html")
    for kept in (
        '{"items": 3}',
        "[]",
        "not json",
        '{"items": [null, 7, {"id": {}}, {"id": "wanggehua", "note": 5}]}',
    ):
        page.evaluate("(kept) => localStorage.setItem('anliku.list', kept)", kept)
        page.reload()
        assert ids(page) == (["wanggehua"] if "wanggehua" in kept else [])


def test_by_keyboard_alone(opened, folder) -> None:
    """Moved by arrows at the handle, by buttons, from a field; removed, cleared, taken back."""
    page = filled(opened(folder, viewport=DESK))
    first, second, third, *_ = FIVE
    page.locator("[data-al-head=remarks]").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.hasAttribute('data-al-drag')"):
            break
    page.keyboard.press("ArrowDown")
    assert ids(page)[:3] == [second, first, third]
    assert said(page).endswith("移到第 2，共 5 条")
    assert (
        page.evaluate("() => document.activeElement.closest('[data-al-row]').dataset.alRow")
        == first
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert ids(page) == FIVE
    page.keyboard.press("ArrowUp")
    assert "已经在最前" in said(page)
    page.keyboard.press("Tab")  # its name
    page.keyboard.press("Tab")  # 上移
    page.keyboard.press("Tab")  # 下移
    page.keyboard.press("Enter")
    assert ids(page)[:2] == [second, first]
    page.locator(f"[data-al-row={first}] [data-al-field=note]").focus()
    page.keyboard.type("读")
    page.keyboard.press("Alt+ArrowDown")
    assert ids(page)[:3] == [second, third, first]
    page.keyboard.type("完")
    assert page.evaluate(KEPT)["items"][2]["note"] == "读完"
    page.locator(f"[data-al-row={third}] [data-al-remove]").focus()
    page.keyboard.press("Space")
    assert third not in ids(page)
    assert page.evaluate("() => document.activeElement.hasAttribute('data-al-remove')")
    page.keyboard.press("Control+z")
    assert ids(page)[:3] == [second, third, first]
    assert said(page) == "已撤销：移出"
    page.locator("[data-al-clear]").focus()
    page.keyboard.press("Enter")
    assert ids(page) == []
    assert page.evaluate(KEPT) is None
    assert page.evaluate("() => document.activeElement.hasAttribute('data-al-undo')")
    page.keyboard.press("Enter")
    assert ids(page)[:3] == [second, third, first]
    for _ in range(12):
        page.locator("[data-al-undo]").press("Enter")
    assert ids(page) == FIVE
    assert page.evaluate(KEPT)["items"][0]["note"] == ""
    assert "没有可以撤销的了" in said(page)


@pytest.mark.parametrize("end", ["drop", "escape"])
def test_by_drag(opened, folder, end) -> None:
    """The handle carries a row past two others; Escape puts it back."""
    page = filled(opened(folder, viewport=DESK))
    page.locator("[data-al-rows]").scroll_into_view_if_needed()
    handle = page.locator("[data-al-drag]").nth(0).bounding_box()
    target = page.locator("[data-al-row]").nth(2).bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, target["y"] + target["height"] * 0.4, steps=4)
    page.mouse.move(x, target["y"] + target["height"] * 0.9, steps=4)
    assert ids(page)[2] == FIVE[0]
    if end == "escape":
        page.keyboard.press("Escape")
    page.mouse.up()
    if end == "escape":
        assert ids(page) == FIVE
    else:
        assert ids(page) == [FIVE[1], FIVE[2], FIVE[0], *FIVE[3:]]
        assert [item["id"] for item in page.evaluate(KEPT)["items"]] == ids(page)
        assert said(page).endswith("移到第 3，共 5 条")


def test_files_out_and_in(opened, folder, tmp_path) -> None:
    """A saved list opens again in another browser; anything else is refused in words."""
    page = filled(opened(folder), title="存起来", duration=60)
    saved = taken(page, "[data-al-save]")
    assert json.loads(saved)["items"][0]["ref"] == FIVE[0]
    page = opened(folder).open("list.html")

    def give(name: str, text: str, words: str) -> None:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        page.locator("[data-al-file]").set_input_files(path)
        page.wait_for_function(
            "(words) => document.querySelector('[data-al-file-said]').textContent.includes(words)",
            arg=words,
        )

    give("a.json", "不是清单", "不是本库存出的")
    give("b.json", '{"format": "anliku-list", "version": 2, "items": []}', "更新的格式")
    give("c.json", " " * 300_000, "太大了")
    assert ids(page) == []
    give("d.json", saved, "打开了“存起来”，共 5 条")
    assert ids(page) == FIVE
    assert page.locator("[data-al-head=duration]").input_value() == "60"
    page.locator("[data-al-undo]").click()
    assert ids(page) == []
    many = {**json.loads(saved), "items": [{"ref": f"yi-{number}"} for number in range(63)]}
    give("e.json", json.dumps(many), "后面的 3 条没有收进来")
    assert len(ids(page)) == 60


def test_an_entry_may_be_read_twice(opened, folder) -> None:
    """Before class and in it, from a link: two rows, each moved, written and removed by itself."""
    page = opened(folder).open("list.html")
    twice = [
        {"id": "wanggehua", "session": "课前"},
        {"id": "tiaokuai"},
        {"id": "wanggehua", "session": "课上"},
    ]
    text = page.evaluate(ENCODE, {"items": twice})
    page.evaluate("(text) => { location.hash = 'l=' + text; }", text)
    page.locator("[data-al-adopt]").click()
    assert ids(page) == ["wanggehua", "tiaokuai", "wanggehua#2"]
    rows = page.locator("[data-al-row]")
    rows.nth(2).locator("[data-al-field=note]").fill("再看一遍")
    kept = page.evaluate(KEPT)["items"]
    assert [(one["session"], one["note"]) for one in kept] == [
        ("课前", ""),
        ("", ""),
        ("课上", "再看一遍"),
    ]
    rows.nth(2).locator("[data-al-up]").click()
    assert [one["id"] for one in page.evaluate(KEPT)["items"]][1:] == ["wanggehua", "tiaokuai"]
    rows.nth(0).locator("[data-al-remove]").click()
    assert [one["note"] for one in page.evaluate(KEPT)["items"]] == ["再看一遍", ""]


def test_adopting_replaces_or_appends_and_can_be_taken_back(opened, folder) -> None:
    """Doubles are not taken twice and said; what does not fit is said; undo brings all back."""
    watched = opened(folder)
    page = filled(watched, title="我的")
    text = page.evaluate(
        ENCODE, {"title": "别人的", "items": [{"id": "wanggehua"}, {"id": "tiaokuai"}]}
    )
    page.evaluate("(text) => { location.hash = 'l=' + text; }", text)
    page.locator("[data-al-append]").click()
    assert ids(page) == [*FIVE, "tiaokuai"]
    assert page.locator("[data-al-head=title]").input_value() == "我的"
    assert "有 1 条原来就有" in said(page)
    page.locator("[data-al-undo]").click()
    assert ids(page) == FIVE
    page.evaluate("(text) => { location.hash = 'l=' + text; }", text)
    page.locator("[data-al-adopt]").click()
    assert ids(page) == ["wanggehua", "tiaokuai"]
    assert page.locator("[data-al-head=title]").input_value() == "别人的"
    page.locator("[data-al-undo]").click()
    assert ids(page) == FIVE
    many = page.evaluate(ENCODE, {"items": [{"id": f"yi-{number}"} for number in range(58)]})
    page.evaluate("(text) => { location.hash = 'l=' + text; }", many)
    page.locator("[data-al-append]").click()
    assert len(ids(page)) == 60
    assert "后面的 3 条没有收进来" in said(page)


def test_a_published_list_is_a_first_draft(opened) -> None:
    """以此为底稿 on a list's own page; a class counts as its plan does, and leads to its A page."""
    page = opened().open("reading-lists/new-worker-90.html")
    title = page.locator("h1").inner_text()
    page.locator("[data-ak-action=base]").click()
    page.locator("[data-al-opened]").wait_for()
    assert page.locator("h1").inner_text() == "现成的学习清单"
    assert "课上 90 分钟，正好用完 90 分钟" in page.locator("[data-al-view]").inner_text()
    page.evaluate("() => { location.hash = 'from=shequ-gongzuozhe-banri'; }")
    page.locator("[data-al-view] h2").get_by_text(title).wait_for(state="detached")
    halves = page.locator("[data-al-view]").inner_text().splitlines()[-1]
    spent = r"\d+ 分钟"
    in_class = rf"课上 {spent}，课有 180 分钟，还余 {spent}"
    assert re.fullmatch(rf"共 \d+ 条，{spent}。课前 {spent}；{in_class}；课后 {spent}。", halves)
    page.evaluate("() => { location.hash = 'from=new-worker-90'; }")
    page.locator("[data-al-view] h2").get_by_text(title, exact=True).wait_for()
    page.locator("[data-al-adopt]").click()
    assert page.locator("[data-al-head=title]").input_value() == title
    page.locator("[data-al-message]").click()
    message = page.locator("[data-al-text]").input_value()
    assert "\n\n◆ 课前\n1. 【必读】" in message
    in_class = message.split("◆ 课上\n")[1].split("◆ 课后")[0]
    assert re.search(r"先看 A 页：http\S+/class/\w+\.html", in_class)
    assert "cases/xinjiyuan" not in in_class
    assert re.search(r"整份清单：http\S+/list\.html#l=1\.\S+$", message)


def test_from_a_folder(opened, folder) -> None:
    """Over file:// it is all there, and the page says that the link stays on this computer."""
    watched = opened(folder)
    page = watched.open("cases/xinjiyuan-special-task.html")
    page.locator("[data-ak-do-entry] [data-ak-action=list]").click()
    page = watched.open("list.html")
    page.locator("#al-q").fill("网格化")
    page.locator("[data-al-hits] [data-ak-do=wanggehua] [data-ak-action=list]").click()
    assert ids(page) == ["xinjiyuan-special-task", "wanggehua"]
    assert "链接只在这台电脑上能用" in page.locator("[data-al-link-about]").inner_text()
    page.locator("[data-al-message]").click()
    assert "file:" not in page.locator("[data-al-text]").input_value()
    assert "file:" not in taken(page, "[data-al-ris]")
    page.locator("[data-al-show-qr]").click()
    page.locator("[data-al-qr] img").wait_for()


def test_without_scripts(opened, folder) -> None:
    """It says what it needs, and offers the published lists."""
    page = opened(folder, java_script_enabled=False).open("list.html")
    assert page.get_by_text("要浏览器允许运行脚本").is_visible()
    assert not page.locator("[data-al-editor]").is_visible()
    ready = page.locator("#ready article a, #ready li a")
    assert ready.count() >= 6
    assert ready.first.is_visible()


def test_on_paper(opened, folder) -> None:
    """A4 has the list with its notes, and none of the fields and buttons."""
    page = filled(opened(folder, viewport=DESK), title="印出来", remarks="带笔")
    page.locator("[data-al-field=note]").first.fill("先想再读")
    page.emulate_media(media="print")
    assert not page.locator("[data-al-editor]").is_visible()
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert len(pages) == 1
    text = re.sub(r"\s", "", pages[0].extract_text())
    assert "印出来" in text
    assert "先想再读" in text
    assert "file:" not in text
    assert "上移" not in text


@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["360-dark", "1280-light"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(opened, folder, axe, size, scheme) -> None:
    """With five items, hits, code and message shown; with a list opened; with an error."""
    watched = opened(folder, viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = filled(watched, title="很长" * 20, course="wwwwwwwwww" * 8, duration=90)
    page.locator("[data-al-field=note]").first.fill("https://example.org/" + "a" * 200)
    page.locator("#al-q").fill("分工")
    page.locator("[data-al-hits] li").first.wait_for()
    page.locator("[data-al-show-qr]").click()
    page.locator("[data-al-qr] img").wait_for()
    page.locator("[data-al-message]").click()
    page.evaluate(axe)
    assert page.evaluate(RUN) == []
    assert page.evaluate(WIDTH) <= 0
    link = page.locator("[data-al-link]").input_value()
    page.evaluate("(hash) => { location.hash = hash; }", link.partition("#")[2])
    page.locator("[data-al-opened]").wait_for()
    assert page.evaluate(RUN) == []
    assert page.evaluate(WIDTH) <= 0
    page.evaluate("() => { location.hash = 'l=1.abc'; }")
    page.locator("[data-al-error]:not([hidden])").wait_for()
    assert page.evaluate(RUN) == []
    assert page.evaluate(WIDTH) <= 0
