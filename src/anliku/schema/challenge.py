"""实务难点: what made the work hard."""

from __future__ import annotations

from anliku.schema.base import Common, Point
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Line


class Challenge(Common):
    """The fields of a challenge."""

    raised_by: tuple[Link, ...] = field("谁提出", "提出的人或单位", default=(), key=True)
    points: tuple[Point, ...] = field("具体说法", "来源怎么说", default=(), key=True)
    concerns: tuple[Line, ...] = field("涉及谁", "受影响的人", default=(), vocabulary="roles")
    beneficiaries: tuple[Line, ...] = field(
        "涉及的服务对象", "受影响的人群", default=(), vocabulary="beneficiaries"
    )
    answered_by: tuple[Link, ...] = field("怎么应对", "对应的建议或做法", default=(), apart=True)
