"""找案例: facets, text, order, address, ways out, and the plain list without scripts."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlencode, urlparse

import pytest

from anliku.disk import write_files
from anliku.link.evidence import Evidence
from anliku.render.browse_pages import PAGE_SIZE
from anliku.render.facets import browsed, facet_tables
from anliku.render.shared_pages import pinyin
from tests.browser.conftest import DESK, Quiet
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.corpora.catalog import library, site_files
from tests.library import ROOT, linked_root

PAGE = "browse.html"
BUSY = "[data-browse][aria-busy=false]"
COUNT = "[data-browse-count]"
CARDS = "[data-browse-list]:not([hidden]) > li, [data-browse-plain]:not([hidden]) ol > li"
LINKS = "[data-browse-list]:not([hidden]) h3 a, [data-browse-plain]:not([hidden]) h3 a"
CHIPS = "[data-browse-chips] button"
CASES = 900
"""Of the made-up library: more than a page, and many more than a lot of cards."""
CASE = "实务案例"


@pytest.fixture(scope="module")
def shelf():
    """Return a made-up library."""
    return library(CASES, 4)


@pytest.fixture(scope="module")
def shelf_folder(shelf, tmp_path_factory):
    """Write its pages, with the search."""
    folder = tmp_path_factory.mktemp("shujia") / "书 架"
    write_files(folder, tuple(site_files(shelf)))
    return folder


@pytest.fixture(scope="module")
def shelf_home(shelf_folder):
    """Serve the made-up library."""
    handler = functools.partial(Quiet, directory=str(shelf_folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def ids_of(shelf) -> Callable[..., set[str]]:
    """Return a function that narrows the made-up library as the page should."""
    values = {
        (table.key, value.label): {entry.id for entry in value.entries}
        for table in facet_tables(shelf, browsed(shelf))
        for value in table.values
    }

    def narrowed(**filters: list[str]) -> set[str]:
        left = {entry.id for entry in browsed(shelf)}
        for key, labels in filters.items():
            if labels:
                left &= set().union(*(values[key, label] for label in labels))
        return left

    return narrowed


def address(**asked: str | list[str]) -> str:
    """Return an address of the page."""
    return f"{PAGE}?{urlencode(asked, doseq=True)}" if asked else PAGE


def settle(page) -> None:
    """Wait until the page shows the answer to its address."""
    page.locator(BUSY).wait_for(state="attached")


def count(page) -> int:
    """Return the number that the page announces."""
    said = page.locator(COUNT, has_text=re.compile(r"\d+ 条"))
    said.wait_for()
    return int(re.search(r"(\d+) 条", said.text_content())[1])


def titles(page) -> list[str]:
    """Return the titles of the list in sight."""
    return page.locator(LINKS).all_text_contents()


def block(page, key: str):
    """Return a facet, unfolded."""
    found = page.locator(f"[data-facet={key}]")
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    found.locator("label:visible").first.wait_for()
    return found


def facet(page, key: str) -> dict[str, int]:
    """Return the values of a facet that are in sight, with their counts."""
    rows = block(page, key).locator("label:visible")
    return dict(
        rows.evaluate_all(
            """(all) => all.map((row) => [row.querySelector("input").value,
                 Number(row.querySelector(".ak-facet__n").textContent)])"""
        )
    )


def tick(page, key: str, value: str) -> None:
    """Tick or untick a value, and wait for the answer."""
    before = page.url
    block(page, key).locator(f"input[value='{value}']").click()
    page.wait_for_function("(before) => location.href !== before", arg=before)
    settle(page)


def asked(page) -> dict[str, list[str]]:
    """Return what the page's address asks for."""
    return parse_qs(urlparse(page.url).query)


def test_page_begins_with_all_cases(opened, shelf, shelf_home: str) -> None:
    """Untouched, it is the list that the server wrote, the newest first, with their number."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    newest = [entry.title for entry in browsed(shelf) if entry.kind.name == "case"]
    assert titles(page) == newest[:PAGE_SIZE]
    assert count(page) == CASES
    assert page.locator(CHIPS).count() == 0
    assert facet(page, "kind")[CASE] == CASES


def test_counts_are_true_and_spare_their_own_ticks(opened, ids_of, shelf_home: str) -> None:
    """OR within a facet, AND between; each count is what a further tick would show."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    first, second = list(facet(page, "tasks"))[:2]
    who = next(iter(facet(page, "beneficiaries")))
    filters: dict[str, list[str]] = {"kind": [CASE]}
    for key, value in (("tasks", first), ("tasks", second), ("beneficiaries", who)):
        tick(page, key, value)
        filters.setdefault(key, []).append(value)
        left = ids_of(**filters)
        assert 0 < len(left) < CASES
        assert count(page) == len(left)
        for other in ("tasks", "beneficiaries", "evidence", "place", "organization", "kind"):
            spared = {name: labels for name, labels in filters.items() if name != other}
            shown = facet(page, other)
            assert shown
            for label, number in shown.items():
                assert number == len(ids_of(**spared, **{other: [label]})), (other, label)
    shown = page.locator(LINKS).evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    ids = {re.search(r"cases/(\w+)\.html", href)[1] for href in shown}
    assert len(ids) == min(20, len(left))
    assert ids <= left


def test_broader_values_hold_narrower_ones(opened, ids_of, shelf_home: str) -> None:
    """境外 finds what was written as 中国香港 or 日本."""
    page = opened(shelf_home, viewport=DESK).open(address(place="境外"))
    settle(page)
    expected = ids_of(kind=[CASE], place=["境外"])
    assert len(expected) > len(ids_of(kind=[CASE], place=["中国香港"])) > 0
    assert count(page) == len(expected)


@pytest.mark.parametrize("place", ["http", "folder"])
def test_state_is_in_the_address(opened, shelf_home: str, shelf_folder, place: str) -> None:
    """Back, forward, reloading and sharing show the same, from a folder, too."""
    home = shelf_home if place == "http" else f"{shelf_folder.as_uri()}/"
    page = opened(home, viewport=DESK).open(PAGE)
    seen = []

    def look() -> dict:
        settle(page)
        return {
            "url": page.url,
            "titles": titles(page),
            "count": count(page),
            "chips": page.locator(CHIPS).all_text_contents(),
            "sort": page.locator("[data-browse-sort]").input_value(),
            "kinds": page.locator("[data-browse-heading]").text_content(),
        }

    seen.append(look())
    value = next(iter(facet(page, "tasks")))
    tick(page, "tasks", value)
    seen.append(look())
    assert seen[1]["chips"] == [f"服务内容：{value}"]
    page.locator("[data-browse-sort]").select_option("pinyin")
    page.wait_for_function("() => location.search.includes('sort=pinyin')")
    seen.append(look())
    tick(page, "kind", CASE)
    seen.append(look())
    assert asked(page) == {"tasks": [value], "sort": ["pinyin"], "kind": ["all"]}
    assert seen[3]["kinds"] == "全部种类"
    assert len({one["url"] for one in seen}) == 4
    for expected in reversed(seen[:3]):
        page.go_back()
        assert look() == expected
    for expected in seen[1:]:
        page.go_forward()
        assert look() == expected
    page.reload()
    assert look() == seen[3]
    shared = opened(home, viewport=DESK).open(seen[2]["url"].removeprefix(home))
    settle(shared)
    assert titles(shared) == seen[2]["titles"]


def test_orders(opened, shelf, shelf_home: str) -> None:
    """最新, 拼音 and 依据 each put the whole library into their order."""
    cases = [entry for entry in browsed(shelf) if entry.kind.name == "case"]
    rank = list(reversed(Evidence))
    orders = {
        "pinyin": sorted(cases, key=lambda e: pinyin(e.title)),
        "evidence": sorted(cases, key=lambda e: rank.index(shelf.evidence[e.id])),
    }
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    for sort, expected in orders.items():
        page.locator("[data-browse-sort]").select_option(sort)
        page.wait_for_function("(sort) => location.search.includes(sort)", arg=sort)
        settle(page)
        assert titles(page) == [entry.title for entry in expected[:20]]
    page.locator("[data-browse-sort]").select_option("newest")
    page.wait_for_function("() => !location.search")
    settle(page)
    assert titles(page) == [entry.title for entry in cases[:PAGE_SIZE]]


def test_more_cards(opened, shelf_home: str) -> None:
    """20 at first; the button adds as many, and the keyboard goes on at the first new one."""
    page = opened(shelf_home).open(address(sort="pinyin"))
    settle(page)
    first = titles(page)
    assert len(first) == 20
    page.locator("[data-browse-more]").click()
    page.locator(LINKS).nth(39).wait_for()
    now = titles(page)
    assert now[:20] == first
    assert len(now) == 40
    page.wait_for_function("(title) => document.activeElement.textContent === title", arg=now[20])
    page.reload()
    settle(page)
    assert titles(page) == now


def test_text_is_asked_of_the_engine(opened, shelf_home: str) -> None:
    """What the engine finds among cases is the list, the best first; facets narrow it further."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    page.locator("#q").fill("独居老人")
    page.wait_for_function("(q) => location.search.includes(q)", arg=quote("独居老人"))
    settle(page)
    answer = page.evaluate(
        "(kind) => window.anliku.search('独居老人', {filters: {kind: [kind]}, limit: 20})", CASE
    )
    assert 0 < answer["total"] < CASES
    assert count(page) == answer["total"]
    assert titles(page) == [hit["title"] for hit in answer["hits"]]
    assert page.locator("[data-browse-sort]").input_value() == "relevance"
    assert page.locator("[data-browse-list] mark").count() > 0
    evidence, number = next(iter(facet(page, "evidence").items()))
    tick(page, "evidence", evidence)
    assert count(page) == number
    assert asked(page) == {"q": ["独居老人"], "evidence": [evidence]}


def test_typing_is_one_step_back(opened, shelf_home: str) -> None:
    """However many keys it took: back leads to before the first."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    box = page.locator("#q")
    for words in ("独", "独居", "独居老人"):
        box.fill(words)
        page.wait_for_function("(q) => location.search.endsWith(q)", arg=quote(words))
        settle(page)
    assert box.input_value() == "独居老人"
    page.go_back()
    settle(page)
    assert asked(page) == {}
    assert box.input_value() == ""
    assert count(page) == CASES


def test_how_a_query_was_understood(opened, shelf_home: str) -> None:
    """已按“…”搜, and the link that keeps to what was typed."""
    page = opened(shelf_home, viewport=DESK).open(address(q="独具老人"))
    note = page.locator("[data-browse-note]")
    note.filter(has_text="已按“独居老人”搜").wait_for()
    note.get_by_role("link", name="仍搜“独具老人”").click()
    page.wait_for_url("**exact=1")
    settle(page)
    assert "已按" not in note.text_content()


def test_chips_take_filters_away(opened, shelf_home: str) -> None:
    """Each choice is a chip that says what it does; the focus goes on to the next one."""
    page = opened(shelf_home, viewport=DESK).open(address(tasks=["宣传", "培训"], kind="做法"))
    settle(page)
    chips = page.locator(CHIPS)
    names = [chip.get_attribute("aria-label") for chip in chips.all()]
    assert names == ["去掉“服务内容：宣传”", "去掉“服务内容：培训”", "去掉“类别：做法”"]
    chips.first.click()
    page.wait_for_function("(v) => !location.search.includes(v)", arg=quote("宣传"))
    settle(page)
    assert page.evaluate("() => document.activeElement.textContent") == "服务内容：培训"
    page.get_by_role("link", name="全部去掉", exact=True).click()
    page.wait_for_function("() => !location.search")
    settle(page)
    assert count(page) == CASES
    page.go_back()
    settle(page)
    assert chips.count() == 2


def test_a_tick_keeps_the_focus_and_is_announced(opened, shelf_home: str) -> None:
    """From the keyboard: the box keeps the focus, and the live region has the new number."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    value, number = next(iter(facet(page, "tasks").items()))
    page.locator(f"input[name=tasks][value={value}]").focus()
    page.keyboard.press("Space")
    page.wait_for_function("() => location.search.includes('tasks')")
    settle(page)
    assert page.evaluate("() => document.activeElement.value") == value
    assert page.locator(COUNT).get_attribute("role") == "status"
    assert page.locator(COUNT).text_content().startswith(f"{number} 条")
    page.keyboard.press("Space")
    page.wait_for_function("() => !location.search")


def test_two_quick_ticks_are_both_kept(opened, ids_of, shelf_home: str) -> None:
    """The second press goes on from the first, even before a frame was painted."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    first, second = list(facet(page, "tasks"))[:2]
    page.evaluate(
        "(values) => values.forEach((v) => document.querySelector(`input[value='${v}']`).click())",
        [first, second],
    )
    page.wait_for_function("(v) => location.search.includes(v)", arg=quote(second))
    settle(page)
    assert asked(page)["tasks"] == [first, second]
    assert count(page) == len(ids_of(kind=[CASE], tasks=[first, second]))


def test_long_facets_can_be_searched(opened, shelf, shelf_home: str) -> None:
    """Hundreds of organizations: six, then sixty, then those whose name holds what is typed."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    organizations = block(page, "organization")
    rows = organizations.locator("label:visible")
    assert rows.count() == 6
    organizations.locator(".ak-facet__rest").click()
    assert rows.count() == 60
    assert organizations.locator(".ak-facet__left").is_visible()
    name = next(
        entry.title
        for entry in reversed(shelf.catalog.of_kind("organization"))
        if any(edge.origin.kind.name == "case" for edge in shelf.incoming.get(entry.id, ()))
    )
    organizations.locator(".ak-facet__find").fill(name)
    assert rows.locator("input").evaluate_all("(all) => all.map((one) => one.value)") == [name]
    tick(page, "organization", name)
    assert page.locator(CHIPS).all_text_contents() == [f"单位与组织：{name}"]


def test_nothing_found_offers_what_finds_something(opened, ids_of, shelf_home: str) -> None:
    """Each way out says how many it finds, keeps the rest of the question, and finds as many."""
    asked_for = {
        "tasks": ["社区重建"],
        "beneficiaries": ["学生"],
        "event": ["阪神大地震"],
        "supported": ["社工"],
    }
    assert not ids_of(kind=[CASE], **asked_for)
    page = opened(shelf_home).open(address(**asked_for))
    settle(page)
    assert page.locator(COUNT).text_content() == "没有合乎这些条件的条目"
    none = page.locator("[data-browse-none]")
    assert "这一格还没有案例。你做过？来投稿。" in none.text_content()
    ways = none.locator(".ak-ways a")
    promised = {way.text_content(): way.get_attribute("href") for way in ways.all()}
    assert f"全部去掉（{CASES} 条）" in promised
    for words, href in promised.items():
        other = opened(shelf_home).open(href.rpartition("/")[2])
        settle(other)
        assert f"（{count(other)} 条）" in words


def test_words_that_nothing_holds(opened, shelf_home: str) -> None:
    """没找到“…”: without the words there is something."""
    page = opened(shelf_home).open(address(q="qqqzzz", tasks="宣传"))
    settle(page)
    none = page.locator("[data-browse-none]")
    assert "没找到“qqqzzz”，换个说法，或按服务对象找。" in none.text_content()
    assert "来投稿" not in none.locator(":visible").all_text_contents()
    way = none.locator(".ak-ways a", has_text="不限“qqqzzz”")
    number = int(re.search(r"（(\d+) 条）", way.text_content())[1])
    way.click()
    page.wait_for_function("() => !location.search.includes('q=')")
    settle(page)
    assert count(page) == number > 0


def test_parameters_of_others_do_no_harm(opened, shelf_home: str) -> None:
    """Only facets of the library narrow; a value that it does not know is a chip that can go."""
    extra = "from=singlemessage&__proto__=x&constructor=y&shown=-3&sort=nonsense&exact=1"
    page = opened(shelf_home).open(f"{PAGE}?{extra}")
    settle(page)
    assert count(page) == CASES
    page = opened(shelf_home).open(address(tasks="没有这种", shown="70000000"))
    settle(page)
    assert page.locator(CHIPS).all_text_contents() == ["服务内容：没有这种"]
    page.locator(CHIPS).click()
    page.wait_for_function("() => !location.search.includes('tasks')")


def test_a_broken_line_is_said_and_can_be_tried_again(opened, shelf_home: str) -> None:
    """Without the engine the page says so; the button asks again."""
    watched = opened(shelf_home, viewport=DESK)
    page = watched.open(PAGE)
    settle(page)
    page.route("**/search/search.js", lambda route: route.abort())
    page.locator("#q").fill("分工")
    page.locator(COUNT, has_text="没能找").wait_for()
    page.unroute("**/search/search.js")
    page.locator("[data-browse-note] button").click()
    page.locator(COUNT, has_text="“分工”").wait_for()
    assert titles(page)
    watched.faults.clear()


def test_stale_data_is_not_mixed(opened, shelf_home: str) -> None:
    """Rows that belong to another version of the search are not used."""
    page = opened(shelf_home, viewport=DESK).open(PAGE)
    settle(page)
    page.evaluate("() => { window.anlikuBrowse.order = {index: 'older', rows: []}; }")
    page.locator("#q").fill("分工")
    page.locator(COUNT, has_text="刚刚更新").wait_for()


def test_phone(opened, shelf_home: str) -> None:
    """At 360 px: a button opens closed facets; it counts what is chosen and leads back."""
    page = opened(shelf_home).open(PAGE)
    settle(page)
    panel, button = page.locator("[data-browse-facets]"), page.locator("[data-browse-open]")
    assert panel.is_hidden()
    button.click()
    assert panel.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert panel.locator("details[open]").count() == 0
    panel.locator("summary", has_text="服务内容").click()
    value = next(iter(facet(page, "tasks")))
    tick(page, "tasks", value)
    assert button.text_content() == "筛选（已选 1 项）"
    done = page.locator("[data-browse-done]")
    assert done.text_content() == f"看这 {count(page)} 条"
    done.click()
    assert panel.is_hidden()
    assert page.locator(CHIPS).first.is_visible()
    assert page.evaluate(WIDTH) <= 0


@pytest.mark.parametrize("back", ["kept", "made anew"])
def test_coming_back_from_an_entry(opened, origin: str, back: str) -> None:
    """Back from an entry, the list stands where it was left."""
    page = opened(origin).open(address(sort="pinyin", kind="all", shown="60"))
    if back == "made anew":
        page.evaluate("() => addEventListener('unload', () => {})")
        page.add_init_script("history.scrollRestoration = 'manual'")
    settle(page)
    before = titles(page)
    assert len(before) == 60
    page.locator(LINKS).nth(45).click()
    page.wait_for_url(lambda url: PAGE not in url)
    page.go_back()
    settle(page)
    assert titles(page) == before
    page.wait_for_function(
        """(selector) => {
          const box = document.querySelectorAll(selector)[45].getBoundingClientRect();
          return box.top > 0 && box.bottom < innerHeight;
        }""",
        arg=LINKS,
    )


def test_without_scripts_the_list_is_complete(opened, shelf, shelf_home: str) -> None:
    """Every case is in a page that the next link leads to, and no dead control is shown."""
    watched = opened(shelf_home, java_script_enabled=False)
    page = watched.open(PAGE)
    found: list[str] = []
    while True:
        found += page.locator("h3 a").all_text_contents()
        for dead in ("[data-browse-open]", "[data-browse-sort]", "[data-browse-form]"):
            assert page.locator(dead).locator("visible=true").count() == 0
        assert page.evaluate(WIDTH) <= 0
        following = page.locator(".ak-pager a[rel=next]")
        if not following.count():
            break
        following.click()
    assert sorted(found) == sorted(e.title for e in shelf.published if e.kind.name == "case")


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(opened, axe: str, size, scheme: str, shelf_home: str) -> None:
    """Filtered, empty, asked and unfolded, on a phone and a desk, by day and by night."""
    watched = opened(shelf_home, viewport=size, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for path in (
        address(tasks=["宣传", "培训"], sort="evidence"),
        address(tasks="社区重建", beneficiaries="学生", event="阪神大地震"),
        address(q="独居老人", kind="all"),
        "browse-3.html",
    ):
        page = watched.open(path)
        if path != "browse-3.html":
            settle(page)
            if page.locator("[data-browse-open]").is_visible():
                page.locator("[data-browse-open]").click()
            facet(page, "tasks" if "event" in path else "organization")
        page.evaluate(axe)
        found[path] = page.evaluate(RUN)
        assert page.evaluate(WIDTH) <= 0
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_real_library_is_all_there(opened) -> None:
    """With every kind, the page counts each published entry but the vocabularies."""
    page = opened(viewport=DESK).open(address(kind="all"))
    settle(page)
    linked = linked_root(ROOT)
    assert count(page) == len(browsed(linked))
    for table in facet_tables(linked, browsed(linked)):
        shown = facet(page, table.key)
        expected = {value.label: len(value.entries) for value in table.values}
        assert shown.items() <= expected.items()
        assert shown
