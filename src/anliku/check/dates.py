"""Rules on dates and intervals."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.check.rule import Finding
from anliku.schema.base import Period, Size
from anliku.schema.edtf import earliest, in_words, latest
from anliku.schema.organization import Name
from anliku.schema.walk import records


def dates_in_order(entry: Entry) -> Iterator[Finding]:
    """结束日期不早于开始日期，更新日期不早于收入日期。"""
    record = entry.record
    if record.updated < record.added:
        yield Finding(
            ("updated",),
            f"更新日期 {record.updated} 早于收入日期 {record.added}",
            "核对两个日期，改掉写错的一个",
        )
    for path, part in records(record):
        if not (isinstance(part, Period | Name) and part.start and part.end):
            continue
        if latest(part.end) < earliest(part.start):
            yield Finding(
                (*path, "end" if isinstance(part, Period) else "to"),
                f"结束日期早于开始日期（{in_words(part.start)}开始，{in_words(part.end)}结束）",
                "核对两个日期，改掉写错的一个",
            )


def sizes_in_order(entry: Entry) -> Iterator[Finding]:
    """规模的上限不小于下限。"""
    for path, part in records(entry.record):
        if not isinstance(part, Size) or part.min is None or part.max is None:
            continue
        if part.max < part.min:
            yield Finding(
                (*path, "max"),
                f"上限 {part.max} 小于下限 {part.min}",
                "核对两个数，小的写在 min，大的写在 max",
            )


def review_after_adding(entry: Entry) -> Iterator[Finding]:
    """下次核对的日期晚于这次核对的日期。"""
    reviewed = entry.record.reviewed
    if reviewed and reviewed.next_due and reviewed.next_due <= reviewed.date:
        yield Finding(
            ("reviewed", "next_due"),
            f"下次核对 {reviewed.next_due} 不晚于这次核对 {reviewed.date}",
            "下次核对一般写在一年之后",
        )
