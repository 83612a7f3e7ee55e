"""学习清单: what to read, in which order, for whom."""

from __future__ import annotations

from anliku.schema.base import Common, Record
from anliku.schema.choices import Importance, Session
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Day, EntryId, Line, Whole


class ReadingItem(Link):
    """One thing to read; external literature is a source entry."""

    importance: Importance = field("重要性", "必读、选读、拓展、备查", example="必读")
    where: Line | None = field("读哪里", "节或字段", default=None)
    minutes: Whole | None = field(
        "分钟", "不填就按字数算；配了使用说明的按它的计划算", default=None
    )
    teaching_note: EntryId | None = field("使用说明", "配哪份案例使用说明", default=None)
    questions: tuple[Line, ...] = field("对应的题", "题号", default=())
    availability: Line | None = field(
        "怎么拿到", "外部文献在哪里能读到；不填就看来源的网址", default=None
    )


class Section(Record):
    """A week, a session or a theme."""

    title: Line = field("小标题", "周次或主题", example="课前")
    when: Session | None = field(
        "课前、课上、课后", "不填时，小标题以课前、课后开头的照它，其余算课上", default=None
    )
    minutes: Whole | None = field("分钟", "这一节有多长", default=None)
    note: Line | None = field("这一节的提示", "给学员的一句话", default=None)
    items: tuple[ReadingItem, ...] = field("条目", "按先后")


class ReadingList(Common):
    """The fields of a reading list."""

    courses: tuple[Line, ...] = field("适用课程", "课程名", default=())
    audiences: tuple[Line, ...] = field("适用对象", "学员", default=())
    term: Line | None = field("学期或期次", "哪一期用的", default=None, example="2026年秋季")
    maintainer: Line = field("维护人", "谁负责", example="编辑部")
    last_checked: Day = field("最后核对", "日期", example="2026-11-23")
    duration: Whole | None = field("时长", "课上一共多少分钟", default=None)
    sections: tuple[Section, ...] = field("分节", "按先后", key=True)
