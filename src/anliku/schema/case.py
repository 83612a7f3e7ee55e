"""实务案例: what was done somewhere, for whom, by whom, and on what evidence."""

from __future__ import annotations

from anliku.schema.base import Cited, Common, Period, Place, Point
from anliku.schema.choices import Origin
from anliku.schema.edtf import Edtf
from anliku.schema.field import field
from anliku.schema.links import ActorLink, FitLink, Link
from anliku.schema.text import Line, Prose


class Action(Cited):
    """One thing that was done; on the timeline when dated."""

    what: Line = field("做了什么", "一件事一条", example="协助社区理出专项办法")
    who: Line | None = field("谁做的", "来源写明才填", default=None)
    when: Edtf | None = field("什么时候", "知道多少写多少", default=None)
    note: Line | None = field("说明", "补一句", default=None)


class Outcome(Cited):
    """A claim about an effect, with what it rests on."""

    claim: Line = field("说法", "成效的说法，不加评价", example="社区人手不足得到缓解，效率提高")
    indicator: Line | None = field(
        "指标或数据", "来源给的数字或测量", default=None, key=True, unsaid="成效有没有数据"
    )
    as_of: Edtf | None = field(
        "截至", "数字截至的日期", default=None, key=True, unsaid="成效的数字截至什么时候"
    )


class Transfer(Cited):
    """One condition that a reader should compare with her own place."""

    condition: Line = field("条件", "要有什么才学得来", example="社区愿意调整分工")
    substitute: Line | None = field("没有时怎么替代", "可不填", default=None)
    origin: Origin = field("谁的话", "来源明言，或编者归纳", example="编者归纳")


class Case(Common):
    """The fields of a case."""

    takeaway: Line = field("要点", "这件事说明什么，一句话", example="协助社区把防疫作为专项来分工")
    events: tuple[Line, ...] = field(
        "情境", "为应对什么而做", default=(), vocabulary="events", example="新冠肺炎疫情"
    )
    period: Period | None = field(
        "时间", "起止或说法", default=None, asks=True, unsaid="什么时候做的"
    )
    place: Place | None = field("地点", "到区县为止", default=None, asks=True, unsaid="在哪里")
    phases: tuple[Line, ...] = field(
        "阶段", "应急的哪个阶段", default=(), vocabulary="phases", example="应急响应"
    )
    beneficiaries: tuple[Line, ...] = field(
        "服务对象", "服务到的人群", default=(), vocabulary="beneficiaries"
    )
    supported: tuple[Line, ...] = field(
        "支持对象",
        "得到支持的同行或工作者",
        default=(),
        vocabulary="supported",
        example="社区工作者",
    )
    tasks: tuple[Line, ...] = field(
        "服务内容", "做的事", default=(), vocabulary="tasks", example="分工协调"
    )
    methods: tuple[Line, ...] = field(
        "专业方法", "社会工作方法", default=(), vocabulary="methods", example="社区工作"
    )
    situation: Prose | None = field(
        "情况与需求",
        "做之前是什么情况，句句有出处",
        default=None,
        key=True,
        unsaid="当时的情况和需求",
    )
    actors: tuple[ActorLink, ...] = field(
        "参与方与分工", "谁参与、做了什么", default=(), key=True, unsaid="谁参与"
    )
    models: tuple[FitLink, ...] = field("参与模式", "归入哪个模式、凭什么", default=(), apart=True)
    practices: tuple[Link, ...] = field("做法", "用到的做法", default=())
    tools: tuple[Link, ...] = field("工具与指引", "用到或产出的工具", default=())
    actions: tuple[Action, ...] = field(
        "做了什么",
        "按来源的先后；来源没有说先后的要注明",
        default=(),
        key=True,
        unsaid="具体做了什么",
    )
    outcomes: tuple[Outcome, ...] = field(
        "成效与依据", "成效的说法和凭据", default=(), key=True, unsaid="成效怎样"
    )
    pitfalls: tuple[Point, ...] = field(
        "要当心的地方", "来源或编者指出的", default=(), key=True, unsaid="遇到过什么问题"
    )
    lessons: tuple[Point, ...] = field("启示", "来源明言或编者归纳", default=())
    transfer: tuple[Transfer, ...] = field("借鉴条件", "要有什么才学得来", default=(), apart=True)
    challenges: tuple[Link, ...] = field("实务难点", "应对或暴露的难点", default=())
    recommendations: tuple[Link, ...] = field("实务建议", "得出或印证的建议", default=())
    related: tuple[Link, ...] = field(
        "相关案例", "另写明关系；说明里“这里”指本条，“那里”指对方", default=(), apart=True
    )
