"""What all entries share, and the small records that several kinds use."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from anliku.schema.choices import Origin, Status
from anliku.schema.edtf import Edtf
from anliku.schema.field import field
from anliku.schema.text import Citation, Day, EntryId, Line, Prose, Whole

NO_TEXT: tuple[str, ...] = ()


class Record(BaseModel):
    """A part of an entry: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Cited(Record):
    """A part that rests on facts."""

    cite: tuple[Citation, ...] = field(
        "出处",
        "这句话依据的事实，写成 来源编号#事实编号",
        default=(),
        example="gongyishibao-jiangwei#F086",
    )


class Point(Cited):
    """One statement with who concluded it."""

    text: Line = field("内容", "一句话，说一件事", example="社区的分工按条线走，需要重理")
    origin: Origin | None = field(
        "谁的话", "来源明言，或编者归纳；编者的归纳会在页面上标明", default=None, example="编者归纳"
    )


class Size(Cited):
    """A size as an interval: 三四十人 is 30–40."""

    as_stated: Line = field("原来的说法", "来源里的数量说法", example="三四十人")
    min: Whole | None = field("下限", "数字", default=None, example="30")
    max: Whole | None = field("上限", "数字", default=None, example="40")
    what: Line | None = field("指什么", "数的是什么", default=None, example="全员")
    as_of: Edtf | None = field(
        "截至",
        "数字截至的日期",
        default=None,
        key=True,
        unsaid="数字截至什么时候",
        example="2020-05",
    )


class Place(Cited):
    """Where, down to the district where the source says so."""

    country: Line | None = field("国家", "境外案例才填", default=None)
    province: Line | None = field(
        "省级", "不带“省”字", default=None, vocabulary="places", example="四川"
    )
    city: Line | None = field("市", "不带“市”字", default=None, vocabulary="places", example="成都")
    district: Line | None = field(
        "区县", "来源写明才填", default=None, key=True, unsaid="在哪个区县"
    )
    detail: Line | None = field("更细的地点", "来源写明才填；不足以认出服务对象", default=None)


class Period(Cited):
    """When; `text` keeps the source's relative wording."""

    start: Edtf | None = field(
        "开始", "知道多少写多少", default=None, key=True, unsaid="什么时候开始", example="2020-01"
    )
    end: Edtf | None = field(
        "结束", "知道多少写多少", default=None, key=True, unsaid="什么时候结束", example="2020-05"
    )
    text: Line | None = field("时间说法", "来源里的说法", default=None, example="新冠肺炎疫情期间")


class Reviewed(Record):
    """Who checked an entry, when, and when it is due again."""

    date: Day = field("核对日期", "最近一次核对的日期", example="2026-11-23")
    by: Line = field("核对人", "未经当事方核对的要写明", example="编辑部（未经当事方核对）")
    next_due: Day | None = field("下次核对", "到期要再看的日期", default=None, example="2027-11-23")


class Change(Record):
    """One line of an entry's history."""

    version: Whole = field("版本", "改到第几版", example="2")
    date: Day = field("日期", "改动的日期", example="2026-11-23")
    text: Line = field("改了什么", "一句话", example="补入第二个来源")


class Stub(Record):
    """What stays at the address of a merged or withdrawn entry."""

    title: Line = field("标题", "原来的标题")
    status: Status = field("状态", "已合并")
    merged_into: EntryId = field("并入", "现在由哪个条目代替")
    version: Whole = field("版本", "整数", default=1)
    added: Day = field("收入日期", "最初收入的日期")
    updated: Day = field("更新日期", "合并的日期")
    editor_notes: tuple[Line, ...] = field("编者说明", "为什么合并", default=())


class Common(Record):
    """The fields of every entry."""

    title: Line = field(
        "标题", "中性，不评价，不喊口号", example="一家社工机构与社区防疫分工：新济源"
    )
    title_en: Line | None = field("英文标题", "可不填", default=None)
    abstract_en: Line | None = field("英文摘要", "两句", default=None)
    summary: Prose = field(
        "摘要",
        "已发布的案例、模式、做法、导读 60—300 字，句句有出处；其余一句老实话",
        example="一家社工机构。",
    )
    keywords: tuple[Line, ...] = field("关键词", "检索用的别的说法", default=())
    status: Status = field("状态", "草稿、待审、已发布、需更新、已撤回、已合并", example="草稿")
    version: Whole = field("版本", "整数，内容改一次加一", example="1")
    changes: tuple[Change, ...] = field("改动", "新的在前", default=())
    added: Day = field("收入日期", "收进本库的日期", example="2026-11-23")
    updated: Day = field("更新日期", "内容最近改动的日期", example="2026-11-23")
    reviewed: Reviewed | None = field("核对", "谁在什么时候核对过", default=None)
    contributors: tuple[Line, ...] = field("编写", "署名或机构名", default=())
    license: Line | None = field("许可", "与本库不同才填", default=None)
    pinyin: Line | None = field("读音", "多音字读法要更正时才填", default=None)
    editor_notes: tuple[Line, ...] = field("编者说明", "怎样取舍、有什么含混", default=())
    unstated: tuple[Line, ...] = field(
        "来源没有说明", "来源没有说的字段名，逐个列出", default=(), example="period.start"
    )
