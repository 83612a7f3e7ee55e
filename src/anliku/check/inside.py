"""Rules on ids and pointers inside one entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from anliku.catalog import Entry
from anliku.check.nearest import suggest
from anliku.check.rule import Finding
from anliku.diagnostic import Severity
from anliku.schema.choices import VIEWS
from anliku.schema.source import Source
from anliku.schema.teaching_note import TeachingNote
from anliku.schema.term import Term
from anliku.schema.vocabulary import Concept, Vocabulary


def source_ids_are_unique(entry: Entry) -> Iterator[Finding]:
    """一个来源里，段落编号和事实编号不重复。"""
    if isinstance(entry.record, Source):
        yield from _repeated(entry.record.passages, "passages", "段落编号")
        yield from _repeated(entry.record.facts, "facts", "事实编号")


def facts_have_places(entry: Entry) -> Iterator[Finding]:
    """每条事实至少指到一个写明了的段落。"""
    if not isinstance(entry.record, Source):
        return
    passages = [p.id for p in entry.record.passages]
    for index, fact in enumerate(entry.record.facts):
        if not fact.at:
            yield Finding(("facts", index), f"{fact.id} 没有写出处段落", "加上 at: [段落编号]")
        for number, place in enumerate(fact.at):
            if place not in passages:
                yield Finding(
                    ("facts", index, "at", number),
                    f"passages 里没有段落 {place}",
                    partial(suggest, place, passages),
                )


def views_have_holders(entry: Entry) -> Iterator[Finding]:
    """看法、建议和提问中的说法，写明是谁的。"""
    if isinstance(entry.record, Source):
        for index, fact in enumerate(entry.record.facts):
            if fact.basis in VIEWS and not fact.holder:
                yield Finding(
                    ("facts", index, "basis"),
                    f"{fact.id} 是{fact.basis}，没有写是谁的",
                    "加上 holder: 说话人的名字或身份",
                )


def not_used_names_facts(entry: Entry) -> Iterator[Finding]:
    """not_used 里只写本来源有的事实。"""
    if isinstance(entry.record, Source):
        known = [fact.id for fact in entry.record.facts]
        for index, item in enumerate(entry.record.not_used):
            if item.fact not in known:
                yield Finding(
                    ("not_used", index, "fact"),
                    f"没有事实 {item.fact}",
                    partial(suggest, item.fact, known),
                )


def term_is_defined_or_says_not(entry: Entry) -> Iterator[Finding]:
    """名词有释义，或写明未找到独立定义，二者只取其一；草稿只提醒。"""
    if isinstance(entry.record, Term):
        term = entry.record
        if bool(term.definition) == bool(term.definition_status):
            both = "两样都写了" if term.definition else "两样都没有"
            yield Finding(
                ("definition_status",) if term.definition else (),
                f"释义和释义情况{both}",
                "有可靠出处就写 definition；没有就写 definition_status: 未找到独立定义",
                severity=_weight(entry),
            )


def concepts_are_distinct(entry: Entry) -> Iterator[Finding]:
    """一个词表里，编号、名称和别名不重复，上位词都在表里。"""
    if not isinstance(entry.record, Vocabulary):
        return
    concepts = entry.record.concepts
    yield from _repeated(concepts, "concepts", "词条编号")
    ids = [c.id for c in concepts]
    words: dict[str, str] = {}
    for index, concept in enumerate(concepts):
        for word in (concept.label, *concept.alt, *concept.hidden):
            taken = words.setdefault(word.casefold(), concept.id)
            if taken != concept.id:
                yield Finding(
                    ("concepts", index),
                    f"“{word}”已经是词条 {taken} 的说法",
                    "一个说法只归一个词条",
                )
        if concept.broader and concept.broader not in ids:
            yield Finding(
                ("concepts", index, "broader"),
                f"表里没有 {concept.broader}",
                partial(suggest, concept.broader, ids),
            )
    yield from _broader_cycles(concepts)


def _broader_cycles(concepts: tuple[Concept, ...]) -> Iterator[Finding]:
    up = {c.id: c.broader for c in concepts}
    for index, concept in enumerate(concepts):
        seen, at = {concept.id}, concept.broader
        while at and at in up and at not in seen:
            seen.add(at)
            at = up[at]
        if at == concept.id:
            yield Finding(
                ("concepts", index, "broader"), "上位词绕回了自己", "核对上位词，断开其中一个"
            )


def teaching_note_adds_up(entry: Entry) -> Iterator[Finding]:
    """案例使用说明的计划分钟合计等于时长，目标 2—5 条；草稿只提醒。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    weight = _weight(entry)
    total = sum(step.minutes for step in note.plan)
    if note.plan and total != note.duration:
        message = f"计划合计 {total} 分钟，时长写的是 {note.duration}"
        yield Finding(("duration",), message, "改时长，或改各环节的分钟", severity=weight)
    if not 2 <= len(note.objectives) <= 5:
        message = f"教学目标有 {len(note.objectives)} 条"
        yield Finding(("objectives",), message, "写 2—5 条", severity=weight)


def teaching_note_parts_exist(entry: Entry) -> Iterator[Finding]:
    """案例使用说明里，题目对得上目标，环节对得上题目。"""
    note = entry.record
    if not isinstance(note, TeachingNote):
        return
    objectives, questions = [o.id for o in note.objectives], [q.id for q in note.questions]
    for index, question in enumerate(note.questions):
        where = ("questions", index, "objectives")
        yield from _unknown(question.objectives, objectives, where, "目标")
    for index, step in enumerate(note.plan):
        yield from _unknown(step.questions, questions, ("plan", index, "questions"), "题")


def _weight(entry: Entry) -> Severity:
    """A draft may be unfinished: what it lacks is a reminder."""
    return Severity.WARNING if entry.record.status == "草稿" else Severity.ERROR


def _unknown(
    used: Iterable[str], known: list[str], path: tuple[str | int, ...], word: str
) -> Iterator[Finding]:
    for index, item in enumerate(used):
        if item not in known:
            yield Finding((*path, index), f"没有{word} {item}", partial(suggest, item, known))


def _repeated(items: Iterable[object], key: str, word: str) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    id_of: Callable[[object], str] = lambda item: str(getattr(item, "id"))  # noqa: B009, E731
    for index, item in enumerate(items):
        first = seen.setdefault(id_of(item), index)
        if first != index:
            yield Finding(
                (key, index, "id"),
                f"{word} {id_of(item)} 在第 {first + 1} 条已经用过",
                "换一个没有用过的编号；编号定下就不再改",
            )
