"""The page of results: list, facets, state in the address, help, over http and from a folder."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlencode, urlparse

import pytest

from tests.browser.conftest import DESK
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.browser.test_search import NASTY, STUB, WANTED, ids

LINKS = "[data-ak-list] h3 a"
ANSWER = "[data-ak-answer]"
CHIPS = "[data-ak-chips] button"
FILTER = "[data-ak-filter]"
PLACES = pytest.mark.parametrize("place", ["origin", "folder"])
SOME = "社区"
"""A query with more hits than the page lists at first."""

STUB_MORE = """
Object.assign(window.anliku, {
  counts: async () => [],
  passages: async (ids) => window.passages || {},
});
"""


def address(query: str = "", **more: str | list[str]) -> str:
    """Return the address of a search."""
    return f"search.html?{urlencode({'q': query, **more}, doseq=True)}"


def asked(page) -> dict[str, list[str]]:
    """Return what the page's address asks for."""
    return parse_qs(urlparse(page.url).query)


def titles(page) -> list[str]:
    """Return the titles in the list, once there are some."""
    page.locator(LINKS).first.wait_for()
    return page.locator(LINKS).all_text_contents()


def total(page) -> int:
    """Return the number that the page says it has found, once it says one."""
    said = page.locator(ANSWER, has_text=re.compile(r"找到 \d+ 条"))
    said.wait_for()
    return int(re.search(r"找到 (\d+) 条", said.text_content())[1])


def facet(page, label: str) -> dict[str, tuple[int, bool]]:
    """Return the values of a facet that are in sight with their counts and ticks."""
    block = page.locator("details.ak-facet").filter(has=page.get_by_text(label, exact=True))
    block.wait_for()
    if block.get_attribute("open") is None:
        block.locator("summary").click()
    rest = block.locator(".ak-facet__rest")
    if rest.is_visible() and rest.get_attribute("aria-expanded") == "false":
        rest.click()
    rows = block.locator("label:visible").evaluate_all(
        """(all) => all.map((row) => [
          row.querySelector("span").textContent,
          Number(row.querySelector(".ak-facet__n").textContent),
          row.querySelector("input").checked,
        ])"""
    )
    return {value: (count, ticked) for value, count, ticked in rows}


def tick(page, value: str) -> None:
    """Tick or untick a value, and wait for the answer."""
    before = page.url
    page.locator("details.ak-facet label").filter(has=page.get_by_text(value, exact=True)).click()
    page.wait_for_function("(before) => location.href !== before", arg=before)
    settle(page)


def settle(page) -> None:
    """Wait until the page shows the answer to its address."""
    page.locator("[data-ak-found][aria-busy=false]").wait_for(state="attached")


@PLACES
@pytest.mark.parametrize(("query", "wanted"), WANTED, ids=[query for query, _ in WANTED])
def test_page_of_results(opened, request, place: str, query: str, wanted: set[str]) -> None:
    """?q= shows the answer with its number, over http and from a folder; the first links work."""
    page = opened(request.getfixturevalue(place)).open(address(query))
    shown = titles(page)
    links = page.locator(LINKS)
    found = ids(links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))"))
    assert wanted & set(found[:3])
    answer = page.evaluate("(q) => window.anliku.search(q, {limit: 20})", query)
    assert shown == [hit["title"] for hit in answer["hits"]]
    assert total(page) == answer["total"]
    assert page.locator("input[name=q]").input_value() == query
    assert page.title() == f"“{query}” · 搜索 · 案例库"
    assert page.locator("[data-ak-everything]").is_hidden()
    assert page.locator("[data-ak-list] .ak-kind").count() == len(shown)
    links.first.click()
    page.wait_for_load_state()
    assert shown[0] in page.locator("main").text_content()


def test_hits_are_marked_and_lead_to_their_section(opened) -> None:
    """Words are marked in titles and texts; 见“…” names the section that hit and leads to it."""
    page = opened(viewport=DESK).open(address("分工"))
    titles(page)
    marks = set(page.locator("[data-ak-list] mark").all_text_contents())
    assert "分工" in marks
    answer = page.evaluate("() => window.anliku.search('分工', {limit: 20})")
    assert all(any(mark in word for mark in answer["marks"]) for word in marks)
    line = page.locator(".ak-result__see").filter(has=page.locator("a")).first
    line.wait_for()
    assert re.match(r"见“[^”]+”：.*分工", line.text_content())
    heading = line.locator("a").text_content()
    line.locator("a").click()
    page.wait_for_url("**#*")
    anchor = page.evaluate("() => decodeURIComponent(location.hash.slice(1))")
    assert heading in page.locator(f"[id='{anchor}']").text_content()


@PLACES
def test_more_results(opened, request, place: str) -> None:
    """20 at first; the button adds as many and puts the cursor on the first new one."""
    watched = opened(request.getfixturevalue(place))
    page = watched.open(address(SOME))
    first = titles(page)
    count = total(page)
    assert len(first) == 20 < count
    page.locator("[data-ak-more]").click()
    page.wait_for_function("() => document.querySelectorAll('[data-ak-list] > li').length > 20")
    now = titles(page)
    assert now[:20] == first
    assert len(now) == min(40, count)
    assert len(set(page.locator(LINKS).evaluate_all("(all) => all.map((a) => a.href)"))) == len(now)
    assert page.evaluate("() => document.activeElement.textContent") == now[20]
    assert asked(page)["shown"] == ["40"]
    page.reload()
    assert titles(page) == now
    if place == "origin":
        assert watched.open(f"{address(SOME)}&shown=7000000").locator(LINKS).count() <= count


def test_facets_count_without_their_own_ticks(opened) -> None:
    """A tick narrows the list and other facets; the values beside it keep their counts."""
    page = opened(viewport=DESK).open(address(SOME))
    count = total(page)
    kinds, phases = facet(page, "类别"), facet(page, "服务内容")
    assert sum(number for number, _ in kinds.values()) == count
    value, (number, _) = next(iter(kinds.items()))
    assert 0 < number < count
    tick(page, value)
    assert total(page) == number
    assert asked(page)["kind"] == [value]
    assert facet(page, "类别") == {**kinds, value: (number, True)}
    assert facet(page, "服务内容") != phases
    shown = page.locator("[data-ak-list] .ak-kind").all_text_contents()
    assert set(shown) == {value}
    # Every count is true: it is what ticking that value finds.
    for other, (expected, _) in facet(page, "服务内容").items():
        answer = page.evaluate(
            "(filters) => window.anliku.search('社区', {filters})",
            {"kind": [value], "tasks": [other]},
        )
        assert answer["total"] == expected
    second = list(kinds)[1]
    tick(page, second)
    assert total(page) == number + kinds[second][0]  # OR within a facet
    assert facet(page, "类别")[second] == (kinds[second][0], True)


def test_a_tick_keeps_the_focus(opened) -> None:
    """The keyboard stays on the box that it ticked, and the new number is announced."""
    page = opened(viewport=DESK).open(address(SOME))
    value = next(iter(facet(page, "类别")))
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**kind=*")
    settle(page)
    focused = page.evaluate("() => [document.activeElement.type, document.activeElement.value]")
    assert focused == ["checkbox", value]
    assert page.locator(ANSWER).get_attribute("role") == "status"
    page.keyboard.press("Space")
    page.wait_for_function("() => !location.search.includes('kind')")


@PLACES
def test_state_is_in_the_address(opened, request, place: str) -> None:
    """Query, facets and length are in the address: back, forward, reloading and sharing work."""
    home = request.getfixturevalue(place)
    page = opened(home, viewport=DESK).open(address(SOME))
    seen = []

    def look() -> dict:
        settle(page)
        return {
            "url": page.url,
            "titles": titles(page),
            "total": total(page),
            "chips": page.locator(CHIPS).all_text_contents(),
            "words": page.locator("input[name=q]").input_value(),
        }

    seen.append(look())
    first, second = list(facet(page, "类别"))[:2]
    tick(page, first)
    seen.append(look())
    tick(page, second)
    seen.append(look())
    assert seen[2]["chips"] == [f"类别：{first}", f"类别：{second}"]
    page.locator("input[name=q]").fill("分工")
    page.keyboard.press("Enter")
    page.wait_for_function("(q) => location.search.includes(q)", arg=quote("分工"))
    seen.append(look())
    assert seen[3]["chips"] == []  # a new question begins without filters
    assert len({one["url"] for one in seen}) == 4
    for expected in (seen[2], seen[1], seen[0]):
        page.go_back()
        assert look() == expected
    for expected in seen[1:]:
        page.go_forward()
        assert look() == expected
    page.go_back()
    page.reload()
    assert look() == seen[2]
    shared = opened(home, viewport=DESK).open(seen[1]["url"].removeprefix(home))
    assert titles(shared) == seen[1]["titles"]
    assert facet(shared, "类别")[first][1]


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "loaded anew"])
def test_coming_back_from_an_entry(opened, kept: bool) -> None:
    """Back from an entry, the same list stands at the same place, even if the page is made anew."""
    page = opened().open(f"{address(SOME)}&shown=120")
    before = titles(page)
    if not kept:  # as in a browser that forgets the page, and the place before the list is there
        page.evaluate("() => addEventListener('unload', () => {})")
        page.add_init_script("history.scrollRestoration = 'manual'")
    page.locator(LINKS).nth(119).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    top = page.evaluate("() => scrollY")
    assert top > page.locator("[data-ak-everything] li").count() * 48  # the plain list is shorter
    page.locator(LINKS).nth(119).click()
    page.wait_for_url("**/*.html*")
    page.locator("h1").first.wait_for()
    page.go_back()
    assert titles(page) == before
    page.wait_for_function("(top) => Math.abs(scrollY - top) < 200", arg=top)


def test_parameters_of_others_do_no_harm(opened) -> None:
    """WeChat adds from=singlemessage, others worse; only facets of the library narrow."""
    extra = "&from=singlemessage&isappinstalled=0&__proto__=x&constructor=y&shown=-3&exact="
    page = opened(viewport=DESK).open(f"{address(SOME)}{extra}")
    count = total(page)
    assert count == page.evaluate("() => window.anliku.search('社区').then((a) => a.total)")
    assert page.locator(CHIPS).count() == 0
    page = opened(viewport=DESK).open("search.html?from=singlemessage")
    page.locator("[data-ak-everything] a").first.wait_for()
    page = opened(viewport=DESK).open(f"{address(SOME)}&kind=没有这种")
    page.locator(CHIPS).first.wait_for()
    assert page.locator(CHIPS).all_text_contents() == ["类别：没有这种"]
    page.locator("[data-ak-ways] a", has_text=f"去掉筛选（{count} 条）").click()
    assert total(page) == count


def test_chips_take_filters_away(opened) -> None:
    """Each chosen value is a chip that says what it does; without it the list is longer again."""
    page = opened(viewport=DESK).open(address(SOME, kind=["做法", "实务案例"]))
    settle(page)
    chips = page.locator(CHIPS)
    names = [chip.get_attribute("aria-label") for chip in chips.all()]
    assert names == ["去掉“类别：做法”", "去掉“类别：实务案例”"]
    chips.first.click()
    page.wait_for_function("(v) => !location.search.includes(v)", arg=quote("做法"))
    settle(page)
    assert chips.all_text_contents() == ["类别：实务案例"]
    assert page.evaluate("() => document.activeElement.textContent") == "类别：实务案例"
    page.keyboard.press("Enter")
    page.wait_for_function("() => !location.search.includes('kind')")
    settle(page)
    assert chips.count() == 0
    assert page.evaluate("() => document.activeElement.id") == "ak-found"
    page.go_back()
    page.go_back()
    settle(page)
    page.get_by_role("link", name="全部去掉").click()
    page.wait_for_function("() => !location.search.includes('kind')")


def test_filters_fold_into_one_button_on_a_phone(opened) -> None:
    """At 360 px the facets lie behind one button that says how many are chosen."""
    page = opened().open(address(SOME))
    titles(page)
    settle(page)
    panel, button = page.locator("[data-ak-facets]"), page.locator(FILTER)
    assert panel.is_hidden()
    assert button.text_content() == "筛选"
    button.click()
    assert panel.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    value = next(iter(facet(page, "类别")))
    tick(page, value)
    assert panel.is_visible()
    assert button.text_content() == "筛选（已选 1 项）"
    done = page.locator("[data-ak-filtered]")
    assert done.text_content() == f"看这 {total(page)} 条"
    done.click()
    assert panel.is_hidden()
    assert page.locator(CHIPS).all_text_contents() == [f"类别：{value}"]
    assert page.evaluate(WIDTH) <= 0


def test_correction_can_be_refused(opened) -> None:
    """已按“…”搜，仍搜“…”: the link searches the typed words, and going back the mended ones."""
    page = opened(viewport=DESK).open(address("独具老人"))
    line = page.locator(ANSWER)
    line.filter(has_text="已按“独居老人”搜").wait_for()
    before = titles(page)
    line.get_by_role("link", name="仍搜“独具老人”").click()
    page.wait_for_url("**exact=1")
    settle(page)
    assert "已按" not in line.text_content()
    assert page.locator("input[name=q]").input_value() == "独具老人"
    page.go_back()
    line.filter(has_text="已按“独居老人”搜").wait_for()
    assert titles(page) == before


def test_readings_are_links(opened) -> None:
    """What letters may be read as is said, and each reading is a search of its own."""
    watched = opened(viewport=DESK)
    watched.page.add_init_script(STUB + STUB_MORE)
    watched.page.add_init_script(
        "window.answers.xjy = {readings: ['新济源', '星景益'], hits: ['新济源', '星景益']};"
    )
    page = watched.open(address("xjy"))
    line = page.locator(ANSWER)
    line.filter(has_text="可以读作").wait_for()
    assert line.get_by_role("link").all_text_contents() == ["只搜“新济源”", "只搜“星景益”"]
    line.get_by_role("link").last.click()
    page.wait_for_url(f"**q={quote('星景益')}")
    line.filter(has_not_text="读作").wait_for()
    assert page.locator("input[name=q]").input_value() == "星景益"


@PLACES
def test_nothing_found_helps(opened, request, place: str) -> None:
    """No hit: groups to look through, every entry, and a line for the editors."""
    page = opened(request.getfixturevalue(place)).open(address("qqqqzzzz"))
    answer = page.locator(ANSWER, has_text="没找到“qqqqzzzz”，换个说法，或按服务对象找。")
    answer.wait_for()
    assert page.locator("[data-ak-everything]").is_visible()
    assert page.locator("[data-ak-list] li").count() == 0
    settle(page)
    line = page.locator("[data-ak-missing]").text_content()
    today = page.evaluate("() => new Intl.DateTimeFormat('sv').format(new Date())")
    assert line.startswith(f"没找到：qqqqzzzz；筛选：无；日期：{today}；网页：更新至")
    page.locator("[data-ak-groups] a").first.click()
    assert total(page) > 0
    assert page.locator("[data-ak-report]").is_hidden()
    assert page.locator("[data-ak-groups]").is_hidden()


def test_near_words_are_offered(opened) -> None:
    """Words near those that found nothing are links, if they find something themselves."""
    watched = opened()
    watched.page.add_init_script(STUB + STUB_MORE)
    watched.page.add_init_script(
        """window.nearby = ["照料", "空的"];
        window.answers["照蔓"] = window.answers["空的"] = {hits: [], total: 0};"""
    )
    page = watched.open(address("照蔓"))
    ways = page.locator("[data-ak-ways] a")
    ways.first.wait_for()
    assert ways.all_text_contents() == ["搜相近的“照料”"]
    ways.click()
    assert total(page) == 1
    assert asked(page) == {"q": ["照料"]}
    assert ways.count() == 0


def test_groups_are_searches(opened) -> None:
    """Each of 按服务对象找 finds something, without a word."""
    watched = opened(viewport=DESK)
    page = watched.open("search.html")
    links = page.locator("[data-ak-groups] a").all()
    assert len(links) > 5
    for words, target in [(a.text_content(), a.get_attribute("href")) for a in links]:
        page = watched.open(target)
        assert total(page) > 0
        assert page.locator(CHIPS).all_text_contents() == [f"服务对象：{words}"]


def test_empty_filters_offer_ways_out(opened) -> None:
    """Words that exist, but not under these filters: without filters, and each word alone."""
    page = opened(viewport=DESK).open(address("独居老人 微信群", place="没有的地方"))
    page.locator(ANSWER, has_text="这样筛选，没找到“独居老人 微信群”。").wait_for()
    ways = page.locator("[data-ak-ways] a")
    ways.first.wait_for()
    for way in ways.all():
        words = way.text_content()
        count = re.search(r"（(\d+) 条）", words)
        if count is None:
            continue
        query = parse_qs(urlparse(way.get_attribute("href")).query)["q"][0]
        answer = page.evaluate("(q) => window.anliku.search(q, {limit: 1})", query)
        assert answer["total"] == int(count[1]) > 0
    shown = ways.all_text_contents()
    assert any(words.startswith("去掉筛选（") for words in shown)
    assert any(words.startswith("只搜“微信群”（") for words in shown)
    assert "筛选：没有的地方" in page.locator("[data-ak-missing]").text_content()


def test_line_for_editors_is_copied(opened) -> None:
    """The button copies the line with query, filters, date and version."""
    watched = opened(permissions=["clipboard-read", "clipboard-write"])
    page = watched.open(address("qqqqzzzz"))
    page.locator("[data-ak-report] button").click()
    page.locator(".ak-copied", has_text="已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.locator("[data-ak-missing]").text_content()


def test_a_lost_file_is_said_calmly_and_asked_again(opened) -> None:
    """If the index does not come, the plain list does, and 重试 searches."""
    watched = opened(viewport=DESK)
    watched.page.route("**/assets/search/index/**", lambda route: route.abort())
    page = watched.open(address("分工"))
    page.locator(ANSWER, has_text="没能搜索").wait_for()
    assert page.locator("[data-ak-everything] a").first.is_visible()
    assert page.locator("[data-ak-found]").is_hidden()
    page.unroute("**/assets/search/index/**")
    page.get_by_role("button", name="重试").click()
    assert titles(page)
    assert page.locator("[data-ak-everything]").is_hidden()
    assert any("index" in fault for fault in watched.faults)
    watched.faults.clear()


def test_what_is_being_typed_survives_a_tick(opened) -> None:
    """Words that were not sent yet stay in the box when the list changes."""
    page = opened(viewport=DESK).open(address(SOME))
    value = next(iter(facet(page, "类别")))
    page.locator("input[name=q]").fill("社区书记")
    page.locator("h1").click()
    tick(page, value)
    assert page.locator("input[name=q]").input_value() == "社区书记"


@pytest.mark.parametrize("query", [NASTY, "'\"><script>alert(1)</script>", "%", "\\", " ", "。"])
def test_a_query_never_becomes_code(opened, query: str) -> None:
    """Whatever is asked is shown as text; odd characters break nothing."""
    page = opened().open(address(query, kind=NASTY))
    settle(page)
    assert page.locator("main img").count() == 0
    assert page.evaluate("() => document.scripts.length") < 12
    assert "alert" not in page.evaluate(
        "() => Array.from(document.scripts).map((one) => one.textContent).join()"
    )
    if query.strip():
        page.locator(ANSWER).filter(has_text=query).wait_for()
    assert page.locator("input[name=q]").input_value() == query.strip()


def test_texts_never_become_markup(opened) -> None:
    """Titles, summaries, headings and passages of the library are shown letter by letter."""
    watched = opened(viewport=DESK)
    watched.page.add_init_script(STUB + STUB_MORE)
    watched.page.add_init_script(
        f"""window.answers.x = {{hits: [{NASTY!r}], marks: ["<img", "alert", "script>"]}};
        window.passages = {{x0: {{heading: {NASTY!r}, anchor: "a'\\"b", text: {NASTY!r}}}}};"""
    )
    page = watched.open(address("x"))
    assert titles(page) == [NASTY]
    page.locator(".ak-result__see").wait_for()
    assert page.locator(".ak-result__see").text_content() == f"见“{NASTY}”：{NASTY}"
    assert page.locator("main img, [data-ak-list] script").count() == 0
    assert page.locator(f"{LINKS} mark").first.text_content() == "<img"


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(opened, axe: str, size: dict[str, int], scheme: str) -> None:
    """Filtered results with the facets open, a correction, and nothing found."""
    watched = opened(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    filtered = address(SOME, kind=["做法", "实务案例"])
    for path in (filtered, address("独具老人"), address("qqqqzzzz")):
        page = watched.open(path)
        settle(page)
        if page.locator(FILTER).is_visible():
            page.locator(FILTER).click()
        page.evaluate(axe)
        found[path] = page.evaluate(RUN)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_state_scrolls_sideways(opened, width: int) -> None:
    """Long words, many chips and the open facets fit."""
    watched = opened(viewport={"width": width, "height": 740})
    long = "社区" + "很长的一串话" * 12 + "a" * 60
    for path in (address(SOME, kind=["做法", "实务案例"]), address(long), address(long, kind=long)):
        page = watched.open(path)
        settle(page)
        if page.locator(FILTER).is_visible():
            page.locator(FILTER).click()
        assert page.evaluate(WIDTH) <= 0, path
