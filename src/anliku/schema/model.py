"""参与模式: a way for social organizations to take part, with when to use it and when not."""

from __future__ import annotations

from anliku.schema.base import Cited, Common, Point, Record
from anliku.schema.choices import Expertise, Need, Origin, People, Permission, Relation
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.situation import Situation
from anliku.schema.text import Line, Prose, YesNo


class Requirement(Cited):
    """What one scale asks for; any of the values will do."""

    origin: Origin = field("谁的话", "来源明言，或编者归纳", example="编者归纳")
    note: Line | None = field("说明", "补一句", default=None)
    substitute: Line | None = field(
        "没有时怎么替代", "编者的建议，可不填；怎么选里差这一项时显示", default=None
    )
    example_only: YesNo = field(
        "只是例子",
        "只是例子里见到的，达不到也不算缺，写 true；怎么选里只供对照，不作判断",
        default=False,
    )


class NeedRequirement(Requirement):
    """Which need it answers."""

    values: tuple[Need, ...] = field("取值", "眼下最缺什么", example="分工理不顺")
    first: YesNo = field(
        "排在最前", "怎么选里，同样对得上的先列它，写 true；编者判断，一个需要只一条", default=False
    )


class PeopleRequirement(Requirement):
    """How many staff it was seen with."""

    values: tuple[People, ...] = field("取值", "能投入多少工作人员", example="30–99")


class RelationRequirement(Requirement):
    """What relation with the community it presupposes."""

    values: tuple[Relation, ...] = field("取值", "和社区什么关系", example="平时就在做服务")


class ExpertiseRequirement(Requirement):
    """What the organization must be good at."""

    values: tuple[Expertise, ...] = field("取值", "最拿手什么", example="社区社会工作")


class PermissionRequirement(Requirement):
    """Who must have agreed."""

    values: tuple[Permission, ...] = field("取值", "谁同意了", example="街道社区已明确")


class Requirements(Record):
    """The five fixed scales of the finder."""

    need: NeedRequirement | None = field(
        "眼下缺什么", "回应的需要", default=None, key=True, unsaid="缺什么的时候合适"
    )
    people: PeopleRequirement | None = field(
        "人手", "能投入的工作人员", default=None, key=True, unsaid="要多少人手"
    )
    relation: RelationRequirement | None = field(
        "和社区的关系", "平时的关系", default=None, key=True, unsaid="和社区要有怎样的关系"
    )
    expertise: ExpertiseRequirement | None = field(
        "专长", "最拿手的事", default=None, key=True, unsaid="要有什么专长"
    )
    permission: PermissionRequirement | None = field(
        "授权与报备", "谁同意了", default=None, key=True, unsaid="要谁同意、向谁报备"
    )


class Step(Cited):
    """One step of carrying a model out."""

    what: Line = field("做什么", "一步一条", example="汇总能动员的资源和力量，有针对性地分工")
    who: Line | None = field("谁来做", "来源写明才填", default=None)
    output: Line | None = field(
        "留下什么", "这一步的成果", default=None, key=True, unsaid="每一步留下什么"
    )
    watch_out: Line | None = field("当心", "容易出错的地方", default=None)


class Model(Common):
    """The fields of a participation model."""

    definition: Prose | None = field(
        "是什么", "一两句，有出处", default=None, key=True, unsaid="是什么"
    )
    mechanism: Prose | None = field(
        "为什么起作用", "来源说的道理", default=None, key=True, unsaid="为什么起作用"
    )
    events: tuple[Line, ...] = field("情境", "在什么事件里见到", default=(), vocabulary="events")
    when: tuple[Point, ...] = field(
        "什么时候合适", "条件", default=(), key=True, unsaid="什么时候合适"
    )
    when_not: tuple[Situation, ...] = field(
        "什么时候先别用", "条件", default=(), key=True, unsaid="什么时候先别用"
    )
    requirements: Requirements | None = field("要有什么", "五把固定的尺", default=None, asks=True)
    steps: tuple[Step, ...] = field("怎么做", "步骤", default=(), key=True, unsaid="怎么做")
    strengths: tuple[Point, ...] = field(
        "长处", "来源说的长处", default=(), key=True, unsaid="有什么长处"
    )
    limits: tuple[Point, ...] = field(
        "短处", "来源说的短处", default=(), key=True, unsaid="有什么短处"
    )
    represented_by: tuple[Link, ...] = field(
        "代表组织", "来源点名的组织", default=(), key=True, unsaid="代表组织是谁"
    )
    practices: tuple[Link, ...] = field("相关做法", "组成或支撑它的做法", default=())
    related: tuple[Link, ...] = field("相关模式", "并列、相近", default=(), apart=True)
