"""学习清单: what to read, in which order, for whom."""

from __future__ import annotations

from anliku.schema.base import Common, Record
from anliku.schema.choices import Importance
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Day, EntryId, Line, Whole


class ReadingItem(Link):
    """One thing to read; external literature is a source entry."""

    importance: Importance = field("重要性", "必读、选读、拓展、备查", example="必读")
    where: Line | None = field("读哪里", "节或字段", default=None)
    minutes: Whole | None = field("分钟", "不填就按字数算", default=None)
    teaching_note: EntryId | None = field("使用说明", "配哪份案例使用说明", default=None)
    questions: tuple[Line, ...] = field("对应的题", "题号", default=())


class Section(Record):
    """A week, a session or a theme."""

    title: Line = field("小标题", "周次或主题", example="课前")
    minutes: Whole | None = field("分钟", "这一节有多长", default=None)
    items: tuple[ReadingItem, ...] = field("条目", "按先后")


class ReadingList(Common):
    """The fields of a reading list."""

    courses: tuple[Line, ...] = field("适用课程", "课程名", default=())
    audiences: tuple[Line, ...] = field("适用对象", "学员", default=())
    maintainer: Line = field("维护人", "谁负责", example="编辑部")
    last_checked: Day = field("最后核对", "日期", example="2026-11-23")
    duration: Whole | None = field("时长", "课堂分钟", default=None)
    sections: tuple[Section, ...] = field("分节", "按先后", key=True)
