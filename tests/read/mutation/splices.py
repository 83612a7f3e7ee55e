"""Two entries in one: half of each, a part of one inside the other, both in turn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Splice = Callable[[str, str, Random], str]


def halves(text: str, other: str, rng: Random) -> str:
    """Begin with one entry and end with the other."""
    mine, theirs = text.split("\n"), other.split("\n")
    return "\n".join(mine[: rng.randrange(len(mine) + 1)] + theirs[rng.randrange(len(theirs)) :])


def cut_halves(text: str, other: str, rng: Random) -> str:
    """The same, within lines."""
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other) + 1) :]


def part(text: str, other: str, rng: Random) -> str:
    """Paste some lines of one entry into the other, at any indentation."""
    mine, theirs = text.split("\n"), other.split("\n")
    start = rng.randrange(len(theirs))
    lines = theirs[start : start + rng.choice((1, 3, 10))]
    margin = rng.choice(("", "", "  ", "    "))
    at = rng.randrange(len(mine) + 1)
    return "\n".join(mine[:at] + [margin + line for line in lines] + mine[at:])


def words(text: str, other: str, rng: Random) -> str:
    """Paste a piece of one entry over a piece of the other."""
    start, length = rng.randrange(len(other) + 1), rng.choice((3, 20, 100))
    at = rng.randrange(len(text) + 1)
    return text[:at] + other[start : start + length] + text[at + rng.choice((0, length)) :]


def both(text: str, other: str, rng: Random) -> str:
    """Append one to the other."""
    return text + rng.choice(("", "\n", "---\n", "...\n")) + other


def in_turn(text: str, other: str, rng: Random) -> str:
    """Take each line from one entry or the other."""
    lines = zip(text.split("\n"), other.split("\n"), strict=False)
    return "\n".join(rng.choice(pair) for pair in lines)


SPLICES: tuple[tuple[Splice, int], ...] = (
    (halves, 25),
    (cut_halves, 15),
    (part, 25),
    (words, 20),
    (both, 5),
    (in_turn, 10),
)
