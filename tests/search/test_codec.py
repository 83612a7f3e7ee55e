"""Numbers and postings: Python writes, a plain decoder of the tests reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search.codec import BITS, DIGITS, LEVELS, MARKS, gaps, number, posting, spread
from anliku.search.impacts import EDGES, STEPS
from tests.search import reader

RISING = st.lists(st.integers(0, 2**24), unique=True).map(sorted)
LEVELLED = st.dictionaries(st.integers(0, 2**24), st.integers(1, LEVELS))
SEPARATORS = set("|~;^=§¶<>\"'`\\\n\u2028\u2029")
"""What parts rows, ends a string, or ends a script."""


def entries(levels: dict[int, int]) -> list[int]:
    """Return a posting as the builder holds it: in the order of records."""
    return [record << BITS | level for record, level in sorted(levels.items())]


@given(st.lists(st.integers(0, 2**30)))
def test_numbers_come_back(values: list[int]) -> None:
    """Numbers of any size, written one after another, are read again."""
    assert reader.numbers("".join(map(number, values))) == values


@pytest.mark.parametrize("value", [0, 31, 32, 1023, 1024, 4095, 4096, 2**20, 2**30])
def test_numbers_at_the_edges(value: int) -> None:
    """A number takes a digit for each five bits, and at least one."""
    assert reader.numbers(number(value)) == [value]
    assert len(number(value)) == max(1, -(-value.bit_length() // 5))


@given(RISING)
def test_rising_numbers_come_back(values: list[int]) -> None:
    """Rising numbers are read again from their gaps, small and large."""
    assert reader.rising(gaps(values)) == values


@pytest.mark.parametrize(
    "values", [[], [0], [5], list(range(100)), [0, 4096, 4097], [4095], [4096], [3, 2**24]], ids=str
)
def test_gaps_at_the_edges(values: list[int]) -> None:
    """Nothing, neighbours, and gaps beyond the table of small numbers."""
    assert reader.rising(gaps(values)) == values


def test_neighbours_cost_one_character_each() -> None:
    """A run of neighbours is as short as can be: records that are alike stand in a row."""
    assert len(gaps(range(500))) == 500


@given(LEVELLED)
def test_postings_come_back(levels: dict[int, int]) -> None:
    """Each record of a posting is read with its level."""
    assert reader.posting(posting(entries(levels))) == levels


@given(LEVELLED)
def test_highest_level_first(levels: dict[int, int]) -> None:
    """Whoever reads only the beginning of a posting has the records that it says most about."""
    read = list(reader.posting(posting(entries(levels))).values())
    assert read == sorted(read, reverse=True)


@given(LEVELLED)
def test_postings_break_nothing(levels: dict[int, int]) -> None:
    """No character of a posting parts rows, or ends a string or a script."""
    assert not set(posting(entries(levels))) & SEPARATORS


def test_alphabet_is_apart() -> None:
    """Digits, marks and separators have nothing in common; there is a mark for every level."""
    assert len(set(DIGITS)) == 64
    assert len(set(MARKS)) >= LEVELS
    assert not set(DIGITS) & set(MARKS)
    assert not (set(DIGITS) | set(MARKS)) & SEPARATORS
    assert LEVELS < 2**BITS


def test_every_level_has_its_value() -> None:
    """What a level counts rises with it; so do the edges between levels."""
    assert len(STEPS) == LEVELS == len(EDGES) + 1
    assert list(STEPS) == sorted(set(STEPS))
    assert list(EDGES) == sorted(set(EDGES))


@given(st.text(alphabet=st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
def test_spread_is_fnv(term: str) -> None:
    """The hash is that of its definition, so that a browser finds the same shard."""
    assert spread(term) == reader.hashed(term)


@pytest.mark.parametrize(
    ("text", "value"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)]
)
def test_reader_knows_fnv(text: str, value: int) -> None:
    """The decoder of the tests agrees with the published values of FNV-1a."""
    assert reader.hashed(text) == value ^ (value >> 15)
