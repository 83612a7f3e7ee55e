"""放在一起比 as a reader uses it: chosen, opened, moved, shared, read with its sources."""

from __future__ import annotations

import re

import pytest

from anliku.publish.compare_files import compare_files
from anliku.render.compare_rows import MOST, lines
from tests.browser.conftest import DESK
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.library import EXAMPLE, ROOT, linked_root

CASES = ("xinjiyuan-special-task", "aiyouxi-yicang", "aiyouxi-shuijingfang")
PRACTICES = (
    "xuqiu-pinggu", "changyi-xin", "daigou-daipei", "fenpi-jinchang", "lianhe-pengtou",
)  # fmt: skip
MODELS = ("wufeng-rongru", "zhuanxiang-liandong", "hangye-zhichi")
READY = "[data-compare-ready]:not([aria-busy])"
NOTES = "[data-compare-notes] li"
TRAY = ".ak-tray"
IN_SIGHT = """(node) => {
  const { left, right, top, height } = node.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, top + height / 2);
  return node === hit || node.contains(hit);
}"""


def settled(page, *ids: str):
    """Wait until the page compares these."""
    page.wait_for_selector(f"[data-compare-ready='{','.join(ids)}']:not([aria-busy])")
    return page


def opens(watched, *ids: str):
    """Open a comparison by its address."""
    return settled(watched.open(f"compare.html?ids={','.join(ids)}"), *ids)


def keys(page, part: str) -> list[str]:
    """Return the rows of a part of the page."""
    return page.locator(f"{part} tr[data-row]").evaluate_all(
        "(rows) => rows.map((row) => row.getAttribute('data-row'))"
    )


def split(ids) -> tuple[list[str], list[str]]:
    """Return the rows in which entries differ and those that are alike, as Python has them."""
    linked = linked_root(ROOT)
    found = lines([linked.catalog.by_id[one] for one in ids], linked)
    return ([one.row.key for one in found if one.differs],
            [one.row.key for one in found if not one.differs])  # fmt: skip


@pytest.mark.parametrize(
    "ids", [CASES, MODELS, PRACTICES[:2]], ids=["cases", "models", "practices"]
)
def test_differing_rows_come_first(opened, ids) -> None:
    """All rows of the schema that say something: differing in sight, alike ones folded below."""
    page = opens(opened(viewport=DESK), *ids)
    differing, alike = split(ids)
    assert keys(page, "[data-compare-differing]") == differing
    assert keys(page, "[data-compare-alike]") == alike
    fold = page.locator("[data-compare-alike]")
    assert fold.is_visible() == bool(alike)
    assert fold.locator("table:visible").count() == 0
    assert f"{len(differing)} 项不同" in page.locator("[data-compare-said]").inner_text()
    table = page.get_by_role("table", name="并排对照")
    assert table.get_by_role("columnheader").count() == len(ids) + 1
    assert table.get_by_role("rowheader").count() == len(differing)
    if alike:
        fold.locator("summary").click()
        assert fold.locator("tr[data-row]").first.is_visible()


def test_address_restores_the_view(opened) -> None:
    """Moving and dropping change the address; back, forward and loading anew show the same."""
    one, two, three = CASES
    page = opens(opened(viewport=DESK), *CASES)
    page.get_by_role("button", name="往后移：").first.click()
    settled(page, two, one, three)
    assert page.url.endswith(f"?ids={two},{one},{three}")
    page.locator(f"[data-id={three}] [data-act=drop]").click()
    settled(page, two, one)
    page.go_back()
    settled(page, two, one, three)
    page.go_back()
    settled(page, *CASES)
    page.go_forward()
    settled(page, two, one, three)
    page.reload()
    settled(page, two, one, three)
    heads = page.locator("[data-compare-differing] thead a")
    linked = linked_root(ROOT)
    titles = [linked.catalog.by_id[each].title for each in (two, one, three)]
    assert [re.sub(r"^\d", "", text) for text in heads.all_text_contents()] == titles
    heads.first.click()
    page.wait_for_url(f"**/cases/{two}.html")


def test_citations_lead_somewhere(opened) -> None:
    """Marks open the fact, views are labelled, the list below leads to the source and back."""
    page = opens(opened(viewport=DESK), *CASES)
    live = page.locator("[data-compare-live]")
    marks = live.locator(".ak-cite")
    listed = live.locator(".ak-refs > li")
    hrefs = marks.evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert list(dict.fromkeys(hrefs)) == [f"#c{n + 1}" for n in range(listed.count())]
    views = live.locator(".ak-cite--view")
    assert views.count() >= 1
    assert views.first.text_content().startswith("看法")
    assert live.locator("td .ak-label--editor", has_text="编者归纳").count() >= 1
    assert live.locator("td .ak-compare__unsaid", has_text="来源没有说明").count() >= 1
    views.first.click()
    card = page.get_by_role("dialog")
    assert card.get_by_text("说话人").is_visible()
    card.get_by_role("link", name=re.compile("到资料来源看")).click()
    page.wait_for_url("**/sources/*.html#*")
    assert page.locator(":target").count() == 1
    page.go_back()
    page.wait_for_selector(READY)


def test_going_to_a_source_leaves_the_tables(opened) -> None:
    """From a source back to its mark: the same table, folds as they were."""
    page = opens(opened(viewport=DESK), *CASES)
    page.locator("[data-compare-alike] summary").click()
    page.locator("[data-compare-live] [data-ak-back]").nth(2).click()
    page.wait_for_url("**#m3-1")
    page.go_back()
    page.wait_for_url(lambda url: "#" not in url)
    assert page.locator("[data-compare-alike]").get_attribute("open") is not None


def test_tray_carries_a_choice(opened) -> None:
    """From an entry's page and a card, through the tray, on a phone: nothing lies under it."""
    one, two = CASES[:2]
    watched = opened()
    page = watched.open(f"cases/{one}.html")
    page.locator("[data-ak-do-entry] [data-ak-action=compare]").click()
    tray = page.locator(TRAY)
    assert "再选一条" in tray.inner_text() or "放进来了" in tray.inner_text()
    page = watched.open("browse.html")
    card = page.locator(f"[data-ak-do='{two}'] [data-ak-action=compare]")
    card.wait_for()
    card.focus()
    page.keyboard.press("Enter")
    assert card.get_attribute("aria-pressed") == "true"
    assert "（2）" in tray.inner_text()
    page.evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator("footer a").last
    assert last.evaluate(IN_SIGHT)
    assert page.evaluate(WIDTH) <= 0
    last.focus()
    page.keyboard.press("Tab")
    held = page.locator("[data-tray=open]")
    assert held.evaluate("(node) => node === document.activeElement")
    page.keyboard.press("Enter")
    assert tray.locator("li").count() == 2
    assert held.evaluate("(node) => node === document.activeElement")
    page.locator("[data-tray=go]").focus()
    page.keyboard.press("Enter")
    settled(page, one, two)
    assert page.locator(TRAY).count() == 0


def test_tray_takes_four_and_says_so(opened) -> None:
    """A fifth of a kind is refused in words; dropping one makes room; clearing empties it."""
    watched = opened()
    for number, one in enumerate(PRACTICES):
        page = watched.open(f"practices/{one}.html")
        button = page.locator("[data-ak-do-entry] [data-ak-action=compare]")
        button.click()
        full = number >= MOST
        assert (button.get_attribute("aria-pressed") == "false") == full
    tray = page.locator(TRAY)
    assert "一次最多比 4 条" in tray.inner_text()
    page.locator("[data-tray=open]").click()
    tray.get_by_role("button", name="去掉：").first.click()
    assert "（3）" in tray.inner_text()
    assert page.locator("[data-tray=drop]").first.evaluate("(n) => n === document.activeElement")
    page.locator("[data-tray=clear]").click()
    assert tray.is_hidden()
    assert page.evaluate("() => localStorage.getItem('anliku.compare')") is None


def test_everything_from_the_keyboard(opened) -> None:
    """Found and added, moved, dropped: the focus stays with what was changed."""
    one, two = CASES[:2]
    page = opens(opened(viewport=DESK), one, two)
    focused = "() => document.activeElement.closest('[data-id]').getAttribute('data-id')"
    page.locator("[data-compare-pick] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("奶奶厨房")
    page.keyboard.press("Enter")
    hit = page.locator("[data-compare-hits] button:not(:disabled)", has_text="奶奶厨房")
    hit.focus()
    page.keyboard.press("Enter")
    third = "chengdu-nainai-chufang"
    settled(page, one, two, third)
    assert page.evaluate(focused) == third
    page.locator(f"[data-id={two}] [data-act=down]").focus()
    page.keyboard.press("Enter")
    settled(page, one, third, two)
    assert page.evaluate(focused) == two
    page.locator(f"[data-id={third}] [data-act=drop]").focus()
    page.keyboard.press("Enter")
    settled(page, one, two)
    assert page.evaluate(focused) == two
    mark = page.locator("[data-compare-differing] .ak-cite").first
    mark.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert mark.evaluate("(node) => node === document.activeElement")
    for _ in range(2):
        page.locator("[data-act=drop]").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(READY)
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


def test_copied_link_opens_the_same(opened) -> None:
    """Text and link as a colleague gets them."""
    watched = opened(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    page = opens(watched, *CASES)
    page.get_by_role("button", name="复制文字和链接").click()
    page.locator(".ak-copied").filter(has_text="已复制").wait_for()
    words, link = page.evaluate("() => navigator.clipboard.readText()").split("\n")
    assert words.startswith("放在一起比：")
    assert link == page.url


@pytest.mark.parametrize(
    ("query", "shown", "notes"),
    [
        (PRACTICES, PRACTICES[:4], ["一次最多比 4 条"]),
        ((PRACTICES[0], *CASES[:2]), CASES[:2], ["模式、案例、做法各比各的"]),
        ((CASES[0], CASES[0]), CASES[:1], ["同一条写了两遍", "再选一条"]),
        (("..%2Fx", "<b>", "ABC", *CASES[:2]), CASES[:2], ["已略过"]),
        ((), (), []),
    ],
    ids=["many", "mixed", "twice", "bad", "none"],
)
def test_odd_addresses_are_explained(opened, query, shown, notes) -> None:
    """What can be compared is; what is left out is said, in Chinese."""
    page = opened(viewport=DESK).open(f"compare.html?ids={','.join(query)}")
    page.wait_for_selector(f"[data-compare-ready='{','.join(shown)}']", state="attached")
    said = page.locator(NOTES).all_inner_texts()
    assert len(said) == len(notes)
    for have, want in zip(said, notes, strict=True):
        assert want in have
    assert page.locator("[data-compare-start]").is_visible() == (not shown)
    assert page.locator("[data-compare-differing] table").count() == (len(shown) > 1)
    if shown == CASES[:2] and len(query) == 3:
        page.get_by_role("link", name="改比做法").click()
        settled(page, PRACTICES[0])


def test_unknown_merged_and_withdrawn(opened) -> None:
    """Unknown: said, with another try; merged: the other one instead; withdrawn: said."""
    texts = {
        file.path.rpartition("/")[2]: file.content.decode()
        for file in compare_files(linked_root(EXAMPLE))
    }
    gone = '(window.anlikuCompared=window.anlikuCompared||{})["gone"]={"withdrawn":true};'
    # An id may be a word that every object of a script has.
    unknown = "constructor"
    answers = {"gone.js": gone, f"{unknown}.js": "", **texts}
    watched = opened(viewport=DESK)

    def answer(route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name in answers:
            route.fulfill(body=answers[name], content_type="text/javascript")
        else:
            route.continue_()

    watched.page.route("**/assets/compare/entries/*.js", answer)
    page = watched.open(f"compare.html?ids={unknown},gone,shili-jiutiaomu,{CASES[0]},shili-songfan")
    settled(page, "shili-songfan", CASES[0])
    said = page.locator(NOTES).all_inner_texts()
    assert len(said) == 3
    assert f"没有编号是“{unknown}”的" in said[0]
    assert "已经撤下" in said[1]
    assert said[2].startswith("“示例：旧的条目”已经并入另一条")
    page.get_by_role("button", name="再取一次").click()
    settled(page, "shili-songfan", CASES[0])
    assert page.locator(NOTES).count() == 3


def test_phone_reads_row_by_row(opened) -> None:
    """At 360 px: a card for each entry in a row, the names in sight, no sideways scrolling."""
    page = opens(opened(), *PRACTICES[:4])
    assert page.evaluate(WIDTH) <= 0
    cells = page.locator("[data-compare-differing] tbody tr").nth(1).locator("td")
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert len({round(box["x"]) for box in boxes}) == 1
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
    row = page.locator("[data-compare-differing] tbody tr").nth(4)
    row.evaluate("(node) => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    assert page.locator("[data-compare-differing] thead a").first.evaluate(IN_SIGHT)
    mark = page.locator("[data-compare-differing] .ak-cite").nth(5)
    mark.focus()
    assert mark.evaluate(IN_SIGHT)
    small = page.locator("[data-compare-chosen] button").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().width < 44).length"
    )
    assert small == 0


def test_without_scripts_models_stand_side_by_side(opened) -> None:
    """The models with their sources, and what to do about other entries; nothing that is dead."""
    watched = opened(java_script_enabled=False)
    page = watched.open(f"compare.html?ids={','.join(CASES)}")
    plain = page.locator("[data-compare-plain]")
    differing, alike = split(MODELS)
    assert sorted(keys(page, "[data-compare-plain]")) == sorted(differing + alike)
    assert plain.locator("tr[data-row]").first.is_visible()
    hrefs = plain.locator(".ak-cite").evaluate_all("(all) => all.map((a) => a.hash.slice(1))")
    assert hrefs
    listed = set(plain.locator("[id]").evaluate_all("(all) => all.map((one) => one.id)"))
    assert set(hrefs) <= listed
    assert page.locator("[data-compare] button:visible").count() == 0
    assert page.get_by_text("要比别的条目").is_visible()
    assert page.locator("body").evaluate(WIDTH) <= 0


def test_browser_says_what_python_says(opened) -> None:
    """Models as the script draws them and as the page has them without scripts: the same words."""
    texts = "(rows) => rows.map((row) => row.innerText.replace(/\\s+/g, ''))"
    watched = opened(viewport=DESK, java_script_enabled=False)
    page = watched.open("compare.html")
    order = (
        page.locator("[data-compare-plain] thead")
        .first.locator("a")
        .evaluate_all("(all) => all.map((a) => a.href.split('/').pop().replace('.html', ''))")
    )
    without = page.locator("[data-compare-plain] tr[data-row]").evaluate_all(texts)
    page = opens(opened(viewport=DESK), *order)
    fold = page.locator("[data-compare-alike]")
    fold.evaluate("(node) => { node.open = true; }")
    assert page.locator("[data-compare-live] tr[data-row]").evaluate_all(texts) == without


def test_from_a_folder(opened, folder: str) -> None:
    """Opened as a file: compared, changed, gone back; found by search."""
    page = opens(opened(folder, viewport=DESK), *CASES[:2])
    page.get_by_role("button", name="往后移：").first.click()
    settled(page, CASES[1], CASES[0])
    page.go_back()
    settled(page, *CASES[:2])
    page.locator("[data-compare-pick] summary").click()
    page.locator("#pick").fill("奶奶厨房")
    page.locator("[data-compare-hits] button", has_text="奶奶厨房").click()
    settled(page, *CASES[:2], "chengdu-nainai-chufang")
    page.locator("[data-compare-differing] thead a").first.click()
    page.wait_for_url(f"**/cases/{CASES[0]}.html")


def test_sheet_holds_the_table_only(opened) -> None:
    """On paper: names and rows and sources, alike rows too; no buttons."""
    page = opens(opened(viewport=DESK), *CASES)
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-compare-alike] tr[data-row]").first.is_visible()
    assert page.locator("[data-compare-live] .ak-refs > li").first.is_visible()
    assert page.locator("[data-compare] button:visible").count() == 0


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(opened, axe: str, size, scheme: str) -> None:
    """With everything unfolded, and a note: no rule of axe is violated."""
    watched = opened(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = settled(watched.open(f"compare.html?ids={','.join(CASES)},{CASES[0]}"), *CASES)
    assert page.locator(NOTES).count() == 1
    for one in page.locator(
        "details[data-compare-alike] summary, [data-compare-pick] summary"
    ).all():
        one.click()
    page.evaluate(axe)
    assert page.evaluate(RUN) == []
