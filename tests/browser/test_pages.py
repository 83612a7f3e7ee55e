"""Every page in a browser: accessible, within a phone's width, silent, and alone."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.library import GOLDEN
from tests.pages import read_site

TYPES = [
    "index.html",
    "browse.html",
    "finder.html",
    "models.html",
    "sources.html",
    "cases/xinjiyuan-special-task.html",
    "models/zhuanxiang-liandong.html",
    "practices/xianshang-lianhe-xiaozu.html",
    "organizations/xinjiyuan.html",
    "tools/jiuzhu-zhinan.html",
    "sources/gongyishibao-jiangwei.html",
    "guides.html",
    "guides/laoren-yu-duju.html",
    "about-en.html",
    "challenges.html",
    "people.html",
    "terms.html",
    "vocabularies.html",
    "search-words.html",
    "search.html",
    "search.html?q=分工",
    "search.html?q=qqqq",
    "about.html",
    "teaching.html",
    "list.html",
    "teaching-guide.html",
    "contributing/index.html",
    "contributing/fields.html",
    "contributing/rules.html",
    "finder-rules.html",
    "finder.html?need=division",
    "matrix.html",
    "compare.html",
    "checklists/xinjiyuan-special-task.html",
    "timeline.html",
    "graph.html",
    "cases/chengdu-aiyouxi-2020.html",
    "offline.html",
    "404.html",
]
"""One page of each type."""

ONLY_IN_EXAMPLE = [
    "cases/shili-songfan.html",
    "cases/shili-jiutiaomu.html",
    "teaching-notes/shili-shouke.html",
    "reading-lists/shili-qingdan.html",
]
"""Types that the real library does not hold yet, and the case with every field."""

VIEWS = [(PHONE, "light"), (DESK, "light"), (PHONE, "dark"), (DESK, "dark")]
NAMES = ["360-light", "1280-light", "360-dark", "1280-dark"]

RUN = """async () => {
  const result = await axe.run(document, {resultTypes: ["violations"], preload: false});
  return result.violations.map((one) =>
    one.id + ": " + one.nodes.slice(0, 4).map((node) => node.html.slice(0, 160)).join(" | "));
}"""
WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_every_type_of_page_is_listed(site) -> None:
    """Pages at the top of the site and one page of each folder are in the lists above."""
    listed = {path.partition("?")[0] for path in TYPES}
    pages = set(read_site(site))
    assert listed <= pages
    alike = {"practices.html", "organizations.html", "tools.html"}  # lists like browse.html
    first = {re.sub(r"-\d+\.html$", ".html", path) for path in pages if "/" not in path}
    assert first <= listed | alike
    folders = {path.partition("/")[0] for path in pages if "/" in path}
    elsewhere = {path.partition("/")[0] for path in ONLY_IN_EXAMPLE} | {
        "class",
        "downloads",
        "packs",
    }
    expected = {path.partition("/")[0] for path in listed if "/" in path}
    assert folders - elsewhere == expected - elsewhere  # sheets of a class: test_teaching.py


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(opened, axe: str, size: dict[str, int], scheme: str) -> None:
    """No page of any type violates a rule of axe, on a phone and a desk, by day and by night."""
    found = {}
    for home, paths in ((None, TYPES), (f"{GOLDEN.as_uri()}/", ONLY_IN_EXAMPLE)):
        given = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
        watched = opened(**given) if home is None else opened(home, **given)
        for path in paths:
            page = watched.open(path)
            page.evaluate(axe)
            found[path] = page.evaluate(RUN)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_no_page_scrolls_sideways(opened, site) -> None:
    """On a phone 360 px wide every page of the site fits, and loads without a fault."""
    watched = opened()
    wide = {}
    for path in read_site(site):
        wide[path] = watched.open(path).evaluate(WIDTH)
    assert len(wide) > 60
    assert {path: pixels for path, pixels in wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, DESK], ids=["320", "1280"])
def test_no_type_of_page_scrolls_sideways(opened, size: dict[str, int]) -> None:
    """The narrowest phones and a desk see whole pages, too."""
    watched = opened(viewport=size)
    wide = {path: watched.open(path).evaluate(WIDTH) for path in TYPES}
    assert {path: pixels for path, pixels in wide.items() if pixels > 0} == {}


def test_pages_work_from_a_folder(opened, folder: str) -> None:
    """From file:// each type of page loads without a fault, and asks for nothing elsewhere."""
    watched = opened(folder)
    for path in TYPES:
        if path != "404.html":  # served only
            assert watched.open(path).locator("h1").count() == 1


def test_watching_finds_faults(opened, origin: str) -> None:
    """The fixture above does notice: an error, a lost file, a request elsewhere."""
    watched = opened()
    page = watched.open()
    page.evaluate("() => { console.error('x'); setTimeout(() => { throw new Error('y'); }); }")
    page.evaluate(f"() => fetch('{origin}meiyou').catch(() => null)")
    page.evaluate("() => fetch('http://127.0.0.1:9/').catch(() => null)")
    page.wait_for_timeout(100)
    said = " ".join(watched.faults)
    assert "index.html: x" in said
    assert "y" in said
    assert "404" in said
    assert "asked http://127.0.0.1:9/" in said
    watched.faults.clear()


def test_keyboard_reaches_the_text_first(opened) -> None:
    """The first stop of the Tab key leads past the navigation to the text."""
    page = opened().open("cases/xinjiyuan-special-task.html")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "ak-main"


def test_every_stop_of_the_keyboard_is_seen(opened) -> None:
    """Whatever has the focus shows it and lies within the page."""
    page = opened(viewport=DESK).open("index.html")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            """() => {
              const node = document.activeElement;
              if (node === document.body) return [];
              const box = node.getBoundingClientRect();
              const style = getComputedStyle(node);
              const shown = style.outlineStyle !== "none" || style.boxShadow !== "none"
                || style.backgroundColor !== "rgba(0, 0, 0, 0)";
              return box.width && box.right > 0 && shown ? [] : [node.outerHTML.slice(0, 120)];
            }"""
        )
    assert unseen == []
