"""Dates as far as they are known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.schema.edtf import earliest, in_words, is_edtf, latest

VALID = [
    ("2020", "2020-01-01", "2020-12-31", "2020 年"),
    ("2020-02", "2020-02-01", "2020-02-31", "2020 年 2 月"),
    ("2020-02-29", "2020-02-29", "2020-02-29", "2020 年 2 月 29 日"),
    ("2020-01~", "2020-01-01", "2020-01-31", "约2020 年 1 月"),
    ("2020?", "2020-01-01", "2020-12-31", "2020 年（存疑）"),
    ("2020-01-25%", "2020-01-25", "2020-01-25", "约2020 年 1 月 25 日（存疑）"),
    ("202X", "2020-01-01", "2029-12-31", "2020 年代"),
    ("19XX", "1900-01-01", "1999-12-31", "20 世纪"),
    ("2020-01/2020-05", "2020-01-01", "2020-05-31", "2020 年 1 月至2020 年 5 月"),
    ("2020/..", "2020-01-01", "9999-12-31", "2020 年至未结束"),
    ("../2020", "0000-01-01", "2020-12-31", "起始不详至2020 年"),
    ("2020/2020-06", "2020-01-01", "2020-06-31", "2020 年至2020 年 6 月"),
]
INVALID = [
    "", "20", "2020-", "2020-13", "2020-00", "2021-02-29", "2020-1", "2020/1/1", "2020年",
    "２０２０", "2021/2020", "../..", "/", "2020/", "/2020", "202X-01", "20X0", "2020-01-25T08:00",
    "soon", "2020-01-01/2019", "-2020", "0000", " 2020", "2020~~",
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last", "words"), VALID, ids=[row[0] for row in VALID])
def test_valid(text: str, first: str, last: str, words: str) -> None:
    """The date is taken, means these days at the most, and reads like this."""
    assert is_edtf(text)
    assert (first, last) == (earliest(text), latest(text))
    assert words == in_words(text)


@pytest.mark.parametrize("text", INVALID, ids=repr)
def test_invalid(text: str) -> None:
    """What is no date is refused."""
    assert not is_edtf(text)


ONE = (
    st.dates(date(1, 1, 1))
    .flatmap(lambda day: st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"]))
    .filter(lambda text: text[0].isdigit() and len(text.split("-")[0]) == 4)
)


@given(ONE, st.sampled_from(["", "~", "?", "%"]))
def test_earliest_is_not_after_latest(text: str, mark: str) -> None:
    """Every date is taken, and its first day never comes after its last."""
    assert is_edtf(text + mark)
    assert earliest(text + mark) <= latest(text + mark)


@given(ONE, ONE)
def test_interval_runs_forward(start: str, end: str) -> None:
    """An interval is taken exactly when it does not end before it begins."""
    forward = earliest(start) <= latest(end)
    assert forward == is_edtf(f"{start}/{end}")
    if forward:
        assert earliest(f"{start}/{end}") <= latest(f"{start}/{end}")


@given(st.dates(date(1000, 1, 1)))
def test_a_day_lies_within_its_month_and_year(day: date) -> None:
    """A day is not before the first and not after the last day of its own month and year."""
    for pattern in ("%Y-%m", "%Y"):
        assert earliest(f"{day:{pattern}}") <= day.isoformat() <= latest(f"{day:{pattern}}")
    if day > date(1000, 1, 1):
        before = day - timedelta(days=1)
        assert latest(before.isoformat()) < earliest(day.isoformat())


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    """No text makes the judgement fail, and what is taken can be shown."""
    if is_edtf(text):
        assert in_words(text)
