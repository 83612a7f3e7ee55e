"""A class from its teaching note; `lesson.py` has its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anliku.catalog import Entry
from anliku.catalog.prose import paragraphs, plain, sentences
from anliku.check.complete import unsaid_words
from anliku.link.class_names import main_cases
from anliku.link.class_pages import a_page, before_b
from anliku.link.linked import LinkedCatalog
from anliku.packs.footnotes import Footnotes
from anliku.packs.lesson import Ask, Claim, Condition, Lesson, Role, Step, Told
from anliku.schema.case import Case
from anliku.schema.choices import VIEWS
from anliku.schema.teaching_note import PlanStep, TeachingNote

_SAID_BY = re.compile(
    r"^(?:访谈的|文章的|报道里的)?(?:受访者|作者|论文作者|文章作者|负责人)(?:认为|说|觉得)，?"
)
CLAIMS = 6
"""Statements to sort: more do not fit on a slide, and a class needs no more."""


def lesson_of(note: Entry, linked: LinkedCatalog) -> Lesson:
    """Return a class. What the catalog does not hold (the learners' edition) stays empty.

    Raises:
        TypeError: the entry is no teaching note.
    """
    record = note.record
    if not isinstance(record, TeachingNote):
        raise TypeError(note.kind.name)
    notes = Footnotes(linked)
    page = a_page(note, linked)
    cases = [(c, c.record) for c in main_cases(note, linked) if isinstance(c.record, Case)]
    told = (*_opening(record, notes), *(t for c in cases for t in _told(*c, notes, len(cases))))
    conditions = _conditions(cases, notes)
    footnotes = notes.lines()  # of what learners read; those of the answers are numbered after
    return Lesson(
        id=note.id,
        title=note.title,
        duration=record.duration,
        facts=_facts(record),
        objectives=tuple(f"{one.type}：{one.text}" for one in record.objectives),
        a_title=page.title if page else "",
        a_parts=page.parts if page else (),
        a_ask=page.ask if page else "",
        asks=_asks(record, notes),
        plan=_steps(record, record.plan),
        online=_steps(record, record.online_variant),
        told=told,
        claims=_claims(cases, notes),
        conditions=conditions,
        unsaid=tuple(
            dict.fromkeys(unsaid_words(Case, path) for _, r in cases for path in r.unstated)
        ),
        assignments=tuple(_assignment(one) for one in record.assignments),
        supervision=record.supervision_questions,
        roles=tuple(
            Role(c.role, c.situation or "", c.wants or "", c.knows or "") for c in record.role_cards
        ),
        ethics=record.ethics_note,
        opening=plain(record.opening or ""),
        closing=plain(record.closing or ""),
        analysis=record.analysis_path,
        key_points=record.key_points,
        pitfalls=record.pitfalls_in_class,
        board=plain(record.board_plan or ""),
        footnotes=footnotes,
        answer_notes=notes.lines()[len(footnotes) :],  # keyword order: asks have numbered theirs
    )


def _facts(record: TeachingNote) -> tuple[tuple[str, str], ...]:
    size = record.class_size
    rows = (
        ("时长", f"{record.duration} 分钟"),
        ("人数", f"{size.min}—{size.max} 人" if size else ""),
        ("对象", "、".join(record.audiences)),
        ("课程", "、".join(record.courses)),
        ("真实性", record.authenticity),
        ("授权", record.authorization),
    )
    return tuple((label, value) for label, value in rows if value)


def _asks(record: TeachingNote, notes: Footnotes) -> tuple[Ask, ...]:
    early = {question.id for question in before_b(record)}
    return tuple(
        Ask(
            number,
            q.text,
            q.minutes,
            q.purpose or "",
            q.hint or "",
            tuple(
                f"{point}{notes.marks(answer.cite) if last else ''}"
                for answer in record.answer_points
                if answer.question == q.id
                for point, last in _with_last(answer.points)
            ),
            q.id in early,
        )
        for number, q in enumerate(record.questions, 1)
    )


def _with_last(points: tuple[str, ...]) -> list[tuple[str, bool]]:
    return [(point, at == len(points)) for at, point in enumerate(points, 1)]


def _steps(record: TeachingNote, plan: Iterable[PlanStep]) -> tuple[Step, ...]:
    order = [question.id for question in record.questions]
    found: list[Step] = []
    at = 0
    for step in plan:
        asks = tuple(order.index(one) + 1 for one in step.questions if one in order)
        found.append(
            Step(
                start=at,
                end=at + step.minutes,
                words=step.step,
                grouping=step.grouping or "",
                materials=step.materials or "",
                activity=step.activity or "",
                say=step.say or "",
                asks=asks,
            )
        )
        at += step.minutes
    return tuple(found)


def _opening(record: TeachingNote, notes: Footnotes) -> tuple[Told, ...]:
    text = record.b_page.text if record.b_page else None
    if not text:
        return ()
    lines = tuple(
        "".join(_marked(s.text, notes.marks(s.refs)) for s in sentences(part))
        for part in paragraphs(text)
    )
    return (Told("后来怎样", lines),)


def _told(case: Entry, record: Case, notes: Footnotes, of: int) -> Iterable[Told]:
    name = f"（{case.title}）" if of > 1 else ""
    actors = tuple(
        _marked(f"{_actor(one.ref, one.who, notes)}：{one.did}", notes.marks(one.cite))
        for one in record.actors
        if one.did
    )
    actions = tuple(_marked(one.what, notes.marks(one.cite)) for one in record.actions)
    outcomes = tuple(
        f"{_marked(one.claim, notes.marks(one.cite))}（指标：{one.indicator or '没有数据'}）"
        for one in record.outcomes
    )
    pitfalls = tuple(
        _marked(f"{one.text}{f'（{one.origin}）' if one.origin else ''}", notes.marks(one.cite))
        for one in record.pitfalls
    )
    parts = {
        "参与方与分工": actors,
        "做了什么": actions,
        "成效与依据": outcomes,
        "要当心的地方": pitfalls,
    }
    return [Told(f"{heading}{name}", lines) for heading, lines in parts.items() if lines]


def _actor(ref: str | None, who: str | None, notes: Footnotes) -> str:
    return notes.title(ref) if ref else who or "参与方"


def _claims(cases: list[tuple[Entry, Case]], notes: Footnotes) -> tuple[Claim, ...]:
    """Return statements to sort, views and reports in turn, as long as there are both."""
    found: dict[bool, list[Claim]] = {True: [], False: []}
    for _, record in cases:
        told = [(one.what, one.cite) for one in record.actions]
        told += [(one.claim, one.cite) for one in record.outcomes]
        for text, cite in told:
            bases = notes.bases(cite)
            if bases:
                words = _SAID_BY.sub("", text)  # who says so is the question
                found[all(b.partition("（")[0] in VIEWS for b in bases)].append(Claim(words, bases))
    views = found[True][: CLAIMS // 2]
    return tuple(sorted((*found[False][: CLAIMS - len(views)], *views), key=lambda c: c.text))


def _conditions(cases: list[tuple[Entry, Case]], notes: Footnotes) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            _marked(one.condition, notes.marks(one.cite)), one.substitute or "", one.origin or ""
        )
        for _, record in cases
        for one in record.transfer
    )


def _assignment(one: object) -> str:
    text, length, due = (getattr(one, key) for key in ("text", "length", "due"))
    more = "，".join(filter(None, (length, due and f"{due}交")))
    return f"{text}（{more}）" if more else str(text)


def _marked(text: str, marks: str) -> str:
    """Put marks before the full stop."""
    stop = text[-1:] if text[-1:] in "。！？；" else ""
    return f"{text[: len(text) - len(stop)]}{marks}{stop}" if stop else f"{text}{marks}"
