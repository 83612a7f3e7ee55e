"""JSON Schema (2020-12) of every kind, for editors' programs; made from the records."""

from __future__ import annotations

from typing import Any

from anliku.schema.kinds import KINDS, Kind


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema of one kind, with Chinese titles and descriptions."""
    schema = kind.record.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = kind.label
    return schema


def all_schemas() -> dict[str, Any]:
    """Return the schemas of all kinds by folder."""
    return {kind.folder: json_schema(kind) for kind in KINDS.values()}
