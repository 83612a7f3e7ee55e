"""Links between entries. A link is stored on one side only; `relations.py` says which."""

from __future__ import annotations

from anliku.schema.base import Cited, Size
from anliku.schema.choices import Fit
from anliku.schema.edtf import Edtf
from anliku.schema.field import field
from anliku.schema.text import EntryId, Line


class Link(Cited):
    """A pointer to another entry: what it is to this one, and on which facts."""

    ref: EntryId = field("条目", "对方的编号", example="xinjiyuan")
    role: Line | None = field("关系", "对方在这里的角色", default=None, example="代表")
    note: Line | None = field(
        "说明",
        "补一句；“这里”指本条，“那里”指对方，在对方的页面上由程序对调",
        default=None,
    )


class FitLink(Cited):
    """A case's place among the participation models."""

    ref: EntryId = field("模式", "参与模式的编号", example="zhuanxiang-liandong")
    fit: Fit = field("归入依据", "来源点名、编者归入、部分相似、仅供对照", example="来源点名")
    why: Line | None = field("理由", "为什么这样归", default=None)


class ActorLink(Cited):
    """Who took part and did what: an entry (`ref`) or only a role (`who`)."""

    ref: EntryId | None = field("单位或人物", "条目编号；只有身份没有名字时改用 who", default=None)
    who: Line | None = field(
        "身份", "没有具名的一方", default=None, vocabulary="roles", example="社工"
    )
    role: Line | None = field("角色", "在这件事里的角色", default=None, example="专业支持")
    did: Line | None = field("做了什么", "一句话", default=None, example="替社区理出专项办法")
    people: Size | None = field(
        "投入人数", "投入这件事的人数，不是全员", default=None, key=True, unsaid="各方投入多少人"
    )
    note: Line | None = field("说明", "补一句", default=None)


class Post(Cited):
    """A public post, as at the time of the source."""

    ref: EntryId = field("单位", "单位的编号", example="chengdu-shegong-xiehui")
    post: Line = field("职务", "来源写的职务", example="会长")
    as_of: Edtf | None = field("截至", "来源的日期", default=None)
    note: Line | None = field("说明", "补一句", default=None)
