"""What was read: plain data, and the place of every key and value for later messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from anliku.diagnostic import Location

Value: TypeAlias = "dict[str, Value] | list[Value] | str | None"
Path: TypeAlias = tuple[str | int, ...]


class Place(NamedTuple):
    """Where a value and its key begin, counted from 0; -1 when it has no key."""

    line: int
    column: int
    key_line: int
    key_column: int
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. All scalars are text, except a plain empty value or null."""

    path: str
    value: dict[str, Value]
    places: Mapping[Path, Place]

    def at(self, path: Path, *, key: bool = False) -> Location:
        """Return the place of a value, or of its key; of the nearest ancestor if there is none."""
        place = self.places.get(path)
        while place is None:
            path = path[:-1]
            place = self.places.get(path) if path else self.places[()]
        if key and place.key_line >= 0:
            return Location(self.path, place.key_line + 1, place.key_column + 1)
        return Location(self.path, place.line + 1, place.column + 1)

    def is_plain(self, path: Path) -> bool:
        """Tell whether a value is a scalar without quotes or block mark."""
        place = self.places.get(path)
        return place is not None and place.is_plain
