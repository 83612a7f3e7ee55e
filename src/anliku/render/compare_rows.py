"""The rows of 放在一起比: which a kind has, what an entry says in each, which are alike.

Keys, order and labels of rows come from the schema and are written nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anliku.catalog import Entry
from anliku.check.complete import unsaid_words
from anliku.link.linked import LinkedCatalog
from anliku.render.cells import Item, Run, items_of
from anliku.render.facets import LABELS
from anliku.schema.base import Common
from anliku.schema.choices import CONTRAST
from anliku.schema.kinds import KINDS, Kind
from anliku.schema.model import Requirements
from anliku.schema.relations import RELATIONS
from anliku.schema.walk import fields_of

COMPARED = tuple(KINDS[name] for name in ("model", "case", "practice"))
MOST = 4
"""Entries side by side; more do not fit on a sheet."""
LEFT_OUT = frozenset({*Common.model_fields, "related"})
"""What is said about the entry itself, and links to its like: a comparison makes these anew."""
EVIDENCE = "evidence"
CASES = "cases"
SHORT = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row that entries of a kind can have; `key` is a path into the entry, or computed."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What an entry says in a row; `unsaid`: what its source does not say, in words."""

    items: tuple[Item, ...] = ()
    unsaid: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is compared: the text, without the facts behind it."""
        said = [(item.runs, item.origin, item.more) for item in self.items]
        texts = ["".join(run.text for run in runs) + str(rest) for runs, *rest in said]
        return "\n".join((*texts, "", *self.unsaid))


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a cell for each of the entries that are compared."""

    row: Row
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Tell whether the entries say different things."""
        return len({cell.words for cell in self.cells}) > 1


@cache
def rows_of(kind: Kind) -> tuple[Row, ...]:
    """Return the rows of a kind in the order of its schema; what is computed comes last."""
    rows: list[Row] = []
    for key, (_, info) in fields_of(kind.record).items():
        label = info.title or key
        if key in LEFT_OUT:
            continue
        if Requirements in get_args(info.annotation):
            inside = fields_of(Requirements).items()
            rows += (Row(f"{key}.{inner}", f"{label}：{it.title}") for inner, (_, it) in inside)
        else:
            rows.append(Row(key, label))
    relation = RELATIONS.get(("case", f"{kind.name}s"))
    if relation:
        rows.append(Row(CASES, relation.backward))
    return (*rows, Row(EVIDENCE, LABELS[EVIDENCE]))


def cell(entry: Entry, row: Row, linked: LinkedCatalog) -> Cell:
    """Return what an entry says in a row."""
    if row.key == EVIDENCE:
        found = linked.evidence.get(entry.id)
        return Cell((Item((Run(found.label),)),) if found else ())
    if row.key == CASES:
        return Cell(tuple(Item((Run(one.title, one.address),)) for one in _cases(entry, linked)))
    record = entry.record
    unsaid = tuple(
        unsaid_words(type(record), path)
        for path in record.unstated
        if path == row.key or path.startswith(f"{row.key}.")
    )
    value: Any = record
    info: FieldInfo | None = None
    for part in row.key.split("."):
        record_type: type[BaseModel] = type(value)
        name, info = fields_of(record_type)[part]
        value = getattr(value, name)
        if value is None:
            break
    if not value or info is None:
        return Cell((), unsaid)
    return Cell(tuple(items_of(value, info, linked)), unsaid)


def _cases(entry: Entry, linked: LinkedCatalog) -> tuple[Entry, ...]:
    edges = linked.incoming.get(entry.id, ())
    own = (e.origin for e in edges if e.origin.kind.name == "case" and e.role != CONTRAST)
    return tuple({case.id: case for case in own if case.is_published}.values())


def lines(entries: Sequence[Entry], linked: LinkedCatalog) -> tuple[Line, ...]:
    """Return the rows of some entries of one kind, without those in which none says anything."""
    rows = rows_of(entries[0].kind) if entries else ()
    made = (Line(row, tuple(cell(entry, row, linked) for entry in entries)) for row in rows)
    return tuple(line for line in made if any(one.items or one.unsaid for one in line.cells))


def short_title(title: str) -> str:
    """Return a name for narrow places: the title, its part behind the colon, or its beginning."""
    for words in (title, title.rpartition("：")[2]):
        if len(words) <= SHORT:
            return words
    return f"{title[: SHORT - 1]}…"
