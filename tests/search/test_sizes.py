"""Sizes of organizations as classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search import SearchRecord
from anliku.search.sizes import BOUNDS, classes, holders

HEADS = st.integers(1, 1500)


def members(number: int) -> range:
    """Return the heads of a class; the last is open, here to far beyond what is asked."""
    return range(BOUNDS[number], BOUNDS[number + 1] if number + 1 < len(BOUNDS) else 10_000)


@given(HEADS, HEADS)
def test_a_class_is_met_if_some_number_lies_in_both(one: int, other: int) -> None:
    """Both ends of the interval count."""
    low, high = sorted((one, other))
    asked = set(range(low, high + 1))
    assert classes((low, high)) == [n for n in range(len(BOUNDS)) if asked & set(members(n))]


@given(HEADS)
def test_open_intervals_reach_the_last_class(low: int) -> None:
    """“1200 人以上” has no upper end."""
    met = classes((low, None))
    assert met == list(range(met[0], len(BOUNDS)))
    assert low in members(met[0])


@given(HEADS)
def test_every_number_has_just_one_class(heads: int) -> None:
    """Classes neither overlap nor leave a gap."""
    assert len(classes((heads, heads))) == 1


@pytest.mark.parametrize("size", [None, (5, 5), (1, None)])
def test_holders_are_the_records_of_a_class(size: tuple[int, int | None] | None) -> None:
    """A record stands in each class that its size meets, and one without a size in none."""
    record = SearchRecord("a", "study", "甲", "a.html", size=size)
    other = SearchRecord("b", "study", "乙", "b.html")
    rows = holders([other, record])
    assert [n for n, row in enumerate(rows) if row == [1]] == classes(size)
    assert all(row in ([], [1]) for row in rows)
