"""工具与指引: documents that practice used or left behind. The library holds names, not files."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from anliku.schema.base import Common, Point
from anliku.schema.edtf import Edtf
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Line, Prose, YesNo


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class Tool(Common):
    """The fields of a tool."""

    form: Line | None = field(
        "形式",
        "指引、手册、信函……",
        default=None,
        key=True,
        unsaid="是什么形式",
        vocabulary="tool-forms",
    )
    issuer: Annotated[tuple[Link, ...], BeforeValidator(_one_or_many)] = field(
        "编写或发布方", "谁做的", default=(), key=True, unsaid="谁编写或发布"
    )
    issued: Edtf | None = field(
        "发布时间", "来源写明才填", default=None, key=True, unsaid="何时发布"
    )
    purpose: Prose | None = field(
        "用途", "做什么用，有出处", default=None, key=True, unsaid="做什么用"
    )
    for_whom: tuple[Line, ...] = field("给谁用", "使用者", default=(), vocabulary="roles")
    contents: tuple[Point, ...] = field(
        "内容", "来源说到的内容", default=(), key=True, unsaid="具体内容"
    )
    title_certain: YesNo = field("题名确定", "是正式题名写 true，不能确定写 false", example="false")
