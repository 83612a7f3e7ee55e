"""The five questions of 怎么选: what is asked, what can be answered, and which answer is more.

Addresses carry the codes, so a code never changes; the data and the page carry the labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Scale(Enum):
    """How the answers to a question compare."""

    ONE = "one"
    """Any of the values asked for; none is more than another."""
    LEVEL = "level"
    """From less to more: who has more has also what is asked for below it."""
    MANY = "many"
    """Several answers at a time; one of the values asked for will do."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `least`: how a condition reads that asks for this level or more."""

    code: str
    label: str
    least: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `key` is the field of `Requirements`, options stand as they are shown.

    `unsure`: an answer that says nothing (说不清); `none`: an answer that is empty (还没有).
    """

    key: str
    words: str
    short: str
    scale: Scale
    options: tuple[Option, ...]
    most_first: bool = False
    unsure: str = ""
    none: str = ""

    @property
    def ascending(self) -> tuple[str, ...]:
        """The codes of the options from the least to the most."""
        codes = tuple(option.code for option in self.options)
        return codes[::-1] if self.most_first else codes

    def codes(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        """Return the codes of some labels, in the order of the options."""
        known = (*self.options, Option(NONE, self.none)) if self.none else self.options
        return tuple(option.code for option in known if option.label in labels)

    def asks(self, labels: tuple[str, ...]) -> str:
        """Return in words what a condition with these values asks for."""
        chosen = [option for option in self.options if option.label in labels]
        if self.scale is Scale.LEVEL and chosen:
            return chosen[-1 if self.most_first else 0].least
        return "；".join(option.label for option in chosen)


UNSURE = "unsure"
NONE = "none"

_ALL = (
    Question(
        "need",
        "眼下最缺什么？",
        "眼下缺",
        Scale.ONE,
        (
            Option("hands", "上门、宣传、找资源的人手"),
            Option("division", "分工理不顺"),
            Option("peers", "同行缺指引和支持"),
            Option("watch", "重点对象没人盯"),
            Option("online", "线上支持"),
        ),
        unsure="说不清",
    ),
    Question(
        "people",
        "能投入多少工作人员？",
        "人手",
        Scale.LEVEL,
        (
            Option("few", "不到10", "几个人也行"),
            Option("10", "10–29", "10人以上"),
            Option("30", "30–99", "30人以上"),
            Option("100", "100以上", "100人以上"),
        ),
        unsure="不清楚",
    ),
    Question(
        "relation",
        "和这个社区什么关系？",
        "关系",
        Scale.LEVEL,
        (
            Option("daily", "平时就在做服务", "平时就在做服务"),
            Option("some", "合作过几次", "至少合作过几次"),
            Option("new", "刚接触", "刚接触也行"),
            Option("peers", "只面向同行", "不进社区也行"),
        ),
        most_first=True,
    ),
    Question(
        "expertise",
        "最拿手什么？（可多选）",
        "专长",
        Scale.MANY,
        (
            Option("visits", "入户、居民活动"),
            Option("community", "社区社会工作"),
            Option("training", "培训、督导、写指引"),
            Option("care", "心理、医疗资源"),
        ),
        none="还没有",
    ),
    Question(
        "permission",
        "谁同意了？",
        "授权",
        Scale.LEVEL,
        (
            Option("agreed", "街道社区已明确", "街道社区已明确"),
            Option("told", "口头说过", "至少口头说过"),
            Option("ask", "还没沟通", "还没沟通，也可以先准备"),
            Option("outside", "不进社区", "不进社区也行"),
        ),
        most_first=True,
    ),
)

QUESTIONS: Mapping[str, Question] = {question.key: question for question in _ALL}
"""The questions by key, in the order in which they are asked."""
