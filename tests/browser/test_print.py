"""On A4: every sheet says what it is, nothing folded is lost, no heading is left behind."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from tests.browser.conftest import DESK
from tests.library import ROOT, linked_root

ENTRIES = [
    "cases/chengdu-420-joint-2013.html",
    "practices/lianhe-pengtou.html",
    "sources/xiaokang-420-lianhe.html",
]
OTHERS = ["timeline.html", "matrix.html", "finder.html?need=division"]


RADICALS = str.maketrans("⻅⻉⻋⻓⻔⻘⻚⻛⻜⻢⻣⻤⻥⻦⻬⻮⻰", "见贝车长门青页风飞马骨鬼鱼鸟齐齿龙")
"""Chromium writes these for the characters; NFKC knows the Kangxi radicals only."""


def squeezed(text: str) -> str:
    """Return a text of a PDF without blanks, radicals as the characters they stand for."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(RADICALS))


def printed(page) -> PdfReader:
    """Print a page as the browser does when nobody sets anything; every sheet is an A4."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in reader.pages:
        width, height = (float(one) / 72 * 25.4 for one in sheet.mediabox[2:])
        assert (round(width), round(height)) == (210, 297)
    return reader


@pytest.mark.parametrize("path", ENTRIES)
def test_every_sheet_of_an_entry_is_signed(opened, path: str) -> None:
    """Without a script, too: address, id, version, date, number; what is folded; its citations."""
    entry = linked_root(ROOT).catalog.by_id[path.rpartition("/")[2].removesuffix(".html")]
    page = opened(viewport=DESK, java_script_enabled=False).open(path)
    titles = {squeezed(t) for t in page.locator(".ak-section > h2").all_text_contents()}
    sheets = [squeezed(sheet.extract_text()) for sheet in printed(page).pages]
    assert len(sheets) > 1
    imprint = f"{entry.id}·第{entry.record.version}版·{entry.record.updated}更新"
    for number, sheet in enumerate(sheets, 1):
        assert f"/{path}" in sheet
        assert imprint in sheet
        assert f"{number}/{len(sheets)}" in sheet
        assert not any(len(title) > 2 and sheet.endswith(title) for title in titles)
    whole = "".join(sheets)
    assert f"编号{entry.id}" in whole  # where margins hold no words, the end of the entry does
    for note in entry.record.editor_notes:
        assert squeezed(note)[:20] in whole
    assert "[1]" in whole
    assert "sources/xiaokang-420-lianhe.html#f01" in whole
    for word in ("放在一起比", "加入学习清单", "跳到正文"):
        assert word not in whole


@pytest.mark.parametrize("path", OTHERS)
def test_every_sheet_of_other_pages_is_signed(opened, path: str) -> None:
    """Lists and figures say of what day they are; a view that was asked for keeps its question."""
    newest = max(str(entry.record.updated) for entry in linked_root(ROOT).published)
    page = opened(viewport=DESK).open(path)
    if "?" in path:
        page.locator("[data-ak-results]:visible").wait_for()
    reader = printed(page)
    count = len(reader.pages)
    assert count > 1
    for number in (1, count):  # reading them all takes long
        sheet = squeezed(reader.pages[number - 1].extract_text())
        assert f"/{path}" in sheet
        assert f"资料更新到{newest}" in sheet
        assert f"{number}/{count}" in sheet


def test_drawings_are_on_paper(opened) -> None:
    """A phone that shows a list prints the drawing, whole, on the sheet of its heading."""
    reader = printed(opened().open("graph.html"))
    first, second = (squeezed(sheet.extract_text()) for sheet in reader.pages[:2])
    assert "/graph.html" in second
    assert f"2/{len(reader.pages)}" in second
    assert "哪些案例用了哪些做法" in first
    assert "一家社工机构与社区防疫分工:新济源" in first
    assert "谁和谁一起做过什么" in second
    assert "成都市城乡社区发展治理促进会" in second
    assert "“战”疫公益聚合平台" in second


def test_headings_keep_what_follows(opened) -> None:
    """On paper no heading allows a break behind it, and no button is left."""
    watched = opened(viewport={"width": 658, "height": 900})
    for path in (*ENTRIES[:1], "timeline.html", "matrix.html"):
        page = watched.open(path)
        page.emulate_media(media="print")
        breaks = page.locator(".ak-page :is(h2, h3, h4):visible").evaluate_all(
            """(all) => all.filter((one) => getComputedStyle(one).breakAfter !== "avoid")
                 .map((one) => one.outerHTML)"""
        )
        assert breaks == []
        assert page.locator("button:visible, .ak-button:visible").count() == 0
