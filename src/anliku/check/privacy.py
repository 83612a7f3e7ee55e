"""Rules that stop personal data of service users before it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anliku.catalog import Entry
from anliku.check.rule import Finding
from anliku.schema.walk import walk

_SEPARATORS = re.compile(r"(?<=\d)[\s·•.\-–—]+(?=[\dXx])")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_ID_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(\d{6})((?:19|20)\d{2})(\d{2})(\d{2})(\d{3})([\dXx])(?![0-9A-Za-z])"
)
_OLD_ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-8]\d{5}(\d{2})(\d{2})(\d{2})\d{3}(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:\+?86)?1[3-9]\d{9}(?![0-9A-Za-z])")
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}")
"""Looks only at the start of a run of letters: elsewhere a long run takes quadratic time."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def no_id_numbers(entry: Entry) -> Iterator[Finding]:
    """任何字段都没有身份证号（GB 11643 的 18 位和旧的 15 位）。"""
    for path, text in _texts(entry):
        if _holds_id_number(text):
            yield Finding(path, "这里像身份证号，已拦下", "请整段删去，不要只打星号")


def no_phone_numbers(entry: Entry) -> Iterator[Finding]:
    """任何字段都没有手机号和邮箱；公开的服务热线不在此列。"""
    for path, text in _texts(entry):
        if _MOBILE.search(text):
            yield Finding(
                path, "这里像手机号，已拦下", "删去号码；要留联系方式，只写机构公开的热线"
            )
        if _EMAIL.search(text):
            yield Finding(path, "这里像邮箱，已拦下", "删去邮箱")


def _texts(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for path, _, value in walk(entry.record):
        if isinstance(value, str) and path[-1] not in ("URL", "DOI"):
            yield path, _SEPARATORS.sub("", value.translate(_FULL_WIDTH))


def _holds_id_number(text: str) -> bool:
    for match in _ID_NUMBER.finditer(text):
        if _is_day(int(match[2]), int(match[3]), int(match[4])) and _checks(match[0]):
            return True
    return any(
        _is_day(1900 + int(m[1]), int(m[2]), int(m[3])) for m in _OLD_ID_NUMBER.finditer(text)
    )


def _checks(number: str) -> bool:
    """Tell whether the last character is the check digit of ISO 7064 MOD 11-2 (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK_DIGITS[total % 11] == number[17].upper()


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
