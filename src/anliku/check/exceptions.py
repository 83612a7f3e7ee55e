"""Findings that editors have accepted for a while: each with a reason and an end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from anliku.check.shape import explain
from anliku.diagnostic import Diagnostic, Severity, in_order
from anliku.read import Document
from anliku.schema.base import Record
from anliku.schema.field import field
from anliku.schema.text import Day, Line


class Accepted(Record):
    """One finding that is accepted until a day."""

    entry: Line = field("条目", "文件夹/编号", example="sources/old-report")
    code: Line = field("代码", "检查代码", example="AK301")
    reason: Line = field("理由", "为什么暂时接受")
    until: Day = field("截止", "到这一天为止", example="2027-03-01")


class Exceptions(Record):
    """The file cases/exceptions.yml."""

    exceptions: tuple[Accepted, ...] = field("例外", "暂时接受的检查结果")


def apply_exceptions(
    document: Document | None, diagnostics: Iterable[Diagnostic], today: date
) -> tuple[Diagnostic, ...]:
    """Leave out accepted findings; an exception that is over or accepts nothing is an error."""
    found = in_order(diagnostics)
    if document is None:
        return found
    try:
        table = Exceptions.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        return in_order(found, (explain(Exceptions, document, dict(d)) for d in details))
    left, extra = list(found), []
    for index, item in enumerate(table.exceptions):
        accepted = [d for d in left if d.code == item.code and _entry(d) == item.entry]
        at = document.at(("exceptions", index))
        if item.until < today:
            message, hint = (
                f"{item.entry} 的例外 {item.code} 已到期",
                "改好条目，或写明新的理由和截止日期",
            )
        elif not accepted:
            message, hint = f"{item.entry} 已经没有 {item.code} 这个问题", "删去这条例外"
        else:
            left = [d for d in left if d not in accepted]
            continue
        extra.append(Diagnostic(at, Severity.ERROR, "AK320", message, hint))
    return in_order(left, extra)


def _entry(diagnostic: Diagnostic) -> str:
    return "/".join(diagnostic.location.file.rsplit(".", 1)[0].split("/")[-2:])
