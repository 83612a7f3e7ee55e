"""The built site, read without a browser: links, anchors, languages, nothing from elsewhere."""

from __future__ import annotations

import json
import re

import pytest

from anliku.render.field_guide import guide
from anliku.schema.walk import walk
from tests.library import EXAMPLE, GOLDEN, ROOT, linked_root, tree
from tests.pages import is_elsewhere, read_page, read_site, target

BY_HAND = {
    *("about.html", "about-en.html", "teaching-guide.html"),
    *("contributing/index.html", "contributing/rules.html"),
}
"""Pages from docs/: in the built site, not in the export."""


@pytest.fixture(params=["built", "exported"])
def pages(request):
    """Return the pages of the real site, or of the exported example."""
    return read_site(request.getfixturevalue("site") if request.param == "built" else GOLDEN)


def test_every_published_entry_has_its_address(site) -> None:
    """Each entry that readers may see is at its address, anchors included."""
    pages = read_site(site)
    for entry in linked_root(ROOT).published:
        path, _, anchor = entry.address.partition("#")
        assert path in pages
        assert not anchor or anchor in pages[path].ids, entry.address
        assert entry.title in pages[path].text


def test_links_and_anchors_lead_somewhere(pages, request) -> None:
    """Each link inside the site leads to a file that is there, and to an anchor in it."""
    folder = GOLDEN if "404.html" not in pages else request.getfixturevalue("site")
    missing = []
    for page in pages.values():
        for address in page.links:
            if is_elsewhere(address):
                continue
            path, anchor = target(page, address)
            if "404.html" not in pages and path in BY_HAND:
                continue
            if path.startswith(("cite/", "packs/", "downloads/")) and (folder / path).is_file():
                continue  # to download
            if folder == GOLDEN and path.endswith((".docx", ".pptx", ".zip")):
                continue  # left out of the golden files; the built site has them
            if path not in pages or (anchor and anchor not in pages[path].ids):
                missing.append(f"{page.path} → {address}")
    assert sorted(set(missing)) == []


def test_what_pages_load_is_there(pages, request) -> None:
    """Scripts, styles and pictures come from the site itself and exist."""
    folder = GOLDEN if "404.html" not in pages else request.getfixturevalue("site")
    for page in pages.values():
        assert page.loaded or page.path.startswith(("downloads/", "packs/"))  # whole by themselves
        for address in page.loaded:
            assert not is_elsewhere(address), f"{page.path} loads {address}"
            assert (folder / target(page, address)[0]).is_file(), f"{page.path} loads {address}"


def test_styles_and_scripts_fetch_nothing(site) -> None:
    """Our style sheets and scripts name no other origin, and nothing asks for fonts elsewhere."""
    for path, content in tree(site).items():
        if path.startswith("assets/") and path.count("/") == 1 and path.endswith((".css", ".js")):
            text = content.decode()
            if path != "assets/search-data.js":
                assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", text) == [], path
            assert "fetch(" not in text
            assert "XMLHttpRequest" not in text


def test_links_elsewhere_are_addresses_of_sources(site) -> None:
    """Only source pages lead out of the site, to their source; one page to the licence."""
    allowed = {
        entry.address: {entry.record.csl.URL}
        for entry in linked_root(ROOT).catalog.of_kind("source")
    }
    allowed["about.html"] = {"https://creativecommons.org/licenses/by/4.0/deed.zh-hans"}
    allowed["about-en.html"] = {"https://creativecommons.org/licenses/by/4.0/"}
    for page in read_site(site).values():
        outside = {address for address in page.links if is_elsewhere(address)}
        assert outside <= allowed.get(page.path, set()), page.path


def test_links_work_from_a_folder(pages) -> None:
    """No link begins at a root, so that the site can be opened from a folder (404 is served)."""
    rooted = {
        f"{page.path}: {address}"
        for page in pages.values()
        for address in (*page.links, *page.loaded)
        if address.startswith("/") and page.path != "404.html"
    }
    assert rooted == set()


def test_ids_are_unique(pages) -> None:
    """No page has two elements with the same id."""
    twice = {p.path: {i for i in p.ids if p.ids.count(i) > 1} for p in pages.values()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_one_heading_of_the_first_order(pages) -> None:
    """Each page has one h1, and it says something."""
    wrong = {p.path: p.headings for p in pages.values() if len(p.headings) != 1}
    assert wrong == {}
    assert [page.path for page in pages.values() if not page.headings[0].strip()] == []


def test_language_is_chinese(pages) -> None:
    """Each page says that it is in Chinese as written in the mainland."""
    assert {"zh-CN"} == {page.lang for page in pages.values()}


def test_no_template_code_is_left(site) -> None:
    """No file holds template code that was not run."""
    ends = (".html", ".xml", ".txt", ".json")
    shown = re.compile(rb"<code.*?</code>", flags=re.DOTALL)  # the page of rules shows braces
    left = [
        path
        for path, content in tree(site).items()
        if path.endswith(ends) and re.search(rb"\{%|\{\{ ?[a-z]+[.| }]", shown.sub(b"", content))
    ]
    assert left == []


ALLOWED = re.compile(
    r"https?://\S+|/?[a-z0-9_/-]+\.(?:html|yml)"
    r"|CC BY(?:-SA)? 4\.0|GB/T ?\d+|DOI：?(?: ?10\.\S+)?"
    r"|\[(?:N|J|M|R|A|S|D|Z|EB|DS|DB)(?:/OL)?\]"  # document types of GB/T 7714
    r"|\b[FA]\d{3}\b|\bAK\dxx\b|\bAK\d{3}\b|\bf\d+\b|\ba\d+p\d+\b"
    r"|\b(?:Python|Windows|macOS|PPT|MIT|MSW|PDF|MB|Chromium|Safari)\b|打开我\.html"
    r"|\bAPA\b|\bet al\b|\bRIS\b|\bZotero\b|\bNoteExpress\b|\bEndNote\b|\.(?:bib|ris|json)\b"
    r"|\b(?:YAML|JSON|CSL-JSON|CSL|BibTeX|Git|GitHub|GBK|UTF-8|EDTF|Markdown|Word|Excel|WPS)\b"
    r"|[a-z0-9]+(?:-[a-z0-9]+)*#[A-Za-z]*\d+"
)
LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}(?:[ -][A-Za-z]+)*")


def latin_words(text: str) -> set[str]:
    """Return the Latin words of a text that are no codes, addresses or set abbreviations."""
    found = (word for run in LATIN.findall(ALLOWED.sub(" ", text)) for word in run.split())
    return {word for word in found if len(word) > 1}  # initials of names are no words


def test_no_english_is_left_over(site) -> None:
    """Readers meet no English word: titles in English are marked, keys and ids are code."""
    linked = linked_root(ROOT)
    # What editors wrote about sources in English: names, titles, a word as the source has it.
    data = [
        value
        for entry in linked.catalog.entries
        for _, _, value in walk(entry.record)
        if isinstance(value, str) and entry.kind.name != "vocabulary"
    ]
    ids = {entry.id for entry in linked.catalog.entries}
    keys = {part for chapter in guide() for row in chapter.rows for part in row.key.split(".")}
    examples = [row.example for chapter in guide() for row in chapter.rows]
    known = {"*": latin_words(" ".join(data))}
    known["about-en.html"] = {"About", "Anliku"}  # its title; the rest is marked as English
    known["contributing/fields.html"] = ids | keys | latin_words(" ".join(examples))
    found = {
        page.path: latin_words(page.text) - known["*"] - known.get(page.path, set())
        for page in read_site(site).values()
        if page.path != "contributing/rules.html"  # quotes what editors write and what we answer
    }
    assert {path: words for path, words in found.items() if words} == {}


def test_reader_of_latin_words() -> None:
    """The scan above finds words and passes over what may stand."""
    assert latin_words("案例 Table of contents 库") == {"Table", "of", "contents"}
    assert latin_words("F086，CC BY 4.0，GB/T 7714，[N/OL]，https://example.org/a") == set()
    page = read_page("x.html", '<p lang="en">Title</p><p>甲<code>key</code></p><b title="Copy">')
    assert latin_words(page.text) == {"Copy"}


def test_drafts_are_not_published() -> None:
    """Nothing of a draft is in any file of the export, the search data included."""
    for words in ("还没写完的案例", "草稿的联系读者看不到", "shili-caogao"):
        found = [path for path, content in tree(GOLDEN).items() if words.encode() in content]
        assert found == []
    assert "cases/shili-caogao.html" not in tree(GOLDEN)


def test_answers_for_instructors_are_not_published() -> None:
    """Fields that only instructors may see are in no file of the export but the 教师包."""
    note = (EXAMPLE / "cases/teaching-notes/shili-shouke.yml").read_text(encoding="utf-8")
    assert note.count("不外露") == 15
    found = [p for p, content in tree(GOLDEN).items() if "不外露".encode() in content]
    assert found == ["downloads/shili-shouke-jiaoshibao.html"]  # the 教师包 of the public edition
    assert "会排看望名单" in read_site(GOLDEN)["teaching-notes/shili-shouke.html"].text


def test_merged_entry_says_where_it_went() -> None:
    """The address of a merged entry leads to the entry that replaces it."""
    page = read_site(GOLDEN)["cases/shili-jiutiaomu.html"]
    assert ("cases/shili-songfan.html", "") in [target(page, address) for address in page.links]
    assert "已并入" in page.text


def test_text_never_becomes_code() -> None:
    """Angle brackets, entities and braces of an entry are shown as they were written."""
    html = (GOLDEN / "cases/shili-songfan.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;尖括号&lt;/b&gt;和“&amp;amp;”照原样显示，{{ 花括号 }}也是" in html
    assert "<b>尖括号" not in html


def test_marks_and_references_belong_together(pages) -> None:
    """Each mark leads to a line of the numbered list, each line back to its first mark."""
    for page in pages.values():
        marks = [link for link in page.links if re.fullmatch(r"#c\d+", link)]
        numbers = [int(link[2:]) for link in marks]
        lines = [int(i[1:]) for i in page.ids if re.fullmatch(r"c\d+", i)]
        assert lines == list(range(1, len(lines) + 1)), page.path
        assert set(numbers) == set(lines), page.path
        assert {f"m{n}-1" for n in lines} <= set(page.ids), page.path


def test_search_index_holds_every_published_entry(site) -> None:
    """The cards of the search are all there, and their addresses lead somewhere."""
    cards: list[list[str]] = []
    for path in sorted((site / "assets/search/index/c").glob("*.js")):
        text = path.read_text(encoding="utf-8")
        assert "<" not in text
        cards += json.loads(f"[{text.removeprefix('anlikuIndex(').rstrip().removesuffix(')')}]")[1]
    expected = {e.id for e in linked_root(ROOT).published if e.kind.name != "vocabulary"}
    assert {card[0] for card in cards} == expected
    assert len(cards) == len(expected)
    pages = read_site(site)
    for card in cards:
        path, _, anchor = card[2].partition("#")
        assert path in pages
        assert not anchor or anchor in pages[path].ids
