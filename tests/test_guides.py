"""Guides and links inside prose: what they look like, where they lead, what leads back."""

from __future__ import annotations

import re

import pytest

from anliku.catalog.prose import EntryLink, entry_links, paragraphs, plain, sentences
from anliku.link.figures import figures
from anliku.publish.search_records import search_records
from anliku.render import render
from anliku.render.prose import prose_html
from anliku.render.site import Site
from anliku.render.view import View
from anliku.schema.guide import Guide
from anliku.schema.relations import MENTION
from tests.library import EXAMPLE, ROOT, linked_root
from tests.pages import read_page

HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z\"“]|\s*$)")
GUIDES = [entry for entry in linked_root(ROOT).published if entry.kind.name == "guide"]


def guide_of(root):
    """Return the first guide of a library with what it is linked to."""
    linked = linked_root(root)
    return linked, next(entry for entry in linked.published if entry.kind.name == "guide")


@pytest.mark.parametrize(
    ("text", "links", "words"),
    [
        ("见[[jia]]。", [("jia", "")], "见《jia》。"),
        ("见[[jia|甲]]和[[yi-2|乙 丙]]。", [("jia", "甲"), ("yi-2", "乙 丙")], "见甲和乙 丙。"),
        ("见[[ jia | 甲 ]] [@a#f1]。", [("jia", "甲")], "见甲。"),
        ("见[[jia|甲\n乙]]。", [], "见[[jia|甲\n乙]]。"),
        ("[甲]和[[乙", [], "[甲]和[[乙"),
    ],
)
def test_links_of_prose(text: str, links: list[tuple[str, str]], words: str) -> None:
    """A link is an id and words; without words it stands for a title."""
    assert [(link.ref, link.words) for link in entry_links(text)] == links
    assert plain(text) == words
    assert "".join(one.text for one in sentences(text)) == words


def test_sentences_know_their_links() -> None:
    """A link belongs to the sentence that it stands in, whatever covers that sentence."""
    found = sentences("见[[jia|甲]]。[[yi|乙]]又见[[jia]]。丙。[@a#f1]")
    assert [one.links for one in found] == [("jia",), ("yi", "jia"), ()]
    assert [one.refs for one in found] == [("a#f1",)] * 3


def test_an_id_counts_no_figures() -> None:
    """`[[chengdu-2020]]` states no figure; the words of a link do."""
    bare, worded = sentences("见[[chengdu-2020]]。见[[jia|9种工具]]。")
    assert figures(bare.text) == frozenset()
    assert figures(worded.text) == {(9.0, 9.0)}


def test_paragraphs() -> None:
    """An empty line divides; a list stays with what leads to it."""
    assert paragraphs("甲。\n乙。\n\n丙：\n- 丁\n  \n") == ("甲。\n乙。", "丙：\n- 丁")


def test_link_is_html_but_its_words_never_are() -> None:
    """What an editor writes as words is text, with or without an entry behind it."""
    assert prose_html("[[jia|<b>甲</b>]]", lambda _: "").strip() == "<p>&lt;b&gt;甲&lt;/b&gt;</p>"
    linked, guide = guide_of(EXAMPLE)
    view = View(linked, Site(), guide.address)
    made = view.link(EntryLink("shili-zuofa", '<i>"x"</i>'))
    assert made == '<a href="../practices/shili-zuofa.html">&lt;i&gt;&#34;x&#34;&lt;/i&gt;</a>'
    assert view.link(EntryLink("shili-caogao", "甲")) == "甲"
    assert view.link(EntryLink("shili-zuofa", "")).endswith(">示例做法：楼栋看望名单</a>")


def test_links_are_backlinks_but_no_relations() -> None:
    """The entries that a guide links to name it; facets and evidence do not change."""
    linked, guide = guide_of(EXAMPLE)
    targets = [edge.target.id for edge in linked.mentions[guide.id]]
    assert targets == ["shili-zuofa", "shili-songfan", "shili-louzhang", "shili-moshi"]
    case = linked.catalog.by_id["shili-songfan"]
    back = View(linked, Site(), case.address).backlinks(case)
    assert [edge.origin.id for edge in back[MENTION]] == [guide.id]
    assert guide.id not in {edge.origin.id for edge in linked.incoming[case.id]}
    assert guide.id not in linked.evidence


def test_who_is_named_by_a_relation_is_not_named_twice() -> None:
    """A guide about a practice stands under 讲它的导读, not under the links as well."""
    linked, guide = guide_of(EXAMPLE)
    practice = linked.catalog.by_id["shili-zuofa"]
    back = View(linked, Site(), practice.address).backlinks(practice)
    lines = {
        relation.backward: [edge.origin.id for edge in found] for relation, found in back.items()
    }
    assert lines["讲它的导读"] == [guide.id]
    assert guide.id not in lines.get(MENTION.backward, [])


def test_page_of_a_guide() -> None:
    """It has its sections, its notice, its cases, links to entries and the way to the list."""
    linked, guide = guide_of(EXAMPLE)
    pages = {page.path: page for page in render(linked, Site())}
    page = read_page(guide.address, pages[guide.address].body)
    assert {"summary", "s1", "s2", "caveats", "cases", "references"} <= set(page.ids)
    assert "../cases/shili-songfan.html" in page.links
    assert "../guides.html" in page.links
    assert "示例提示：这是二〇二一年的做法" in page.text
    assert guide.title in read_page("guides.html", pages["guides.html"].body).text
    case = pages["cases/shili-songfan.html"].body
    assert f'href="../{guide.address}"' in case


def test_search_finds_the_sections_of_a_guide() -> None:
    """Each section is a place of its own, with words instead of links, without marks."""
    linked, guide = guide_of(EXAMPLE)
    pages = render(linked, Site())
    record = next(r for r in search_records(linked, pages) if r.id == guide.id)
    sections = {section.anchor: section.text for section in record.sections}
    assert "示例做法：楼栋看望名单" in sections["s1"]
    assert not re.search(r"\[\[|\[@", "".join(sections.values()))
    assert "caveats" in sections


@pytest.mark.parametrize("entry", GUIDES, ids=lambda entry: entry.id)
def test_guide_is_worth_ten_minutes(entry) -> None:
    """Each guide has 900–1800 characters, several cases, and sections that link."""
    assert isinstance(entry.record, Guide)
    text = "".join(plain(section.text) for section in entry.record.sections)
    assert 900 <= len(HAN.findall(text)) <= 1800
    edges = linked_root(ROOT).mentions[entry.id]
    assert sum(edge.target.kind.name == "case" for edge in edges) >= 4


def test_guides_share_no_skeleton() -> None:
    """No heading of one guide is a heading of another."""
    titles = [section.title for entry in GUIDES for section in entry.record.sections]
    assert len(GUIDES) >= 8
    assert sorted(titles) == sorted(set(titles))


def test_guides_about_the_epidemic_say_that_rules_have_changed() -> None:
    """Whoever links to a case that carries a notice carries it too."""
    linked = linked_root(ROOT)
    for entry in GUIDES:
        view = View(linked, Site(), entry.address)
        of_cases = {n for case in view.mentions(entry, "case") for n in view.notices(case)}
        assert of_cases <= set(view.notices(entry)), entry.id


@pytest.mark.parametrize("kind", ["case", "model", "guide"])
def test_title_and_two_sentences_in_english(kind: str) -> None:
    """Each published case, model and guide has an English title and abstract."""
    wrong = {
        entry.id: entry.record.abstract_en
        for entry in linked_root(ROOT).published
        if entry.kind.name == kind
        and (
            not entry.record.title_en
            or len(SENTENCE_END.findall(entry.record.abstract_en or "")) != 2
            or HAN.search(f"{entry.record.title_en}{entry.record.abstract_en}")
        )
    }
    assert wrong == {}


def test_about_page_in_english(site) -> None:
    """It is marked as English, its Chinese labels as Chinese, and every page leads to it."""
    html = (site / "about-en.html").read_text(encoding="utf-8")
    article = re.search(r'<article class="ak-prose" lang="en">(.*?)</article>', html, re.DOTALL)
    assert article
    bare = re.sub(r'<span lang="zh-CN">.*?</span>', "", article[1])
    assert HAN.findall(re.sub(r"<[^>]+>", "", bare)) == []
    for path in ("index.html", "about.html", "guides/laoren-yu-duju.html"):
        page = read_page(path, (site / path).read_text(encoding="utf-8"))
        assert any(link.endswith("about-en.html") for link in page.links), path
