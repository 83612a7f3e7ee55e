"""Make damaged entries: the same number of the same seed is always the same mutant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.read.mutation.bombs import BOMBS
from tests.read.mutation.damage import DAMAGE
from tests.read.mutation.seeds import Seed, pick
from tests.read.mutation.slips import SLIPS
from tests.read.mutation.splices import SPLICES
from tests.read.mutation.values import VALUES

Changes = Sequence[tuple[Callable[..., Any], int]]
KINDS = {"手误": 42, "换值": 22, "坏字节": 15, "拼接": 11, "炸弹": 10}
"""What happens to an entry, and how often in a hundred."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged entry; `how` names the changes in order."""

    path: str
    raw: bytes
    home: str
    kind: str = ""
    how: tuple[str, ...] = ()


def make(seed: int, number: int) -> Mutant:
    """Make one mutant."""
    rng = Random(f"{seed}:{number}")  # noqa: S311 - repeatable, not secret
    origin = pick(rng)
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    how: list[str] = []
    text = _in_text(kind, origin, rng, how)
    if rng.random() < 0.15:
        text = _apply(SLIPS, text, rng, how)
    raw = text.encode("utf-8", "surrogatepass")
    if kind == "坏字节" or rng.random() < 0.05:
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            damage = _one(DAMAGE, rng, how)
            raw = damage(raw, rng)
    return Mutant(origin.path, raw, origin.home, kind, tuple(how))


def _in_text(kind: str, origin: Seed, rng: Random, how: list[str]) -> str:
    match kind:
        case "手误":
            return _apply(SLIPS, origin.text, rng, how, rng.choice((1, 1, 1, 2, 4)))
        case "换值":
            return _apply(VALUES, origin.text, rng, how, rng.choice((1, 1, 2, 4)))
        case "拼接":
            splice = _one(SPLICES, rng, how)
            return splice(origin.text, pick(rng).text, rng)
        case "炸弹":
            bomb = _one(BOMBS, rng, how)
            return bomb(origin.text, rng)
    return origin.text


def _apply(changes: Changes, text: str, rng: Random, how: list[str], times: int = 1) -> str:
    for _ in range(times):
        text = _one(changes, rng, how)(text, rng)
    return text


def _one(changes: Changes, rng: Random, how: list[str]) -> Callable[..., Any]:
    change = rng.choices([c for c, _ in changes], [weight for _, weight in changes])[0]
    how.append(change.__name__)
    return change
