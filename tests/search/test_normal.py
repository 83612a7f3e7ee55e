"""One spelling for texts and queries."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search.normal import RUN, normal, simplified


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＮＧＯ１２３", "ngo123"),
        ("PTSD", "ptsd"),
        ("獨居長者", "独居长者"),
        ("頭髮與麵條", "头发与面条"),
        ("①Ⅳ㈱", "1iv(株)"),
        ("⽼⼈", "老人"),  # radicals from a PDF, not Han characters
        ("豈", "岂"),  # a compatibility character, then its simplified form
        ("老人", "老人"),
        ("", ""),
        ("𠮷野家😀", "𠮷野家😀"),
        ("独居\n老人　x", "独居\n老人　x"),
    ],
)
def test_normal_by_hand(text: str, expected: str) -> None:
    """Width, case, radicals and traditional characters are read alike; the rest is left alone."""
    assert RUN.findall(normal(text)) == RUN.findall(expected)
    assert len(normal(text)) == len(expected)


def test_simplified_is_character_by_character() -> None:
    """Each traditional character of the first plane becomes one other of it."""
    assert {"獨": "独", "後": "后", "長": "长"}.items() <= {
        chr(old): new for old, new in simplified().items()
    }.items()
    assert all(len(new) == 1 and is_plain(ord(new)) for new in simplified().values())
    assert all(map(is_plain, simplified()))


def is_plain(code: int) -> bool:
    """Say whether a character is one of those that pairs are made of."""
    return 0x3400 <= code <= 0x9FFF


@given(st.text(alphabet=st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF)))
def test_han_characters_keep_their_places(text: str) -> None:
    """A place in a text of Han characters stays the same place."""
    assert len(normal(text)) == len(text)
    assert normal(text) == "".join(map(normal, text))


@given(st.text(alphabet=st.characters(min_codepoint=0x10000)))
def test_astral_characters_shift_nothing(text: str) -> None:
    """A character beyond the first plane neither disappears nor moves what follows."""
    assert normal(text + "獨居").endswith("独居")
    assert RUN.findall(normal(f"{text} 老人"))[-1] == "老人"


def test_fullwidth_letters_are_letters() -> None:
    """Each fullwidth letter and digit is read as its plain one."""
    wide = [
        chr(code)
        for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    ]
    assert [normal(c) for c in wide] == [unicodedata.normalize("NFKC", c).lower() for c in wide]
