"""Key fields are filled, or the entry says that the source does not say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any, get_args

from pydantic import BaseModel

from anliku.catalog import Entry
from anliku.check.nearest import suggest
from anliku.check.rule import Finding
from anliku.schema.field import fact_about
from anliku.schema.walk import field_at, fields_of


@cache
def key_paths(record: type[BaseModel]) -> dict[str, str]:
    """Map each key field's path, such as `outcomes.indicator`, to its Chinese label."""
    found: dict[str, str] = {}
    for key, (_, info) in fields_of(record).items():
        label = info.title or key
        if fact_about(info, "key"):
            found[key] = label
        for kind in fact_about(info, "key_kinds") or ():
            found[f"{key}.{kind}"] = f"{label}（{kind}）"
        for inner in _records_in(info.annotation):
            for path, inner_label in key_paths(inner).items():
                found[f"{key}.{path}"] = f"{label}·{inner_label}"
    return found


def _records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _records_in(argument)


def unsaid_words(record: type[BaseModel], path: str) -> str:
    """Return the words in which a page says that the source is silent on a field."""
    info = field_at(record, tuple(path.split(".")))
    if info is None:  # `names.登记名` is told apart by its value, not by a key
        info = field_at(record, (path.partition(".")[0],))
    return (fact_about(info, "unsaid") or info.title or path) if info else path


def is_filled(record: BaseModel, path: str) -> bool:
    """Tell whether a path holds something; in a list, whether any item does."""
    return _filled(record, path.split("."))


def _filled(value: Any, keys: list[str]) -> bool:
    if isinstance(value, tuple):
        if keys and any(getattr(item, "kind", None) == keys[0] for item in value):
            return True
        return any(_filled(item, keys) for item in value)
    if not keys:
        return value is not None
    if not isinstance(value, BaseModel):
        return False
    field = fields_of(type(value)).get(keys[0])
    return field is not None and _filled(getattr(value, field[0]), keys[1:])


def unstated_is_exact(entry: Entry) -> Iterator[Finding]:
    """unstated 里只写这一类条目的关键字段，且没有填过、没有写重。"""
    keys = key_paths(entry.kind.record)
    known = _all_paths(entry.kind.record)
    seen: set[str] = set()
    for index, path in enumerate(entry.record.unstated):
        where = ("unstated", index)
        if path in seen:
            yield Finding(where, f"{path} 写了两遍", "删去一个")
        elif path not in keys and path not in known:
            yield Finding(where, f"没有 {path} 这个字段", partial(suggest, path, keys))
        elif is_filled(entry.record, path):
            yield Finding(where, f"{path} 已经填了，不能又说来源没有说明", "从 unstated 里删去它")
        seen.add(path)


def key_fields_are_answered(entry: Entry) -> Iterator[Finding]:
    """已发布的条目，关键字段要么填了，要么写进 unstated。"""
    if not entry.is_published:
        return
    unstated = entry.record.unstated
    for path, label in key_paths(entry.kind.record).items():
        parents = [path.rsplit(".", n)[0] for n in range(1, path.count(".") + 1)]
        if path in unstated or any(p in unstated for p in parents):
            continue
        if not is_filled(entry.record, path) and _is_asked(entry.record, path):
            yield Finding(
                (),
                f"关键字段 {path}（{label}）没有填",
                f"填上它；来源没有说的，在 unstated 里写上 {path}",
            )


def _is_asked(record: BaseModel, path: str) -> bool:
    """A key field inside an absent part is asked for only where the part is marked `asks`.

    `outcomes.as_of` makes no sense without outcomes, which is a key field of its own; but
    `period.start` and `place.district` do, because every case happened some time and somewhere.
    """
    parent, _, _ = path.rpartition(".")
    if not parent or is_filled(record, parent):
        return True
    top = fields_of(type(record)).get(parent.partition(".")[0])
    return top is not None and bool(fact_about(top[1], "asks"))


@cache
def _all_paths(record: type[BaseModel], depth: int = 3) -> frozenset[str]:
    found: set[str] = set()
    for key, (_, info) in fields_of(record).items():
        found.add(key)
        if depth:
            for inner in _records_in(info.annotation):
                found |= {f"{key}.{path}" for path in _all_paths(inner, depth - 1)}
    return frozenset(found)
