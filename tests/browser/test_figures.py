"""时间线, 关系图 and the drawings on entries: on a desk, on a phone, from the keyboard."""

from __future__ import annotations

from anliku.link.neighbours import graph_entries
from anliku.render.dated import cases_of, dated_actions
from tests.browser.conftest import DESK
from tests.browser.test_pages import WIDTH
from tests.library import ROOT, linked_root

DRAWN = [
    "timeline.html",
    "graph.html",
    "practices/lianhe-pengtou.html",
    "cases/guangzhou-hongmian.html",
]
CASE = "cases/guangzhou-hongmian.html"


SEEN = """(all) => all.map((svg) => {
  const box = svg.getBoundingClientRect();
  const scale = box.width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll("text")];
  return {
    wide: box.right - document.documentElement.clientWidth,
    small: Math.min(...texts.map((one) => parseFloat(getComputedStyle(one).fontSize) * scale)),
    out: texts.map((one) => [one.getBoundingClientRect(), one.textContent])
      .filter(([at]) => at.right > box.right + 40 || at.left < box.left - 2)
      .map(([, words]) => words),
  };
})"""


def test_drawings_are_legible_on_a_desk(opened) -> None:
    """From 768 px on, drawings are shown, fit, and have letters of 9 px at least."""
    for width in (768, 1280):
        watched = opened(viewport={"width": width, "height": 900})
        for path in DRAWN:
            page = watched.open(path)
            assert page.evaluate(WIDTH) <= 0
            found = page.locator(".ak-drawing:visible").evaluate_all(SEEN)
            assert found
            for one in found:
                assert one["wide"] <= 0
                assert one["small"] >= 9, (path, width, one)
                assert one["out"] == []


def test_phone_has_lists(opened) -> None:
    """At 360 px and without a script no drawing is shown; lists hold every date and entry."""
    linked = linked_root(ROOT)
    watched = opened(java_script_enabled=False)
    page = watched.open("timeline.html")
    assert page.locator(".ak-drawing:visible").count() == 0
    assert page.locator(".ak-tl__acts > li:visible").count() == sum(
        len(dated_actions(entry)) for entry in cases_of(linked)
    )
    assert page.locator(".ak-events a:visible").count() > 5
    page = watched.open("graph.html")
    assert page.locator(".ak-drawing:visible").count() == 0
    assert page.locator(".ak-ties li:visible").count() == len(graph_entries(linked))
    page = watched.open("practices/lianhe-pengtou.html")
    assert page.locator(".ak-drawing:visible").count() == 0
    page.locator(".ak-around summary").click()
    assert page.locator(".ak-around li li:visible").count() > 5


NAMES = """(all) => all.map((one) =>
  (one.getAttribute("aria-label") || one.querySelector("text").textContent).trim())"""


def test_every_node_is_reached_from_the_keyboard(opened) -> None:
    """Nodes are links with a name, in the order of the page; what has the focus shows it."""
    watched = opened(viewport=DESK)
    for path in DRAWN:
        page = watched.open(path)
        nodes = page.locator(".ak-drawing:visible a")
        names = nodes.evaluate_all(NAMES)
        assert len(names) >= 3
        assert all(names)
        nodes.first.focus()
        for number in range(3):
            seen = nodes.nth(number).evaluate(
                "(one) => one === document.activeElement && getComputedStyle(one).outlineStyle"
            )
            assert seen == "solid", (path, names[number])
            page.keyboard.press("Tab")


def test_node_leads_to_the_action(opened) -> None:
    """A node of the timeline opens the case at that very step."""
    page = opened(viewport=DESK).open("timeline.html")
    node = page.locator(".ak-year .ak-node[href*='guangzhou-hongmian']").first
    date = (node.get_attribute("aria-label") or "").partition("：")[0]
    node.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/guangzhou-hongmian.html#action-*")
    assert date in page.locator(":target").inner_text()


def test_neighbours_light_up(opened) -> None:
    """With a script, what belongs to the node under focus stands out; without focus all is even."""
    page = opened(viewport=DESK).open("graph.html")
    drawing = page.locator("[data-net]").last
    drawing.locator("[data-id=aiyouxi]").focus()
    lit = drawing.locator("[data-ends].ak-lit")
    assert lit.count() >= 5
    assert all(
        "aiyouxi" in ends.split()
        for ends in lit.evaluate_all("(all) => all.map((n) => n.getAttribute('data-ends'))")
    )
    assert drawing.locator("a.ak-lit").count() == lit.count() + 1
    page.locator("h1").click()
    drawing.locator("[data-id=aiyouxi]").evaluate("(a) => a.blur()")
    assert drawing.locator(".ak-lit").count() == 0


def test_ways_to_the_figures(opened) -> None:
    """找案例, 矩阵, the foot of each page and entries lead to both pages."""
    watched = opened(viewport=DESK)
    for path in ("browse.html", "matrix.html"):
        page = watched.open(path)
        for name in ("timeline.html", "graph.html"):
            assert page.locator(f"main a[href='{name}'], .ak-page a[href='{name}']").count() >= 1
            assert page.locator(f".ak-footer a[href='{name}']").count() == 1
    page = watched.open(CASE)
    assert page.locator(".ak-page a[href='../graph.html']").is_visible()
    page.locator(".ak-page a[href^='../timeline.html']").click()
    page.wait_for_url("**/timeline.html#y2020")
    assert page.locator("#y2020").is_visible()


def test_from_a_folder(opened, folder: str) -> None:
    """Opened as files, both pages lead on."""
    watched = opened(folder, viewport=DESK)
    for path in ("timeline.html", "graph.html"):
        page = watched.open(path)
        page.locator(".ak-drawing:visible a").last.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, path=path: path not in url)
        assert page.locator("h1").count() == 1
