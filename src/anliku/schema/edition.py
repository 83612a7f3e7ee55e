"""Editions: who may see what. The fields that only instructors see are flagged in the records."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel

from anliku.schema.field import fact_about
from anliku.schema.walk import fields_of

AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


class Edition(StrEnum):
    """LEARNER: no instructors' field in any file. INSTRUCTOR: all of them, on the pages.

    PUBLIC: pages as for learners, and beside them a 教师包 for each teaching note.
    """

    LEARNER = "learner"
    PUBLIC = "public"
    INSTRUCTOR = "instructor"


def without_instructors_fields(record: AnyRecord) -> AnyRecord:
    """Return a record as learners may see it; the same object where nothing is hidden."""
    changes: dict[str, Any] = {}
    for name, info in fields_of(type(record)).values():
        value = getattr(record, name)
        if fact_about(info, "instructors"):
            kept: Any = info.get_default()
        elif isinstance(value, BaseModel):
            kept = without_instructors_fields(value)
        elif isinstance(value, tuple):
            kept = tuple(
                without_instructors_fields(item) if isinstance(item, BaseModel) else item
                for item in value
            )
            kept = value if all(a is b for a, b in zip(kept, value, strict=True)) else kept
        else:
            continue
        if kept is not value and kept != value:
            changes[name] = kept
    return record.model_copy(update=changes) if changes else record
