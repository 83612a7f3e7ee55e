"""Dates that do not exist or are written in another way, where a whole plain value is a date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from anliku.read.slip import Slip, snippet

_KEYS = """
    date added updated reviewed next_due last_checked start end from to as_of until issued accessed
    retrieved founded closed published created modified submitted
    available-date event-date original-date 日期 截至
"""
DATE_KEYS = frozenset(_KEYS.split())
_ENDINGS = ("_date", "_on", "_at", "日期")
_DASHES = "－–—−‐‑‒―﹣─"
_TO_ASCII = str.maketrans(_DASHES + "．／", "-" * len(_DASHES) + "./")
_SHAPE = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$")
_HAN = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号])?)?$")
_NO_YEAR = re.compile(r"(\d{1,2})\s*(?:月|/)\s*(\d{1,2})\s*[日号]?$")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_MONTH = re.compile(r"(\d{4})([-/.])(\d{1,2})$")
_SOLID = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})$")
_SPACED = re.compile(r"\s*-\s*")
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}$")
_FIRST_SEASON, _LAST_SEASON, _MONTHS = 21, 41, 12
_CHINESE_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}年")
_LONGEST = 40
_DAY = (1, 2, 3)
_SPELLINGS = ((_SHAPE, (1, 3, 4)), (_HAN, _DAY), (_SOLID, _DAY), (_MONTH, (1, 3)))
_UNCLEAR = (_CHINESE_YEAR, _YEAR_LAST, _NO_YEAR)


def check_date(text: str, key: str) -> Slip | None:
    """Judge a plain value: any impossible date, and under a date key any other spelling."""
    if len(text) > _LONGEST or not any(c.isdigit() or c in "〇零○一二" for c in text):
        return None
    ascii_text = unicodedata.normalize("NFKC", text.translate(_TO_ASCII)).translate(_TO_ASCII)
    ascii_text = ascii_text.strip()
    if key in DATE_KEYS or key.endswith(_ENDINGS):
        return _under_date_key(text, ascii_text)
    shape = _SHAPE.match(ascii_text)
    if shape and not _exists(*shape.group(1, 3, 4)):
        return _impossible(text)
    wide = text != ascii_text and (shape or _SOLID.match(ascii_text))
    return _spelled(text, _iso(*shape.group(1, 3, 4))) if wide and shape else None


def _under_date_key(text: str, ascii_text: str) -> Slip | None:
    for part in re.split(r"/(?=\d{4}-)", ascii_text):
        bare = part.rstrip("?~%")
        if _FULL.match(bare) and not _exists(*bare.split("-")):
            return _impossible(text)
        month = re.match(r"\d{4}-(\d{2})$", bare)
        if month and not _is_month(int(month.group(1))):
            return _impossible(text)
    return _other_spelling(text, ascii_text)


def _other_spelling(text: str, ascii_text: str) -> Slip | None:
    tight = _SPACED.sub("-", ascii_text)
    for pattern, groups in _SPELLINGS:
        hit = pattern.match(tight)
        if hit:
            parts = [part for part in hit.group(*groups) if part]
            if len(parts) == len(_DAY) and not _exists(*parts):
                return _impossible(text)
            return _spelled(text, _iso(*parts))
    if any(pattern.match(tight) for pattern in _UNCLEAR):
        return _spelled(text, "")
    hit = _TIMED.match(tight)
    if hit:
        return _spelled(text, hit.group(1))
    is_digits = text != ascii_text and re.fullmatch(r"[\d./-]+", tight)
    return _spelled(text, tight) if is_digits else None


def _spelled(text: str, iso: str) -> Slip | None:
    if text == iso:
        return None
    cure = f"写成 {iso}" if iso else "按“年-月-日”写成 2020-02-03 的样子，年份四位，月日各两位"
    return Slip(
        "AK060",
        0,
        f"日期“{snippet(text)}”的写法不统一",
        f"{cure}（半角数字，半角短横）；只知道大概时间的，写在 text 里",
    )


def _impossible(text: str) -> Slip:
    return Slip(
        "AK059",
        0,
        f"日期“{snippet(text)}”不存在",
        "核对年、月、日，按“年-月-日”写成 2020-02-03 的样子；若这不是日期，给它加半角双引号",
    )


def _iso(*parts: str) -> str:
    return "-".join([parts[0], *(p.zfill(2) for p in parts[1:])])


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _is_month(number: int) -> bool:
    """Accept months, and the seasons and quarters that EDTF writes as months 21 to 41."""
    return 1 <= number <= _MONTHS or _FIRST_SEASON <= number <= _LAST_SEASON
