"""单位与组织, communities included."""

from __future__ import annotations

from anliku.schema.base import Cited, Common, Place, Size
from anliku.schema.choices import NameKind
from anliku.schema.edtf import Edtf
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Line


class Name(Cited):
    """A name and the time it was in use."""

    name: Line = field("名称", "照来源写", example="新济源")
    kind: NameKind = field("哪种名称", "登记名、简称、曾用名、外文名", example="简称")
    start: Edtf | None = field("起用", "来源写明才填", default=None, alias="from")
    end: Edtf | None = field("停用", "来源写明才填", default=None, alias="to")


class Organization(Common):
    """The fields of an organization."""

    names: tuple[Name, ...] = field(
        "名称", "每个名称一条", key_kinds=("登记名",), unsaid="登记的全称", asks=True
    )
    legal_form: Line | None = field(
        "单位类型",
        "登记类型；没有核实要写明",
        default=None,
        key=True,
        unsaid="登记类型",
        vocabulary="legal-forms",
    )
    level: Line | None = field(
        "层级", "全国、省、市、区县、街道、社区", default=None, vocabulary="levels"
    )
    founded: Edtf | None = field("成立", "来源写明才填", default=None, key=True, unsaid="何时成立")
    size: Size | None = field("规模", "数的是什么要写明", default=None, key=True, unsaid="规模多大")
    domains: tuple[Line, ...] = field("领域", "做什么的", default=())
    place: Place | None = field("地点", "到区县为止", default=None, asks=True, unsaid="在哪里")
    related: tuple[Link, ...] = field("相关单位", "隶属、合作，来源写明才填", default=())
