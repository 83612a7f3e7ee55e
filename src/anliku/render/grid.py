"""Practices against cases, a dot where a case used a practice: nothing crosses, print is enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.render.layers import ordered
from anliku.render.lettering import lines

WIDTH, LEFT = 860, 376
PITCH = 21
LETTER = 13.6
MOST = 26
"""Columns of one drawing; more are cut into several of about the same size."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A practice: its name from top to bottom, ending above the dots."""

    entry: Entry
    letters: tuple[str, ...]
    marks: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class GridRow:
    """A case with its dots as (x, id of the practice), from left to right."""

    entry: Entry
    name: str
    marks: tuple[str, ...]
    y: float
    dots: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawing; `head` is where its rows begin."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    head: float
    height: float
    width: int = WIDTH
    left: int = LEFT


def grids(
    columns: Sequence[Entry],
    rows: Sequence[Entry],
    pairs: Sequence[tuple[str, str]],
    marks: Mapping[str, tuple[str, ...]],
) -> Iterator[Grid]:
    """Yield the drawings; like stands by like, so that dots lie near the diagonal."""
    by_id = {entry.id: entry for entry in (*columns, *rows)}
    across, down = ordered([[e.id for e in columns], [e.id for e in rows]], pairs)
    count = -(-len(across) // MOST)
    for part in range(count):
        chosen = across[part * len(across) // count : (part + 1) * len(across) // count]
        joined = {row for column, row in pairs if column in chosen}
        shown = [row for row in down if row in joined or (part == 0 and not _used(row, pairs))]
        yield _grid([by_id[i] for i in chosen], [by_id[i] for i in shown], pairs, marks)


def _used(row: str, pairs: Sequence[tuple[str, str]]) -> bool:
    return any(other == row for _, other in pairs)


def _grid(
    columns: Sequence[Entry],
    rows: Sequence[Entry],
    pairs: Sequence[tuple[str, str]],
    marks: Mapping[str, tuple[str, ...]],
) -> Grid:
    names = {entry.id: tuple(lines(entry.title, 14, 1)[0]) for entry in columns}
    head = 30 + LETTER * max(map(len, names.values()), default=0) + 18
    step = (WIDTH - LEFT - 8) / max(len(columns), 12)
    x = {entry.id: round(LEFT + step * (n + 0.5), 1) for n, entry in enumerate(columns)}
    placed = tuple(
        GridColumn(
            entry,
            names[entry.id],
            marks.get(entry.id, ()),
            x[entry.id],
            round(head - 14 - LETTER * (len(names[entry.id]) - 1), 1),
        )
        for entry in columns
    )
    found = tuple(
        GridRow(
            entry,
            lines(entry.title, 24 - 1.2 * len(marks.get(entry.id, ())), 1)[0],
            marks.get(entry.id, ()),
            round(head + PITCH * (number + 0.5), 1),
            tuple(sorted((x[c], c) for c, row in pairs if row == entry.id and c in x)),
        )
        for number, entry in enumerate(rows)
    )
    return Grid(placed, found, round(head, 1), round(head + PITCH * len(rows) + 10, 1))
