"""Walk through a record by its description: every value with its path and field."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, cast, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anliku.schema.text import LineMark, ProseMark

Path = tuple[str | int, ...]


@cache
def fields_of(record: type[BaseModel]) -> dict[str, tuple[str, FieldInfo]]:
    """Map each key as written in YAML to attribute name and description."""
    return {(info.alias or name): (name, info) for name, info in record.model_fields.items()}


def has_mark(info: FieldInfo, mark: type) -> bool:
    """Tell whether a field's text is of the marked type, also inside lists and options."""
    if any(isinstance(item, mark) for item in info.metadata):
        return True
    return _holds(cast("Hashable", info.annotation), mark)


@cache
def _holds(annotation: Hashable, mark: type) -> bool:
    if any(isinstance(item, mark) for item in getattr(annotation, "__metadata__", ())):
        return True
    return any(_holds(argument, mark) for argument in get_args(annotation))


def walk(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, FieldInfo, Any]]:
    """Yield every filled field, list item and nested field, outer before inner."""
    for key, (name, info) in fields_of(type(record)).items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        yield from _items((*path, key), info, value)


def _items(path: Path, info: FieldInfo, value: Any) -> Iterator[tuple[Path, FieldInfo, Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _items((*path, index), info, item)
        return
    yield path, info, value
    if isinstance(value, BaseModel):
        yield from walk(value, path)


def records(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Yield every nested record with its path."""
    for where, _, value in walk(record, path):
        if isinstance(value, BaseModel):
            yield where, value


def prose(record: BaseModel) -> Iterator[tuple[Path, str]]:
    """Yield every text that may hold Markdown and citations."""
    for where, info, value in walk(record):
        if isinstance(value, str) and has_mark(info, ProseMark):
            yield where, value


def own_lines(record: BaseModel) -> Iterator[tuple[str, str]]:
    """Yield the plain texts of one record itself, without its nested records."""
    for key, (name, info) in fields_of(type(record)).items():
        if not has_mark(info, LineMark):
            continue
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield key, item


def record_at(record: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the record type that a path leads to, whatever the entry holds there."""
    current: type[BaseModel] | None = record
    for part in path:
        if current is None:
            return None
        if isinstance(part, str):
            field = fields_of(current).get(part)
            current = _record_in(field[1].annotation) if field else None
    return current


def field_at(record: type[BaseModel], path: Path) -> FieldInfo | None:
    """Return the description of the field that a path leads to."""
    keys = [part for part in path if isinstance(part, str)]
    if not keys:
        return None
    parent = record_at(record, tuple(keys[:-1]))
    found = fields_of(parent).get(keys[-1]) if parent else None
    return found[1] if found else None


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = _record_in(argument)
        if found is not None:
            return found
    return None
