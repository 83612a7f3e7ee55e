"""Ways of asking. Each returns a query, its filters and what answers; nothing may answer."""

from __future__ import annotations

from functools import partial

from tests.corpora import truth
from tests.corpora.concepts import Concept, prose
from tests.corpora.desk import Asked, Desk
from tests.corpora.sections import MAIN
from tests.corpora.writing import Case


def pair(desk: Desk) -> Asked:
    """Two concepts that some case joins, in any of their forms."""
    _, (first, last) = desk.joined()
    q = desk.say("pair", a=desk.form(first), b=desk.form(last))
    return q, {}, desk.about(first, last)


def sized(desk: Desk) -> Asked:
    """A concept at an organization of some size: a wish, not a filter."""
    case = desk.case()
    return _with_size(desk, "sized", case, desk.main(case)[:1])


def sized_pair(desk: Desk) -> Asked:
    """Two concepts and a size."""
    return _with_size(desk, "sized_pair", *desk.joined())


def placed(desk: Desk) -> Asked:
    """A concept at a place: elsewhere it is a distant answer."""
    case = desk.case()
    concept = desk.dice.choice(desk.main(case))
    place = case.record["place"]
    q = desk.say("placed", a=desk.form(concept), d=case.district, p=place)
    here = place if place in q else case.district

    def grade(other: Case) -> int:
        away = not other.record["place"].startswith(here)
        return truth.level(other, concept.id) - 2 * away

    return q, {}, desk.graded(grade)


def synonym(desk: Desk) -> Asked:
    """A concept in the rarer of two of its forms."""
    concept = desk.concept()
    written = [case.forms.get(concept.id) for case in desk.cases]
    form = min(desk.dice.sample(concept.forms, 2), key=written.count)
    return desk.say("one", a=form), {}, desk.about(concept)


def said(desk: Desk) -> Asked:
    """A concept in words that no case writes."""
    concept = desk.concept()
    return desk.dice.choice(concept.said), {}, desk.about(concept)


def cut(desk: Desk) -> Asked:
    """A string that cuts a word."""
    concept = desk.concept()
    if not concept.part:
        return "", {}, {}
    string = desk.dice.choice(concept.part)
    return desk.say("cut", a=string), {}, desk.graded(partial(truth.literal, string, concept.id))


def cut_org(desk: Desk) -> Asked:
    """The end of an organization's name."""
    string = desk.case().organization.short[1:]
    if len(string) < 2:
        return "", {}, {}
    return string, {}, desk.graded(partial(truth.literal, string, ""))


def hant(desk: Desk) -> Asked:
    """A concept in traditional characters."""
    concept = desk.concept()
    return desk.say("hant", a=desk.dice.choice(concept.hant)), {}, desk.about(concept)


def hant_org(desk: Desk) -> Asked:
    """An organization in traditional characters."""
    organization = desk.case().organization
    rel = desk.by(organization) if organization.hant else {}
    return desk.say("hant", a=organization.hant), {}, rel


def slip(desk: Desk) -> Asked:
    """A concept with a mistake."""
    concept = desk.concept()
    return desk.say("slip", a=desk.dice.choice(concept.slips)), {}, desk.about(concept)


def slip_org(desk: Desk) -> Asked:
    """An organization with a mistake in its name."""
    organization = desk.case().organization
    return desk.dice.choice(organization.slips), {}, desk.by(organization)


def org(desk: Desk) -> Asked:
    """An organization."""
    organization = desk.case().organization
    return desk.say("org", o=organization.short), {}, desk.by(organization)


def org_in_full(desk: Desk) -> Asked:
    """An organization by its registered name."""
    organization = desk.case().organization
    return organization.full, {}, desk.by(organization)


def org_about(desk: Desk) -> Asked:
    """What an organization did about something."""
    case = desk.case()
    concept = desk.dice.choice(desk.main(case))
    q = desk.say("org_about", o=case.organization.short, a=desk.form(concept))
    return q, {}, desk.graded(partial(truth.by_and_about, case.organization, concept.id))


def filtered(desk: Desk) -> Asked:
    """A concept under one or two facets that shut out a case which would answer."""
    case = desk.case()
    concept = desk.dice.choice(desk.main(case))
    keys = desk.dice.sample(sorted(case.record["facets"]), desk.dice.choice((1, 1, 2)))
    filters = {key: case.record["facets"][key][:1] for key in keys}
    if desk.dice.random() < 0.2:
        other = desk.case().record["facets"][keys[0]][0]
        filters[keys[0]] = list(dict.fromkeys([*filters[keys[0]], other]))
    rel = desk.about(concept)
    inside = {case.record["id"] for case in desk.cases if truth.within(filters, case)}
    kept = {name: grade for name, grade in rel.items() if name in inside}
    shut_out = MAIN in (grade for name, grade in rel.items() if name not in inside)
    return desk.say("filtered", a=desk.form(concept)), filters, kept if shut_out else {}


def _with_size(desk: Desk, way: str, case: Case, wanted: list[Concept]) -> Asked:
    size = case.organization.size
    words = desk.dice.choice(prose()["sizes"][size]["words"])
    q = desk.say(way, s=words, a=desk.form(wanted[0]), b=desk.form(wanted[-1]))
    names = [each.id for each in wanted]

    def grade(other: Case) -> int:
        return truth.about(names, other) - (other.organization.size != size)

    return q, {}, desk.graded(grade)
