"""The search box of every page: keys, IME, order of answers, help, over http and from a folder."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.pages import read_site

WANTED = [
    ("新济源", {"xinjiyuan", "xinjiyuan-special-task"}),
    ("分工", {"zhuanxiang-fengong", "xinjiyuan-special-task", "zhuanxiang-liandong"}),
    ("独居老人", {"tekun-zhaohu-duandang", "yiduiyi-jiedui", "linshi-jianhu-jizhi"}),
    ("微信群", {"xianshang-lianhe-xiaozu", "zaixian-kangyi-daoyin", "xuexiqun-huchuan"}),
    ("三社联动", {"sanshe-liandong"}),
]
BOX = "input[name=q]"
PANEL = ".ak-results"
HEARD = "form [role=status]"
CASE = "cases/xinjiyuan-special-task.html"
HITS = ".ak-hit:not(.ak-hit--way, .ak-hit--all)"
SLOW = 400
"""Milliseconds: longer than the pause after a key, shorter than anybody's patience."""

PRESS = """(node, given) => node.dispatchEvent(
  new KeyboardEvent("keydown", {bubbles: true, cancelable: true, ...given}))"""

STUB = """
window.asked = [];
window.late = {};
window.answers = {};
window.anliku = {
  warm: async () => {},
  near: async () => window.nearby || [],
  async search(query, {exact = false, limit = 20} = {}) {
    window.asked.push(query);
    await new Promise((done) => setTimeout(done, window.late[query] || 0));
    const given = window.answers[exact ? "=" + query : query] || {};
    const card = {kind: "case", url: "about.html", score: 1, note: ""};
    const hits = (given.hits || [query]).map((title, i) => (
      {...card, id: "x" + i, title, summary: title + "的说明"})).slice(0, limit);
    const plain = {corrected: "", readings: [], simplified: "", marks: [query], parts: [query]};
    return {...plain, total: hits.length, ...given, hits};
  },
};
"""
"""An engine that answers whatever a test says, and writes down what it was asked."""


def ids(addresses: list[str]) -> list[str]:
    """Return the ids of entries from their addresses."""
    return [re.split(r"[/#]", address.removesuffix(".html"))[-1] for address in addresses]


def options(page):
    """Return the rows of the open list, once there are some."""
    rows = page.get_by_role("option")
    rows.first.wait_for()
    return rows


def chosen(page) -> str | None:
    """Return the text of the row that the keys are at; every other row is not chosen."""
    at = page.locator(BOX).get_attribute("aria-activedescendant")
    marked = page.locator("[role=option][aria-selected=true]")
    assert marked.count() == (1 if at else 0)
    if at is None:
        return None
    assert marked.get_attribute("id") == at
    return marked.text_content()


@pytest.fixture
def stubbed(opened):
    """Return a function that opens the first page with an engine that does as it is told."""

    def make(path: str = "index.html", **given):
        watched = opened(**given)
        watched.page.add_init_script(STUB)
        return watched.open(path)

    return make


@pytest.mark.parametrize("place", ["origin", "folder"])
@pytest.mark.parametrize(("query", "wanted"), WANTED, ids=[query for query, _ in WANTED])
def test_typing_and_keys_open_the_entry(
    opened, request, place: str, query: str, wanted: set[str]
) -> None:
    """Typed letter by letter, the right entry is among the first three; keys open it."""
    page = opened(request.getfixturevalue(place), viewport=DESK).open("index.html")
    box = page.locator(BOX)
    box.press_sequentially(query)
    page.locator(HEARD, has_text="找到").wait_for()
    answer = page.evaluate("(q) => window.anliku.search(q, {limit: 8})", query)
    # On a slow machine the list of the first letters is drawn in between.
    page.wait_for_function(
        "([hits, titles]) => document.querySelectorAll(hits).length === titles.length"
        " && titles.every((title, i) =>"
        " document.querySelectorAll(hits)[i].textContent.includes(title))",
        arg=[HITS, [hit["title"] for hit in answer["hits"]]],
    )
    rows = options(page)
    assert box.get_attribute("aria-expanded") == "true"
    assert page.locator(HITS).count() == len(answer["hits"])
    assert rows.last.text_content() == f"全部 {answer['total']} 条结果"
    place_of = next(n for n, hit in enumerate(answer["hits"]) if hit["id"] in wanted)
    assert place_of < 3
    for _ in range(place_of + 1):
        box.press("ArrowDown")
    hit = answer["hits"][place_of]
    assert hit["title"] in (chosen(page) or "")
    box.press("Enter")
    page.wait_for_url(re.compile(re.escape(hit["url"]) + "$"))
    assert page.locator("h1").count() == 1


def test_every_page_has_one_box(opened, site) -> None:
    """Each page can search, by one form only, and loads no engine until it is wanted."""
    for path, page in read_site(site).items():
        if path.startswith(("downloads/", "packs/")):
            continue  # files to keep, not pages of the site
        html = (site / path).read_text(encoding="utf-8")
        own = html.count("data-browse-form")  # 找案例 narrows its own list
        assert html.count("data-ak-search>") == html.count('name="q"') - own == 1, path
        assert own == (path == "browse.html"), path
        assert html.count("data-ak-find>") == 1, path
        assert not [address for address in page.loaded if address.endswith("search/search.js")]
    watched = opened(viewport=DESK)
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    page = watched.open(CASE)
    page.wait_for_timeout(SLOW)
    assert [url for url in asked if "search/search.js" in url or "/index/" in url] == []
    page.locator(BOX).focus()
    page.wait_for_function("() => window.anliku && window.anliku.search")


def test_deeper_pages_search_too(opened, folder: str) -> None:
    """From a page in a folder the rows lead to the right addresses, and Enter to the results."""
    for watched in (opened(viewport=DESK), opened(folder, viewport=DESK)):
        page = watched.open(CASE)
        page.locator(BOX).fill("三社联动")
        options(page).first.click()
        page.wait_for_url("**/terms.html#sanshe-liandong")
        page = watched.open(CASE)
        page.locator(BOX).fill("三社联动")
        page.locator(BOX).press("Enter")
        page.wait_for_url(f"**/search.html?q={quote('三社联动')}")
        page.locator("[data-ak-list] a").first.wait_for()


def test_header_opens_its_box_on_a_phone(opened) -> None:
    """On a phone the button shows the box and puts the cursor into it; Escape takes it back."""
    page = opened().open(CASE)
    button = page.locator("[data-ak-find], button.ak-find")
    assert page.locator(BOX).is_hidden()
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert page.locator(BOX).is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("() => document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert page.locator(BOX).is_hidden()
    assert page.evaluate("() => document.activeElement.className") == "ak-find"
    page.keyboard.press("Enter")
    page.keyboard.type("社区")
    options(page)
    assert page.evaluate(WIDTH) <= 0


def test_header_leads_to_the_box_of_the_page(opened) -> None:
    """Where the page has its own box, the button in the header leads to it."""
    page = opened().open("index.html")
    page.locator("[data-ak-find]").click()
    assert page.evaluate("() => document.activeElement.id") == "q"
    assert page.url.endswith("index.html")


@pytest.mark.parametrize("path", ["index.html", CASE])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_reach_the_box_from_anywhere(opened, path: str, size, key: str) -> None:
    """`/`, Ctrl-K and ⌘K put the cursor into the box, and write nothing into it."""
    page = opened(viewport=size).open(path)
    page.mouse.wheel(0, 600)
    page.keyboard.press(key)
    assert page.evaluate("() => document.activeElement.name") == "q"
    assert page.locator(BOX).input_value() == ""
    assert page.locator(BOX).is_visible()


def test_keys_leave_fields_alone(opened) -> None:
    """In a field that one writes in, the same keys write; a box to tick is no such field."""
    page = opened(viewport=DESK).open("index.html")
    page.evaluate("""() => document.querySelector("main").insertAdjacentHTML("beforeend",
      "<textarea id=t></textarea><p id=e contenteditable=true></p><input id=c type=checkbox>")""")
    for field in ("#t", "#e"):
        page.locator(field).focus()
        page.keyboard.press("/")
        page.keyboard.press("Control+k")
        assert page.evaluate("() => document.activeElement.id") == field[1:]
    assert page.locator("#t").input_value() == "/"
    page.locator("#c").focus()
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.name") == "q"
    page.locator(BOX).press_sequentially("和/或")
    assert page.locator(BOX).input_value() == "和/或"


def test_arrows_home_end_and_escape(stubbed) -> None:
    """Keys walk over the rows and past them back to the text; Escape folds, and keeps the words."""
    page = stubbed(viewport=DESK)
    page.evaluate("() => { window.answers['甲乙'] = {hits: ['甲', '乙', '丙'], total: 3}; }")
    box = page.locator(BOX)
    box.fill("甲乙")
    rows = options(page)
    first, *_, last = rows.all_text_contents()
    assert rows.count() == 4
    assert chosen(page) is None
    walk = [("ArrowDown", first), ("End", last), ("ArrowDown", None), ("ArrowUp", last)]
    walk += [("Home", first), ("ArrowUp", None), ("ArrowUp", last)]
    for key, expected in walk:
        box.press(key)
        assert chosen(page) == expected, key
    box.press("Escape")
    assert page.locator(PANEL).is_hidden()
    assert box.get_attribute("aria-expanded") == "false"
    assert chosen(page) is None
    assert box.input_value() == "甲乙"
    box.press("ArrowDown")
    options(page)
    box.press("Home")
    place = "(node) => [node.selectionStart, node.selectionEnd]"
    assert chosen(page) is None  # no row chosen: the key moves the cursor
    assert box.evaluate(place) == [0, 0]
    box.press("End")
    assert box.evaluate(place) == [2, 2]


def test_roles_and_states(stubbed) -> None:
    """Each part says what it is: combobox, listbox, options without links, a status that stays."""
    page = stubbed(viewport=DESK)
    box = page.locator(BOX)
    expected = {"role": "combobox", "aria-autocomplete": "list", "aria-expanded": "false"}
    assert {name: box.get_attribute(name) for name in expected} == expected
    assert page.locator(HEARD).count() == 1
    box.fill("社区")
    rows = options(page)
    listbox = page.get_by_role("listbox")
    assert listbox.get_attribute("id") == box.get_attribute("aria-controls")
    assert listbox.get_attribute("aria-label") == "搜索结果"
    assert rows.locator("a, button, input").count() == 0
    numbers = rows.evaluate_all("(all) => all.map((one) => one.id)")
    assert len(set(numbers)) == len(numbers) == 2
    assert page.locator(HEARD).text_content() == "找到 1 条"


def test_nothing_runs_while_an_ime_composes(stubbed) -> None:
    """Letters of a pinyin that is still being typed are not searched; keys belong to the IME."""
    page = stubbed(viewport=DESK)
    box = page.locator(BOX)
    box.focus()
    ime = page.context.new_cdp_session(page)
    box.press_sequentially("在")
    options(page)
    for text in ("s", "she", "she'qu"):
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": 0, "selectionEnd": 0})
        page.wait_for_timeout(180)
    assert box.input_value() != "在"
    event = {"key": "Process", "code": "ArrowDown", "windowsVirtualKeyCode": 229}
    ime.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})
    for key in ("ArrowDown", "Enter", "Escape"):
        box.evaluate(PRESS, {"key": key, "keyCode": 229, "isComposing": True})
    assert chosen(page) is None
    assert page.evaluate("() => window.asked") == ["在"]
    ime.send("Input.insertText", {"text": "社区"})
    page.locator(HITS, has_text="社区").wait_for()
    assert page.evaluate("() => window.asked") == ["在", box.input_value()]
    assert page.url.endswith("index.html")


def test_a_composition_stops_what_is_under_way(stubbed) -> None:
    """Words typed just before a composition are not searched in the midst of it, nor shown late."""
    page = stubbed(viewport=DESK)
    page.evaluate("(ms) => { window.late = {'先': ms}; }", SLOW)
    box = page.locator(BOX)
    box.fill("先")
    page.wait_for_function("() => window.asked.length === 1")
    box.evaluate(
        """(node) => {
          node.value = "先后";
          node.dispatchEvent(new InputEvent("input", {bubbles: true}));
          node.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
        }"""
    )
    page.wait_for_timeout(SLOW + 200)
    assert page.evaluate("() => window.asked") == ["先"]
    assert page.locator(PANEL).is_hidden()
    box.dispatch_event("compositionend")
    page.locator(HITS, has_text="先后").wait_for()


def test_enter_that_ends_a_composition_opens_nothing(stubbed) -> None:
    """Safari sends the Enter of the IME after the composition: keyCode 229 gives it away."""
    page = stubbed(viewport=DESK)
    page.locator(BOX).fill("社区")
    options(page)
    page.locator(BOX).press("ArrowDown")
    page.locator(BOX).evaluate(PRESS, {"key": "Enter", "keyCode": 229})
    page.wait_for_timeout(100)
    assert page.url.endswith("index.html")
    assert page.locator(PANEL).is_visible()


def test_a_late_answer_does_not_replace_a_newer_one(stubbed) -> None:
    """The answer to the first words comes last, and is thrown away."""
    page = stubbed(viewport=DESK)
    page.evaluate("(ms) => { window.late = {'早': ms}; }", SLOW)
    box = page.locator(BOX)
    box.fill("早")
    page.wait_for_function("() => window.asked.includes('早')")
    box.fill("晚")
    page.locator(HITS, has_text="晚").wait_for()
    page.wait_for_timeout(SLOW)
    assert page.locator(HITS).all_text_contents() == ["实务案例晚晚的说明"]
    box.fill("早")
    page.wait_for_function("() => window.asked.filter((one) => one === '早').length === 2")
    box.fill("")
    page.wait_for_timeout(SLOW + 100)
    assert page.locator(PANEL).is_hidden()  # nor does it open a list that was emptied


def test_a_pause_comes_before_the_question(stubbed) -> None:
    """Fast typing asks once."""
    page = stubbed(viewport=DESK)
    page.locator(BOX).press_sequentially("社区防疫分工", delay=20)
    options(page)
    assert page.evaluate("() => window.asked") == ["社区防疫分工"]


def test_slow_answers_say_so(stubbed) -> None:
    """Who waits reads that the search is under way."""
    page = stubbed(viewport=DESK)
    page.evaluate("() => { window.late = {'慢': 1500}; }")
    page.locator(BOX).fill("慢")
    page.locator(HEARD, has_text="正在找").wait_for()
    page.locator(HITS, has_text="慢").wait_for()


def test_correction_is_said_and_can_be_refused(stubbed) -> None:
    """What was corrected is said; the row 仍搜 asks for what was typed, and Enter keeps to it."""
    page = stubbed(viewport=DESK)
    page.evaluate(
        "() => { window.answers['独具老人'] = {corrected: '独居老人', hits: ['独居老人照护']}; }"
    )
    box = page.locator(BOX)
    box.fill("独具老人")
    rows = options(page)
    assert page.locator(HEARD).text_content() == "找到 1 条；已按“独居老人”搜"
    assert page.locator(f"{PANEL} p").text_content() == "已按“独居老人”搜"
    assert rows.first.text_content() == "仍搜“独具老人”"
    box.press("ArrowDown")
    box.press("Enter")
    page.locator(HITS, has_text="独具老人").wait_for()
    assert box.input_value() == "独具老人"
    assert "独居" not in page.locator(PANEL).text_content()
    box.press("Enter")
    page.wait_for_url(f"**/search.html?q={quote('独具老人')}&exact=1")


def test_readings_are_choices(stubbed) -> None:
    """Letters that can be read in two ways offer both."""
    page = stubbed(viewport=DESK)
    page.evaluate(
        "(two) => { window.answers.xjy = {readings: two, hits: two}; }", ["新济源", "星景益"]
    )
    page.locator(BOX).fill("xjy")
    rows = options(page)
    assert rows.all_text_contents()[:2] == ["只搜“新济源”", "只搜“星景益”"]
    assert "可以读作" in page.locator(HEARD).text_content()
    rows.nth(1).click()
    page.locator(HEARD).filter(has_not_text="读作").wait_for()
    assert page.locator(BOX).input_value() == "星景益"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("独具老人", "已按“独居老人”搜"),
        ("xjy", "拼音读作“新济源”"),
        ("獨居老人", "已转成简体“独居老人”"),
    ],
)
def test_the_engine_is_understood(opened, query: str, said: str) -> None:
    """A slip, letters and traditional characters are searched as meant, and it is said how."""
    page = opened(viewport=DESK).open("index.html")
    page.locator(BOX).fill(query)
    assert page.locator(HITS).first.is_visible() or options(page)
    page.locator(HEARD, has_text=said).wait_for()
    assert page.locator(HITS).count() > 0


def test_enter_and_the_last_row_open_the_results(opened) -> None:
    """Enter without a choice, the button and the last row lead to the page of results."""
    watched = opened()
    for way in ("Enter", "button", "row"):
        page = watched.open("index.html")
        page.locator(BOX).fill("分工")
        if way == "Enter":
            page.locator(BOX).press("Enter")
        elif way == "button":
            page.locator("form.ak-search button").click()
        else:
            options(page).last.click()
        page.wait_for_url(f"**/search.html?q={quote('分工')}")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_nothing_found_helps(stubbed, size: dict[str, int]) -> None:
    """No hit: a sentence in Chinese, near words, each part that finds something, and a way on."""
    page = stubbed(viewport=size)
    page.evaluate(
        """() => {
          window.answers["灯笼照护"] = {hits: [], total: 0, parts: ["灯笼", "照护"]};
          window.answers["灯笼"] = {hits: [], total: 0};
          window.nearby = ["照料"];
        }"""
    )
    page.locator(BOX).fill("灯笼照护")
    rows = options(page)
    assert page.locator(HEARD).text_content().startswith("没找到“灯笼照护”，换个说法")
    assert rows.all_text_contents() == [
        "只搜“照护”（1 条）",
        "搜相近的“照料”",
        "按服务对象找，看全部条目",
    ]
    rows.nth(1).click()
    page.locator(HITS, has_text="照料").wait_for()
    assert page.locator(BOX).input_value() == "照料"


def test_nothing_found_by_the_engine(opened) -> None:
    """The real engine knows no such word, and the box says so."""
    page = opened().open("index.html")
    page.locator(BOX).fill("qqqqzzzz")
    page.locator(HEARD, has_text="没找到“qqqqzzzz”").wait_for()
    assert page.locator(HITS).count() == 0
    options(page).last.click()
    page.wait_for_url("**/search.html?q=qqqqzzzz")


def test_a_lost_engine_is_said_calmly_and_asked_again(opened) -> None:
    """If a file does not come, the box says what to do; the next key asks anew."""
    watched = opened(viewport=DESK)
    watched.page.route("**/assets/search/search.js", lambda route: route.abort())
    page = watched.open("index.html")
    page.locator(BOX).fill("分工")
    page.locator(HEARD, has_text="没能搜索").wait_for()
    assert page.locator(f"{PANEL} p").is_visible()
    page.unroute("**/assets/search/search.js")
    page.locator(BOX).press_sequentially("协调")
    page.locator(HEARD, has_text="找到").wait_for()
    assert any("search.js" in fault for fault in watched.faults)
    watched.faults.clear()


NASTY = "<img src=x onerror=alert(1)>&amp;<script>alert(2)</script>"


def test_texts_never_become_markup(stubbed) -> None:
    """Titles, summaries, readings and the query are shown letter by letter; hits are marked."""
    page = stubbed(viewport=DESK)
    page.evaluate(
        """(nasty) => {
          const marks = ["<img", "script>", "alert"];
          window.answers[nasty] = {hits: [nasty + "尾"], corrected: nasty, marks};
        }""",
        NASTY,
    )
    page.locator(BOX).fill(NASTY)
    page.locator(HITS).wait_for()
    panel = page.locator(PANEL)
    assert panel.locator("img, script").count() == 0
    title = page.locator(".ak-hit__title")
    assert title.text_content() == f"{NASTY}尾"
    assert title.locator("mark").all_text_contents()[0] == "<img"
    assert title.locator("mark").locator("*").count() == 0
    assert panel.locator("p").text_content() == f"已按“{NASTY}”搜"


def test_marks_are_exact(stubbed) -> None:
    """Longest words first, in any case and width, neighbours as one; nothing else is marked."""
    page = stubbed(viewport=DESK)
    page.evaluate(
        """() => {
          const marks = ["独居老人", "照护", "老人", "ngo"];
          window.answers["问"] = {hits: ["高龄独居老人照护与ＮＧＯ、老人"], marks};
        }"""
    )
    page.locator(BOX).fill("问")
    title = page.locator(".ak-hit__title")
    title.wait_for()
    assert title.text_content() == "高龄独居老人照护与ＮＧＯ、老人"
    assert title.locator("mark").all_text_contents() == ["独居老人照护", "ＮＧＯ", "老人"]


def test_mouse_and_touch(stubbed) -> None:
    """The row under the pointer is the chosen one; pressing elsewhere folds the list."""
    page = stubbed(viewport=DESK)
    page.evaluate("() => { window.answers['甲'] = {hits: ['甲一', '甲二']}; }")
    page.locator(BOX).fill("甲")
    rows = options(page)
    rows.nth(1).hover()
    assert "甲二" in (chosen(page) or "")
    page.locator("h1").click()
    assert page.locator(PANEL).is_hidden()
    page.locator(BOX).click()
    options(page).nth(0).click()
    page.wait_for_url("**/about.html")


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing_in_the_open_list(opened, axe: str, size, scheme: str) -> None:
    """The open list of a page's own box and of the header's, with hits, a correction and none."""
    watched = opened(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for path, query in (("index.html", "社区"), (CASE, "独具老人"), (CASE, "qqqqzzzz")):
        page = watched.open(path)
        page.keyboard.press("/")
        page.keyboard.type(query)
        options(page)
        page.keyboard.press("ArrowDown")
        page.evaluate(axe)
        found[path, query] = page.evaluate(RUN)
    assert {what: faults for what, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", ["index.html", CASE])
@pytest.mark.parametrize("width", [320, 360, 800])
def test_list_fits_the_page(opened, path: str, width: int) -> None:
    """The opened list lies within the page and its height within the window."""
    page = opened(viewport={"width": width, "height": 640}).open(path)
    page.keyboard.press("/")
    page.keyboard.type("社区")
    options(page)
    box = page.locator(PANEL).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate(WIDTH) <= 0
    assert box["y"] + box["height"] <= page.evaluate("() => Math.max(innerHeight, scrollY + 640)")


def test_without_scripts_the_form_leads_to_the_plain_list(opened) -> None:
    """Without JavaScript the box opens a page with a link to every entry."""
    watched = opened(viewport=DESK, java_script_enabled=False)
    page = watched.open(CASE)
    page.locator(BOX).fill("分工")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/search.html?q=*")
    links = page.locator("[data-ak-everything] a")
    assert links.first.is_visible()
    assert links.count() > 60
    assert page.locator("[data-ak-found]").is_hidden()
    assert page.locator("[data-ak-groups]").is_hidden()
    page = opened(java_script_enabled=False).open(CASE)
    page.locator("[data-ak-find]").click()
    page.wait_for_url("**/search.html")
    assert page.locator(BOX).is_visible()


FITS = """(box) => {
  const given = getComputedStyle(box), written = getComputedStyle(box, "::placeholder");
  const brush = document.createElement("canvas").getContext("2d");
  brush.font = `${written.fontSize} ${given.fontFamily}`;
  const room = box.clientWidth - parseFloat(given.paddingLeft) - parseFloat(given.paddingRight);
  return room - brush.measureText(box.placeholder).width;
}"""


@pytest.mark.parametrize(
    "path", ["index.html", "search.html", "browse.html", "sources.html", "downloads/anliku.html"]
)
def test_the_example_in_the_box_is_not_cut_off(opened, folder, path) -> None:
    """At 360 pixels there is room for all of the example."""
    page = opened(folder).open(path)
    box = page.locator("main input[type=search], header input[type=search]").locator("visible=true")
    assert box.first.evaluate(FITS) >= 0
