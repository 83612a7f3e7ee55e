"""Rules on citations that one entry alone can break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import EDITORS, MARK, sentences, targets
from anliku.check.rule import Finding
from anliku.schema.base import Cited
from anliku.schema.guide import Guide
from anliku.schema.organization import Name
from anliku.schema.text import FACT_ID, is_entry_id
from anliku.schema.walk import prose, walk

_LOOSE = re.compile(r"[\[【［]\s*[@＠][^\]】］]*[\]】］]?|[@＠][a-z0-9-]+#")
_OPTIONAL = frozenset({"related", "challenges", "recommendations", "practices", "tools", "about"})
"""Links that may rest on the editors' own ordering of the library, without a fact."""


def sentences_are_cited(entry: Entry) -> Iterator[Finding]:
    """已发布的案例、模式、做法、导读，正文句句有出处；编者的话标 [@编者]；导读可以只连到条目。"""
    if not (entry.is_published and entry.kind.must_cite):
        return
    # AK431 keeps figures out of a sentence that rests on a link alone.
    is_guide = isinstance(entry.record, Guide)
    for path, text in prose(entry.record):
        for sentence in sentences(text):
            if not (sentence.covered or (is_guide and sentence.links)):
                yield Finding(
                    path,
                    f"这一句没有出处：{_short(sentence.text)}",
                    "在句末加 [@来源编号#事实编号]；是编者自己的话就加 [@编者]",
                )


def claims_have_sources(entry: Entry) -> Iterator[Finding]:
    """已发布的案例、模式、做法、导读，每条说法、名称、联系都写明 cite。"""
    if not (entry.is_published and entry.kind.must_cite):
        return
    citing: set[tuple[str | int, ...]] = set()
    for path, _, value in walk(entry.record):
        if not isinstance(value, Cited):
            continue
        if value.cite:
            citing.add(path)
        elif path[0] not in _OPTIONAL and not any(path[: len(c)] == c for c in citing):
            if _is_time_in_words(path, value):
                continue
            yield Finding(path, "这一条没有出处", "加上 cite: [来源编号#事实编号]")


def names_have_sources(entry: Entry) -> Iterator[Finding]:
    """已发布的单位与组织，每个名称都写明 cite。"""
    if entry.is_published:
        for path, _, value in walk(entry.record):
            if isinstance(value, Name) and not value.cite:
                yield Finding(path, f"名称“{value.name}”没有出处", "加上 cite: [来源编号#事实编号]")


def marks_are_well_formed(entry: Entry) -> Iterator[Finding]:
    """正文里的出处写成 [@来源编号#事实编号]，几条之间用分号。"""
    hint = "写成 [@gongyishibao-jiangwei#F086]，用半角方括号；几条之间用分号"
    for path, text in prose(entry.record):
        for match in MARK.finditer(text):
            for ref in targets(match[1]):
                source, _, fact = ref.partition("#")
                if ref != EDITORS and not (is_entry_id(source) and FACT_ID.fullmatch(fact)):
                    yield Finding(path, f"出处“{ref}”写得不对", hint)
        rest = MARK.sub("", text)
        for match in _LOOSE.finditer(rest):
            yield Finding(path, f"“{_short(match[0])}”像出处，但写法不对", hint)


def _is_time_in_words(path: tuple[str | int, ...], value: Cited) -> bool:
    """`period: {text: 疫情期间}` repeats the source's relative wording; it claims no date."""
    return path == ("period",) and not (
        getattr(value, "start", None) or getattr(value, "end", None)
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 24 else f"{flat[:23]}…"
