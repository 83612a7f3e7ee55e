"""The table of relations: which side stores a link, where it may point, what both sides say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """Links in `field` of `kind`.

    Without `roles` none is asked for; if `symmetric`, either side may store them.
    """

    kind: str
    field: str
    targets: tuple[str, ...]
    forward: str
    backward: str
    roles: tuple[str, ...] = ()
    symmetric: bool = False
    turned: tuple[tuple[str, str], ...] = ()
    """Roles that read otherwise from the other side: role, word there."""


ACTORS = (
    "主导",
    "参与",
    "合作",
    "统筹",
    "专业支持",
    "发起",
    "服务",
    "组织",
    "联系",
    "支持",
    "发生地",
)

_ALL = (
    Relation("case", "actors", ("organization", "person"), "参与方", "参与的案例", ACTORS),
    Relation("case", "models", ("model",), "归入的模式", "归入的案例"),
    Relation("case", "practices", ("practice",), "用到的做法", "用到它的案例"),
    Relation("case", "tools", ("tool",), "工具与指引", "有关的案例", ("产出", "使用", "参与编写")),
    Relation(
        "case", "challenges", ("challenge",), "实务难点", "有关的案例", ("应对", "暴露", "起因")
    ),
    Relation(
        "case", "recommendations", ("recommendation",), "实务建议", "有关的案例", ("得出", "印证")
    ),
    Relation(
        "case",
        "related",
        ("case",),
        "相关案例",
        "相关案例",
        ("同一组织", "同一模式", "同一做法", "同一来源", "前后相承", "可对照"),
        symmetric=True,
    ),
    Relation(
        "model",
        "represented_by",
        ("organization",),
        "代表组织",
        "代表的模式",
        ("来源点名", "代表", "列举"),
    ),
    Relation("model", "practices", ("practice",), "相关做法", "有关的模式", ("组成", "支撑")),
    Relation(
        "model", "related", ("model",), "相关模式", "相关模式", ("并列", "相近"), symmetric=True
    ),
    Relation(
        "guide",
        "about",
        ("model", "practice", "challenge", "recommendation", "term"),
        "讲的是",
        "讲它的导读",
    ),
    Relation("practice", "actors", ("organization", "person"), "谁来做", "有关的做法", ACTORS),
    Relation(
        "organization",
        "related",
        ("organization",),
        "相关单位",
        "相关单位",
        ("隶属", "合作", "前身"),
        turned=(("隶属", "下属"), ("前身", "后身")),
    ),
    Relation("person", "posts", ("organization",), "任职", "任职的人"),
    Relation(
        "tool",
        "issuer",
        ("organization",),
        "编写或发布方",
        "编写或发布的工具",
        ("开发", "发布", "编写", "参与编写", "合作"),
    ),
    Relation(
        "challenge",
        "raised_by",
        ("person", "organization"),
        "谁提出",
        "提出的难点",
        ("提出", "提问"),
    ),
    Relation(
        "challenge",
        "answered_by",
        ("recommendation", "practice"),
        "怎么应对",
        "回应的难点",
        ("建议", "做法"),
    ),
    Relation(
        "recommendation", "raised_by", ("person", "organization"), "谁提出", "提出的建议", ("提出",)
    ),
    Relation(
        "recommendation", "practices", ("practice",), "相关做法", "有关的建议", ("落实", "支撑")
    ),
    Relation(
        "term",
        "related",
        ("term", "case", "model", "practice", "organization"),
        "相关条目",
        "有关的名词",
        ("用到", "近义", "上位", "对照"),
        turned=(("上位", "下位"),),
    ),
    Relation("source", "people", ("person",), "有关的人", "有关的来源", ("采写", "受访", "作者")),
    Relation("source", "publishers", ("organization",), "刊发单位", "刊发的来源", ("刊发", "发布")),
    Relation("source", "republishes", ("source",), "转载自", "被转载为", ("转载", "同稿")),
    Relation(
        "teaching_note", "cases", ("case", "model"), "案例", "案例使用说明", ("主案例", "对照案例")
    ),
    Relation(
        "reading_list",
        "sections",
        (
            "case",
            "model",
            "practice",
            "guide",
            "organization",
            "tool",
            "challenge",
            "recommendation",
            "term",
            "source",
        ),
        "清单条目",
        "所在的学习清单",
    ),
)

RELATIONS: Mapping[tuple[str, str], Relation] = {(r.kind, r.field): r for r in _ALL}
"""Every relation by the kind and the top-level field that stores it."""

MENTION = Relation("", "", (), "提到的条目", "正文里提到它的条目")
"""Links inside prose, of any kind to any kind; they are written there and nowhere else."""

NO_CYCLE = frozenset({("source", "republishes"), ("organization", "related")})
"""Relations that may not lead back to where they began."""
