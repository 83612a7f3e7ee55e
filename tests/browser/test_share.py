"""转发 and 引用 as a reader uses them: the picture and its code, what is copied, by keyboard."""

from __future__ import annotations

import base64
import io
import json
import re

import bibtexparser
import pytest
import rispy
import zxingcpp
from PIL import Image

from anliku.disk import write_files
from anliku.pipeline import make_files, make_pages
from anliku.publish.frame import PlainFrame
from anliku.render.site import Site
from tests.browser.conftest import DESK, PHONE
from tests.library import EXAMPLE, ROOT, examine_texts

CASE = "cases/xinjiyuan-special-task.html"
AT_HOME = "https://anliku.example/"
HOSTILE = '“}{\\"</script><img src=x onerror=alert(1)>&amp; $~^ 案例'
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`)"""


@pytest.fixture(scope="module")
def addressed(tmp_path_factory) -> str:
    """Return the folder of the example as a site with an address and one hostile title."""
    texts = {
        path.relative_to(EXAMPLE / "cases").as_posix(): path.read_text(encoding="utf-8")
        for path in (EXAMPLE / "cases").rglob("*.yml")
    }
    path = "studies/shili-louzhang.yml"
    texts[path] = re.sub(r"(?m)^title: .*$", lambda _: f"title: '{HOSTILE}'", texts[path], count=1)
    linked = examine_texts(texts).linked
    assert linked is not None
    site = Site(url=AT_HOME)
    folder = tmp_path_factory.mktemp("wangzhi") / "示例 库"
    write_files(folder, make_files(linked, site, make_pages(linked, site), PlainFrame(site)))
    return f"{folder.as_uri()}/"


def shared(page):
    """Open the dialog by its button and wait for the picture."""
    page.locator("[data-ak-action=share]").click()
    page.locator("[data-share=image][data-drawn]").wait_for(state="visible")
    return page.locator("dialog.ak-share")


def picture(page) -> Image.Image:
    address = page.locator("[data-share=image]").get_attribute("src")
    kind, _, data = address.partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def codes(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]


@pytest.mark.parametrize("path", ["cases/shili-songfan.html", "models/shili-moshi.html"])
def test_the_code_on_the_picture_leads_to_the_page(opened, addressed: str, path: str) -> None:
    """Also from file://, where a canvas takes no other picture: the code in the page, and drawn."""
    page = opened(addressed).open(path)
    shared(page)
    drawn = picture(page)
    assert drawn.width == 1500
    assert codes(drawn) == [AT_HOME + path]
    data = page.locator("#ak-share-data").get_attribute("data-qr").partition(",")[2]
    small = Image.open(io.BytesIO(base64.b64decode(data)))
    assert codes(small.resize([side * 8 for side in small.size], Image.Resampling.NEAREST)) == [
        AT_HOME + path
    ]
    link = page.locator("[data-share=picture]")
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == path.partition("/")[2].replace(".html", ".png")


def test_without_an_address_there_is_no_code_and_it_says_so(opened) -> None:
    page = opened().open(CASE)
    shared(page)
    assert codes(picture(page)) == []
    assert (
        page.locator("#ak-share-data")
        .evaluate("(node) => node.content.querySelector('[data-part=scan]').textContent")
        .startswith("本库还没有正式网址")
    )


def test_no_line_begins_or_ends_as_it_must_not(opened) -> None:
    """避头尾 at every width, with nothing lost and nothing wider than the line."""
    page = opened().open(CASE)
    shared(page)
    words = (
        "受访者建议（看法）：“临时监护机制”，让每一名重点对象——特困人员、“空巢”老人——都找得到志愿者！"
        "见 https://www.example.com/a/b-c/d_e.html，Jean-Luc 说 3.5% 的人……《某书》（2020）；完。"
    )
    found = page.evaluate(
        """(words) => {
          const pen = document.createElement("canvas").getContext("2d");
          pen.font = "28px sans-serif";
          const measure = (text) => pen.measureText(text).width;
          const all = [];
          for (let width = 90; width <= 700; width += 7) {
            const lines = window.anlikuLines.broken(words, width, measure);
            all.push({ width, lines, widest: Math.max(...lines.map(measure)) });
          }
          return { all, closing: window.anlikuLines.CLOSING, opening: window.anlikuLines.OPENING };
        }""",
        words,
    )
    wanted = re.sub(r"\s", "", words)
    for one in found["all"]:
        assert re.sub(r"\s", "", "".join(one["lines"])) == wanted
        if one["width"] < 300:
            continue  # narrower than the longest word
        assert one["widest"] <= one["width"]
        assert [line for line in one["lines"][1:] if line[0] in found["closing"]] == []
        assert [line for line in one["lines"][:-1] if line[-1] in found["opening"]] == []


def test_what_is_copied(opened) -> None:
    """All by keyboard: into the dialog, each button, out again to where one was."""
    page = opened(permissions=["clipboard-read", "clipboard-write"]).open(CASE)
    page.locator("[data-ak-action=share]").focus()
    page.keyboard.press("Enter")
    page.locator("[data-share=image][data-drawn]").wait_for(state="visible")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    said = page.locator("[data-share=said]")
    copied = {}
    for name, words in (("text", "文字版"), ("link", "链接"), ("cite", "引用")):
        page.locator(f"[data-share={name}]").focus()
        page.keyboard.press("Enter")
        page.wait_for_function(
            "(words) => document.querySelector('[data-share=said]').textContent.includes(words)",
            arg=words,
        )
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    assert "已复制" in said.text_content()
    title, takeaway, *_ = copied["text"].split("\n")
    assert title == "【一家社工机构与社区防疫分工：新济源】"
    assert takeaway == page.locator(".ak-takeaway").text_content()
    assert re.search(r"\n1\. .+\n2\. .+\n3\. ", copied["text"])
    assert "依据：单一来源·他人介绍" in copied["text"]
    assert "公益时报" in copied["text"]
    assert copied["text"].endswith(copied["link"])
    assert copied["link"] == page.url
    assert re.search(r"\[R/OL\]\. V1\. （2026-11-23）\[\d{4}-\d\d-\d\d\]\. ", copied["cite"])
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('data-ak-action')") == "share"


def test_what_is_only_a_view_is_marked(opened) -> None:
    page = opened().open("practices/yiduiyi-jiedui.html")
    shared(page)
    text = page.evaluate("window.anlikuShare.text()")
    assert "1. （看法）受访者建议" in text
    assert "（编者归纳）" in text


def test_a_hostile_title_stays_text(opened, addressed: str) -> None:
    page = opened(addressed).open("cases/shili-louzhang.html")
    shared(page)
    assert page.evaluate("window.anlikuShare.text()").startswith(f"【{HOSTILE}】")
    assert HOSTILE in page.locator("[data-share=image]").get_attribute("alt")
    assert HOSTILE in page.locator("#cite-gbt").text_content()
    assert page.locator("img[src=x]").count() == 0
    assert codes(picture(page)) == [f"{AT_HOME}cases/shili-louzhang.html"]


def test_formats_on_the_page_are_whole_and_copied_by_keyboard(opened) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"]).open(CASE)
    page.locator("#cite summary").focus()
    page.keyboard.press("Enter")
    found = {}
    for key in ("apa", "bib", "ris", "json"):
        page.locator(f"[data-ak-copy=cite-{key}] button").focus()
        page.keyboard.press("Enter")
        page.locator(f"[data-ak-copy=cite-{key}] .ak-copied:not(:empty)").wait_for()
        found[key] = page.evaluate("navigator.clipboard.readText()")
    (record,) = rispy.loads(found["ris"])
    (item,) = json.loads(found["json"])
    (entry,) = bibtexparser.parse_string(found["bib"]).entries
    now = "new Date()"
    today = page.evaluate(f"[{now}.getFullYear(), {now}.getMonth() + 1, {now}.getDate()]")
    assert item["accessed"] == {"date-parts": [today]}
    assert entry["urldate"] == "-".join(f"{number:02d}" for number in today)
    assert record["access_date"] == "/".join(f"{number:02d}" for number in today)
    assert re.search(r"Retrieved [A-Z][a-z]+ \d+, \d{4}, from ", found["apa"])


def test_files_download(opened) -> None:
    page = opened().open(CASE)
    page.locator("#cite summary").click()
    for key in ("bib", "ris", "json"):
        with page.expect_download() as download:
            page.locator(f"#cite a[href$='.{key}']").click()
        assert download.value.suggested_filename == f"xinjiyuan-special-task.{key}"


def test_without_scripts_all_formats_can_be_read(opened) -> None:
    page = opened(java_script_enabled=False).open(CASE)
    page.locator("#cite summary").click()
    for key in ("gbt", "apa", "bib", "ris", "json"):
        assert page.locator(f"#cite-{key}").is_visible()
    assert "[引用日期]" in page.locator("#cite-gbt").inner_text()
    json.loads(page.locator("#cite-json").inner_text())
    assert page.locator(".ak-share").count() == 0
    assert page.get_by_role("link", name="指出错误").count() == 1


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(opened, axe: str, size, scheme) -> None:
    watched = opened(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = watched.open(CASE)
    page.evaluate(axe)
    page.locator("#cite summary").click()
    assert page.evaluate(RUN) == []
    dialog = shared(page)
    assert page.evaluate(RUN) == []
    for node in ("document.documentElement", "document.querySelector('dialog.ak-share')"):
        assert page.evaluate(f"{node}.scrollWidth - {node}.clientWidth") == 0
    for button in dialog.locator("button:visible, a:visible").all():
        assert button.bounding_box()["height"] >= 44


def test_the_picture_of_shared_links_has_its_size() -> None:
    with Image.open(ROOT / "src/anliku/assets/share/og.png") as image:
        assert image.size == (1200, 630)
