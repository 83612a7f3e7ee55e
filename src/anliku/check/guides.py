"""Rules on links inside prose, and on guides, that one entry alone can break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import LINK, MARK, entry_links, paragraphs, plain
from anliku.check.rule import Finding
from anliku.schema.guide import Guide
from anliku.schema.text import is_entry_id
from anliku.schema.walk import prose

_LOOSE = re.compile(r"\[\[[^\[\]]*\]?\]?|[【［]{2}[^】］]*[】］]{0,2}|[^\[\]]{0,12}\]\]")
"""What was meant as a link: a bracket missing, or brackets of full width."""
_SHOWN = 20


def prose_links_are_well_formed(entry: Entry) -> Iterator[Finding]:
    """正文里的条目链接写成 [[条目编号]] 或 [[条目编号|文字]]。"""
    hint = "写成 [[xinjiyuan-special-task|新济源]]：半角方括号，先编号，再一竖，再文字"
    for path, text in prose(entry.record):
        for match in LINK.finditer(text):
            link = entry_links(match[0])[0]
            if not is_entry_id(link.ref):
                yield Finding(path, f"链接“{_short(match[0])}”里没有条目编号", hint)
            elif match[2] is not None and not link.words:
                message = f"链接“{_short(match[0])}”的竖线后面没有文字"
                yield Finding(path, message, "补上文字，或删去竖线，用条目的标题")
        for match in _LOOSE.finditer(LINK.sub("", MARK.sub("", text))):
            yield Finding(path, f"“{_short(match[0])}”像条目链接，但写法不对", hint)


def guide_paragraphs_link(entry: Entry) -> Iterator[Finding]:
    """已发布的导读，正文每一段至少连到一个条目。"""
    if not (entry.is_published and isinstance(entry.record, Guide)):
        return
    for index, section in enumerate(entry.record.sections):
        for text in paragraphs(section.text):
            if not entry_links(text):
                yield Finding(
                    ("sections", index, "text"),
                    f"这一段没有连到条目：{_short(plain(text))}",
                    "把说到的案例、做法写成 [[条目编号|文字]]；连不上任何条目的，删去这一段",
                )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
