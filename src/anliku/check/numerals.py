"""A rule on how figures are written (GB/T 15835): one way in all entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.check.rule import Finding
from anliku.diagnostic import Severity
from anliku.schema.text import LineMark, ProseMark
from anliku.schema.walk import Path, has_mark, walk

_HAN = r"[\u4e00-\u9fff]"
_SLIPS = (
    (re.compile(r"\d,\d{3}(?!\d)"), "数字里有千分位的逗号", "删去逗号；位数多的，用万、亿作单位"),
    (
        re.compile(r"\d[%％]?\s?[–~～]\s?\d"),
        "起止两个数之间的连接号不对",
        "用一字线“—”，或者写“至”",
    ),
    (
        re.compile(rf"(?<={_HAN}) \d+(?={_HAN}|[，。；：、）])|\d (?={_HAN})"),
        "数字和汉字之间有空格",
        "删去空格；折行造成的，换个地方断行",
    ),
)
_AS_PRINTED = frozenset({"csl", "editor_notes", "title_en", "abstract_en"})


def figures_are_written_one_way(entry: Entry) -> Iterator[Finding]:
    """数字不用千分位逗号，起止用一字线或“至”，与汉字之间不空格；来源的题名和英文除外。"""
    for path, info, value in walk(entry.record):
        is_text = has_mark(info, LineMark) or has_mark(info, ProseMark)  # not a fixed choice
        if not isinstance(value, str) or not is_text or _is_as_printed(entry, path):
            continue
        for slip, message, hint in _SLIPS:
            found = slip.search(value)
            if found:
                words = value[max(0, found.start() - 6) : found.end() + 6].replace("\n", " ")
                yield Finding(path, f"{message}：“{words}”", hint, severity=Severity.WARNING)


def _is_as_printed(entry: Entry, path: Path) -> bool:
    key = path[0]
    return key in _AS_PRINTED or (key == "title" and entry.kind.name == "source")
