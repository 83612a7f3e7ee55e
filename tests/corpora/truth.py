"""What answers a query, known from how the cases were made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tests.corpora.concepts import Organization, concepts
from tests.corpora.sections import MAIN, PASSING, SECTION
from tests.corpora.writing import Case


def level(case: Case, concept: str) -> int:
    """Return how much a case is about a concept; being about a near one is a passing mention."""
    own = case.grades.get(concept, 0)
    near = any(case.grades.get(name) == MAIN for name in concepts()[concept].near)
    return max(own, PASSING if near else 0)


def graded(cases: Iterable[Case], grade: Callable[[Case], int]) -> dict[str, int]:
    """Return the grade of every case that has one."""
    found = {case.record["id"]: grade(case) for case in cases}
    return {name: value for name, value in found.items() if value > 0}


def about(wanted: Sequence[str], case: Case) -> int:
    """Grade a case against all concepts of a query at once."""
    levels = [level(case, concept) for concept in wanted]
    if MAIN not in levels:
        return levels[0] if len(levels) == 1 else 0
    if all(each == MAIN for each in levels):
        return MAIN
    return SECTION if all(levels) else PASSING


def by(organization: Organization, case: Case) -> int:
    """Grade a case against an organization: its own work, or work that it took part in."""
    if case.organization == organization:
        return MAIN
    return SECTION if case.partner == organization else 0


def by_and_about(organization: Organization, concept: str, case: Case) -> int:
    """Grade a case against an organization and what it did."""
    who, what = by(organization, case), level(case, concept)
    if who == MAIN and what:
        return MAIN if what == MAIN else SECTION
    if who and what == MAIN:
        return SECTION
    return PASSING if who or what == MAIN else 0


def literal(string: str, concept: str, case: Case) -> int:
    """Grade a case against a cut-off form: what shows the string, then what means the same."""
    record = case.record
    shown = (record["title"], record["org"], record["org_full"], *record["tags"])
    if any(string in text for text in shown):
        return MAIN
    written = (record["summary"], *(text for _, text in record["sections"]))
    mentioned = PASSING if any(string in text for text in written) else 0
    same = level(case, concept) if concept else 0
    return max(mentioned, SECTION if same == MAIN else min(same, PASSING))


def within(filters: dict[str, list[str]], case: Case) -> bool:
    """Return whether a case passes: one value of every facet that is filtered."""
    facets = case.record["facets"]
    return all(set(values) & set(facets[key]) for key, values in filters.items())
