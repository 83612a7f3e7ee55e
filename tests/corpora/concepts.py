"""Read the concepts and the prose that made-up cases are written from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
KINDS = ("population", "problem", "service", "event")  # in the order in which a title names them


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing of social work that several words name."""

    id: str
    kind: str
    forms: tuple[str, ...]
    said: tuple[str, ...]
    population: str
    models: tuple[str, ...]
    phase: str
    near: tuple[str, ...]
    companions: tuple[str, ...]
    problems: tuple[str, ...]
    steps: tuple[str, ...]
    part: tuple[str, ...]
    hant: tuple[str, ...]
    slips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """Who did the work."""

    short: str
    full: str
    heads: int
    size: str
    hant: str
    spelt: tuple[str, ...]
    slips: tuple[str, ...]


@cache
def concepts() -> dict[str, Concept]:
    """Return every concept by its id, in the order of the file."""
    found = [_concept(entry) for entry in _read("concepts.yml")]
    return {concept.id: concept for concept in found}


@cache
def prose() -> dict[str, Any]:
    """Return everything that is about no concept."""
    words: dict[str, Any] = _read("prose.yml")
    return words


@cache
def organizations() -> tuple[Organization, ...]:
    """Return the organizations; each has one size in all of its cases."""
    return tuple(
        Organization(
            short=entry["short"],
            full=entry["full"],
            heads=entry["heads"],
            size=size_of(entry["heads"]),
            hant=entry.get("hant", ""),
            spelt=tuple(entry.get("spelt", "").split()),
            slips=tuple(entry["slips"]),
        )
        for entry in prose()["organizations"]
    )


def size_of(heads: int) -> str:
    """Return the size class of a number of heads."""
    return next(str(name) for name, size in prose()["sizes"].items() if heads <= size["to"])


def _concept(entry: dict[str, Any]) -> Concept:
    return Concept(
        id=entry["id"],
        kind=entry["kind"],
        forms=tuple(entry["forms"]),
        said=tuple(entry["said"]),
        population=entry["population"],
        models=tuple(entry["models"]),
        phase=entry["phase"],
        near=tuple(entry.get("near", ())),
        companions=tuple(entry["with"]),
        problems=tuple(entry["problems"]),
        steps=tuple(entry["steps"]),
        part=tuple(entry["part"]),
        hant=tuple(entry["hant"]),
        slips=tuple(entry["slips"]),
    )


def _read(name: str) -> Any:
    return yaml.load((HERE / name).read_text("utf-8"), Loader=yaml.CSafeLoader)
