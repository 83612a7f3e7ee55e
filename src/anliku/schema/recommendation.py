"""实务建议: what somebody advises, and to whom."""

from __future__ import annotations

from anliku.schema.base import Common, Point
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.situation import Situation


class Recommendation(Common):
    """The fields of a recommendation."""

    raised_by: tuple[Link, ...] = field("谁提出", "提出的人或单位", default=(), key=True)
    points: tuple[Point, ...] = field("具体内容", "建议了什么", default=(), key=True)
    reasons: tuple[Point, ...] = field(
        "理由", "为什么", default=(), key=True, unsaid="为什么这样建议"
    )
    for_whom: tuple[Point, ...] = field(
        "给谁的", "向谁提出", default=(), key=True, unsaid="向谁建议"
    )
    replaces: tuple[Point, ...] = field("替代什么", "代替原来的哪种办法", default=())
    practices: tuple[Link, ...] = field("相关做法", "落实它的做法", default=(), apart=True)
    first: tuple[Situation, ...] = field(
        "先做的事", "怎么选里这样答的，先提示这一句；只认写出的回答，可不填", default=()
    )
