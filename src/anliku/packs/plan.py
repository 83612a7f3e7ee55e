"""教案: what only the trainer gets, for each class: the plan, what to say, answers, roles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from anliku.packs.lesson import Lesson, Step
from anliku.packs.outline import Outline
from anliku.packs.word_parts import Paper

SENTENCE = (
    "教案只给带班的人。公开的网站和仓库拦不住存心要找的人，"
    "分开放，只为了不让学员在想之前先看见答案。"
)


@lru_cache(maxsize=256)
def plan(outline: Outline) -> bytes:
    """Return the plan as a .docx file; equal outlines give the same bytes."""
    paper = Paper(outline.title, outline.home, outline.imprint)
    paper.cover("教案", outline.facts, outline.about)
    paper.text(SENTENCE, small=True)
    paper.contents()
    for at, lesson in enumerate(outline.lessons):
        _lesson(paper, lesson, alone=len(outline.lessons) == 1, first=at == 0)
    paper.heading("出处")
    paper.items(outline.works, numbered=True)
    return paper.saved(outline.updated)


def _lesson(paper: Paper, lesson: Lesson, *, alone: bool, first: bool) -> None:
    level = 1 if alone else 2
    if not alone:
        paper.heading(lesson.title, 1, new_page=not first)
        for label, value in lesson.facts:
            paper.text(value, bold=f"{label}：", small=True)
    paper.heading("教学目标", level)
    paper.items(lesson.objectives, numbered=True)
    if lesson.opening:
        paper.heading("开场的话", level)
        paper.text(lesson.opening)
    paper.heading("课堂计划", level)
    _steps(paper, lesson.plan)
    if lesson.online:
        paper.heading("线上版", level)
        _steps(paper, lesson.online)
    paper.heading("题目、提示与答题要点", level)
    for ask in lesson.asks:
        more = "，".join(filter(None, (f"{ask.minutes} 分钟" if ask.minutes else "", ask.purpose)))
        paper.text(f"{ask.text}{f'（{more}）' if more else ''}", bold=f"题 {ask.number}　")
        if ask.hint:
            paper.text(ask.hint, bold="卡住时　")
        paper.items(ask.points)
    for heading, lines in (
        ("分析思路", lesson.analysis),
        ("关键要点", lesson.key_points),
        ("课堂常见误读", lesson.pitfalls),
        ("督导时可以问（不计分）", lesson.supervision),
    ):
        if lines:
            paper.heading(heading, level)
            paper.items(lines)
    for heading, text in (("板书", lesson.board), ("收束的话", lesson.closing)):
        if text:
            paper.heading(heading, level)
            paper.text(text)
    _roles(paper, lesson, level)
    if lesson.claims:
        paper.heading("辨依据：对一对", level)
        rows = [(claim.text, "、".join(claim.bases)) for claim in lesson.claims]
        paper.table(("句子", "谁的话"), rows, (68, 32))
    paper.heading("伦理与保密", level)
    paper.text(lesson.ethics)
    if lesson.footnotes:
        paper.heading("所引事实", level)
        for line in (*lesson.footnotes, *lesson.answer_notes):
            paper.text(line, small=True)


def _steps(paper: Paper, steps: Sequence[Step]) -> None:
    rows = []
    for step in steps:
        say = step.say and f"带领语：{step.say}"
        how = "\n".join(filter(None, (step.words, step.activity, say)))
        rows.append((f"{step.start}—{step.end}", how, step.grouping, step.materials))
    paper.table(("分钟", "环节和带法", "怎么坐", "材料"), rows, (12, 58, 11, 19))


def _roles(paper: Paper, lesson: Lesson, level: int) -> None:
    if not lesson.roles:
        return
    paper.heading("角色卡（剪开，各给各的）", level)
    rows = [
        (
            role.name,
            "\n".join(
                f"{label}：{text}"
                for label, text in (
                    ("处境", role.situation),
                    ("在意", role.wants),
                    ("只有你知道", role.knows),
                )
                if text
            ),
        )
        for role in lesson.roles
    ]
    paper.table(("角色", "卡上写"), rows, (22, 78))
