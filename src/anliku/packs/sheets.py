"""签到与反馈: the sheets of a class day, to print or to fill in."""

from __future__ import annotations

from functools import lru_cache

from anliku.packs.outline import Outline
from anliku.packs.word_parts import Paper

SEATS = 28
"""Rows to sign in; a larger class prints the sheet twice."""
ASKED = (
    "案例看得懂，情况交代得清楚",
    "题目让我想了平时没有想的事",
    "时间安排合适",
    "学到的能用到我的岗位上",
)


@lru_cache(maxsize=256)
def sheets(outline: Outline) -> bytes:
    """Return the sheets as a .docx file; equal outlines give the same bytes."""
    paper = Paper(outline.title, outline.home, outline.imprint)
    paper.heading("签到表")
    paper.text("日期：____年__月__日　　地点：________________　　带班人：________________")
    rows = [(str(n), "", "", "", "") for n in range(1, SEATS + 1)]
    paper.table(("序号", "姓名", "单位", "签到", "学时"), rows, (9, 23, 34, 22, 12), 0.72)
    paper.heading("课前、课后各填一次", new_page=True)
    paper.text("不写姓名。1 表示完全做不到，5 表示做得很好；课前填左边一栏，课后填右边一栏。")
    goals = [goal.partition("：")[2] or goal for one in outline.lessons for goal in one.objectives]
    rows3 = [(goal, "1　2　3　4　5", "1　2　3　4　5") for goal in goals or ["说得出这次课的要点"]]
    paper.table(("我能", "课前", "课后"), rows3, (52, 24, 24), 1)
    paper.heading("反馈")
    paper.text("不写姓名。1 表示不同意，5 表示很同意。")
    paper.table(("这次课", "圈一个数"), [(one, "1　2　3　4　5") for one in ASKED], (70, 30), 0.9)
    for question in ("哪一题最有用？为什么？", "哪里没有讲清楚？", "回去打算先做哪一件事？"):
        paper.text(question)
        paper.lines(2)
    return paper.saved(outline.updated)
