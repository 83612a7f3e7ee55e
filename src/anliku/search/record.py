"""What the search knows of an entry, and the facets that results can be narrowed by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading, its plain text, and the anchor it stands at."""

    heading: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One entry as searched and shown; all texts are plain text."""

    id: str
    kind: str
    title: str
    url: str
    """Address from the site's root."""
    summary: str = ""
    """The line on the card."""
    names: tuple[str, ...] = ()
    """Organizations and people, short and long: cut first from a query, read by pinyin."""
    tags: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    size: tuple[int, int | None] | None = None
    """Heads of the organization, both ends included; None as the second: open."""
    note: str = ""
    """The small print of the card."""
    weight: float = 1.0
    """How much its words count: below one for what is searched, but seldom what is meant."""
    reading: str = ""
    """Pinyin of the title without tones, where a dictionary would read it wrongly."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow results; `values` in the order in which they are shown."""

    key: str
    label: str
    values: tuple[str, ...]
