"""怎么选: how near models, practices and cases are to what somebody answered. A computed judgement.

The rule, once here and once in assets/finder/fit.js (a test puts every combination to both):

1. A condition is judged only if it was answered. What nobody answered never counts against.
2. On a scale (people, relation, permission) the lowest value asked for is enough, and so is all
   above it. Elsewhere one value in common is enough.
3. A `when_not` holds if an answer falls among its answers, on a scale also below them.
4. LEAVE: a `when_not` holds, the need is another one, or two conditions or more are missing.
   LACKS: one condition is missing. NEAR: something was judged and nothing is missing.
   OPEN: nothing could be judged.

So more people, a closer relation, clearer permission or more expertise never lowers a level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from anliku.schema.finder import NONE, QUESTIONS, UNSURE, Scale

NEED = "need"
GROUPS = ("near", "alone", "lacks", "open", "leave", "elsewhere")
"""The groups of a choice, the most fitting first."""
MOST_ALONE = 6
"""Practices that are shown when nothing is near."""

Codes = Mapping[str, tuple[str, ...]]
"""Codes of answers by the key of their question; a question that is absent was not answered."""


class Level(IntEnum):
    """How near; a higher one is never worse."""

    LEAVE = 0
    LACKS = 1
    OPEN = 2
    NEAR = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """What one entry asks for. `parts`: for a model, the practices that make it up or support it.

    `asks` holds the conditions that count; `stops` one item for each `when_not`, empty where no
    question asks about it.
    """

    id: str
    kind: str
    asks: Codes = field(default_factory=dict)
    stops: tuple[Codes, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one entry: keys of conditions, and numbers of the `when_not` that hold."""

    rule: Rule
    level: Level
    met: tuple[str, ...]
    missing: tuple[str, ...]
    stops: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Ids of entries in groups, the most fitting first; every entry stands in one of them.

    `alone`: practices to look at when nothing is near. `elsewhere`: entries for another need.
    """

    near: tuple[str, ...]
    alone: tuple[str, ...]
    lacks: tuple[str, ...]
    open: tuple[str, ...]
    leave: tuple[str, ...]
    elsewhere: tuple[str, ...]


def judge(rule: Rule, answers: Codes) -> Judgement:
    """Judge one entry."""
    said = known(answers)
    met: list[str] = []
    missing: list[str] = []
    for key, wanted in rule.asks.items():
        if key in said:
            (met if _is_met(key, wanted, said[key]) else missing).append(key)
    stops = tuple(n for n, stop in enumerate(rule.stops) if _holds(stop, said))
    if stops or NEED in missing or len(missing) > 1:
        level = Level.LEAVE
    elif missing:
        level = Level.LACKS
    else:
        level = Level.NEAR if met else Level.OPEN
    return Judgement(rule, level, tuple(met), tuple(missing), stops)


def known(answers: Codes) -> Codes:
    """Return the answers that say something."""
    return {key: codes for key, codes in answers.items() if codes and codes != (UNSURE,)}


def _is_met(key: str, wanted: Sequence[str], said: Sequence[str]) -> bool:
    question = QUESTIONS[key]
    if question.scale is Scale.LEVEL:
        place = question.ascending.index
        return place(said[0]) >= min(map(place, wanted))
    return any(code in wanted for code in said)


def _holds(stop: Codes, said: Codes) -> bool:
    return any(key in said and _falls_among(key, codes, said[key]) for key, codes in stop.items())


def _falls_among(key: str, codes: Sequence[str], said: Sequence[str]) -> bool:
    question = QUESTIONS[key]
    if question.scale is Scale.LEVEL:
        place = question.ascending.index
        return place(said[0]) <= max(map(place, codes))
    if question.scale is Scale.MANY:
        return tuple(said) == (NONE,)
    return said[0] in codes


def choose(rules: Sequence[Rule], answers: Codes) -> Choice:
    """Judge every entry and put them into groups; of equal ones the first in `rules` is first."""
    found = [judge(rule, answers) for rule in rules]
    needed = NEED in known(answers)
    best = sorted(found, key=lambda one: (-len(one.met), len(one.missing)))
    near = [one for one in best if one.level is Level.NEAR]
    alone = [] if near else _alone(found, is_needed=needed)
    rest = [one for one in best if one not in near and one not in alone]
    away = [one for one in rest if one.level is Level.LEAVE]
    other = [one for one in away if _is_elsewhere(one)]
    leave = [one for one in away if one not in other]
    return Choice(
        near=_ids(near),
        alone=_ids(alone),
        lacks=_ids(one for one in rest if one.level is Level.LACKS),
        open=_ids(one for one in rest if one.level is Level.OPEN),
        leave=_ids(sorted(leave, key=lambda one: NEED in one.missing)),
        elsewhere=_ids(other),
    )


def _is_elsewhere(one: Judgement) -> bool:
    """Tell whether an entry is only for another need; a `when_not` may name this very need."""
    return NEED in one.missing and not any(NEED in one.rule.stops[n] for n in one.stops)


def _alone(found: Sequence[Judgement], *, is_needed: bool) -> list[Judgement]:
    """Return practices that can be used alone, if no `when_not` of theirs holds.

    Where the need is known: those that answer it, then the parts of models that answer it.
    """
    free = [one for one in found if one.rule.kind == "practice" and not one.stops]
    free.sort(key=lambda one: (len(one.missing), -len(one.met)))
    if is_needed:
        models = [one.rule for one in found if NEED in one.met]
        parts = {part for rule in models for part in rule.parts}
        own = [one for one in free if NEED in one.met]
        free = [*own, *(one for one in free if one.rule.id in parts and one not in own)]
    return free[:MOST_ALONE]


def cases_of(choice: Choice, behind: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the cases behind each group: a case stands where the nearest of its entries stands."""
    found: dict[str, tuple[str, ...]] = {}
    placed: set[str] = set()
    for group in GROUPS:
        ids = set(getattr(choice, group))
        found[group] = tuple(
            case
            for case, entries in behind.items()
            if case not in placed and ids.intersection(entries)
        )
        placed.update(found[group])
    return found


def firsts_of(firsts: Sequence[Codes], answers: Codes) -> tuple[int, ...]:
    """Return the numbers of what is put first: where the answer is one of those written."""
    said = known(answers)
    return tuple(
        number
        for number, first in enumerate(firsts)
        if any(set(codes).intersection(said.get(key, ())) for key, codes in first.items())
    )


def _ids(found: Iterable[Judgement]) -> tuple[str, ...]:
    return tuple(one.rule.id for one in found)
