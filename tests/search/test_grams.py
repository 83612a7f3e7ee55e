"""Terms of a text: pairs of Han characters, Latin words; joints that say nothing."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search.grams import LONGEST_WORD, grams, loosened

CLAUSES = (
    "交流感受",
    "独居家庭",
    "志愿者",
    "的",
    "人",
    "新济源",
    "在码头",
    "ab1",
    "，",
    "7",
    "😀",
    " ",
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(CLAUSES),
        st.text(max_size=6),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF),
    ),
    max_size=12,
).map("".join)
LINE = TEXTS.map(lambda text: "".join(text.split()))


def is_han(character: str) -> bool:
    """Say what counts as Han here: the two big blocks of the first plane."""
    return 0x3400 <= ord(character) <= 0x9FFF


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("老", {}),
        ("独居老人", {"独居": 1, "居老": 1, "老人": 1}),
        ("老人，老人", {"老人": 2}),
        ("老人 a4纸", {"老人": 1, "a4": 1}),
        ("ptsd-12 ptsd", {"ptsd": 2, "12": 1}),
        ("人人人", {"人人": 2}),
        ("😀老😀人", {}),
        ("𠮷野家", {"野家": 1}),
    ],
)
def test_grams_by_hand(text: str, expected: dict[str, int]) -> None:
    """Neighbours make pairs; punctuation, blanks and astral characters part them."""
    assert grams(text) == expected


def test_single_characters_on_request() -> None:
    """Titles hold every character as a term of its own, beside the pairs."""
    assert grams("人和人a", single=True) == {"人和": 1, "和人": 1, "人": 2, "和": 1, "a": 1}


@given(TEXTS)
def test_grams_count_every_place(text: str) -> None:
    """As many pairs as there are neighbours that are both Han, each made of its own characters."""
    places = Counter(a + b for a, b in pairwise(text) if is_han(a) and is_han(b))
    found = grams(text)
    assert {t: n for t, n in found.items() if is_han(t[0])} == places
    assert all(t.isascii() and t.isalnum() for t in found if not is_han(t[0]))
    assert all(0 < len(t) <= LONGEST_WORD for t in found)


@given(TEXTS)
def test_single_adds_and_never_takes(text: str) -> None:
    """Asking for single characters leaves every other term as it was."""
    plain, single = grams(text), grams(text, single=True)
    assert {t: n for t, n in single.items() if len(t) > 1} == {
        t: n for t, n in plain.items() if len(t) > 1
    }
    alone = Counter(filter(is_han, text))
    assert {t: n for t, n in single.items() if len(t) == 1 and is_han(t)} == alone


@given(LINE)
def test_loosened_only_puts_in_joints(text: str) -> None:
    """No character is lost, and no pair arises that was none."""
    loose = loosened(text)
    assert loose.replace("\n", "") == text
    assert grams(loose).keys() <= grams(text).keys()


@given(LINE, LINE)
def test_loosened_never_joins_lines(one: str, other: str) -> None:
    """A pair does not reach from one line into the next."""
    apart = grams(one).keys() | grams(other).keys()
    assert grams(loosened(f"{one}\n{other}")).keys() <= apart


@given(st.text(alphabet="他们在交流感受的老人新济源", max_size=20))
def test_loosened_keeps_every_character_in_reach(text: str) -> None:
    """A word of one character that is no grammar keeps a pair with a neighbour, if it has one."""
    loose = loosened(text)
    lines = [line for line in loose.split("\n") if line]
    assert "".join(lines) == text


def test_loosened_parts_two_words() -> None:
    """The pair across two words of several characters is left out; those within stay."""
    found = grams(loosened("大家交流感受"))
    assert "流感" not in found
    assert {"交流", "感受"} <= found.keys()


def test_loosened_keeps_unknown_names_whole() -> None:
    """A name that no dictionary knows keeps all its pairs."""
    assert {"覃屿", "屿燊"} <= grams(loosened("覃屿燊")).keys()
