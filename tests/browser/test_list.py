"""我的学习清单 as trainers and learners use it: built, moved, undone, handed on, opened, adopted."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path

import pypdf
import pytest
import rispy
import zxingcpp
from PIL import Image

from anliku.disk import write_files
from anliku.pipeline import make_files, make_pages
from anliku.publish.frame import PlainFrame
from anliku.render.site import Site
from tests.browser.conftest import DESK, PHONE
from tests.library import EXAMPLE, examine_texts

AT_HOME = "https://anliku.example/"
RETIRED = "terms/shili-shuofa.yml"
VERSION_1 = (
    "1.PC8FDXqaEhIRJvFBadE2BcBAMgCUUb6WKA2FCJd1DMBtFJyRtIlwLTKmwLyRtJycoUJK1iqiQQDh7zVyg3JnxBdv4fY"
    "AyDb9r5I2k1UTIsMUlAgA5I2k5UOFAlwAAMEIYO7_uYITIskmmliGegulBBDux7yM82LPumS-eZfsWfay4"
)
VERSION_1_IN_A_QR_CODE = (
    "1.HQXQKDL2TIJBEEJG6FAWTUJWAXAEAMQASRI35FRIBWCQRF3VBTAG2FE4SG2IS4BNGKTMBPERWSOJZIKCJLLCVISBADQ6"
    "6NLSQNZGPRAXN7Q7MAGIG3627ERWSNKRGIWDCSKAQAHERWSOKQ4FAJOAAAGBBBQO575ZQIJSFSJGTJMIM6QLUUCBB3WHXSG"
    "PGYWPXJSL46MX5RM7NMXA"
)
OF_VERSION_1 = {
    "title": "新社工第二次课",
    "course": "岗前培训；20 人",
    "remarks": "带笔。\n不用背。",
    "duration": 90,
    "items": [
        {"id": "shili-songfan", "level": 1, "session": "第2次", "minutes": 40,
         "note": "先想：谁去敲门？𠮷😀 ok", "with": "shili-shouke"},
        {"id": "shili-jiutiaomu", "level": 0, "session": "课前", "minutes": 0, "note": "", "with": ""},
        {"id": "shili-shuofa", "level": 3, "session": "", "minutes": 0, "note": "", "with": ""},
        {"id": "meiyou-zhe-yitiao-2020", "level": 2, "session": "第一周：进场", "minutes": 15,
         "note": "<b>粗</b>", "with": ""},
    ],
}  # fmt: skip
"""A promise: links of version 1 are in other people's chats, and open for good."""

FIVE = [
    "xinjiyuan-special-task",
    "aiyouxi-yicang",
    "zhuanxiang-liandong",
    "wanggehua",
    "renqing-dingwei",
]
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`)"""
WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
KEPT = "() => JSON.parse(localStorage.getItem('anliku.list') || 'null')"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> str:
    """Return the folder of the example as a site with an address, one term of it taken down."""
    cases = EXAMPLE / "cases"
    texts = {
        path.relative_to(cases).as_posix(): path.read_text(encoding="utf-8")
        for path in cases.rglob("*.yml")
    }
    texts[RETIRED] = re.sub(r"(?m)^status: .*$", "status: 已撤回", texts[RETIRED], count=1)
    linked = examine_texts(texts).linked
    assert linked is not None
    site = Site(url=AT_HOME)
    folder = tmp_path_factory.mktemp("qingdan") / "示例 库"
    write_files(folder, make_files(linked, site, make_pages(linked, site), PlainFrame(site)))
    return f"{folder.as_uri()}/"


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


def picture(image) -> Image.Image:
    kind, _, data = image.get_attribute("src").partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def read_codes(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]


def taken(page, button: str) -> str:
    """Press a button that saves a file, and return what is in it."""
    with page.expect_download() as saved:
        page.locator(button).click()
    return Path(saved.value.path()).read_bytes().decode("utf-8-sig")


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
    read = rispy.loads(taken(page, "[data-al-ris]"))
    assert len(read) == 5
    assert [one["id"] for one in read] == ids(page)
    ours = next(one for one in read if one["id"] == "xinjiyuan-special-task")
    assert ours["notes"] == ["先想：谁来分工？ 再读。"]
    assert [one["user_defined"] if "user_defined" in one else one["custom1"] for one in read].count(
        "选读"
    ) == 1
    assert ours["urls"] == [f"{watched.home}cases/xinjiyuan-special-task.html"]
    assert "YYYY" not in json.dumps(read)
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


def test_twelve_items_fit_a_link(opened) -> None:
    """Twelve of the longest ids with thirty characters of note, common ones or not: ≤ 2,000."""
    page = opened().open("list.html")
    sizes = page.evaluate(
        """() => {
          const all = Object.values(window.anlikuListEntries.entries).flat().map(([id]) => id);
          const longest = all.sort((a, b) => b.length - a.length).slice(0, 12);
          const notes = Object.values(window.anlikuListEntries.notes).flat();
          const rare = Array.from({ length: 30 }, (_, n) => String.fromCodePoint(0x9f00 + n)).join("");
          return ["先想一想如果你在现场会怎么分工，读完写下一句话，课上带来说。", rare].map((note) => {
            const list = window.anlikuList.clean({ title: "新社工岗前培训第一次课", course: "岗前培训", duration: 90, items:
              longest.map((id) => ({ id, level: 1, session: "课前", minutes: 12, note, with: notes[0] })) });
            const text = window.anlikuList.encode(list);
            const same = (one) => JSON.stringify(window.anlikuList.clean(one)) === JSON.stringify(list);
            return [list.items.length, Array.from(note).length, text.length, same(window.anlikuList.decode(text)),
              same(window.anlikuList.decode(window.anlikuList.encode(list, true), true))];
          });
        }"""
    )
    assert [one[:2] for one in sizes] == [[12, 30], [12, 30]]
    assert all(size + len("https://yige-changchang-de-yuming.example.org/anliku/") < 2000
               for _, _, size, _, _ in sizes)  # fmt: skip
    assert all(both for one in sizes for both in one[3:])


def test_lists_come_back_from_links_and_files_as_they_were(opened) -> None:
    """A few hundred lists made up by rule: every sign, level, session and length survives."""
    page = opened().open("list.html")
    wrong = page.evaluate(
        """() => {
          let seed = 7;
          const below = (n) => { seed = (seed * 48271) % 2147483647; return seed % n; };
          const signs = Array.from("的一社工，。？“”<>&\\"'\\\\/ aZ09-_😀𠮷éあ龘\\u3000·%#+=");
          const text = (most) => Array.from({ length: below(most + 1) }, () => signs[below(signs.length)]).join("").trim();
          const id = () => Array.from({ length: 1 + below(4) }, () => "shangxia20ng"[below(12)] + below(99)).join("-");
          const sessions = ["", "课前", "课上", "课后", "第1次", "第99次", "第100次", "第一周：进场"];
          const { clean, encode, decode, fileOf, listIn } = window.anlikuList;
          const wrong = [];
          for (let turn = 0; turn < 300; turn++) {
            const list = clean({ title: text(80), course: text(20), remarks: text(60), duration: below(1441),
              items: Array.from({ length: below(9) }, () => ({ id: id(), level: below(4), session: sessions[below(8)],
                minutes: below(601), note: text(40), with: below(2) ? id() : "" })) });
            const whole = JSON.stringify(list);
            const link = encode(list);
            const back = [decode(link), decode(encode(list, true), true), listIn(fileOf(list))].map((one) => JSON.stringify(clean(one)));
            if (back.some((one) => one !== whole) || !/^1\\.[A-Za-z0-9_-]*[A-Za-z0-9]$/.test(link)) wrong.push([whole, link]);
          }
          return wrong;
        }"""
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("key", "text"), [("l", VERSION_1), ("L", VERSION_1_IN_A_QR_CODE)], ids=["link", "QR"]
)
def test_links_of_version_1_open(opened, shelf, key, text) -> None:
    """The links as they were given out; ids that are gone are named, or lead to what took over."""
    page = opened(shelf).open(f"list.html#{key}={text}")
    shown = page.locator("[data-al-opened]")
    shown.wait_for()
    found = page.evaluate(
        "([text, capitals]) => window.anlikuList.decode(text, capitals)", [text, key == "L"]
    )
    assert found == OF_VERSION_1
    items = shown.locator(".al-view__item")
    assert items.count() == 4
    assert "谁去敲门？𠮷😀 ok" in items.nth(0).inner_text()
    merged = items.nth(1)
    assert merged.get_by_role("link").get_attribute("href").endswith("cases/shili-songfan.html")
    assert "“shili-jiutiaomu”已并入“示例：暴雨后" in merged.inner_text()
    assert "编号 shili-shuofa 的条目已撤下" in items.nth(2).inner_text()
    assert "没有这个编号：meiyou-zhe-yitiao-2020" in items.nth(3).inner_text()
    assert "<b>粗</b>" in items.nth(3).inner_text()
    page.locator("[data-al-adopt]").click()
    assert ids(page) == [item["id"] for item in OF_VERSION_1["items"]]
    why = page.locator("[data-al-why]:visible")
    assert why.count() == 3
    assert page.evaluate(KEPT)["items"] == OF_VERSION_1["items"]


LONG = "A" * 1_000_000
HOSTILE = {
    "truncated": (f"l={VERSION_1[:90]}", "不完整"),
    "one letter changed": (f"l={VERSION_1.replace('9BadE2', '9BadF2', 1)}", "不完整"),
    "letters behind": (f"l={VERSION_1}AAAA", "不完整"),
    "newer": ("l=2.abcd", "更新的格式"),
    "much newer": ("l=999." + "x" * 50, "更新的格式"),
    "no version": ("l=abcd", "不完整"),
    "nothing": ("l=", "不完整"),
    "only a version": ("l=1.", "不完整"),
    "huge": (f"l=1.{LONG}", "太长"),
    "claims to be huge": ("l=1." + "_" * 7000, "不完整"),
    "all zero": ("l=1." + "A" * 7000, "不完整"),
    "random": ("l=1.q8Zt-0Jx_kPw3mB7vR2yLs9NcE5hGf", "不完整"),
    "bytes": ("l=%00%ff%fe%80", "不完整"),
    "half an escape": ("l=1.%E4%B8", "不完整"),
    "script": ("l=<script>window.hit=1</script>", "不完整"),
    "markup": ('l="><img src=x onerror="window.hit=1">', "不完整"),
    "proto": ("from=__proto__", "没有找到现成清单"),
    "no such list": ("from=mei-you", "没有找到现成清单“mei-you”"),
    "script as list": ("from=<img src=x onerror=window.hit=1>", "没有找到现成清单"),
    "capitals": ("L=1.abc", "不完整"),
}


def test_hostile_links_say_why_and_run_nothing(opened, folder) -> None:
    """Each one gets a clear message; the reader's own list is there, and untouched."""
    page = filled(opened(folder), title="我的")
    was = page.evaluate(KEPT)
    told = {}
    for name, (hash_, words) in HOSTILE.items():
        page.evaluate("(hash) => { location.hash = hash; }", hash_)
        error = page.locator("[data-al-error]:not([hidden])")
        error.wait_for()
        if words not in error.inner_text():
            told[name] = error.inner_text()
        assert page.locator("[data-al-editor]").is_visible(), name
        assert not page.locator("[data-al-opened]").is_visible(), name
        # The next message must be its own.
        page.evaluate("() => { location.hash = ''; }")
        page.locator("[data-al-error][hidden]").wait_for(state="attached")
    assert told == {}
    assert page.evaluate(KEPT) == was
    assert page.evaluate("() => window.hit") is None
    assert page.evaluate("() => ({}).items") is None


def test_script_in_a_note_stays_text(opened, folder) -> None:
    """A link that decodes well and holds markup everywhere shows it letter by letter."""
    evil = "<img src=x onerror='window.hit=1'>"
    watched = opened(folder)
    page = watched.open("list.html")
    text = page.evaluate(
        """(evil) => window.anlikuList.encode(window.anlikuList.clean({ title: evil, course: evil, remarks: evil,
          items: [{ id: "wanggehua", note: evil, session: evil }] }))""",
        evil,
    )
    page = watched.open(f"list.html?again#l={text}")
    shown = page.locator("[data-al-view]")
    assert shown.inner_text().count(evil) == 5
    assert shown.locator("img").count() == 0
    page.locator("[data-al-adopt]").click()
    page.locator("[data-al-message]").click()
    page.locator("[data-al-image]").click()
    page.locator("[data-al-picture] img").wait_for()
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("() => window.hit") is None


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


def test_adopting_replaces_or_appends_and_can_be_taken_back(opened, folder) -> None:
    """Doubles are not taken twice and said; what does not fit is said; undo brings all back."""
    watched = opened(folder)
    page = filled(watched, title="我的")
    text = page.evaluate(
        """() => window.anlikuList.encode(window.anlikuList.clean({ title: "别人的", items: [{ id: "wanggehua" }, { id: "tiaokuai" }] }))"""
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
    many = page.evaluate(
        """() => window.anlikuList.encode(window.anlikuList.clean({ items: Array.from({ length: 58 }, (_, n) => ({ id: "yi-" + n })) }))"""
    )
    page.evaluate("(text) => { location.hash = 'l=' + text; }", many)
    page.locator("[data-al-append]").click()
    assert len(ids(page)) == 60
    assert "后面的 3 条没有收进来" in said(page)


def test_a_published_list_is_a_first_draft(opened) -> None:
    """以此为底稿 on a list's own page; the class counts as its plan does, and leads to the A page."""
    page = opened().open("reading-lists/new-worker-90.html")
    page.locator("[data-ak-action=base]").click()
    page.locator("[data-al-opened]").wait_for()
    assert page.locator("h1").inner_text() == "现成的学习清单"
    assert "课上 90 分钟，正好用完 90 分钟" in page.locator("[data-al-view]").inner_text()
    page.locator("[data-al-adopt]").click()
    assert page.locator("[data-al-head=title]").input_value() == "新社工 90 分钟"
    page.locator("[data-al-message]").click()
    message = page.locator("[data-al-text]").input_value()
    assert "\n\n◆ 课前\n1. 【必读】" in message
    in_class = message.split("◆ 课上\n")[1].split("◆ 课后")[0]
    assert re.search(r"先看 A 页：http\S+/class/\w+\.html", in_class)
    assert "cases/xinjiyuan" not in in_class
    assert re.search(r"整份清单：http\S+/list\.html#l=1\.\S+$", message)


def test_codes_lead_to_the_list(opened, shelf) -> None:
    """The QR code and the one on the long picture hold the address of the site and the list."""
    page = filled(opened(shelf), ["shili-songfan", "shili-baodao"], title="扫一扫")
    page.locator("[data-al-show-qr]").click()
    image = page.locator("[data-al-qr] img")
    (address,) = read_codes(picture(image))
    assert address.startswith(f"{AT_HOME}list.html#L=1.")
    assert "扫一扫" in image.get_attribute("alt")
    page.locator("[data-al-image]").click()
    long_one = picture(page.locator("[data-al-picture] img"))
    assert long_one.height > 900
    assert read_codes(long_one) == [address]
    assert page.locator("[data-al-picture-save]").get_attribute("download") == "扫一扫.png"
    page.evaluate("(hash) => { location.hash = hash; }", address.partition("#")[2])
    shown = page.locator("[data-al-opened] .al-view__item")
    assert shown.count() == 2
    assert page.locator("[data-al-opened]").get_by_role("heading", name="扫一扫").is_visible()


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
    assert "上移" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
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
