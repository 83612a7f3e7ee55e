"""A situation that answers of the finder can show: when to leave something, what to do first."""

from __future__ import annotations

from typing import Literal

from anliku.schema.base import Point, Record
from anliku.schema.choices import Need, People, Permission, Relation
from anliku.schema.field import field


class Answers(Record):
    """Answers to the five questions of the finder; one that falls among them is enough.

    Where they say when *not* to use something, every lower answer on the scales of people,
    relation and permission counts as well, so that having more never makes something fit less.
    """

    need: tuple[Need, ...] = field("眼下最缺什么", "这样答就是", default=())
    people: tuple[People, ...] = field("能投入多少工作人员", "这样答就是", default=())
    relation: tuple[Relation, ...] = field("和社区什么关系", "这样答就是", default=())
    expertise: tuple[Literal["还没有"], ...] = field("最拿手什么", "只能写“还没有”", default=())
    permission: tuple[Permission, ...] = field("谁同意了", "这样答就是", default=())


class Situation(Point):
    """A statement that holds in some situation."""

    answers: Answers | None = field(
        "怎么选里的回答",
        "这样答的就是这种情形，写一个问题就够；问不到的不填，页面请读者自己核对。"
        "写“先别用”时，人手更少、关系更远、授权更少的也算",
        default=None,
    )
