"""怎么选: the same rule in Python and in the browser, taps, addresses, keys, paper, no scripts."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlparse

import pytest

from anliku.link.fit import GROUPS, Codes, Rule, cases_of, choose, firsts_of
from anliku.link.fit_rules import behind, first_answers, fitting, rules_of
from anliku.publish.finder_files import finder_rules
from anliku.schema.finder import NONE, QUESTIONS
from tests.answers import every_answer, odd_rules, unsure
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.library import EXAMPLE, ROOT, linked_root

PLACES = pytest.mark.parametrize("place", ["origin", "folder"])
SHOWN = "[data-ak-results] section[data-ak-group]:not([hidden])"
FULL = (
    "finder.html?need=hands&people=10&relation=some&expertise=visits&expertise=care&permission=ask"
)
STATES = [
    "finder.html",
    "finder.html?need=unsure",
    "finder.html?need=division",
    "finder.html?need=hands&people=few&relation=new&permission=outside",
    "finder.html?people=100&expertise=none",
    FULL,
]

UNFOLD = "() => document.querySelectorAll('details').forEach((node) => { node.open = true; })"

CHOOSE = """([rules, questions]) => questions.map((answers) => {
  const choice = anlikuFit.choose(rules, answers);
  const cases = anlikuFit.casesOf(rules, choice);
  return [
    anlikuFit.GROUPS.map((name) => choice[name].map((one) => one.rule.id).join(" ")).join("|"),
    anlikuFit.GROUPS.map((name) => cases[name].join(" ")).join("|"),
    anlikuFit.firstsOf(rules, answers).join(" "),
  ].join("#");
})"""


def chosen(table: tuple[Rule, ...], behind_them: Codes, firsts: list[Codes], answers: Codes) -> str:
    """Return what Python chooses, written as the script in the page writes it."""
    choice = choose(table, answers)
    cases = cases_of(choice, behind_them)
    return "#".join(
        (
            "|".join(" ".join(getattr(choice, group)) for group in GROUPS),
            "|".join(" ".join(cases[group]) for group in GROUPS),
            " ".join(map(str, firsts_of(firsts, answers))),
        )
    )


def library(name: str) -> tuple[dict[str, object], tuple[Rule, ...], Codes, list[Codes]]:
    """Return rules as the browser has them and as Python has them."""
    linked = linked_root(EXAMPLE if name == "example" else ROOT)
    real = finder_rules(linked)
    if not name.startswith("odd"):
        return real, rules_of(linked), behind(linked), list(first_answers(linked))
    table = odd_rules(int(name[3:]))
    cases = {f"c{n}": (table[n].id, table[-n - 1].id) for n in range(5)}
    firsts: list[Codes] = [{"people": ("few", "10")}, {"expertise": (NONE,), "need": ("watch",)}]
    given = [
        {"id": r.id, "kind": r.kind, "asks": r.asks, "stops": r.stops, "parts": r.parts}
        for r in table
    ]
    return {**real, "rules": given, "behind": cases, "firsts": firsts}, table, cases, firsts


@pytest.mark.parametrize("name", ["real", "example", "odd1", "odd2"])
def test_browser_and_python_agree(opened, name: str) -> None:
    """On every combination of answers both put every entry and every case into the same group."""
    page = opened().open("finder.html")
    rules, table, cases, firsts = library(name)
    questions = [*every_answer()]
    questions += [unsure(answers) for answers in questions[::50]]
    found = page.evaluate(CHOOSE, [json.loads(json.dumps(rules)), questions])
    expected = [chosen(table, cases, firsts, one) for one in questions]
    assert len(set(expected)) > 20
    assert found == expected


def test_the_page_judges_by_the_rules_of_the_entries(opened) -> None:
    """The file of rules is what Python makes of the entries, and each has its card."""
    page = opened().open("finder.html")
    linked = linked_root(ROOT)
    assert page.evaluate("() => anlikuRules") == json.loads(json.dumps(finder_rules(linked)))
    cards = page.locator("[data-ak-fit]").evaluate_all("(all) => all.map((n) => n.dataset.akFit)")
    assert sorted(cards) == sorted(entry.id for entry in fitting(linked))


def groups(page) -> dict[str, list[str]]:
    """Return the titles in sight under each group in sight."""
    return dict(
        page.locator(SHOWN).evaluate_all(
            """(all) => all.map((group) => [group.getAttribute("data-ak-group"),
                Array.from(group.querySelectorAll("[data-ak-fit]"), (n) => n.dataset.akFit)])"""
        )
    )


def tap(page, key: str, *codes: str) -> None:
    """Answer a question: open it if it is folded, then tap."""
    question = page.locator(f"[data-ak-q={key}]")
    for code in codes:
        if question.get_attribute("open") is None:
            question.locator("summary").click()
        question.locator(f"button[value='{code}']").click()


def asked(page) -> dict[str, list[str]]:
    """Return the answers in the address."""
    return parse_qs(urlparse(page.url).query)


@PLACES
@pytest.mark.parametrize("need", [option.code for option in QUESTIONS["need"].options])
def test_one_tap_on_the_home_page_shows_first_steps(opened, request, place, need: str) -> None:
    """From the home page one tap leads to what is near, its first steps open, at the top."""
    page = opened(request.getfixturevalue(place)).open("index.html")
    page.locator(f"#need ~ ul a[href*='need={need}']").click()
    page.locator("[data-ak-finder][data-ak-ready]").wait_for()
    assert asked(page) == {"need": [need]}
    expected = choose(rules_of(linked_root(ROOT)), {"need": (need,)})
    assert groups(page)["near"] == list(expected.near)
    assert page.locator(f"{SHOWN} .ak-steps li").first.is_visible()
    assert page.evaluate("() => window.scrollY") == 0
    card = page.locator(f"{SHOWN} h3").first
    assert card.bounding_box()["y"] < PHONE["height"], "the first answer begins on the first screen"
    title = card.locator("a").text_content()
    card.locator("a").click()
    page.wait_for_load_state()
    assert page.locator("h1").text_content() == title


@PLACES
def test_five_taps_answer_five_questions(opened, request, place: str) -> None:
    """After each tap the next question is open; a new page at the address shows the same."""
    home = request.getfixturevalue(place)
    page = opened(home).open("finder.html")
    answers = {"need": "hands", "people": "30", "relation": "some", "expertise": "visits"}
    for key, code in answers.items():
        assert page.locator("[data-ak-q][open]").get_attribute("data-ak-q") == key
        page.locator("[data-ak-q][open]").locator(f"button[value='{code}']").click()
    page.locator("[data-ak-q=expertise] [data-ak-next]").click()
    page.locator("[data-ak-q][open] button[value=told]").click()
    assert page.locator("[data-ak-q][open]").count() == 0
    assert asked(page) == {key: [code] for key, code in {**answers, "permission": "told"}.items()}
    other = opened(home)
    again = other.open(page.url.removeprefix(home))
    for part in ("[data-ak-results]", "[data-ak-ask]", "[data-ak-status]"):
        assert again.locator(part).inner_text() == page.locator(part).inner_text()


def test_answers_lead_to_steps_within_three_taps(opened) -> None:
    """For many ways to answer, the best entry's first steps are in sight or folded in its card."""
    watched = opened()
    rules = rules_of(linked_root(ROOT))
    for answers in list(every_answer())[5::911]:
        query = "&".join(f"{key}={code}" for key, codes in answers.items() for code in codes)
        page = watched.open(f"finder.html?{query}")
        choice = choose(rules, answers)
        shown = groups(page)
        assert shown.get("near", []) == list(choice.near)
        assert shown.get("alone", []) == list(choice.alone)
        assert shown.get("lacks", []) == list(choice.lacks)
        assert shown.get("leave", []) == list(choice.leave)
        assert page.locator(f"{SHOWN} .ak-fit__steps[open] .ak-steps li").first.is_visible()


def test_back_and_forward(opened) -> None:
    """Each answer is a step in the history; 重来 is one too."""
    page = opened().open("finder.html")
    seen = [page.url]
    tap(page, "need", "watch")
    seen.append(page.url)
    tap(page, "people", "few")
    seen.append(page.url)
    page.locator("[data-ak-again] a").click()
    assert page.url == seen[0]
    assert page.locator("[data-ak-results]").is_hidden()
    assert page.locator("[data-ak-plain]").is_visible()
    for number in (2, 1, 0):
        page.go_back()
        page.wait_for_url(seen[number])
        assert page.locator("[data-ak-results]").is_visible() == (number > 0)
    page.go_forward()
    page.wait_for_url(seen[1])
    assert page.locator("[data-ak-q=need] [data-ak-said]").text_content() == "：重点对象没人盯"
    assert page.locator("[data-ak-q=people] [data-ak-said]").text_content() == "？"


def test_an_answer_can_be_taken_back(opened) -> None:
    """A second tap takes an answer back; 还没有 stands alone; several answers stand together."""
    page = opened().open("finder.html?need=peers")
    tap(page, "expertise", "training", "care")
    assert asked(page)["expertise"] == ["training", "care"]
    tap(page, "expertise", "none")
    assert asked(page)["expertise"] == ["none"]
    tap(page, "expertise", "visits")
    assert asked(page)["expertise"] == ["visits"]
    tap(page, "expertise", "visits")
    assert asked(page) == {"need": ["peers"]}
    pressed = page.locator("button[aria-pressed=true]").all_text_contents()
    assert pressed == ["同行缺指引和支持"]
    tap(page, "need", "peers")
    assert asked(page) == {}
    assert page.locator("[data-ak-results]").is_hidden()


def test_cards_are_moved_never_lost(opened) -> None:
    """After many answers each card stands once on the page, and at last where it stood."""
    page = opened().open("finder.html")
    read = (
        """() => Array.from(document.querySelectorAll("[data-ak-fit]"), (n) => n.dataset.akFit)"""
    )
    before = page.evaluate(read)
    html = page.locator("[data-ak-plain]").inner_html()
    for answer in (("need", "online"), ("people", "few"), ("relation", "new"), ("need", "hands")):
        tap(page, *answer)
        assert sorted(page.evaluate(read)) == sorted(before)
    page.locator("[data-ak-again] a").click()
    assert page.evaluate(read) == before
    assert page.locator("[data-ak-plain]").inner_html() == html


def test_why_and_what_is_missing(opened) -> None:
    """A card says of each condition whether it is met, from which fact, and what can stand in."""
    page = opened().open("finder.html?need=hands&people=few&relation=daily")
    card = page.locator("[data-ak-fit=wufeng-rongru]")
    states = dict(
        card.locator("[data-ak-asks]").evaluate_all(
            """(all) => all.map((row) =>
              [row.dataset.akAsks, row.querySelector("[data-ak-state]").textContent])"""
        )
    )
    assert states == {"need": "对得上", "people": "还差", "relation": "对得上"}
    missing = card.locator("[data-ak-asks=people]")
    assert "没有时可以" in missing.inner_text()
    assert card.locator("[data-ak-asks=relation]").inner_text().count("没有时可以") == 0
    missing.locator(".ak-cite").click()
    assert "上百个社工" in page.locator(".ak-card").text_content()
    assert "编者归纳" in card.inner_text()
    page.goto(page.url.replace("relation=daily", "relation=new"))
    held = page.locator("[data-ak-fit=wufeng-rongru] [data-ak-holds]")
    assert held.all_text_contents()[0].startswith("正是你的情形平时和这个社区没有关系")


def test_who_has_not_talked_yet_is_told_first(opened) -> None:
    """还没沟通 puts talking first on the page; other answers do not."""
    watched = opened()
    page = watched.open(FULL)
    first = page.locator("[data-ak-first]")
    assert "先与街道、社区沟通" in first.inner_text()
    assert "编者归纳" in first.inner_text()
    assert first.bounding_box()["y"] < page.locator(f"{SHOWN}").first.bounding_box()["y"]
    assert watched.open("finder.html?permission=agreed").locator("[data-ak-first]").is_hidden()
    assert watched.open("finder.html").locator("[data-ak-first]").is_hidden()


def test_keyboard_alone(opened) -> None:
    """Every question can be answered, and every result reached, without a pointer."""
    page = opened(viewport=DESK).open("finder.html")
    focus = "() => document.activeElement.closest('[data-ak-q]')?.dataset.akQ || ''"

    def press_until(found: str) -> None:
        for _ in range(60):
            if page.evaluate(found):
                return
            page.keyboard.press("Tab")
        pytest.fail(found)

    press_until("() => document.activeElement.value === 'division'")
    page.keyboard.press("Enter")
    assert page.evaluate(focus) == "people"
    press_until("() => document.activeElement.value === '30'")
    page.keyboard.press("Space")
    assert page.evaluate(focus) == "relation"
    page.keyboard.press("Enter")  # fold, and unfold again
    assert page.locator("[data-ak-q][open]").count() == 0
    page.keyboard.press("Enter")
    press_until("() => document.activeElement.hasAttribute('data-ak-next')")
    page.keyboard.press("Enter")
    assert page.evaluate(focus) == "expertise"
    press_until("() => document.activeElement.value === 'community'")
    page.keyboard.press("Enter")
    assert page.evaluate(focus) == "expertise"
    assert asked(page) == {"need": ["division"], "people": ["30"], "expertise": ["community"]}
    press_until("() => document.activeElement.closest('[data-ak-fit=zhuanxiang-liandong] h3')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/models/zhuanxiang-liandong.html")


def test_answer_is_announced(opened) -> None:
    """A listener hears how many entries are in each group."""
    page = opened().open("finder.html?need=hands&people=few")
    said = page.locator("[role=status][data-ak-status]").text_content()
    for name, ids in groups(page).items():
        title = page.locator(f"#g-{name}").evaluate("(node) => node.firstChild.textContent")
        assert f"{title} {len(ids)} 条" in said


@PLACES
def test_without_scripts(opened, request, place: str) -> None:
    """All conditions, steps and reasons stand on the page, and a table to judge by."""
    watched = opened(request.getfixturevalue(place), java_script_enabled=False)
    page = watched.open("index.html")
    page.locator("#need ~ ul a").nth(1).click()
    page.wait_for_url("**/finder.html?need=division#need-division")
    answer = page.locator("#need-division")
    assert answer.locator("h2").bounding_box()["y"] < 400
    assert answer.locator(".ak-steps li").first.is_visible()
    assert page.locator("[data-ak-ask]").is_hidden()
    linked = linked_root(ROOT)
    table = page.locator("#all table")
    assert table.is_visible()
    rows = [e for e in fitting(linked) if e.record.requirements or e.record.when_not]
    assert table.locator("tbody tr").count() == len(rows)
    text = table.inner_text()
    for entry in rows:
        assert entry.title in text
        for item in entry.record.when_not:
            assert item.text in text
    assert page.locator("[data-ak-fit]").count() == len(fitting(linked))
    assert "先与街道、社区沟通" in page.locator("[data-ak-first]").inner_text()


def test_rules_are_explained(opened) -> None:
    """The page of rules names each condition, its field and file, and each when_not."""
    page = opened(viewport=DESK).open("finder.html")
    page.get_by_role("link", name="规则和出处").click()
    page.wait_for_url("**/finder-rules.html")
    linked = linked_root(ROOT)
    for entry in fitting(linked):
        asked_for = [k for k in QUESTIONS if getattr(entry.record.requirements, k, None)]
        if not asked_for and not entry.record.when_not:
            continue
        block = page.locator(".ak-rule").filter(has=page.locator(f"#rule-{entry.id}"))
        text = block.inner_text()
        assert entry.document.path in text
        assert [f"requirements.{key}" in text for key in asked_for] == [True] * len(asked_for)
        assert [item.text in text for item in entry.record.when_not] == [
            True for _ in entry.record.when_not
        ]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("need=nichts&people=<img src=x onerror=alert(1)>", {}),
        ("need=hands&need=division&from=singlemessage", {"need"}),
        ("expertise=none&expertise=care", {"expertise"}),
        ("need=unsure&people=unsure", {"need", "people"}),
        ("%", {}),
    ],
)
def test_odd_addresses(opened, query: str, kept: set[str]) -> None:
    """What the page does not offer is passed over; of several answers the first counts."""
    page = opened().open(f"finder.html?{query}")
    assert page.locator("main img").count() == 0
    answered = page.locator("[data-ak-answered]").evaluate_all(
        "(all) => all.map((n) => n.dataset.akQ)"
    )
    assert set(answered) == set(kept)
    assert page.locator("button[aria-pressed=true]").count() == len(kept)


def test_text_for_a_colleague(opened, origin: str) -> None:
    """The text holds answers, groups, steps, when not and the address; the button copies it."""
    page = opened(permissions=["clipboard-read", "clipboard-write"]).open(
        "finder.html?need=division&permission=ask"
    )
    page.get_by_role("button", name="复制文字和链接").click()
    page.locator(".ak-copied").filter(has_text="已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    for words in (
        "怎么选（眼下缺：分工理不顺；授权：还没沟通）",
        "先与街道、社区沟通",
        "较接近：专项联动模式",
        "1. 协助社区理出应对突发公共事件的专项办法",
        "先别用：社区不愿调整分工",
        f"{origin}finder.html?need=division&permission=ask",
    ):
        assert words in copied
    assert "看法" not in copied


def test_on_paper(opened) -> None:
    """Printed are the answers, what was found and its sources, under their numbers; no buttons."""
    page = opened(viewport=DESK).open("finder.html?need=division&people=30")
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-ak-q=need] .ak-q__short").inner_text() == "眼下缺：分工理不顺"
    assert page.locator("[data-ak-q] button:visible").count() == 0
    assert page.locator("[data-ak-q=permission]").is_hidden()
    assert page.locator(f"{SHOWN} .ak-steps li").first.is_visible()
    assert (
        page.locator("[data-ak-group=elsewhere], [data-ak-share], #all")
        .locator("visible=true")
        .count()
        == 0
    )
    assert "?need=division&people=30" in page.locator("[data-ak-head=address]").text_content()
    marked = {
        link.get_attribute("href")[1:]
        for link in page.locator(f"{SHOWN} .ak-cite").all()
        if link.is_visible()
    }
    listed = page.locator(".ak-refs > .ak-ref:visible").evaluate_all(
        "(all) => all.map((n) => n.id)"
    )
    assert marked
    assert set(listed) == marked


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(opened, axe: str, size: dict[str, int], scheme: str) -> None:
    """No answer of the finder violates a rule, with every fold open."""
    watched = opened(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for path in (STATES[3], FULL):  # the start and the rules are among the types of pages
        page = watched.open(path)
        page.evaluate(UNFOLD)
        page.evaluate(axe)
        found[path] = page.evaluate(RUN)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_state_scrolls_sideways(opened, width: int) -> None:
    """Questions, cards, tables and the text to copy fit, folded and unfolded."""
    watched = opened(viewport={"width": width, "height": 740})
    for path in (*STATES, "finder-rules.html"):
        page = watched.open(path)
        assert page.evaluate(WIDTH) <= 0, path
        page.evaluate(UNFOLD)
        assert page.evaluate(WIDTH) <= 0, path


def test_targets_are_large_enough(opened) -> None:
    """Every answer and fold of the finder is at least 44 px high on a phone."""
    page = opened().open(FULL)
    small = page.locator(
        "[data-ak-finder] :is([data-ak-ask] button, summary):visible"
    ).evaluate_all(
        """(all) => all.filter((node) => node.getBoundingClientRect().height < 44)
          .map((node) => node.outerHTML.slice(0, 90))"""
    )
    assert small == []
