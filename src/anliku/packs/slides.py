"""课件: an editable deck. What is said to whom and when stands in the speaker's notes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from anliku.packs.deck import BARE, COVER, TEXT, empty_deck
from anliku.packs.lesson import Ask, Lesson, Step
from anliku.packs.office_file import settled
from anliku.packs.outline import Outline, Part
from anliku.packs.slide_text import BOLD, Slides

ROWS = 6
"""Rows of a table that a class reads from the back of the room."""


@lru_cache(maxsize=256)
def slides(outline: Outline) -> bytes:
    """Return the deck as a .pptx file; equal outlines give the same bytes."""
    deck = empty_deck()
    made = Slides(deck)
    _cover(made, outline)
    before, after = _around(outline)
    for part in before:
        _part(made, part)
    for lesson in outline.lessons:
        _lesson(made, lesson, alone=len(outline.lessons) == 1)
    for part in after:
        _part(made, part)
    made.lines("出处", outline.works, size=16, numbered=True)
    properties = deck.core_properties
    properties.title, properties.author = outline.title, outline.home
    properties.last_modified_by, properties.subject = outline.home, outline.kind
    properties.keywords = properties.comments = ""
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue(), outline.updated)


def _cover(made: Slides, outline: Outline) -> None:
    facts = "　".join(
        value for label, value in outline.facts if label in ("对象", "时长", "课上时长")
    )
    made.cover(COVER, outline.title, (facts, f"据{outline.home}整理 · {outline.imprint}"))


def _around(outline: Outline) -> tuple[list[Part], list[Part]]:
    """Return what is read before and after; what is read in class stands in its lesson."""
    before = [part for part in outline.parts if part.when == "课前"]
    rest = [part for part in outline.parts if part.when != "课前"]
    taught = bool(outline.lessons)
    return before, [part for part in rest if part.when == "课后" or not taught]


def _part(made: Slides, part: Part) -> None:
    rows = [
        (one.title, one.importance, f"{one.minutes} 分钟" if one.minutes else "另计", one.tip)
        for one in part.readings
    ]
    title = part.title if part.title.startswith(part.when) else f"{part.when}：{part.title}"
    made.table(
        BARE,
        title,
        ("读什么", "重要性", "时间", "读的时候想"),
        rows,
        widths=(36, 10, 12, 42),
        foot=part.note,
    )


def _lesson(made: Slides, lesson: Lesson, *, alone: bool) -> None:
    if not alone:
        shown = lesson.a_title or lesson.title
        made.cover(COVER, shown, (f"{lesson.duration} 分钟",))
    notes = _notes(("开场的话", lesson.opening), ("伦理与保密", lesson.ethics))
    made.lines("学完能做什么", lesson.objectives, notes=notes, numbered=True)
    made.table(
        BARE,
        "这节课怎么走",
        ("时间", "环节", "怎么坐"),
        [(f"第 {s.start}—{s.end} 分钟", s.words, s.grouping) for s in lesson.plan],
        widths=(22, 60, 18),
        most=9,
    )
    early, late = _sides(lesson.asks)
    if lesson.a_parts:
        made.text(f"A 页　{lesson.a_title}", _a_lines(lesson), notes=_step_notes(lesson, "A 页"))
    for ask in early:
        _ask(made, ask, lesson)
    made.text("B 页　后来怎样", _b_lines(lesson), size=24, notes=_step_notes(lesson, "B 页"))
    for ask in late:
        _ask(made, ask, lesson)
    if lesson.claims:
        made.lines(
            "辨依据：哪句是来源所述，哪句是谁的看法？",
            [c.text for c in lesson.claims],
            numbered=True,
        )
        made.table(
            BARE,
            "对一对",
            ("句子", "谁的话"),
            [(c.text, "、".join(c.bases)) for c in lesson.claims],
            widths=(70, 30),
        )
    if lesson.conditions:
        made.table(
            BARE,
            "借鉴对照表",
            ("案例里的条件", "有", "没有", "我们怎么替代"),
            [(c.text, "", "", "") for c in lesson.conditions],
            widths=(46, 9, 9, 36),
            foot="最后写一条：出现什么情况就停。",
        )
    closing = _notes(
        ("收束的话", lesson.closing),
        ("关键要点", "；".join(lesson.key_points)),
        ("课堂常见误读", "；".join(lesson.pitfalls)),
        ("板书", lesson.board),
    )
    asks = ("今天确实知道了什么？", "哪些只是听一个人说的？", "回去要先问谁？")
    made.lines("收束", (*asks, *(f"作业：{one}" for one in lesson.assignments)), notes=closing)


def _a_lines(lesson: Lesson) -> Iterator[str]:
    for heading, text in lesson.a_parts:
        yield from (f"{heading}：{line}" if heading else line for line in text.split("\n") if line)
    if lesson.a_ask:
        yield lesson.a_ask


def _b_lines(lesson: Lesson) -> Iterator[str]:
    for told in lesson.told:
        yield f"{BOLD}{told.heading}"
        yield from told.lines
    if lesson.unsaid:
        yield f"{BOLD}来源没有说明"
        yield "；".join(lesson.unsaid) + "。"


def _sides(asks: Sequence[Ask]) -> tuple[list[Ask], list[Ask]]:
    return [a for a in asks if a.is_before_b], [a for a in asks if not a.is_before_b]


def _ask(made: Slides, ask: Ask, lesson: Lesson) -> None:
    steps = [step for step in lesson.plan if ask.number in step.asks]
    minutes = f"{ask.minutes} 分钟" if ask.minutes else ""
    grouping = steps[0].grouping if steps else ""
    made.text(
        f"题 {ask.number}",
        (ask.text,),
        TEXT,
        badge="　".join(filter(None, (minutes, grouping, ask.purpose))),
        size=32,
        notes=_notes(
            *_of_steps(steps),
            ("卡住时", ask.hint),
            ("答题要点", "\n".join(f"· {point}" for point in ask.points)),
        ),
    )


def _step_notes(lesson: Lesson, words: str) -> str:
    return _notes(*_of_steps([step for step in lesson.plan if words in step.words]))


def _of_steps(steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
    for step in steps:
        yield "时间", f"第 {step.start}—{step.end} 分钟（{step.words}）"
        yield "材料", step.materials
        yield "怎么带", step.activity
        yield "带领语", step.say


def _notes(*parts: tuple[str, str]) -> str:
    return "\n".join(f"{label}：{text}" for label, text in parts if text)
