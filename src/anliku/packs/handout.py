"""讲义: what learners get on paper. The B page begins a new sheet, so that it can be kept back."""

from __future__ import annotations

from functools import lru_cache

from anliku.packs.lesson import Lesson
from anliku.packs.outline import Outline, Part
from anliku.packs.word_parts import Paper

ROOM = 3
"""Ruled lines under a question."""


@lru_cache(maxsize=256)
def handout(outline: Outline) -> bytes:
    """Return the handout as a .docx file; equal outlines give the same bytes."""
    paper = Paper(outline.title, outline.home, outline.imprint)
    paper.cover("讲义", outline.facts, outline.about)
    paper.contents()
    for part in outline.parts:
        _part(paper, part)
    alone = len(outline.lessons) == 1
    for lesson in outline.lessons:
        _lesson(paper, lesson, alone=alone)
    paper.heading("出处", new_page=bool(outline.lessons))
    paper.items(outline.works, numbered=True)
    paper.text(
        f"{outline.address}。文字采用 {outline.licence} 许可，注明出处即可改编。", small=True
    )
    return paper.saved(outline.updated)


def _part(paper: Paper, part: Part) -> None:
    title = part.title if part.title.startswith(part.when) else f"{part.when}：{part.title}"
    paper.heading(title)
    paper.text(part.note)
    paper.table(
        ("读什么", "重要性", "分钟", "学习提示"),
        [
            (
                f"{one.title}（{one.kind}）",
                one.importance,
                str(one.minutes) if one.minutes else "另计",
                "".join(filter(None, (one.where and f"读：{one.where}。", one.tip))),
            )
            for one in part.readings
        ],
        (38, 11, 9, 42),
    )
    for one in part.readings:
        paper.text(f"{one.title}：{one.a_page or one.address}", small=True)


def _lesson(paper: Paper, lesson: Lesson, *, alone: bool) -> None:
    shown = lesson.a_title or lesson.title
    paper.heading("A 页：决定之前" if alone else f"A 页：{shown}", new_page=True)
    if lesson.a_parts:
        paper.heading(shown, 3)
        for heading, text in lesson.a_parts:
            for at, line in enumerate(filter(None, text.split("\n"))):
                paper.text(line, bold=f"{heading}　" if heading and not at else "")
        if lesson.a_ask:
            paper.text(lesson.a_ask, bold="想一想　")
    paper.heading("题目", 2)
    for ask in lesson.asks:
        minutes = f"（{ask.minutes} 分钟）" if ask.minutes else ""
        paper.text(f"{ask.text}{minutes}", bold=f"{ask.number}. ")
        paper.lines(ROOM)
    paper.heading("B 页：后来怎样" if alone else f"B 页：{shown}", new_page=True)
    for told in lesson.told:
        paper.heading(told.heading, 3)
        paper.items(told.lines)
    if lesson.unsaid:
        paper.heading("来源没有说明", 3)
        paper.text("；".join(lesson.unsaid) + "。")
    _worksheets(paper, lesson)
    if lesson.footnotes:
        paper.heading("B 页的出处", 2)
        for line in lesson.footnotes:
            paper.text(line, small=True)


def _worksheets(paper: Paper, lesson: Lesson) -> None:
    if lesson.claims:
        paper.heading("辨依据", 2)
        rows = [(claim.text, "", "", "") for claim in lesson.claims]
        paper.table(("句子", "来源所述", "谁的看法", "还缺什么材料"), rows, (46, 14, 16, 24), 1.2)
    if lesson.conditions:
        paper.heading("借鉴对照表", 2)
        rows = [(c.text, "", "", "") for c in lesson.conditions]
        paper.table(("案例里的条件", "有", "没有", "我们怎么替代"), rows, (44, 9, 9, 38), 1.2)
        paper.text("", bold="出现什么情况就停：")
        paper.lines(2)
    if lesson.assignments:
        paper.heading("作业", 2)
        paper.items(lesson.assignments)
    paper.text(lesson.ethics, bold="伦理与保密　")
