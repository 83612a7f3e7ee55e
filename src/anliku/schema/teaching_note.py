"""案例使用说明: how to run a class on a case (headings of CMCC's case notes)."""

from __future__ import annotations

from typing import Literal

from anliku.schema.base import Cited, Common, Record
from anliku.schema.choices import ObjectiveType
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Day, Line, Whole

PartId = Line


class Objective(Record):
    """What learners can do afterwards."""

    id: PartId = field("编号", "o1、o2……", example="o1")
    type: ObjectiveType = field("类型", "知识、能力、价值", example="能力")
    text: Line = field("目标", "学完能做什么", example="在人手少时提出按事分工的方案")


class ClassSize(Record):
    """How many learners the plan is made for."""

    min: Whole = field("最少", "人数", example="8")
    max: Whole = field("最多", "人数", example="30")


class APage(Record):
    """The situation before the decision, without what gives it away."""

    title: Line = field("A 页题名", "不露机构名和模式名")
    hides: tuple[Line, ...] = field("隐去", "不出现的名称", default=())
    shows: tuple[Line, ...] = field("露出", "用案例的哪些字段", default=())


class Question(Record):
    """A question to think with."""

    id: PartId = field("编号", "q1、q2……", example="q1")
    text: Line = field("题目", "一题一事")
    purpose: Line | None = field("用意", "做决定、辨依据、辨责任、谈借鉴", default=None)
    minutes: Whole | None = field("分钟", "整数", default=None)
    objectives: tuple[PartId, ...] = field("对应目标", "目标编号", default=())
    hint: Line | None = field("提示", "卡住时给", default=None, instructors=True)


class PlanStep(Record):
    """A step of the class."""

    minutes: Whole = field("分钟", "整数", example="8")
    step: Line = field("环节", "做什么", example="读 A 页")
    questions: tuple[PartId, ...] = field("题", "题号", default=())
    grouping: Literal["个人", "小组", "全班"] | None = field(
        "组织", "个人、小组、全班", default=None
    )
    activity: Line | None = field("活动", "怎么带", default=None, instructors=True)
    materials: Line | None = field("材料", "要准备什么", default=None)


class AnswerPoints(Cited):
    """What a good answer holds; instructors only."""

    question: PartId = field("题", "题号", example="q1")
    points: tuple[Line, ...] = field("要点", "每条一点")


class Theory(Cited):
    """A theory and what it is used for; never without a source."""

    name: Line = field("理论", "名称")
    use: Line = field("用在哪里", "一句话")


class LogEntry(Record):
    """One use in class."""

    date: Day = field("日期", "上课日期")
    text: Line = field("记录", "发生了什么，不写学员姓名")


class TeachingNote(Common):
    """The fields of a teaching note."""

    cases: tuple[Link, ...] = field("案例", "主案例、对照案例")
    courses: tuple[Line, ...] = field("适用课程", "课程名", default=())
    audiences: tuple[Line, ...] = field("适用对象", "学员", default=())
    class_size: ClassSize | None = field("人数", "最少和最多", default=None)
    duration: Whole = field("时长", "分钟", example="90")
    objectives: tuple[Objective, ...] = field("教学目标", "2–5 条", key=True)
    synopsis: Line | None = field("案例概要", "300 字以内", default=None)
    a_page: APage | None = field("A 页", "决定之前的情况", default=None)
    questions: tuple[Question, ...] = field("启发思考题", "3–8 题", key=True)
    plan: tuple[PlanStep, ...] = field("课堂计划", "分钟合计等于时长", key=True)
    online_variant: tuple[PlanStep, ...] = field("线上版", "线上怎么上", default=())
    analysis_path: tuple[Line, ...] = field("分析思路", "带班用", default=(), instructors=True)
    answer_points: tuple[AnswerPoints, ...] = field(
        "答题要点", "带班用", default=(), instructors=True
    )
    theories: tuple[Theory, ...] = field("理论依据", "有来源才写", default=())
    background: Line | None = field("背景信息", "可不填", default=None)
    key_points: tuple[Line, ...] = field("关键要点", "3–7 条", default=())
    board_plan: Line | None = field("板书", "带班用", default=None, instructors=True)
    role_cards: tuple[Line, ...] = field("角色卡", "角色扮演用", default=())
    supervision_questions: tuple[Line, ...] = field("督导提问", "不计分", default=())
    followup: Line | None = field(
        "后续进展", "来源写明才填", default=None, key=True, unsaid="后来怎样"
    )
    pitfalls_in_class: tuple[Line, ...] = field(
        "课堂常见误读", "带班用", default=(), instructors=True
    )
    ethics_note: Line = field("伦理与保密提示", "必填")
    authenticity: Line = field("案例真实性", "必填", example="真实，据公开报道")
    authorization: Line = field("授权", "必填", example="未取得（只用公开报道）")
    log: tuple[LogEntry, ...] = field("使用记录", "每次一条", default=())
