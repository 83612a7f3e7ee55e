"""Figures of Chinese text: one form for 三四十, 上百, 9种 and 九种."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.link.figures import figures, in_words, parse_numeral

DIGITS = "零一二三四五六七八九"

TABLE = [
    ("全员三四十人", {(30, 40)}),
    ("上百个社工", {(100, 100)}),
    ("任社区书记约十七八年", {(17, 18)}),
    ("17年前的流程", {(17, 17)}),
    ("17 年前的流程", {(17, 17)}),
    ("将近四年", {(4, 4)}),
    ("9种工具", {(9, 9)}),
    ("九种工具", {(9, 9)}),
    ("9 种工具", {(9, 9)}),
    ("９种工具", {(9, 9)}),
    ("两种做法", {(2, 2)}),
    ("三社联动", set()),
    ("五社联动", set()),
    ("第三种", set()),
    ("第十七条", set()),
    ("一个社区", set()),
    ("一线社工", set()),
    ("社区两委", set()),
    ("两者不同", set()),
    ("十分重要", set()),
    ("十分钟以后", {(10, 10)}),
    ("万一出事", set()),
    ("千家万户", set()),
    ("三种模式", {(3, 3)}),
    ("2,100万元", {(21_000_000, 21_000_000)}),
    ("2100万", {(21_000_000, 21_000_000)}),
    ("1.5亿", {(150_000_000, 150_000_000)}),
    ("两千一百万元", {(21_000_000, 21_000_000)}),
    ("二〇二〇年", {(2020, 2020)}),
    ("2020年", {(2020, 2020)}),
    ("二零二零年春节前夕", {(2020, 2020)}),
    ("一九九八年", {(1998, 1998)}),
    ("一两个人", {(1, 2)}),
    ("十一个人", {(11, 11)}),
    ("一万一千户", {(11_000, 11_000)}),
    ("一百一十户", {(110, 110)}),
    ("14天", {(14, 14)}),
    ("十四天", {(14, 14)}),
    ("一百零五条", {(105, 105)}),
    ("一万零二十人", {(10_020, 10_020)}),
    ("三千五百户", {(3500, 3500)}),
    ("二十多人", {(20, 20)}),
    ("20多人", {(20, 20)}),
    ("十几个人", {(10, 10)}),
    ("30—40人", {(30, 30), (40, 40)}),
    ("百分之三十", {(30, 30)}),
    ("30%", {(30, 30)}),
    ("3.5小时", {(3.5, 3.5)}),
    ("《九种工具》", set()),
    ("《2020年报告》里的4个案例", {(4, 4)}),
    ("四川、九江和六安", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_figures(text: str, expected: set[tuple[float, float]]) -> None:
    """The figures of a text are exactly these."""
    assert expected == figures(text)


def test_one_to_one_is_no_figure() -> None:
    """In 一对一 and 一一 nothing is counted."""
    assert figures("一对一结对") == set()
    assert figures("一一对应") == set()


def numeral(number: int) -> str:
    """Write 1–99,999 as Chinese does."""
    if number >= 10_000:
        head, rest = divmod(number, 10_000)
        return numeral(head) + "万" + _rest(rest, 1000)
    for size, unit in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            return DIGITS[head] + unit + _rest(rest, size // 10)
    return DIGITS[number]


def _rest(rest: int, size: int) -> str:
    return ("零" if rest < size else "") + numeral(rest) if rest else ""


@given(st.integers(1, 99_999))
def test_parsing_undoes_writing(number: int) -> None:
    """Every numeral from 1 to 99,999 is read as the number that was written."""
    assert parse_numeral(numeral(number)) == (number, number)
    if 10 <= number < 20:
        assert parse_numeral(numeral(number)[1:]) == (number, number)


@given(st.integers(2, 99_999))
def test_han_and_arabic_are_one_figure(number: int) -> None:
    """A count is the same figure in Han numerals and in digits, with and without separators."""
    expected = {(number, number)}
    assert expected == figures(f"共{numeral(number)}户")
    assert expected == figures(f"共{number}户")
    assert expected == figures(f"共 {number:,} 户")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader of figures fail, and low never exceeds high."""
    assert [figure for figure in figures(text) if figure[0] > figure[1]] == []


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ((30, 40), "30—40"),
        ((9, 9), "9"),
        ((21_000_000, 21_000_000), "21000000"),
        ((3.5, 3.5), "3.5"),
    ],
)
def test_in_words(figure: tuple[float, float], words: str) -> None:
    """Editors see a figure as they would write it."""
    assert words == in_words(figure)
