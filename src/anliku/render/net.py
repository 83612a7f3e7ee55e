"""Entries in columns with lines between them: places and sizes; the template draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.render.layers import ordered
from anliku.render.lettering import ems, lines

SIZE = 13.8
"""Size of the letters in units of the drawing, a little more than the 13.5 of the sheet."""
GLYPH = 18
GAP = 8


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands and how wide its words may be; `words`: its heading."""

    x: float
    width: float
    words: str
    most: int = 1
    """Lines of a name."""
    pitch: float = 22

    @property
    def right(self) -> float:
        """Where its lines begin."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class NetNode:
    """An entry at its place; `end` is where its words end. `marks`: further signs behind them."""

    entry: Entry
    name: tuple[str, ...]
    x: float
    y: float
    end: float
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetLine:
    """A line between two nodes as an SVG path, with both ids."""

    ends: tuple[str, str]
    path: str


@dataclass(frozen=True, slots=True)
class Net:
    """A drawing of columns."""

    columns: tuple[Column, ...]
    nodes: tuple[NetNode, ...]
    lines: tuple[NetLine, ...]
    width: float
    height: float


def net(
    columns: Sequence[Column],
    members: Sequence[Sequence[Entry]],
    pairs: Sequence[tuple[str, str]],
    *,
    head: float = 34,
    width: float = 860,
    marks: Mapping[str, tuple[str, ...]] | None = None,
    arcs: Sequence[tuple[str, str]] = (),
) -> Net:
    """Place entries in columns; `pairs` join neighbouring columns, `arcs` nodes of the first."""
    by_id = {entry.id: entry for column in members for entry in column}
    order = ordered([[entry.id for entry in column] for column in members], pairs)
    tallest = max(c.pitch * len(ids) for c, ids in zip(columns, order, strict=True))
    height = head + tallest + 10
    nodes: dict[str, NetNode] = {}
    for column, ids in zip(columns, order, strict=True):
        step = (height - head - 10) / max(1, len(ids))
        for number, entry_id in enumerate(ids):
            y = round(head + step * (number + 0.5), 1)
            nodes[entry_id] = _node(by_id[entry_id], column, y, (marks or {}).get(entry_id, ()))
    column_of = {id_: column for column, ids in zip(columns, order, strict=True) for id_ in ids}
    drawn = [*_curves(pairs, nodes, column_of), *_arcs(arcs, nodes)]
    return Net(tuple(columns), tuple(nodes.values()), tuple(drawn), width, round(height, 1))


def _node(entry: Entry, column: Column, y: float, marks: tuple[str, ...]) -> NetNode:
    room = (column.width - GLYPH - 16 * len(marks)) / SIZE
    name = lines(entry.title, room, column.most)
    end = column.x + GLYPH + max(ems(line) for line in name) * SIZE + 16 * len(marks)
    return NetNode(entry, name, column.x, y, round(min(end, column.right), 1), marks)


def _curves(
    pairs: Iterable[tuple[str, str]], nodes: Mapping[str, NetNode], column: Mapping[str, Column]
) -> Iterator[NetLine]:
    for one, other in pairs:
        left, right = sorted((nodes[one], nodes[other]), key=lambda node: node.x)
        start, end = left.end + 4, right.x - 5
        turn = max(start, column[left.entry.id].right)
        half = round((turn + end) / 2, 1)
        bend = f"C{half:g} {left.y:g} {half:g} {right.y:g} {end:g} {right.y:g}"
        path = f"M{start:g} {left.y:g}H{turn:g}{bend}"
        yield NetLine((left.entry.id, right.entry.id), path)


def _arcs(pairs: Iterable[tuple[str, str]], nodes: Mapping[str, NetNode]) -> Iterator[NetLine]:
    for one, other in pairs:
        top, bottom = sorted((nodes[one], nodes[other]), key=lambda node: node.y)
        out = min(70.0, 14 + (bottom.y - top.y) / 4)
        x = top.x - 5
        far = round(x - out, 1)
        path = f"M{x:g} {top.y:g}C{far:g} {top.y:g} {far:g} {bottom.y:g} {x:g} {bottom.y:g}"
        yield NetLine((top.entry.id, bottom.entry.id), path)
