"""Values that editors choose from and that the code knows by name (all others are vocabularies)."""

from __future__ import annotations

from typing import Literal

Status = Literal["草稿", "待审", "已发布", "需更新", "已撤回", "已合并"]
Basis = Literal["基本信息", "来源所述", "机构自述", "受访者看法", "受访者建议", "记者提问中的说法"]
Origin = Literal["来源明言", "编者归纳"]
Fit = Literal["来源点名", "编者归入", "部分相似", "仅供对照"]
NameKind = Literal["登记名", "简称", "曾用名", "外文名"]
Party = Literal["本机构", "他人"]
Seen = Literal["全文", "仅见摘录", "仅见题录", "经转引"]
Reliability = Literal["高", "中", "低"]
Scope = Literal["窄", "宽"]
VocabularyUse = Literal["取值", "只供检索", "构词"]
Importance = Literal["必读", "选读", "拓展", "备查"]
ObjectiveType = Literal["知识", "能力", "价值"]
Level = Literal["理解", "应用", "分析", "评价", "创造"]
Grouping = Literal["个人", "小组", "全班"]
Setting = Literal["现场", "线上"]
Session = Literal["课前", "课上", "课后"]

Need = Literal[
    "上门、宣传、找资源的人手",
    "分工理不顺",
    "同行缺指引和支持",
    "重点对象没人盯",
    "线上支持",
]
People = Literal["不到10", "10–29", "30–99", "100以上"]
Relation = Literal["平时就在做服务", "合作过几次", "刚接触", "只面向同行"]
Expertise = Literal["入户、居民活动", "社区社会工作", "培训、督导、写指引", "心理、医疗资源"]
Permission = Literal["街道社区已明确", "口头说过", "还没沟通", "不进社区"]

CONTRAST: Fit = "仅供对照"
"""A case set beside a model without belonging to it: never counted among the model's cases."""

PUBLISHED: tuple[Status, ...] = ("已发布", "需更新")
"""Statuses whose entries are on the public site and bound by the rules for published entries."""

VIEWS: tuple[Basis, ...] = ("受访者看法", "受访者建议", "记者提问中的说法")
"""What somebody thinks, advises or supposes: never worded as something that happened."""
