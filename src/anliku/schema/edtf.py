"""Dates as far as they are known: a part of EDTF (ISO 8601-2:2019), levels 0 and 1."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from anliku.schema.text import DateMark, refuse

_ONE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[~?%]?"
)
_HINT = "写成 2020、2020-01、2020-01-25，约数加 ~，起止用 /，例如 2020-01/2020-05"


def is_edtf(text: str) -> bool:
    """Tell whether `text` is a year, month, day or an interval of them that exists."""
    first, slash, second = text.partition("/")
    if not slash:
        return _exists(first)
    ends = [part for part in (first, second) if part != ".."]
    if not ends or not all(_exists(part) for part in ends):
        return False
    return len(ends) == 1 or earliest(first) <= latest(second)


def _exists(text: str) -> bool:
    match = _ONE.fullmatch(text)
    if match is None:
        return False
    if "X" in match["year"]:
        return match["month"] is None
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


def earliest(text: str) -> str:
    """Return the first day that a date can mean, as YYYY-MM-DD text that sorts."""
    return _fill(text.partition("/")[0], "0", "-01-01")


def latest(text: str) -> str:
    """Return the last day that a date can mean, as text that sorts (months count 31 days)."""
    first, slash, second = text.partition("/")
    return _fill(second if slash else first, "9", "-12-31")


def _fill(text: str, digit: str, rest: str) -> str:
    if text == "..":
        return f"{digit * 4}{rest}"
    plain = text.rstrip("~?%").replace("X", digit)
    return plain + rest[len(plain) - 4 :]


def in_words(text: str) -> str:
    """Return the date as Chinese readers write it: 2020 年 1 月 25 日."""
    first, slash, second = text.partition("/")
    if slash:
        return f"{_words(first) or '起始不详'}至{_words(second) or '未结束'}"
    return _words(first)


def _words(text: str) -> str:
    if text == "..":
        return ""
    about = "约" if text[-1] in "~%" else ""
    doubt = "（存疑）" if text[-1] in "?%" else ""
    year, *rest = text.rstrip("~?%").split("-")
    if year.endswith("XX"):
        shown = f"{int(year[:2]) + 1} 世纪"
    else:
        shown = f"{year.replace('X', '0')} 年{'代' if year.endswith('X') else ''}"
    for number, unit in zip(rest, ("月", "日"), strict=False):
        shown += f" {int(number)} {unit}"
    return f"{about}{shown}{doubt}"


def _check(value: object) -> object:
    if isinstance(value, str):
        text = value.strip()
        if not is_edtf(text):
            raise refuse("edtf", f"“{value}”不是能用的日期", _HINT)
        return text
    if value is None:
        raise refuse("empty", "日期空着", "填上日期；来源没有说的，删去这一行，并写进 unstated")
    return value


Edtf = Annotated[str, BeforeValidator(_check), DateMark()]
