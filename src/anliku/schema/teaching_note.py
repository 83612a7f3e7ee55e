"""案例使用说明: how to run a class on a case (headings of CMCC's case notes)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from anliku.schema.base import Cited, Common, Record
from anliku.schema.choices import Grouping, Level, ObjectiveType, Setting
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Day, EntryId, Line, Prose, Whole

PartId = Line

ORGANIZATIONS = "机构名"
MODELS = "模式名"
PRACTICES = "做法名"
PEOPLE = "人名"
PLACES = "地名"
NAME_CLASSES = (ORGANIZATIONS, MODELS, PRACTICES, PEOPLE, PLACES)
"""Words in `a_page.hides` that stand for all such names of the linked entries."""

SHOWN = ("situation", "period", "place", "phases", "events", "beneficiaries", "supported")
"""Fields of a case that an A page can show: what was so before anybody decided."""


def _named_by(key: str) -> BeforeValidator:
    """Let a plain line stand for a record with this one field."""

    def widen(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(widen)


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
    hides: tuple[Line, ...] = field(
        "隐去",
        f"写名称本身，或写{'、'.join(NAME_CLASSES)}；机构名、模式名、做法名总是要隐去",
        default=(),
    )
    shows: tuple[Line, ...] = field(
        "露出", f"用案例的哪些字段：{'、'.join(SHOWN)}；机构名由程序换成“这家机构”", default=()
    )
    text: Prose | None = field(
        "A 页正文", "另写一段不带名称的话，写了就不用 shows；句末可注出处", default=None
    )
    ask: Line | None = field("A 页最后一问", "读完先想什么；不写就用读 B 页之前的题", default=None)


class BPage(Record):
    """What happened then; without it the B page shows the case's own sections."""

    text: Prose | None = field("B 页开头", "后来怎样，句末注出处", default=None)


class Question(Record):
    """A question to think with."""

    id: PartId = field("编号", "q1、q2……", example="q1")
    text: Line = field("题目", "一题一事")
    purpose: Line | None = field("用意", "做决定、辨依据、辨责任、谈借鉴", default=None)
    level: Level | None = field("层次", "理解、应用、分析、评价、创造", default=None)
    minutes: Whole | None = field("分钟", "整数", default=None)
    objectives: tuple[PartId, ...] = field("对应目标", "目标编号", default=())
    hint: Line | None = field("提示", "卡住时给", default=None, instructors=True)


class PlanStep(Record):
    """A step of the class."""

    minutes: Whole = field("分钟", "整数", example="8")
    step: Line = field("环节", "做什么", example="读 A 页")
    questions: tuple[PartId, ...] = field("题", "题号", default=())
    grouping: Grouping | None = field("组织", "个人、小组、全班", default=None)
    activity: Line | None = field("活动", "怎么带", default=None, instructors=True)
    say: Line | None = field("带领语", "可以照着说的话", default=None, instructors=True)
    materials: Line | None = field("材料", "要准备什么", default=None)


class AnswerPoints(Cited):
    """What a good answer holds; instructors only."""

    question: PartId = field("题", "题号", example="q1")
    points: tuple[Line, ...] = field("要点", "每条一点")


class Theory(Cited):
    """A theory and what it is used for; never without a source."""

    name: Line = field("理论", "名称")
    use: Line = field("用在哪里", "一句话")
    source: EntryId | None = field(
        "来源",
        "资料来源的编号；不写就要有出处（cite）",
        default=None,
        example="tiaokuai-maodun-2021",
    )


class RoleCard(Cited):
    """Whom a learner plays. A plain line is a card with a role only."""

    role: Line = field("角色", "身份，不用真名", example="社区主任")
    situation: Line | None = field("处境", "这个人眼下的情况", default=None)
    wants: Line | None = field("想要什么", "这个人在意什么", default=None)
    knows: Line | None = field("只有你知道", "只给拿到这张卡的人看", default=None, instructors=True)


class Material(Record):
    """Something to prepare or hand out. A plain line is a material with a name only."""

    name: Line = field("材料", "名称", example="借鉴对照表")
    note: Line | None = field("说明", "几份、怎么用", default=None)


class Assignment(Record):
    """Work before or after the class. A plain line is an assignment with a text only."""

    text: Line = field("作业", "做什么", example="用借鉴对照表写一页")
    length: Line | None = field("篇幅", "多长", default=None, example="800 字以内")
    due: Line | None = field("交作业", "什么时候", default=None, example="下次课前")


class Criterion(Record):
    """One line of the rubric. A plain line is a criterion with a name only."""

    criterion: Line = field("评分项", "看什么", example="依据写得清楚")
    weight: Whole | None = field("占比", "百分数；写了就各项合计 100", default=None)
    full: Line | None = field("做得好", "什么样算好", default=None)
    part: Line | None = field("还不够", "什么样算不够", default=None)


class LogEntry(Record):
    """One use in class, as data for whoever runs it next."""

    date: Day = field("日期", "上课日期")
    text: Line = field("记录", "发生了什么，不写学员姓名")
    learners: Whole | None = field("人数", "到课人数", default=None)
    minutes: Whole | None = field("分钟", "实际用时", default=None)
    setting: Setting | None = field("形式", "现场、线上", default=None)
    stuck: tuple[PartId, ...] = field("卡住的题", "题号", default=())


class TeachingNote(Common):
    """The fields of a teaching note."""

    cases: tuple[Link, ...] = field("案例", "主案例、对照案例")
    courses: tuple[Line, ...] = field("适用课程", "课程名", default=())
    audiences: tuple[Line, ...] = field("适用对象", "学员", default=())
    class_size: ClassSize | None = field("人数", "最少和最多", default=None)
    duration: Whole = field("时长", "分钟", example="90")
    author: Line | None = field("作者", "谁写的", default=None)
    org: Line | None = field("作者单位", "可不填", default=None)
    objectives: tuple[Objective, ...] = field("教学目标", "2—5 条", key=True)
    synopsis: Prose | None = field("案例概要", "300 字以内，不评论", default=None)
    a_page: APage | None = field("A 页", "决定之前的情况", default=None)
    b_page: BPage | None = field("B 页", "后来怎样；不写就用案例的各节", default=None)
    questions: tuple[Question, ...] = field("启发思考题", "3—8 题", key=True)
    plan: tuple[PlanStep, ...] = field("课堂计划", "分钟合计等于时长", key=True)
    online_variant: tuple[PlanStep, ...] = field(
        "线上版", "线上怎么上，分钟合计等于时长", default=()
    )
    opening: Prose | None = field("开场的话", "可以照着说", default=None, instructors=True)
    closing: Prose | None = field("收束的话", "可以照着说", default=None, instructors=True)
    analysis_path: tuple[Line, ...] = field("分析思路", "带班用", default=(), instructors=True)
    answer_points: tuple[AnswerPoints, ...] = field(
        "答题要点", "带班用", default=(), instructors=True
    )
    theories: tuple[Theory, ...] = field("理论依据", "有来源才写", default=())
    background: Prose | None = field("背景信息", "可不填", default=None)
    key_points: tuple[Line, ...] = field("关键要点", "3—7 条，带班用", default=(), instructors=True)
    board_plan: Prose | None = field("板书", "带班用", default=None, instructors=True)
    role_cards: tuple[Annotated[RoleCard, _named_by("role")], ...] = field(
        "角色卡", "角色扮演用", default=()
    )
    supervision_questions: tuple[Line, ...] = field("督导提问", "不计分", default=())
    assignments: tuple[Annotated[Assignment, _named_by("text")], ...] = field(
        "作业", "课前或课后", default=()
    )
    rubric: tuple[Annotated[Criterion, _named_by("criterion")], ...] = field(
        "评分标准", "和作业对应", default=()
    )
    materials: tuple[Annotated[Material, _named_by("name")], ...] = field(
        "附件与材料", "要准备、要发的", default=()
    )
    followup: Prose | None = field(
        "后续进展", "来源写明才填", default=None, key=True, unsaid="后来怎样"
    )
    pitfalls_in_class: tuple[Line, ...] = field(
        "课堂常见误读", "带班用", default=(), instructors=True
    )
    ethics_note: Line = field("伦理与保密提示", "必填")
    authenticity: Line = field("案例真实性", "必填", example="真实，据公开报道")
    authorization: Line = field("授权", "必填", example="未取得（只用公开报道）")
    log: tuple[LogEntry, ...] = field("使用记录", "每次一条", default=())
