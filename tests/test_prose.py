"""Prose with citations: sentences, what covers them, and what it looks like in HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from anliku.catalog.prose import EDITORS, MARK, plain, sentences, targets
from anliku.render.prose import prose_html

TABLE = [
    ("甲 [@a#f1]。", [("甲。", ["a#f1"])]),
    ("甲。[@a#f1]", [("甲。", ["a#f1"])]),
    ("甲[@a#f1; @b#f2]。", [("甲。", ["a#f1", "b#f2"])]),
    ("甲 [@a#f1；@b#f2;c#f3]。", [("甲。", ["a#f1", "b#f2", "c#f3"])]),
    ("甲 [@a#f1]，乙 [@a#f2]。", [("甲，乙。", ["a#f1", "a#f2"])]),
    ("甲。乙 [@a#f1]。", [("甲。", []), ("乙。", ["a#f1"])]),
    ("甲。乙。[@a#f1]", [("甲。", ["a#f1"]), ("乙。", ["a#f1"])]),
    ("甲 [@a#f1]。乙。[@a#f2]", [("甲。", ["a#f1"]), ("乙。", ["a#f2"])]),
    ("甲 [@a#f1]。[@a#f2]", [("甲。", ["a#f1", "a#f2"])]),
    ("甲！乙？丙", [("甲！", []), ("乙？", []), ("丙", [])]),
    ("受访者说：“甲。” [@a#f1]", [("受访者说：“甲。”", ["a#f1"])]),
    ("甲\n\n乙 [@a#f1]", [("甲", []), ("乙", ["a#f1"])]),
    ("甲\n  [@a#f1]，乙。", [("甲，乙。", ["a#f1"])]),
    ("甲 [@a#f1] [@a#f1]。", [("甲。", ["a#f1"])]),
    ("甲。[@a#f1]）[@b#f2]。", [("甲。", ["a#f1", "b#f2"])]),
    ("[@a#f1]", []),
    ("", []),
    ("。。。", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[repr(text) for text, _ in TABLE])
def test_sentences(text: str, expected: list[tuple[str, list[str]]]) -> None:
    """Prose is cut into these sentences with these references."""
    assert expected == [(one.text, list(one.refs)) for one in sentences(text)]


def test_editors_cover_a_sentence_without_a_fact() -> None:
    """What editors say is covered by [@编者], alone or beside facts, and is no reference."""
    alone, both, none = sentences("甲 [@编者]。乙 [@编者; @a#f1]。丙。")
    assert (alone.refs, alone.by_editors, alone.covered) == ((), True, True)
    assert (both.refs, both.by_editors, both.covered) == (("a#f1",), True, True)
    assert (none.refs, none.by_editors, none.covered) == ((), False, False)


WORDS = st.text("甲乙丙，、：“”a1 （）", max_size=8)
STOPS = st.sampled_from(["。", "！", "？", "。”", "", "\n\n", "，"])
REFS = st.sampled_from(["", " [@a#f1]", "[@b#f2; @c#f3]", "\n[@编者]", " [@a#f1；@b#f2]"])
PROSE = st.lists(st.tuples(WORDS, REFS, STOPS, REFS), max_size=6).map(
    lambda parts: "".join("".join(part) for part in parts)
)


def letters(text: str) -> str:
    """Return what carries the words: no blanks, no stops at the ends."""
    return "".join(char for char in text if char.isalnum() or char in "，、：（“")


@given(PROSE)
def test_no_word_is_lost(text: str) -> None:
    """Sentences together hold all the words of the prose, in order, and no marks."""
    found = sentences(text)
    kept = letters("".join(one.text for one in found))
    assert [c for c in letters(plain(text)) if c.isalnum()] == [c for c in kept if c.isalnum()]
    assert [one.text for one in found if MARK.search(one.text)] == []


@given(PROSE)
def test_every_mark_belongs_to_a_sentence(text: str) -> None:
    """Each reference of each mark covers some sentence, unless there is no sentence before it."""
    found = sentences(text)
    covered = {ref for one in found for ref in one.refs}
    written = {ref for mark in MARK.finditer(text) for ref in targets(mark[1])} - {EDITORS}
    assert covered <= written
    blank = MARK.sub(lambda mark: " " * len(mark[0]), text)
    first = min((n for n, char in enumerate(blank) if char.isalnum()), default=len(text))
    after = {ref for mark in MARK.finditer(text, first) for ref in targets(mark[1])} - {EDITORS}
    assert after <= covered


ALLOWED = {"p", "strong", "em", "ul", "ol", "li", "br"}
ALLOWED |= {"span", 'span class="ak-label ak-label--editor"'}  # for [@编者]


def marker(refs: tuple[str, ...]) -> Markup:
    """Stand in for the marks of a page."""
    return Markup("<a>{}</a>").format(" ".join(refs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲 [@a#f1]。", "<p>甲<a>a#f1</a>。</p>"),
        ("甲。[@a#f1]", "<p>甲<a>a#f1</a>。</p>"),
        ("甲\n乙", "<p>甲乙</p>"),
        ("**甲**", "<p><strong>甲</strong></p>"),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("[甲](javascript:alert(1))", "<p>[甲](javascript:alert(1))</p>"),
        ("![甲](x.png)", "<p>![甲](x.png)</p>"),
        ("&lt;b&gt; &amp;", "<p>&amp;lt;b&amp;gt; &amp;amp;</p>"),
        ("{{ 7 * 7 }}", "<p>{{ 7 * 7 }}</p>"),
    ],
)
def test_prose_html(text: str, expected: str) -> None:
    """A little Markdown is rendered; everything else is shown as it is written."""
    assert expected == prose_html(text, marker).strip()


@given(st.text())
def test_prose_never_becomes_code(text: str) -> None:
    """Whatever an entry holds, the HTML has none but the allowed elements and no attributes."""
    html = prose_html(text, lambda _: Markup(""))
    for piece in html.split("<")[1:]:
        name = piece.lstrip("/").partition(">")[0]
        assert name.rstrip(" /") in {
            "p",
            "strong",
            "em",
            "ul",
            "ol",
            "li",
            "br",
            'span class="ak-label ak-label--editor"',
            "span",
        }


@pytest.mark.parametrize("gap", ["\xa0", "\x0b", "\u2028", "\u2003", " \n\xa0"])
def test_any_space_before_a_mark_is_part_of_it(gap: str) -> None:
    """A space pasted from elsewhere (a no-break space) is no word."""
    assert [(s.text, s.refs) for s in sentences(f"障{gap}[@a#f1]。")] == [("障。", ("a#f1",))]
