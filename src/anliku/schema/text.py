"""The types of scalars. YAML gives text only; each type says what text it takes, in Chinese."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

ENTRY_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FACT_ID = re.compile(r"[A-Za-z]{1,3}[0-9]{1,4}")
WHOLE = re.compile(r"0|[1-9][0-9]{0,9}")
WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
"""What a page may link to: never `javascript:` or `data:`."""
ID_LIMIT = 64
WINDOWS_NAMES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


class ProseMark:
    """Marks text that may hold inline Markdown and citations `[@source#F086]`."""


class DateMark:
    """Marks dates of any precision (EDTF)."""


class LineMark:
    """Marks plain text: shown as written, never as Markdown."""


def refuse(kind: str, message: str, hint: str) -> PydanticCustomError:
    """Make an error whose message and cure reach the editor as they are."""
    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})


def _line(value: object) -> object:
    if isinstance(value, str) and "\n" in value.strip():
        raise refuse("one_line", "这里只能写一行", "把换行去掉，写成一行")
    return _filled(value)


def _filled(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise refuse(
            "empty", "这一项空着", "填上内容；来源没有说的，删去这一行，并把字段名写进 unstated"
        )
    return value.strip() if isinstance(value, str) else value


def _entry_id(value: object) -> object:
    text = _filled(value)
    if isinstance(text, str) and not is_entry_id(text):
        raise refuse(
            "entry_id", f"“{text}”不能作条目编号", "只用小写字母、数字和短横，例如 xinjiyuan"
        )
    return text


def is_entry_id(text: str) -> bool:
    """Lower-case ASCII kebab, at most 64 characters, a file name on every system."""
    return bool(
        len(text) <= ID_LIMIT and ENTRY_ID.fullmatch(text) and not WINDOWS_NAMES.fullmatch(text)
    )


def _citation(value: object) -> object:
    text = _filled(value)
    if isinstance(text, str):
        source, mark, fact = text.partition("#")
        if not (mark and is_entry_id(source) and FACT_ID.fullmatch(fact)):
            raise refuse(
                "citation",
                f"出处“{text}”写得不对",
                "写成 来源编号#事实编号，例如 gongyishibao-jiangwei#F086",
            )
    return text


def _fact_id(value: object) -> object:
    text = _filled(value)
    if isinstance(text, str) and not FACT_ID.fullmatch(text):
        raise refuse("fact_id", f"“{text}”不能作事实编号", "用字母加数字，例如 F086")
    return text


def _address(value: object) -> object:
    text = _line(value)
    if isinstance(text, str) and not WEB_ADDRESS.fullmatch(text):
        raise refuse("address", f"“{text}”不是网址", "写成 https:// 开头的完整网址")
    return text


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not WHOLE.fullmatch(value):
            raise refuse(
                "whole", f"“{value}”不是整数", "写成半角数字，例如 30；不带单位、逗号和小数点"
            )
        return int(value)
    return _filled(value)


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise refuse("bool", f"“{value}”不是 true 或 false", "是写 true，否写 false")
        return value == "true"
    return _filled(value)


def _day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise refuse(
                "day", f"“{value}”不是日期", "写成 2026-11-23 这样的日期，用半角数字和短横"
            )
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse("day", f"没有 {value} 这一天", "对照日历核对月份和日子") from None
    return _filled(value)


Line = Annotated[str, BeforeValidator(_line), LineMark()]
Prose = Annotated[str, BeforeValidator(_filled), ProseMark()]
EntryId = Annotated[str, BeforeValidator(_entry_id)]
FactId = Annotated[str, BeforeValidator(_fact_id)]
Citation = Annotated[str, BeforeValidator(_citation)]
Address = Annotated[str, BeforeValidator(_address), LineMark()]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[date, BeforeValidator(_day)]
