"""名词解释: a term of the field, defined from a citable document or said to be undefined."""

from __future__ import annotations

from typing import Literal

from anliku.schema.base import Cited, Common
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Line, Prose


class Usage(Cited):
    """How a source of the library uses the term."""

    text: Line = field("用法", "来源里怎么用", example="受访者用来称呼社工与居民结成的关系")


class Term(Common):
    """The fields of a term: either a definition, or the statement that none was found."""

    alt: tuple[Line, ...] = field("又称", "别的叫法", default=())
    definition: Prose | None = field("释义", "自己的话，有出处", default=None)
    definition_status: Literal["未找到独立定义"] | None = field(
        "释义情况", "没有可靠定义时写 未找到独立定义", default=None
    )
    usage: tuple[Usage, ...] = field("本库来源里的用法", "每种用法一条", default=())
    related: tuple[Link, ...] = field("相关条目", "另写明关系", default=(), apart=True)
