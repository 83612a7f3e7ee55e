"""The catalog as learners may see it: one place, before anything is rendered or published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from anliku.catalog import Catalog, Entry
from anliku.read import Document
from anliku.schema.edition import without_instructors_fields
from anliku.schema.field import fact_about
from anliku.schema.skeleton import record_in
from anliku.schema.walk import fields_of


def for_learners(catalog: Catalog) -> Catalog:
    """Return a catalog without instructors' fields; the same one where there are none."""
    entries = tuple(_for_learners(entry) for entry in catalog.entries)
    if all(a is b for a, b in zip(entries, catalog.entries, strict=True)):
        return catalog
    return replace(catalog, entries=entries)


def _for_learners(entry: Entry) -> Entry:
    record = without_instructors_fields(entry.record)
    if record is entry.record:
        return entry
    value = _shown(entry.document.value, entry.kind.record)
    # The text as it was read goes the same way: whoever publishes it must not undo the work.
    document = Document(entry.document.path, value, entry.document.places)
    return replace(entry, record=record, document=document)


def _shown(value: Any, record: type[BaseModel]) -> Any:
    """Return what was read without the keys of instructors' fields."""
    if isinstance(value, list):
        return [_shown(item, record) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, inner in value.items():
        field = fields_of(record).get(key)
        if field is None or fact_about(field[1], "instructors"):
            continue
        nested, _ = record_in(field[1].annotation)
        kept[key] = _shown(inner, nested) if nested else inner
    return kept
