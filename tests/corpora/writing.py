"""Write made-up cases from concepts.

A case names each of its concepts in one form only, and says what it is about: what answers a query
is known before any engine has seen it, and a synonym is never answered by comparing strings.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from tests.corpora.concepts import (
    KINDS,
    Concept,
    Organization,
    concepts,
    organizations,
    prose,
)
from tests.corpora.pen import Pen
from tests.corpora.sections import (
    MAIN,
    guests,
    lengthen,
    origin,
    partners,
    problems,
    steps,
)


class Record(TypedDict):
    """A case as an index takes it."""

    id: str
    url: str
    title: str
    summary: str
    org: str
    org_full: str
    place: str
    tags: list[str]
    facets: dict[str, list[str]]
    sections: list[list[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A record together with what it is about."""

    record: Record
    forms: dict[str, str]  # concept: the only form of it in this case
    grades: dict[str, int]  # concept: how much of the case is about it
    organization: Organization
    partner: Organization | None
    district: str


def cases(count: int, seed: int) -> list[Case]:
    """Return cases, the same for the same seed; a longer list begins with the shorter one."""
    return [_case(number, Pen(random.Random(f"{seed}/{number}"))) for number in range(count)]  # noqa: S311


def _case(number: int, pen: Pen) -> Case:
    dice = pen.dice
    chosen = _chosen(dice)
    forms = {concept.id: dice.choice(concept.forms) for concept in chosen}
    grades = {concept.id: MAIN for concept in chosen}
    organization = dice.choice(organizations())
    partner = _other(organization, dice) if dice.random() < 0.2 else None
    district = dice.choice(prose()["districts"])
    place = district + dice.choice(prose()["villages"])
    models = _models(chosen, dice)
    summary = _summary(chosen[0], forms, pen).format(
        org=organization.short, place=place, model="、".join(models)
    )
    body = [
        ["缘起", origin(place, organization, pen)],
        ["需求评估", problems(chosen, forms, pen)],
        ["目标", pen.one(prose()["aims"])],
        ["做法", steps(chosen, forms, pen)],
        *guests(forms, grades, pen),
        *partners(partner, pen),
        ["难处", pen.one(prose()["setbacks"])],
        ["结果", "".join(map(pen.write, dice.sample(prose()["results"], 2)))],
        ["账目与人手", pen.one(prose()["money"])],
        ["反思", "".join(dice.sample(prose()["lessons"], 2))],
    ]
    lengthen(body, dice)
    record: Record = {
        "id": f"s{number:05d}",
        "url": f"cases/s{number:05d}/",
        "title": _title(chosen, forms, place, dice),
        "summary": summary,
        "org": organization.short,
        "org_full": organization.full,
        "place": place,
        "tags": [forms[concept.id] for concept in chosen],
        "facets": {
            "model": models,
            "population": _populations(chosen),
            "phase": [_phase(chosen)],
            "org_size": [organization.size],
        },
        "sections": body,
    }
    return Case(record, forms, grades, organization, partner, district)


def _chosen(dice: random.Random) -> list[Concept]:
    """Choose one to three concepts that go together, in the order in which a title names them."""
    first = dice.choice(tuple(concepts().values()))
    number = dice.choices((0, 1, 2), (30, 55, 15))[0]
    others = dice.sample(first.companions, min(number, len(first.companions)))
    chosen = [first, *(concepts()[name] for name in others)]
    return sorted(chosen, key=lambda concept: KINDS.index(concept.kind))


def _models(chosen: Sequence[Concept], dice: random.Random) -> list[str]:
    possible = chosen[0].models
    return sorted(dice.sample(possible, min(dice.choice((1, 1, 2)), len(possible))))


def _populations(chosen: Sequence[Concept]) -> list[str]:
    """Return whom the case is for: what its population concepts say, else its first concept."""
    named = [c.population for c in chosen if c.kind == "population"] or [chosen[0].population]
    return list(dict.fromkeys(named))


def _phase(chosen: Sequence[Concept]) -> str:
    return next((c.phase for c in chosen if c.kind == "event"), chosen[0].phase)


def _title(
    chosen: Sequence[Concept], forms: dict[str, str], place: str, dice: random.Random
) -> str:
    named = chosen[:2] if dice.random() < 0.75 else chosen[:1]  # the rest stands in the tags only
    template = dice.choice(prose()["titles"]["+".join(concept.kind for concept in named)])
    first, last = forms[named[0].id], forms[named[-1].id]
    return str(template.format(a=first, b=last, place=place))


def _summary(lead: Concept, forms: dict[str, str], pen: Pen) -> str:
    """Return a problem and a result; a second problem does not name its concept."""
    problem = pen.one(lead.problems, forms[lead.id])
    return problem + pen.one(prose()["summaries"]) + pen.one(prose()["results"])


def _other(organization: Organization, dice: random.Random) -> Organization:
    return dice.choice([other for other in organizations() if other != organization])
