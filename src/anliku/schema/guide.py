"""导读: connected prose across entries, for readers who have ten minutes."""

from __future__ import annotations

from anliku.schema.base import Common, Record
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Line, Prose


class GuideSection(Record):
    """A heading and its paragraphs."""

    title: Line = field("小标题", "说这一节的内容，各篇不套同一副骨架", example="人从哪里来")
    text: Prose = field(
        "正文",
        "空一行分段；句句有出处，每一段用 [[条目编号|文字]] 连到条目",
        example="派不出很多人的[[xinjiyuan-special-task|新济源]]，帮社区重排分工 [@编者]。",
    )


class Guide(Common):
    """The fields of a guide."""

    about: tuple[Link, ...] = field("讲什么", "这篇导读讲的模式、做法、难点、名词", default=())
    events: tuple[Line, ...] = field(
        "情境", "讲到的事件；带时效提示的会显示出来", default=(), vocabulary="events"
    )
    beneficiaries: tuple[Line, ...] = field(
        "服务对象", "讲到的人群", default=(), vocabulary="beneficiaries"
    )
    tasks: tuple[Line, ...] = field("服务内容", "讲到的事", default=(), vocabulary="tasks")
    sections: tuple[GuideSection, ...] = field("正文", "分节，按先后", key=True)
    caveats: Prose = field(
        "读的时候要当心",
        "材料的偏向、没有核实的地方；编者的话标 [@编者]",
        example="这些做法多由做的人自己介绍 [@编者]。",
    )
