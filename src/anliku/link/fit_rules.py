"""The rules of 怎么选 as the entries hold them: `requirements` and `when_not`, by code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.fit import NEED, Codes, Rule
from anliku.link.linked import LinkedCatalog
from anliku.schema.case import Case
from anliku.schema.choices import CONTRAST
from anliku.schema.finder import QUESTIONS
from anliku.schema.model import (
    ExpertiseRequirement,
    Model,
    NeedRequirement,
    PeopleRequirement,
    PermissionRequirement,
    RelationRequirement,
    Requirements,
)
from anliku.schema.practice import Practice
from anliku.schema.recommendation import Recommendation
from anliku.schema.situation import Answers, Situation

AnyRequirement = (
    NeedRequirement
    | PeopleRequirement
    | RelationRequirement
    | ExpertiseRequirement
    | PermissionRequirement
)


@dataclass(frozen=True, slots=True)
class First:
    """What to do first in some situation, and who says so."""

    entry: Entry
    number: int
    situation: Situation


def fitting(linked: LinkedCatalog) -> tuple[Entry, ...]:
    """Return the published models and practices; of equally fitting ones the first is shown first.

    First those that editors put first; then those for fewer needs, in the order of the needs, and
    those with more cases behind them; last those that name no need.
    """
    shown = [e for e in linked.published if isinstance(e.record, Model | Practice)]
    cases = Counter(entry for entries in behind(linked).values() for entry in entries)
    codes = list(QUESTIONS[NEED].ascending)

    def place(entry: Entry) -> tuple[bool, int, int, int, str]:
        asked = requirements(getattr(entry.record, "requirements", None)).get(NEED)
        wanted = rule_of(entry, ()).asks.get(NEED, ())
        return (
            not (isinstance(asked, NeedRequirement) and asked.first),
            len(wanted) or len(codes),
            min(map(codes.index, wanted), default=len(codes)),
            -cases[entry.id],
            entry.id,
        )

    return tuple(sorted(shown, key=place))


def rules_of(linked: LinkedCatalog) -> tuple[Rule, ...]:
    """Return the rule of every published model and practice."""
    found = []
    for entry in fitting(linked):
        edges = linked.outgoing.get(entry.id, ()) if entry.kind.name == "model" else ()
        parts = (e.target.id for e in edges if e.relation.field == "practices")
        found.append(rule_of(entry, tuple(dict.fromkeys(parts))))
    return tuple(found)


def rule_of(entry: Entry, parts: tuple[str, ...]) -> Rule:
    """Return the rule of one model or practice."""
    record = entry.record
    if not isinstance(record, Model | Practice):
        return Rule(entry.id, entry.kind.name)
    asks = {
        key: QUESTIONS[key].codes(asked.values)
        for key, asked in requirements(record.requirements).items()
        if not asked.example_only
    }
    stops = tuple(_codes(situation.answers) for situation in record.when_not)
    return Rule(entry.id, entry.kind.name, asks, stops, parts)


def requirements(record: Requirements | None) -> dict[str, AnyRequirement]:
    """Return what an entry asks for, by question."""
    asked = {key: getattr(record, key, None) for key in QUESTIONS}
    return {key: one for key, one in asked.items() if one is not None}


def _codes(answers: Answers | None) -> Codes:
    said = {key: getattr(answers, key, ()) for key in QUESTIONS}
    return {key: QUESTIONS[key].codes(labels) for key, labels in said.items() if labels}


def firsts(linked: LinkedCatalog) -> tuple[First, ...]:
    """Return what published recommendations put first, in the order of entries."""
    return tuple(
        First(entry, number, situation)
        for entry in linked.published
        if isinstance(entry.record, Recommendation)
        for number, situation in enumerate(entry.record.first)
    )


def first_answers(linked: LinkedCatalog) -> tuple[Codes, ...]:
    """Return the answers that each of `firsts` is put first for: these and no others."""
    return tuple(_codes(first.situation.answers) for first in firsts(linked))


def behind(linked: LinkedCatalog) -> dict[str, tuple[str, ...]]:
    """Return, for each published case, the models and practices that it stands behind."""
    found: dict[str, tuple[str, ...]] = {}
    for case in linked.published:
        if isinstance(case.record, Case):
            edges = linked.outgoing.get(case.id, ())
            ids = (
                edge.target.id
                for edge in edges
                if edge.relation.field in ("models", "practices")
                and edge.role != CONTRAST
                and edge.target.is_published
            )
            found[case.id] = tuple(dict.fromkeys(ids))
    return {case: entries for case, entries in found.items() if entries}
