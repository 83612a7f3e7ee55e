"""Words are compared by the rules of links as the search compares them."""

from __future__ import annotations

import pytest

from anliku.link.spelling import spelling
from anliku.link.vocabularies import GENERAL
from anliku.schema.vocabulary import Vocabulary
from anliku.search.normal import RUN, normal
from tests.library import ROOT, linked_root


@pytest.mark.parametrize("word", ["ＮＧＯ", "社區", "ｐtsd", "Ⅳ級", "頭髮", "①号", "志愿者", ""])
def test_spelling_is_that_of_the_search(word: str) -> None:
    """Width, case and traditional characters are read alike."""
    assert spelling(word) == normal(word)


def test_spelling_of_every_han_character() -> None:
    """Both tables agree on all of the characters that a word can hold."""
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    assert [c for c in characters if spelling(c) != normal(c)] == []


def test_spelling_of_every_word_of_the_library() -> None:
    """Both agree on what stands in the vocabularies, punctuation aside."""
    words = {
        word
        for entry in linked_root(ROOT).catalog.of_kind("vocabulary")
        if isinstance(entry.record, Vocabulary)
        for concept in entry.record.concepts
        for _, word in concept.words()
    }
    assert len(words) > 1000
    apart = [w for w in words | GENERAL if RUN.findall(spelling(w)) != RUN.findall(normal(w))]
    assert apart == []
