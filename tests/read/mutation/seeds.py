"""Entries to damage: the library's own, the example's, and the fixtures of the reader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from tests.library import EXAMPLE, ROOT
from tests.read.blocks import FIXTURES, load_blocks

REAL, MADE = "cases", "tests/example/cases"
"""The libraries, by their folder below the root."""
_POOLS = ((REAL, 60), (MADE, 20), ("fixtures", 8), ("blocks", 12))


@dataclass(frozen=True, slots=True)
class Seed:
    """A text, the path under which it is read, and the library into which it goes."""

    path: str
    text: str
    home: str


@cache
def seeds() -> dict[str, tuple[Seed, ...]]:
    """Return all seeds by pool, in the order of their paths."""
    return {
        REAL: tuple(_entries(REAL)),
        MADE: tuple(_entries(MADE)),
        "fixtures": tuple(_fixtures()),
        "blocks": tuple(_blocks()),
    }


def pick(rng: Random) -> Seed:
    """Choose a seed: most often a real entry."""
    pool = rng.choices([name for name, _ in _POOLS], [weight for _, weight in _POOLS])[0]
    return rng.choice(seeds()[pool])


def _entries(home: str) -> list[Seed]:
    folder = (EXAMPLE if home == MADE else ROOT) / "cases"
    return [
        Seed(f"cases/{path.relative_to(folder).as_posix()}", _text(path.read_bytes()), home)
        for path in sorted(folder.rglob("*.yml"))
    ]


def _fixtures() -> list[Seed]:
    """The first line of each says where it would stand in a library."""
    texts = [_text(path.read_bytes()) for path in sorted(FIXTURES.glob("*.yml"))]
    return [Seed(text.partition("\n")[0].removeprefix("# "), text, MADE) for text in texts]


def _blocks() -> list[Seed]:
    blocks = [block for name in ("bad.txt", "good.txt") for block in load_blocks(name)]
    return [Seed("cases/studies/kuai.yml", block.text, MADE) for block in blocks]


def _text(raw: bytes) -> str:
    return raw.decode().replace("\r\n", "\n")
