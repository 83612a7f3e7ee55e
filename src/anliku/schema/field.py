"""One description per field: label, help, example, and what the checks need to know about it."""

from __future__ import annotations

from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo

MISSING: Any = ...


def field(
    label: str,
    text: str,
    *,
    default: Any = MISSING,
    example: object = None,
    key: bool = False,
    asks: bool = False,
    unsaid: str = "",
    key_kinds: tuple[str, ...] = (),
    instructors: bool = False,
    vocabulary: str = "",
    apart: bool = False,
    alias: str | None = None,
) -> Any:
    """Describe a field once.

    `label` and `text` are what editors and readers see. `default` makes the field optional.
    `key`: a published entry fills it or lists it in `unstated`; `key_kinds`: the same for items
    of a list, told apart by their `kind`; `asks`: key fields inside are asked for even when the
    whole is absent; `unsaid`: how the page says that the source does not say it.
    `instructors`: absent from the learner edition. `vocabulary`: id of the scheme that the
    values come from. `apart`: what is cited here tells of something else, or weighs the entry
    against it, and is no evidence for the entry.
    """
    extra: dict[str, Any] = {
        "key": key,
        "asks": asks,
        "unsaid": unsaid,
        "key_kinds": list(key_kinds),
        "instructors": instructors,
        "vocabulary": vocabulary,
        "apart": apart,
    }
    return Field(
        default=default,
        title=label,
        description=text,
        examples=None if example is None else [example],
        json_schema_extra={name: value for name, value in extra.items() if value},
        alias=alias,
    )


def fact_about(info: FieldInfo, name: str) -> Any:
    """Return what `field` stored under `name`, or None."""
    extra = info.json_schema_extra
    return extra.get(name) if isinstance(extra, dict) else None
