"""Rules on what 怎么选 asks: an entry's conditions and its `when_not` must leave a way to it."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.check.rule import Finding
from anliku.schema.finder import QUESTIONS, Question, Scale
from anliku.schema.model import Model
from anliku.schema.practice import Practice


def some_answers_lead_here(entry: Entry) -> Iterator[Finding]:
    """怎么选里，“先别用”的回答不把条件里够用的回答也算进去。"""
    if not isinstance(entry.record, Model | Practice):
        return
    for index, situation in enumerate(entry.record.when_not):
        for key, question in QUESTIONS.items():
            labels = getattr(situation.answers, key, ())
            asked = getattr(entry.record.requirements, key, None)
            wanted = asked.values if asked and not asked.example_only else ()
            taken = _taken(question, labels, wanted)
            if taken:
                yield Finding(
                    ("when_not", index, "answers", key),
                    f"这样写，答“{taken}”的也算先别用"
                    + ("，条件里却写着够用" if wanted else "，怎么答都不会接近"),
                    f"改 when_not 里的 {key}，或者改 requirements.{key}"
                    if wanted
                    else f"{key} 不写最高的一档；更低的各档本来就算在里面",
                )


def _taken(question: Question, labels: tuple[str, ...], wanted: tuple[str, ...]) -> str:
    """Return an answer that is good enough and yet among those that say not to."""
    order = [option.label for option in question.options]
    if not labels:
        return ""
    if question.scale is Scale.ONE:
        return next((label for label in order if label in labels and label in wanted), "")
    if question.scale is Scale.MANY:
        return ""
    if question.most_first:
        order.reverse()
    enough = min(map(order.index, wanted), default=len(order) - 1)
    return order[enough] if max(map(order.index, labels)) >= enough else ""
