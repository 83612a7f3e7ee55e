"""做法: a way of working that recurs across cases."""

from __future__ import annotations

from anliku.schema.base import Cited, Common, Point
from anliku.schema.field import field
from anliku.schema.links import ActorLink
from anliku.schema.model import Requirements, Step
from anliku.schema.situation import Situation
from anliku.schema.text import Line, Prose


class Variant(Cited):
    """The same practice, done another way."""

    text: Line = field("不同做法", "一句话", example="平时用，也在应急时用")


class Practice(Common):
    """The fields of a practice."""

    what: Prose | None = field("是什么", "一两句，有出处", default=None, key=True, unsaid="是什么")
    how: tuple[Step, ...] = field("怎么做", "步骤或要点", default=(), key=True, unsaid="怎么做")
    needs: tuple[Point, ...] = field(
        "要有什么", "条件", default=(), key=True, unsaid="要有什么条件"
    )
    actors: tuple[ActorLink, ...] = field("谁来做", "各方分工", default=())
    events: tuple[Line, ...] = field("情境", "在什么事件里见到", default=(), vocabulary="events")
    beneficiaries: tuple[Line, ...] = field(
        "服务对象", "服务到的人群", default=(), vocabulary="beneficiaries"
    )
    tasks: tuple[Line, ...] = field("服务内容", "做的事", default=(), vocabulary="tasks")
    requirements: Requirements | None = field("怎么选的条件", "五把固定的尺，可不填", default=None)
    when_not: tuple[Situation, ...] = field("什么时候先别用", "条件，可不填", default=())
    variants: tuple[Variant, ...] = field("不同做法", "各处的变化", default=())
