"""Values of entries as plain statements: words, links, the facts behind them, whose words they are.

Made from the description of the fields, in the same way for every kind; the page without scripts
and the browser show the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anliku.link.linked import LinkedCatalog
from anliku.render.prose import pieces
from anliku.schema.base import Period, Place, Size
from anliku.schema.edtf import in_words
from anliku.schema.finder import QUESTIONS, Scale
from anliku.schema.model import Requirement
from anliku.schema.text import DateMark, ProseMark
from anliku.schema.walk import fields_of, has_mark

LEFT_OUT = frozenset({"cite", "origin", "answers", "first"})
"""What stands elsewhere in a statement, or means something to the finder only."""
ONLY_AN_EXAMPLE = "达不到也不算缺"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, perhaps a link (an address from the root), and the facts behind it."""

    text: str = ""
    address: str = ""
    refs: tuple[str, ...] = ()
    by_editors: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One statement: its words, whose they are, and what is added as (label, words)."""

    runs: tuple[Run, ...]
    origin: str = ""
    more: tuple[tuple[str, str], ...] = ()


def items_of(value: Any, info: FieldInfo, linked: LinkedCatalog) -> Iterator[Item]:
    """Yield what a field says; values that are chosen from a list make one statement."""
    values = value if isinstance(value, tuple) else (value,)
    if has_mark(info, ProseMark):
        yield from _prose(value)
    elif isinstance(values[0], BaseModel):
        yield from (_part(one, linked) for one in values)
    else:
        yield Item((Run("、".join(_words(one, info) for one in values)),))


def _prose(text: str) -> Iterator[Item]:
    runs: list[Run] = []
    for words, facts, by_editors in pieces(text):
        if words or facts or by_editors:
            runs.append(Run(words, "", facts, by_editors))
        elif runs:
            yield Item(tuple(runs))
            runs = []


def _part(record: BaseModel, linked: LinkedCatalog) -> Item:
    """Return a part of an entry: what it names or says first, all else under its label."""
    refs: tuple[str, ...] = getattr(record, "cite", ())
    origin = getattr(record, "origin", None) or ""
    found = list(_filled(record))
    if isinstance(record, Requirement):
        added = tuple((label, words) for key, label, words in found if key != "values")
        return Item((Run(requirement_words(record), "", refs),), origin, added)
    if isinstance(record, Place | Period | Size):
        return Item((Run(_phrase(record), "", refs),), origin)
    key, _, words = found[0]
    target = linked.catalog.by_id.get(words) if key == "ref" else None
    address = target.address if target and target.is_published else ""
    first = Run(target.title if target else words, address, refs)
    return Item((first,), origin, tuple((label, said) for _, label, said in found[1:]))


def _filled(record: BaseModel) -> Iterator[tuple[str, str, str]]:
    """Yield key, label and words of each filled field."""
    for key, (name, info) in fields_of(type(record)).items():
        value = getattr(record, name)
        if key in LEFT_OUT or value is None or value is False or value == ():
            continue
        yield key, info.title or key, _said(value, info)


def _said(value: Any, info: FieldInfo) -> str:
    if value is True:
        return ONLY_AN_EXAMPLE
    if isinstance(value, BaseModel):
        return _phrase(value)
    return "；".join(value) if isinstance(value, tuple) else _words(str(value), info)


def _words(value: str, info: FieldInfo) -> str:
    return in_words(value) if has_mark(info, DateMark) else value


def _phrase(record: BaseModel) -> str:
    """Return a record that is read as one phrase."""
    match record:
        case Place():
            parts = (record.country, record.province, record.city, record.district)
            place = "".join(dict.fromkeys(part for part in parts if part))  # 北京, once
            return "，".join(part for part in (place, record.detail) if part)
        case Period():
            start = in_words(record.start) if record.start else ""
            end = f"至{in_words(record.end)}" if record.end else "起" if start else ""
            text = f"（{record.text}）" if record.text and start else record.text or ""
            return f"{start}{end}{text}"
        case Size():
            return f"{record.as_stated}（{record.what}）" if record.what else record.as_stated
        case _:
            return "；".join(words for _, _, words in _filled(record))


def requirement_words(record: Requirement) -> str:
    """Return what a requirement asks for; of an example only what was seen there."""
    values: tuple[str, ...] = record.values  # type: ignore[attr-defined]
    question = QUESTIONS[type(record).__name__.removesuffix("Requirement").lower()]
    if question.scale is Scale.LEVEL and not record.example_only:
        return question.asks(values)
    people = "人" if question.key == "people" and "以上" not in values[-1] else ""
    return "；".join(values) + people
