"""Where queries about one corpus are made up: chance, choice and what answers."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache, partial

import yaml

from tests.corpora import truth
from tests.corpora.concepts import HERE, Concept, Organization, concepts
from tests.corpora.sections import MAIN
from tests.corpora.writing import Case

Filters = dict[str, list[str]]
Relevance = dict[str, int]
Asked = tuple[str, Filters, Relevance]


class Desk:
    """A corpus, and chance."""

    def __init__(self, cases: list[Case], seed: int) -> None:
        self.cases = cases
        self.dice = random.Random(f"queries/{seed}")  # noqa: S311
        present = {name for case in cases for name in case.grades}
        self.concepts = [concept for concept in concepts().values() if concept.id in present]

    def case(self) -> Case:
        """Choose a case."""
        return self.dice.choice(self.cases)

    def main(self, case: Case) -> list[Concept]:
        """Return the concepts that a case is about."""
        return [concepts()[name] for name, grade in case.grades.items() if grade == MAIN]

    def joined(self) -> tuple[Case, list[Concept]]:
        """Choose two concepts that some case joins."""
        while len(found := self.main(case := self.case())) < 2:
            pass
        return case, self.dice.sample(found, 2)

    def concept(self) -> Concept:
        """Choose a concept, each as often as another, that is written somewhere."""
        return self.dice.choice(self.concepts)

    def form(self, concept: Concept) -> str:
        """Choose a form of a concept."""
        return self.dice.choice(concept.forms)

    def say(self, way: str, **words: str) -> str:
        """Put words as people do."""
        return self.dice.choice(_texts()[way]).format(**words)

    def graded(self, grade: Callable[[Case], int]) -> Relevance:
        """Return what answers, by a grade of each case."""
        return truth.graded(self.cases, grade)

    def about(self, *wanted: Concept) -> Relevance:
        """Return what is about all of some concepts, more or less."""
        return self.graded(partial(truth.about, [each.id for each in wanted]))

    def by(self, organization: Organization) -> Relevance:
        """Return what an organization did."""
        return self.graded(partial(truth.by, organization))


@cache
def _texts() -> dict[str, list[str]]:
    texts: dict[str, list[str]] = yaml.safe_load((HERE / "questions.yml").read_text("utf-8"))
    return texts
