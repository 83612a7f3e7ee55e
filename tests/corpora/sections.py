"""Write the sections of a made-up case."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.corpora.concepts import Concept, Organization, concepts, prose
from tests.corpora.pen import Pen, chinese, han

MAIN, SECTION, PASSING = 3, 2, 1  # how much a case is about a concept
SHORTEST, LONGEST = 455, 600  # Han characters; the last sentence may run over


def origin(place: str, organization: Organization, pen: Pen) -> str:
    return f"{place}{pen.one(prose()['settings'])}。" + pen.one(prose()["heads"]).format(
        full=organization.full, org=organization.short, heads=chinese(organization.heads)
    )


def problems(chosen: Sequence[Concept], forms: dict[str, str], pen: Pen) -> str:
    """Return all problems of the first concept, then the one that names each further concept."""
    lines = [(chosen[0], line) for line in chosen[0].problems]
    lines += [(concept, concept.problems[0]) for concept in chosen[1:]]
    return "".join(pen.write(line, forms[concept.id]) for concept, line in lines)


def steps(chosen: Sequence[Concept], forms: dict[str, str], pen: Pen) -> str:
    lines = [(chosen[0], line) for line in chosen[0].steps]
    for concept in chosen[1:]:
        lines += [(concept, line) for line in pen.dice.sample(concept.steps, 2)]
    return "".join(
        f"（{chinese(number)}）{pen.write(line, forms[concept.id])}"
        for number, (concept, line) in enumerate(lines, start=1)
    )


def guests(forms: dict[str, str], grades: dict[str, int], pen: Pen) -> list[list[str]]:
    """Let some cases speak of a concept that they are not about; note what was let in."""
    sections = []
    for heading, key, grade in (("后来增加的", "extra", SECTION), ("旁注", "passing", PASSING)):
        if pen.dice.random() < 0.3:
            guest = pen.dice.choice([c for c in concepts().values() if c.id not in grades])
            forms[guest.id], grades[guest.id] = pen.dice.choice(guest.forms), grade
            sections.append([heading, pen.one(prose()[key], forms[guest.id])])
    return sections


def partners(partner: Organization | None, pen: Pen) -> list[list[str]]:
    if not partner:
        return []
    text = pen.one(prose()["partners"]).format(org=partner.short)
    return [["协作单位", text + pen.one(prose()["links"])]]


def lengthen(sections: list[list[str]], dice: random.Random) -> None:
    """Add sentences about nothing until the body is as long as one that a person wrote."""
    wanted = dice.randint(SHORTEST, LONGEST)
    length = sum(han(text) for _, text in sections)
    for line in dice.sample(prose()["filler"], len(prose()["filler"])):
        if length >= wanted:
            return
        dice.choice(sections)[1] += line
        length += han(line)
