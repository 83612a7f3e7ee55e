"""Copies to keep, from file:// with no network: the zip, the single file, the PDF."""

from __future__ import annotations

import io
import os
import zipfile

import pypdf
import pytest
from playwright.sync_api import Page

from anliku.pipeline import make_booklet
from anliku.printing import PdfFile
from anliku.publish.one_file import one_file
from anliku.publish.output import OutputFile
from anliku.publish.search_files import search_index
from anliku.publish.search_records import search_records
from anliku.publish.zip_file import OPEN, zip_file
from anliku.render.offline_page import HTML, Booklet
from anliku.render.site import Site
from tests.browser.conftest import DESK
from tests.browser.test_must_find import LIST, ask
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.library import EXAMPLE, ROOT, linked_root, tree

FOUND = "[data-ak-one-list] a"
READY = "[data-ak-ready]"
SHOWN = "[data-ak-results] section[data-ak-group]:not([hidden]) [data-ak-fit]"


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory) -> str:
    """Unpack the zip of the real site; return the address of its folder."""
    files = [OutputFile(path, content) for path, content in tree(site).items()]
    folder = tmp_path_factory.mktemp("jieya") / "下 载"
    with zipfile.ZipFile(io.BytesIO(zip_file(files, Site(), "2026 年"))) as archive:
        archive.extractall(folder)
    return f"{folder.as_uri()}/"


@pytest.fixture
def offline(opened):
    """Return a function that opens a page where every request to a network is cut off."""

    def open_page(home: str, path: str, **given) -> Page:
        watched = opened(home, **given)
        watched.page.context.route("http*://**", lambda route: route.abort())
        return watched.open(path)

    return open_page


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> str:
    """Return the folder of the single file of the example library."""
    linked = linked_root(EXAMPLE)
    index = search_index(linked, search_records(linked, ()))
    folder = tmp_path_factory.mktemp("xiao")
    (folder / "x.html").write_bytes(one_file(linked, Site(), index).content)
    return f"{folder.as_uri()}/"


def test_zip_opens_by_a_double_click(offline, unpacked) -> None:
    """打开我.html leads into the site, and its search box answers there."""
    page = offline(unpacked, OPEN)
    page.wait_for_url("**/anliku/index.html")
    page.locator("main input[name=q]").first.fill("独居老人")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.locator("[data-ak-list] a").first.wait_for()


def test_zip_narrows_chooses_and_compares(offline, unpacked) -> None:
    """找案例 narrows by a facet, 怎么选 answers, 放在一起比 puts side by side."""
    page = offline(unpacked, "anliku/browse.html", viewport=DESK)
    page.locator("[data-browse][aria-busy=false] .ak-facet[open] label").first.click()
    page.locator("[data-browse-chips] button").first.wait_for()
    page.locator("[data-browse-list] h3 a").first.wait_for()
    page.goto(f"{unpacked}anliku/finder.html?need=hands")
    page.locator(SHOWN).first.wait_for()
    page.goto(f"{unpacked}anliku/compare.html?ids=wufeng-rongru,zhuanxiang-liandong")
    page.locator("table.ak-compare").first.wait_for()


def test_zip_says_when_it_is_not_unpacked(opened, tmp_path) -> None:
    """Alone, as from within an archive, the first page stays and tells what to do."""
    (tmp_path / OPEN).write_bytes(zip_page())
    watched = opened(f"{tmp_path.as_uri()}/")
    page = watched.open(OPEN)
    page.wait_for_load_state("networkidle")
    assert all("favicon.svg" in fault or "ERR_FILE" in fault for fault in watched.faults)
    watched.faults.clear()  # that the icon is lost is how it knows
    assert "解压" in page.locator("#unpack").inner_text()
    assert page.url.endswith(".html")


def zip_page() -> bytes:
    """Return the first page of a zip."""
    with zipfile.ZipFile(io.BytesIO(zip_file([], Site(), "2026 年"))) as archive:
        return archive.read(OPEN)


def test_single_file_ranks_as_the_site(opened, offline, folder) -> None:
    """Every query that must find something finds the same, in the same order."""
    by_site = ask(opened().open("index.html"))
    by_file = ask(offline(folder, HTML))
    assert all(by_file)
    apart = [str(q) for q, one, two in zip(LIST, by_site, by_file, strict=True) if one != two]
    assert apart == []


def test_search_in_the_single_file(offline, folder) -> None:
    """A query shows hits, a hit leads to its section, going back shows the hits again."""
    page = offline(folder, HTML)
    page.locator("#q").fill("xinjiyuan")
    page.keyboard.press("Enter")
    page.locator(FOUND).first.wait_for()
    assert "拼音读作" in page.locator("[data-ak-one-line]").inner_text()
    first = page.locator(FOUND).first
    title, anchor = first.inner_text(), first.get_attribute("href")
    asked = page.url
    first.click()
    assert page.url.endswith(anchor)
    place = page.locator(anchor)
    place.locator("h3, h2", has_text=title).first.wait_for()
    page.wait_for_function(
        "(id) => Math.abs(document.querySelector(id).getBoundingClientRect().top) < 120", arg=anchor
    )
    page.go_back()
    assert page.url == asked
    page.reload()
    page.locator(FOUND).first.wait_for()
    assert page.locator("#q").input_value() == "xinjiyuan"
    page.locator("[data-ak-one-close]").click()
    page.locator("[data-ak-one-found]").wait_for(state="hidden")


def test_nothing_found_in_the_single_file(offline, folder) -> None:
    """What finds nothing says so and offers ways on."""
    page = offline(folder, f"{HTML}#search?q=qqzzxxv")
    page.locator("[data-ak-one-found]").wait_for()
    assert "没找到" in page.locator("[data-ak-one-line]").inner_text()


def test_citation_in_the_single_file(offline, folder) -> None:
    """A mark opens the fact that stands in the file."""
    page = offline(folder, f"{HTML}#xinjiyuan-special-task")
    mark = page.locator("#xinjiyuan-special-task .ak-cite").first
    fact = page.locator(f"[id='{mark.get_attribute('href')[1:]}']").text_content()
    mark.click()
    card = page.locator(".ak-card")
    card.wait_for()
    assert fact.split()[1] in card.inner_text()


def test_finder_in_the_single_file(opened, offline, folder) -> None:
    """The same answers give the same groups as on the site; back, forward and reload keep them."""
    there = opened().open("finder.html?need=division&people=10")
    there.locator(SHOWN).first.wait_for()
    page = offline(folder, f"{HTML}#finder")
    page.locator(READY).wait_for()
    page.locator("#finder [data-ak-q=need] button[value=division]").click()
    page.locator("#finder [data-ak-q=people] button[value='10']").click()
    assert page.url.endswith("#finder?need=division&people=10")
    ids = "(nodes) => nodes.map((node) => node.getAttribute('data-ak-fit'))"
    assert page.locator(SHOWN).evaluate_all(ids) == there.locator(SHOWN).evaluate_all(ids)
    page.go_back()
    assert page.url.endswith("#finder?need=division")
    page.go_forward()
    page.reload()
    page.locator(READY).wait_for()
    assert page.locator(SHOWN).evaluate_all(ids) == there.locator(SHOWN).evaluate_all(ids)


def test_single_file_reads_without_scripts(offline, folder) -> None:
    """As plain HTML it has contents, entries, facts and the table of 怎么选; no dead box."""
    page = offline(folder, HTML, java_script_enabled=False)
    assert page.locator("#contents a").count() > 300
    assert not page.locator("#q").is_visible()
    assert not page.locator("#finder [data-ak-ask]").is_visible()
    page.locator("#contents a", has_text="怎么选").click()
    assert page.locator("#all table").is_visible()
    for anchor in ("xinjiyuan-special-task", "wufeng-rongru", "gongyishibao-jiangwei.F086"):
        assert page.locator(f"[id='{anchor}']").is_visible()


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(offline, small, axe: str, size: dict[str, int], scheme: str) -> None:
    """The single file has no fault, with an answer of the search in sight."""
    page = offline(small, "x.html#search?q=示例", viewport=size, color_scheme=scheme)
    page.locator(FOUND).first.wait_for()
    page.evaluate(axe)
    assert page.evaluate(RUN) == []
    assert page.evaluate(WIDTH) <= 0


def test_entry_leads_to_the_copies(opened) -> None:
    """An entry has the button, every footer the link; the page offers a file that downloads."""
    page = opened(accept_downloads=True).open("cases/xinjiyuan-special-task.html")
    page.locator("[data-ak-action=offline]").click()
    page.wait_for_url("**/offline.html")
    assert page.locator("footer a[href='offline.html']").count() == 1
    with page.expect_download() as waiting:
        page.locator("a[download$='.html']").click()
    assert waiting.value.suggested_filename.startswith("案例库-2026-")


@pytest.fixture(scope="module")
def chromium(browser) -> str:
    """Return the path of the browser that the other tests have, too."""
    assert browser.is_connected()
    return os.environ["ANLIKU_CHROMIUM"]


@pytest.fixture(scope="module")
def booklet(chromium) -> Booklet:
    """Print the booklet of the real library."""
    return make_booklet(linked_root(ROOT), Site(), chromium)


def test_booklet_is_whole(booklet) -> None:
    """Every model, practice and checklist is in it, on the page that the contents name.

    Its words are characters, not the radicals that look like them.
    """
    pdf = pypdf.PdfReader(io.BytesIO(booklet.content))
    assert len(pdf.pages) == booklet.pages > 60
    numbers = PdfFile.read(booklet.content).places()
    read = {*range(1, 5), 6, *(number - 1 for number in numbers.values())}  # reading takes time
    texts = {at: "".join(pdf.pages[at].extract_text().split()) for at in sorted(read)}
    contents = "".join(texts[at] for at in range(1, 5))
    for entry in linked_root(ROOT).published:
        if entry.kind.name in {"model", "practice"} or getattr(entry.record, "transfer", ()):
            title = "".join(entry.title.split())
            assert title in texts[numbers[entry.id] - 1]
            assert f"{title}{numbers[entry.id]}" in contents
    assert f"7/{booklet.pages}" in texts[6]
    assert any(item.title == "借鉴对照表" for item in flat(pdf.outline))
    assert [c for text in texts.values() for c in text if "\u2e80" <= c <= "\u2fdf"] == []


def flat(outline) -> list:
    """Return an outline without its levels."""
    return [one for item in outline for one in (flat(item) if isinstance(item, list) else [item])]


def test_booklet_has_its_glyphs(booklet) -> None:
    """Each font is embedded and knows its characters."""
    pdf = pypdf.PdfReader(io.BytesIO(booklet.content))
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            kind = font.get_object()
            inner = (
                kind["/DescendantFonts"][0]["/FontDescriptor"] if "/DescendantFonts" in kind else {}
            )
            assert kind["/Subtype"] == "/Type3" or {"/FontFile2", "/FontFile3"} & set(inner)
            assert "/ToUnicode" in kind


def test_booklet_is_the_same_each_time(chromium) -> None:
    """The same library, browser and fonts give the same bytes, dated by the contents."""
    linked = linked_root(EXAMPLE)
    one, two = (make_booklet(linked, Site(), chromium) for _ in range(2))
    assert one == two
    day = max(entry.record.updated for entry in linked.published)
    found = pypdf.PdfReader(io.BytesIO(one.content)).metadata
    assert found.creation_date.date() == day
