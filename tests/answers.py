"""Every way to answer the five questions of 怎么选, and libraries of rules to judge them by."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from anliku.link.fit import Codes, Rule
from anliku.schema.finder import NONE, QUESTIONS, UNSURE, Question, Scale

NOT_ASKED: tuple[str, ...] = ()


def ways(question: Question) -> list[tuple[str, ...]]:
    """Return every answer to one question; the first is none at all."""
    codes = question.ascending
    if question.scale is Scale.MANY:
        some = [
            chosen for n in range(1, len(codes) + 1) for chosen in itertools.combinations(codes, n)
        ]
        return [NOT_ASKED, (NONE,), *some]
    return [NOT_ASKED, *((code,) for code in codes)]


def every_answer() -> Iterator[dict[str, tuple[str, ...]]]:
    """Yield every combination of answers; 说不清 is tried elsewhere, for it says nothing."""
    for chosen in itertools.product(*map(ways, QUESTIONS.values())):
        yield {key: codes for key, codes in zip(QUESTIONS, chosen, strict=True) if codes}


def unsure(answers: Codes) -> Codes:
    """Return the same answers with 说不清 or 不清楚 where nothing is said and it can be."""
    said = {key: (UNSURE,) for key, question in QUESTIONS.items() if question.unsure}
    return {**said, **answers}


def more(answers: Codes) -> Iterator[Codes]:
    """Yield what somebody has who has one thing more: a step up a scale, one more expertise."""
    for key, codes in answers.items():
        question = QUESTIONS[key]
        order = question.ascending
        if question.scale is Scale.LEVEL and codes[0] != order[-1]:
            yield {**answers, key: (order[order.index(codes[0]) + 1],)}
        if question.scale is Scale.MANY:
            had = tuple(code for code in codes if code != NONE)
            for code in order:
                if code not in had:
                    yield {**answers, key: tuple(c for c in order if c in (*had, code))}


def odd_rules(seed: int) -> tuple[Rule, ...]:
    """Return rules such as no editor wrote yet: many values, several situations, parts."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret

    def codes(chance: float, *, is_stop: bool) -> dict[str, tuple[str, ...]]:
        found = {}
        for key, question in QUESTIONS.items():
            if dice.random() < chance:
                known = list(question.ascending)
                if is_stop and question.scale is Scale.MANY:
                    known = [NONE]
                found[key] = tuple(dice.sample(known, dice.randint(1, len(known))))
        return found

    names = [f"{'m' if n < 4 else 'p'}{n}" for n in range(14)]
    return tuple(
        Rule(
            name,
            "model" if name[0] == "m" else "practice",
            codes(0.5, is_stop=False),
            tuple(codes(0.2, is_stop=True) for _ in range(dice.randint(0, 3))),
            tuple(dice.sample(names[4:], 3)) if name[0] == "m" else (),
        )
        for name in names
    )
