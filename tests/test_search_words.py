"""The page of search words: every group is there, and no hidden word."""

from __future__ import annotations

import re
from functools import cache

import pytest

from anliku.link.linked import LinkedCatalog
from anliku.render.search_words import OTHERS, schemes, search_words
from anliku.render.shared_pages import pinyin, shared_pages
from anliku.render.site import Site
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

HEAD = """title: 示例
summary: 示例。
status: 已发布
version: 1
added: 2026-01-01
updated: 2026-01-01
"""
ROW = re.compile(r'<li id="([^"]+)"><div class="ak-item"><h3>([^<]+)</h3><p>([^<]*)</p>')


def body(linked: LinkedCatalog, path: str) -> str:
    """Return the body of a shared page."""
    return next(page.body for page in shared_pages(linked, Site()) if page.path == path)


@cache
def shown(root) -> str:
    """Return the page of search words of a library."""
    return body(linked_root(root), "search-words.html")


def small(**vocabularies: str) -> LinkedCatalog:
    """Return a library of nothing but vocabularies."""
    texts = {f"vocabularies/{name}.yml": HEAD + text for name, text in vocabularies.items()}
    linked = examine_texts(texts).linked
    assert linked is not None
    return linked


LIBRARIES = pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "cases"])


@LIBRARIES
def test_every_group_is_shown_with_its_other_names(root) -> None:
    """Each concept has its row, with all that may be shown, its own and that of equal values."""
    linked = linked_root(root)
    rows = {label: (anchor, alt.split("、")) for anchor, label, alt in ROW.findall(shown(root))}
    concepts = [(e, c) for e, r in schemes(linked, "只供检索") for c in r.concepts]
    assert set(rows) == {concept.label for _, concept in concepts}
    for entry, concept in concepts:
        anchor, alt = rows[concept.label]
        same = [
            word
            for _, record in schemes(linked, "取值")
            for value in record.concepts
            if value.label == concept.label
            for word in value.alt
        ]
        assert anchor == f"{entry.id}-{concept.id}"
        assert set(alt) - {""} == {*concept.alt, *same}


@LIBRARIES
@pytest.mark.parametrize("path", ["search-words.html", "vocabularies.html"])
def test_hidden_words_are_not_shown(root, path: str) -> None:
    """What is only found stands nowhere on the page, but inside of words that may be shown."""
    linked = linked_root(root)
    text = body(linked, path)
    concepts = [
        c for use in ("取值", "只供检索") for _, r in schemes(linked, use) for c in r.concepts
    ]
    listed = {word for _, label, alt in ROW.findall(text) for word in (label, *alt.split("、"))}
    hidden = {word for concept in concepts for word in concept.hidden}
    assert listed & hidden - {word for c in concepts for word in (c.label, *c.alt)} == set()
    may_be_seen = body(small(), path) + " ".join(
        value
        for concept in concepts
        for value in (concept.label, *concept.alt, concept.definition or "")
    )
    may_be_seen += " ".join(f"{entry.title}{entry.record.summary}" for entry in linked.published)
    elements = [w for _, r in schemes(linked, "构词") for c in r.concepts for _, w in c.words()]
    may_be_seen += " ".join(elements)
    unseen = {word for word in hidden if word not in may_be_seen}
    assert len(unseen) > len(hidden) * 0.8
    assert [word for word in unseen if word in text] == []


@LIBRARIES
def test_groups_are_in_the_order_of_pinyin(root) -> None:
    """Labels ascend by their reading; each stands under its letter, each letter in the bar."""
    labels = [label for _, label, _ in ROW.findall(shown(root))]
    readings = [pinyin(label) for label in labels]
    assert sorted(readings) == readings
    for letter, groups in search_words(linked_root(root)).by_letter.items():
        assert {pinyin(group.label)[0].upper() for group in groups} == {letter}
        assert f'href="#zimu-{letter.lower()}">{letter}</a>' in shown(root)
        assert f'id="zimu-{letter.lower()}"' in shown(root)


def test_vocabularies_only_point_to_the_page() -> None:
    """The page of vocabularies says how many there are, and does not list them."""
    text = body(linked_root(EXAMPLE), "vocabularies.html")
    section = text.partition('<section class="ak-group" id="search-words">')[2]
    assert "3 组，11 个词" in section
    assert 'href="search-words.html"' in section
    assert "<table" not in section
    assert "内涝" not in text


WORDS = """use: 只供检索
concepts:
  - {id: day, label: 日间照料, alt: [日托, 托老所], hidden: [托老服务], broader: care}
  - {id: meal, label: 助餐, alt: [送餐], broader: care, scope: 窄}
  - {id: home, label: 居家照料, broader: care}
  - {id: care, label: 照料, alt: [照护, 照管], scope: 宽}
  - {id: ngo, label: NGO, hidden: [公益机构]}
  - {id: line, label: "12345"}
"""


def test_equal_labels_are_one_group() -> None:
    """A value with the same label adds its other names, its breadth and a link."""
    tasks = (
        "concepts:\n  - {id: feed, label: 助餐, alt: [送餐, 老年食堂], hidden: [饭堂], scope: 宽}\n"
    )
    words = search_words(small(words=WORDS, tasks=tasks))
    meal = next(g for row in words.by_letter.values() for g in row if g.label == "助餐")
    assert meal.alt == ("送餐", "老年食堂")
    assert meal.scope == "宽"
    assert meal.above == ("照料", "words-care")
    assert meal.values == (("示例", "vocabularies.html#tasks-feed"),)
    assert (words.groups, words.words, words.hidden) == (6, 13, 2)


def test_labels_without_pinyin_have_a_place() -> None:
    """Letters stand under their own, figures under 其他."""
    words = search_words(small(words=WORDS))
    assert [g.label for g in words.by_letter["N"]] == ["NGO"]
    assert [g.label for g in words.by_letter[OTHERS]] == ["12345"]


def test_examples_are_taken_from_the_data() -> None:
    """Narrow and wide: groups with other names; broader: the one that explains most."""
    examples = search_words(small(words=WORDS)).examples
    assert examples.narrow
    assert examples.narrow.label == "日间照料"
    assert examples.wide
    assert examples.wide.label == "照料"
    assert examples.broader == ("照料", ("助餐",))  # 日间照料 and 居家照料 say it themselves


def test_page_without_words_has_no_examples() -> None:
    """A library without search words has the page all the same, and nothing invented on it."""
    assert search_words(small()).examples.broader is None
    assert "例如打" not in body(small(), "search-words.html")


def test_elements_have_their_section() -> None:
    """Elements of words are listed apart from groups, where there are any."""
    elements = "use: 构词\nconcepts:\n  - {id: old, label: 老人, alt: [长者]}\n"
    text = body(small(words=WORDS, elements=elements), "search-words.html")
    assert "<h3>老人</h3><p>长者</p>" in text
    assert "“老人”和“长者”" in text
    assert 'id="zimian"' not in body(small(words=WORDS), "search-words.html")
    listing = body(small(words=WORDS, elements=elements), "vocabularies.html")
    assert 'href="search-words.html#zimian"' in listing
