"""矩阵: a table on a desk, lists on a phone, numbers that lead to cases, briefs for empty cells."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

import pytest

from anliku.render.matrix import matrices
from tests.browser.conftest import DESK
from tests.browser.test_browse import count, settle
from tests.browser.test_pages import NAMES, RUN, VIEWS, WIDTH
from tests.library import ROOT, linked_root

PAGE = "matrix.html"
TABLE = ".ak-matrix table"
BRIEF = "#brief-text"


@pytest.fixture(scope="module")
def found():
    """Return the matrices of the real library."""
    return matrices(linked_root(ROOT))


def chosen(page) -> dict[str, str]:
    """Return what the lists of the brief say."""
    lists = page.locator("[data-brief-choice]").evaluate_all(
        "(all) => all.map(({name, value}) => [name, value])"
    )
    return dict(lists)


def test_table_holds_the_numbers(opened, found) -> None:
    """Each cell of each table shows its number and, in words, its evidence; or that it is empty."""
    page = opened(viewport=DESK).open(PAGE)
    tables = page.locator(TABLE)
    assert tables.count() == sum(len(one.parts) for one in found)
    for one in found:
        shown: dict[str, list[str]] = {}
        for part in page.locator(f"section:has(> #{one.id}) {TABLE}").all():
            assert part.is_visible()
            rows = part.locator("tbody tr").evaluate_all(
                """(all) => all.map((row) => [row.cells[0].getAttribute("data-value"),
                     ...Array.from(row.cells).slice(1).map((cell) => cell.textContent)])"""
            )
            for label, *cells in rows:
                shown.setdefault(label, []).extend(cells)
        for row in one.rows:
            for cell, words in zip(row.cells, shown[row.value.label], strict=True):
                if not cell.count:
                    assert words == "还没有"
                    continue
                assert words.startswith(f"{cell.count} 条，")
                assert cell.evidence.label in words


def test_table_can_be_read_by_its_headings(opened) -> None:
    """A caption, and headings for rows and columns: a table to a screen reader, too."""
    page = opened(viewport=DESK).open(PAGE)
    table = page.get_by_role("table", name="服务对象 × 服务内容")
    assert table.count() >= 1
    assert table.first.get_by_role("columnheader").count() > 5
    assert table.first.get_by_role("rowheader").count() > 5


@pytest.mark.parametrize("number", [0, 1, 2], ids=["tasks", "model", "model-2"])
def test_numbers_lead_to_as_many_cases(opened, found, number: int) -> None:
    """What a cell counts, 找案例 shows: the fullest cell, one of a single case, and one between."""
    cells = sorted(
        (cell for row in found[number].rows for cell in row.filled), key=lambda cell: cell.count
    )
    watched = opened(viewport=DESK)
    for cell in (cells[-1], cells[len(cells) // 2], cells[0]):
        page = watched.open(PAGE)
        link = page.locator(f"{TABLE} a[href='browse.html?{cell.query}']")
        link.click()
        page.wait_for_url("**/browse.html?*")
        settle(page)
        assert count(page) == cell.count
        assert page.locator("[data-browse-list] > li").count() == min(20, cell.count)
        chips = page.locator("[data-browse-chips] button").all_text_contents()
        assert [chip.partition("：")[2] for chip in chips] == [cell.row.label, cell.column.label]


def test_an_empty_cell_opens_its_brief(opened, found) -> None:
    """A press on an empty cell fills the brief, puts the reader there, and names the cell above."""
    page = opened(viewport=DESK).open(PAGE)
    row = next(row for row in found[0].rows if row.empty)
    cell = row.empty[0]
    at = row.cells.index(cell) + 1
    page.locator(f"{TABLE}").first.locator(f"th[data-value='{row.value.label}'] ~ td").nth(
        at - 1
    ).click()
    assert page.evaluate("() => document.activeElement.id") == "brief"
    expected = {"beneficiaries": cell.row.label, "tasks": cell.column.label, "model": ""}
    assert chosen(page) == expected
    words = page.locator(BRIEF).text_content()
    assert f"服务对象：{cell.row.label}" in words
    assert f"服务内容：{cell.column.label}" in words
    assert f"{cell.row.label}当时缺什么？" in words
    assert page.locator("[data-brief-empty]").is_visible()
    assert page.locator("[data-brief-empty]").text_content() == "这一格还没有案例。你做过？来投稿。"
    go = urlparse(page.locator("[data-brief-go]").get_attribute("href"))
    assert go.path.endswith("contributing/index.html")
    assert go.fragment == "zenme"
    assert parse_qs(go.query) == {"beneficiaries": [cell.row.label], "tasks": [cell.column.label]}
    shared = opened().open(urlparse(page.url)._replace(netloc="", scheme="").geturl().lstrip("/"))
    assert chosen(shared) == expected
    page.go_back()
    assert chosen(page) == {"beneficiaries": "", "tasks": "", "model": ""}


def test_brief_from_the_keyboard(opened, found) -> None:
    """The lists of the brief reach every cell; one with cases says so and leads to them."""
    page = opened(viewport=DESK).open(PAGE)
    full = max((cell for row in found[0].rows for cell in row.filled), key=lambda cell: cell.count)
    for key, label in (("beneficiaries", full.row.label), ("tasks", full.column.label)):
        page.locator(f"select[name={key}]").select_option(label)
    there = page.locator("[data-brief-there]")
    assert there.is_visible()
    assert page.locator("[data-brief-count]").text_content() == str(full.count)
    assert there.locator("a").get_attribute("href").endswith(f"browse.html?{full.query}")
    assert page.locator("[data-brief-empty]").is_hidden()
    page.reload()
    assert chosen(page)["tasks"] == full.column.label


def test_brief_can_be_copied(opened) -> None:
    """What is copied is the filled text, line by line."""
    watched = opened(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    page = watched.open(f"{PAGE}?tasks=宣传#brief")
    page.locator("[data-ak-copy='brief-text'] button").click()
    page.locator(".ak-copied").filter(has_text="已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "服务内容：宣传\n" in copied
    assert copied.count("\n") > 8


@pytest.mark.parametrize("scripts", [True, False], ids=["js", "no-js"])
def test_phone_has_lists(opened, found, scripts: bool) -> None:
    """At 360 px: no table; a row unfolds into its numbers, the most first, and what is wanted."""
    page = opened(java_script_enabled=scripts).open(PAGE)
    assert page.locator(TABLE).locator("visible=true").count() == 0
    row = max(found[0].rows, key=lambda row: len(row.filled))
    part = page.locator(f"section:has(> #{found[0].id})")
    one = part.locator("details", has=page.locator(f"summary:has-text('{row.value.label}')")).first
    assert one.locator("a").locator("visible=true").count() == 0
    one.locator("summary").click()
    shown = one.locator(".ak-rows__filled a").all_text_contents()
    assert len(shown) == len(row.filled)
    for cell, words in zip(row.filled, shown, strict=True):
        assert words == f"{cell.count} 条{cell.column.label}{cell.evidence.label}"
    empty = one.locator(".ak-rows__empty a")
    assert empty.all_text_contents() == [cell.column.label for cell in row.empty]
    assert page.locator("body").evaluate(WIDTH) <= 0
    if row.empty:
        empty.first.click()
        page.wait_for_url("**#brief")
        assert page.locator(BRIEF).is_visible()
        words = page.locator(BRIEF).text_content()
        assert (row.empty[0].column.label in words) == scripts
        assert page.locator("select").locator("visible=true").count() == (3 if scripts else 0)


def test_from_a_folder(opened, folder: str, found) -> None:
    """Opened as a file, cells and briefs work."""
    page = opened(folder, viewport=DESK).open(PAGE)
    page.locator(f"{TABLE} td:not(:has(a))").first.click()
    assert chosen(page)["beneficiaries"]
    cell = found[0].rows[0].filled[0]
    page.locator(f"{TABLE} a[href='browse.html?{cell.query}']").click()
    page.wait_for_url("**/browse.html?*")
    settle(page)
    assert count(page) == cell.count


def test_numbers_are_large_enough_to_press(opened) -> None:
    """Each cell with a number is 24 px wide and high at least, where the table is shown."""
    for width in (768, 1152, 1280):
        page = opened(viewport={"width": width, "height": 900}).open(PAGE)
        small = page.locator(f"{TABLE}:visible td a").evaluate_all(
            """(all) => all.map((one) => one.getBoundingClientRect())
                 .filter(({width, height}) => width < 24 || height < 24).length"""
        )
        assert small == 0, width
        assert page.evaluate(WIDTH) <= 0


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=NAMES)
def test_axe_finds_nothing(opened, axe: str, size, scheme: str) -> None:
    """Lists unfolded, brief filled: no rule of axe is violated."""
    watched = opened(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = watched.open(f"{PAGE}?tasks=宣传&beneficiaries=社区居民")
    for one in page.locator(".ak-rows__one:visible summary").all()[:3]:
        one.click()
    page.evaluate(axe)
    assert page.evaluate(RUN) == []
