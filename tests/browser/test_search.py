"""The search box and the page of results: over http and from a folder."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.browser.conftest import DESK, PHONE

WANTED = [
    ("新济源", {"xinjiyuan", "xinjiyuan-special-task"}),
    ("分工", {"zhuanxiang-fengong", "xinjiyuan-special-task", "zhuanxiang-liandong"}),
    ("独居老人", {"tekun-zhaohu-duandang", "yiduiyi-jiedui", "linshi-jianhu-jizhi"}),
    ("微信群", {"xianshang-lianhe-xiaozu", "zaixian-kangyi-daoyin", "xuexiqun-huchuan"}),
    ("三社联动", {"sanshe-liandong"}),
]
BOX = "input[name=q]"


def ids(addresses: list[str]) -> list[str]:
    """Return the ids of entries from their addresses."""
    return [re.split(r"[/#]", address.removesuffix(".html"))[-1] for address in addresses]


@pytest.mark.parametrize(("query", "wanted"), WANTED, ids=[query for query, _ in WANTED])
def test_typing_and_keys_open_the_entry(opened, query: str, wanted: set[str]) -> None:
    """Typed letter by letter, the right entry is among the first three; keys open it."""
    page = opened(viewport=DESK).open("index.html")
    box = page.locator(BOX)
    box.press_sequentially(query)
    options = page.get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    hits = page.evaluate("(q) => window.anliku.search(q, {limit: 8})", query)["hits"]
    assert options.count() == len(hits)
    place = next(n for n, hit in enumerate(hits) if hit["id"] in wanted)
    assert place < 3
    for _ in range(place + 1):
        box.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    assert hits[place]["title"] in chosen.text_content()
    box.press("Enter")
    page.wait_for_url(f"**/{hits[place]['url']}")
    assert page.locator("h1").count() == 1


def test_a_click_opens_an_option(opened) -> None:
    """An option opens by hand as well."""
    page = opened().open("index.html")
    page.locator(BOX).fill("三社联动")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/terms.html#sanshe-liandong")


def test_escape_closes_the_list(opened) -> None:
    """Escape folds the list and leaves the words."""
    page = opened().open("index.html")
    box = page.locator(BOX)
    box.fill("分工")
    page.get_by_role("option").first.wait_for()
    box.press("Escape")
    assert page.get_by_role("option").first.is_hidden()
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "分工"


def test_search_works_from_deeper_pages(opened) -> None:
    """Results lead on from a page that is not at the top, wherever it has a box."""
    page = opened().open("search.html")
    page.locator(BOX).fill("新济源")
    page.locator(BOX).press("Enter")
    page.wait_for_url(f"**/search.html?q={quote('新济源')}")
    assert page.locator("[data-ak-found] a").first.is_visible()


@pytest.mark.parametrize("place", ["origin", "folder"])
@pytest.mark.parametrize(("query", "wanted"), WANTED, ids=[query for query, _ in WANTED])
def test_page_of_results(opened, request, place: str, query: str, wanted: set[str]) -> None:
    """?q= shows the answer with its number, over http and from a folder; the first links work."""
    page = opened(request.getfixturevalue(place)).open(f"search.html?q={quote(query)}")
    links = page.locator("[data-ak-found] a")
    links.first.wait_for()
    found = ids(links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))"))
    assert wanted & set(found[:3])
    assert page.locator("[data-ak-answer]").text_content() == f"“{query}”：{len(found)} 条"
    assert page.locator(BOX).input_value() == query
    assert query in page.title()
    assert page.locator("[data-ak-everything]").is_hidden()
    title = links.first.text_content()
    links.first.click()
    page.wait_for_load_state()
    assert title in page.locator("main").text_content()


def test_box_works_from_a_folder(opened, folder: str) -> None:
    """The box on the first page searches from file://, too."""
    page = opened(folder).open("index.html")
    page.locator(BOX).fill("新济源")
    page.get_by_role("option").first.wait_for()
    page.locator(BOX).press("ArrowDown")
    page.locator(BOX).press("Enter")
    page.wait_for_url(re.compile(r"xinjiyuan"))
    assert "新济源" in page.locator("h1").text_content()


def test_enter_without_a_choice_opens_the_results(opened) -> None:
    """Enter, and the button, lead to the page of results."""
    watched = opened()
    page = watched.open("index.html")
    page.locator(BOX).fill("分工")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page = watched.open("index.html")
    page.locator(BOX).fill("分工")
    page.locator("form.ak-search button").click()
    page.wait_for_url("**/search.html?q=*")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_nothing_found_says_what_to_do(opened, size: dict[str, int]) -> None:
    """No hit gives a sentence in Chinese with the words, in the box and on the page."""
    watched = opened(viewport=size)
    page = watched.open("index.html")
    page.locator(BOX).fill("qqqqzzzz")
    said = page.locator("[data-ak-results] [role=status]")
    said.filter(has_text="没找到").wait_for()
    assert said.text_content().startswith("没找到“qqqqzzzz”，换个说法")
    assert page.get_by_role("option").count() == 0
    page = watched.open("search.html?q=qqqqzzzz")
    answer = page.locator("[data-ak-answer]")
    answer.filter(has_text="没找到").wait_for()
    assert answer.text_content().startswith("没找到“qqqqzzzz”，换个说法")
    assert page.locator("[data-ak-everything]").is_visible()


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "'\"><script>alert(1)</script>", "%", "\\", " ", "。"]
)
def test_a_query_never_becomes_code(opened, query: str) -> None:
    """Whatever is asked is shown as text; odd characters break nothing."""
    page = opened().open(f"search.html?q={quote(query)}")
    assert page.locator("main img, main script").count() == 0
    if query.strip():
        page.locator("[data-ak-answer]").filter(has_text=query).wait_for()


def test_list_of_answers_fits_a_phone(opened) -> None:
    """The opened list of the box lies within 360 px."""
    page = opened().open("index.html")
    page.locator(BOX).fill("社区")
    page.get_by_role("option").first.wait_for()
    box = page.locator("[data-ak-results]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    scroll = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(scroll) <= 0
