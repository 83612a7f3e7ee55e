"""The surroundings of one entry: its neighbours, and through them with whom, by whom, who else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.link.neighbours import Tie, ties
from anliku.render.net import Column, Net, net

NEAR, FAR = 24, 36
"""Most neighbours of one entry, and of its neighbours, in one drawing."""
ACTORS = ("organization", "person")
SECOND: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "organization": (("case", "tool"), ACTORS),
    "practice": (("case",), ACTORS),
    "model": (("case",), ACTORS),
    "tool": (("case",), ACTORS),
    "case": (("practice", "organization"), ("case",)),
}
"""Kind → through which neighbours one looks further, and for whom: with whom, by whom, who else."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A neighbour with those that one reaches through it."""

    tie: Tie
    further: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies round one entry: drawn, and as branches; `left_out` neighbours are not drawn."""

    figure: Net
    branches: tuple[Branch, ...]
    left_out: int


def surroundings(entry: Entry, linked: LinkedCatalog) -> Surroundings | None:
    """Return the direct neighbours of an entry and, through them, who or what else."""
    if entry.kind.name not in SECOND:
        return None
    near = ties(entry, linked)
    if len(near) < 2:
        return None
    through, sought = SECOND[entry.kind.name]
    shown, known = near[:NEAR], {entry.id, *(tie.entry.id for tie in near)}
    branches = tuple(
        Branch(tie, tuple(_further(tie.entry, linked, sought, known)))
        if tie.entry.kind.name in through
        else Branch(tie, ())
        for tie in shown
    )
    far = {t.entry.id: t.entry for branch in branches for t in branch.further}
    if len(far) > FAR:
        branches, far = tuple(Branch(branch.tie, ()) for branch in branches), {}
    lines = [(entry.id, tie.entry.id) for tie in shown]
    lines += [(b.tie.entry.id, t.entry.id) for b in branches for t in b.further]
    columns = (Column(0, 128, "", 5, 90), Column(172, 226, "", 2, 38), Column(448, 232, ""))
    members = ([entry], [tie.entry for tie in shown], list(far.values()))
    used = 3 if far else 2
    figure = net(columns[:used], members[:used], lines, head=8, width=680)
    return Surroundings(figure, branches, len(near) - len(shown))


def _further(
    entry: Entry, linked: LinkedCatalog, sought: tuple[str, ...], known: set[str]
) -> Iterator[Tie]:
    for tie in ties(entry, linked):
        if tie.entry.kind.name in sought and tie.entry.id not in known:
            yield tie
