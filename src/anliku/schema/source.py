"""资料来源: a cited work, its passages, and what it says as single facts in our own words."""

from __future__ import annotations

from pydantic import Field

from anliku.schema.base import Common, Record
from anliku.schema.choices import Basis, Party, Reliability, Seen
from anliku.schema.field import field
from anliku.schema.links import Link
from anliku.schema.text import Address, Citation, FactId, Line, Whole, YesNo


class CslName(Record):
    """A name as CSL-JSON has it."""

    family: Line | None = field("姓", "外文人名用", default=None)
    given: Line | None = field("名", "外文人名用", default=None)
    literal: Line | None = field("全名", "中文人名、机构名", default=None, example="文梅")


class CslDate(Record):
    """A date as CSL-JSON has it."""

    date_parts: tuple[tuple[Whole, ...], ...] = field(
        "年月日", "写成 [[2020, 5, 14]]", default=(), alias="date-parts"
    )
    literal: Line | None = field("日期说法", "不成年月日的写法", default=None)


class Csl(Record):
    """Bibliographic data; the keys are those of CSL-JSON 1.0.2, without exception."""

    type: Line = field("文献类型", "CSL 的类型", example="article-newspaper")
    title: Line = field("题名", "照原样")
    author: tuple[CslName, ...] = field("作者", "每人一条", default=())
    container_title: Line | None = field(
        "刊名或网站名", "报、刊、网站", default=None, alias="container-title"
    )
    publisher: Line | None = field("出版或发布者", "机构名", default=None)
    number: Line | None = field("文号或标准号", "照原样", default=None)
    volume: Line | None = field("卷", "数字", default=None)
    issue: Line | None = field("期", "数字", default=None)
    page: Line | None = field("页或版", "照原样", default=None, key=True, unsaid="在第几版、第几页")
    issued: CslDate | None = field("日期", "刊发日期", default=None, key=True, unsaid="哪天刊发")
    accessed: CslDate | None = field("查阅日期", "看到的日期", default=None)
    language: Line | None = field("语种", "语种代码", default=None, example="zh-CN")
    DOI: Line | None = field("DOI", "10. 开头", default=None)
    URL: Address | None = field(
        "网址",
        "原发布方的地址；镜像和转载站的地址不写",
        default=None,
        key=True,
        unsaid="原发布地址（待核）",
    )


class ReliabilityNote(Record):
    """How far the source can be relied on, and why."""

    level: Reliability = field("可靠程度", "高、中、低", example="中")
    why: Line = field("理由", "凭什么这样判断", example="报社记者署名采访；效果由受访者转述")


class Passage(Record):
    """A place in the source."""

    id: str = Field(
        title="编号", description="字母加数字", pattern=r"^[a-z][a-z0-9]{0,7}$", examples=["a7p3"]
    )
    speaker: Line | None = field("谁在说", "访谈里说话的人", default=None, example="江维")
    about: Line = field("讲什么", "一句话", example="专项联动模式与新济源")


class Fact(Record):
    """One statement of the source, in our own words."""

    id: FactId = field("编号", "字母加数字，在本来源内不重复", example="F086")
    at: tuple[Line, ...] = field("出处", "段落编号", example="a7p3")
    basis: Basis = field(
        "性质", "基本信息、来源所述、机构自述、受访者看法、受访者建议、记者提问中的说法"
    )
    text: Line = field("内容", "自己的话，一条一件事", example="新济源是社工机构，全员三四十人")
    approx: YesNo = field("约数", "数字是约数写 true", default=False, example="true")
    holder: Line | None = field("谁的看法", "看法和建议要写明", default=None, example="江维")
    also: tuple[Citation, ...] = field(
        "另见", "另一来源也这样说：写它的事实编号；没有另立事实的写段落编号", default=()
    )
    evaluation: YesNo = field("独立评估", "这一条出自独立评估写 true", default=False)
    note: Line | None = field("说明", "怎样理解、有什么含混", default=None)


class NotUsed(Record):
    """A fact that no entry cites, and why."""

    fact: FactId = field("事实", "事实编号", example="F006")
    reason: Line = field("理由", "为什么不用", example="只是题名的修辞")


class Source(Common):
    """The fields of a source."""

    csl: Csl = field("题录", "CSL-JSON 的键", asks=True)
    reliability: ReliabilityNote = field("可靠程度", "判断和理由")
    party: Party = field("谁发布", "写的是自己，还是他人", example="他人")
    seen: Seen = field("看到多少", "全文、仅见摘录、仅见题录、经转引", example="全文")
    rights: Line = field("权利", "著作权情况，本库取用了什么")
    people: tuple[Link, ...] = field("有关的人", "采写、受访", default=())
    publishers: tuple[Link, ...] = field("刊发单位", "收为条目的单位", default=())
    republishes: tuple[Link, ...] = field("转载自", "是哪个来源的转载或同稿", default=())
    passages: tuple[Passage, ...] = field("段落", "按先后")
    facts: tuple[Fact, ...] = field("事实", "每条一件事")
    not_used: tuple[NotUsed, ...] = field("未采用", "没有条目引用的事实和理由", default=())
