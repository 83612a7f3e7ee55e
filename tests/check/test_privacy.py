"""Personal numbers are caught however they are written; other numbers are not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.check.privacy import no_id_numbers, no_phone_numbers
from tests.library import examine_texts

WEIGHTS = [2 ** (17 - n) % 11 for n in range(17)]  # ISO 7064 MOD 11-2
FULL_WIDTH = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789X"}
DAYS = st.dates(date(1900, 1, 1), date(2026, 11, 23))


def id_number(area: int, born: date, serial: int) -> str:
    """Return a valid number of GB 11643."""
    body = f"{area:06d}{born:%Y%m%d}{serial:03d}"
    rest = sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[rest]


def findings(rule, note: str) -> int:
    """Count what a rule finds in a note of the editors."""
    text = (
        "title: 示例\ntakeaway: 示例\nsummary: 示例。\nstatus: 草稿\nversion: 1\n"
        f"added: 2026-01-01\nupdated: 2026-01-01\neditor_notes:\n  - 见“{note}”\n"
    )
    linked = examine_texts({"studies/shili.yml": text})
    code = {no_id_numbers: "AK318", no_phone_numbers: "AK319"}[rule]
    return sum(d.code == code for d in linked.diagnostics)


NUMBERS = st.builds(id_number, st.integers(110_000, 659_999), DAYS, st.integers(0, 999))


@given(NUMBERS)
def test_id_numbers_are_caught(number: str) -> None:
    """A valid ID number is found plain, cut in parts, in full-width digits, with a small x."""
    spaced = f"{number[:6]} {number[6:14]} {number[14:]}"
    dashed = f"{number[:6]}-{number[6:14]}-{number[14:]}"
    dotted = f"{number[:6]}·{number[6:14]}.{number[14:]}"
    wide = number.translate(FULL_WIDTH)
    for written in (number, number.lower(), spaced, dashed, dotted, wide, f"号{number}号"):
        assert findings(no_id_numbers, written) == 1, written


@given(NUMBERS, st.integers(1, 9))
def test_a_wrong_check_digit_is_no_id_number(number: str, step: int) -> None:
    """18 digits whose check digit is wrong are left alone."""
    valid = "0123456789X"
    wrong = valid[(valid.index(number[-1]) + step) % 11]
    assert findings(no_id_numbers, number[:-1] + wrong) == 0


@given(st.integers(0, 999), st.integers(110_000, 659_999))
def test_a_day_that_does_not_exist_is_no_id_number(serial: int, area: int) -> None:
    """18 digits whose date does not exist are left alone, whatever the check digit."""
    body = f"{area:06d}20210230{serial:03d}"
    rest = sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11
    assert findings(no_id_numbers, body + "10X98765432"[rest]) == 0


@given(st.integers(110_000, 659_999), st.integers(0, 36_000), st.integers(0, 999))
def test_old_id_numbers_are_caught(area: int, days: int, serial: int) -> None:
    """The 15-digit form of before 1999 is found."""
    born = date(1900, 1, 1) + timedelta(days=days)
    if born.year < 2000:
        assert findings(no_id_numbers, f"{area}{born:%y%m%d}{serial:03d}") == 1


@given(st.integers(10**10, 10**11 - 1))
def test_mobile_numbers_are_caught(number: int) -> None:
    """Eleven digits are a mobile number when they begin with 13–19, else not."""
    expected = int(13 <= number // 10**9 <= 19)
    text = str(number)
    for written in (text, f"{text[:3]} {text[3:7]} {text[7:]}", f"+86{text}", f"手机{text}。"):
        assert expected == findings(no_phone_numbers, written), written


@pytest.mark.parametrize(
    "text",
    [
        "热线12345",
        "028-86281234",
        "0571-88155000",
        "400-800-1234",
        "52510100MJQ0000000",
        "2020年5月",
    ],
)
def test_public_numbers_may_stand(text: str) -> None:
    """Hot lines, land lines and registration codes are no personal data."""
    assert findings(no_phone_numbers, text) + findings(no_id_numbers, text) == 0
