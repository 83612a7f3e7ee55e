"""A case without conditions of its own, beside a model that has some."""

from __future__ import annotations

SOURCE = """\
title: 编的来源
summary: 编的 [@编者]。
status: 草稿
version: 1
added: 2026-01-01
updated: 2026-01-01
csl: {type: article-newspaper, title: 编的来源}
party: 他人
seen: 全文
rights: 编的
reliability: {level: 中, why: 编的}
passages: [{id: p1, about: 一段}]
facts: [{id: f1, at: [p1], basis: 来源所述, text: 有这样的事}]
"""
HEAD = """\
summary: 编的 [@编者]。
version: 1
added: 2026-01-01
updated: 2026-01-01
"""
LONG = "这里编一段话，只为凑够摘要要有的字数。" * 4
MODEL = f"""\
title: 编的模式
status: 已发布
{HEAD.replace("编的 [", f"{LONG}[")}definition: 有这样的事 [@laiyuan#f1]。
requirements:
  relation: {{values: [平时就在做服务], origin: 编者归纳, cite: [laiyuan#f1]}}
unstated: [mechanism, when, when_not, requirements.need, requirements.people,
  requirements.expertise, requirements.permission, steps, strengths, limits, represented_by]
"""
CASE = f"""\
title: 编的案例
takeaway: 编的一件事
status: 草稿
{HEAD}models: [{{ref: moshi, fit: FIT, cite: [laiyuan#f1]}}]
"""


def library(fit: str) -> dict[str, str]:
    """Return the texts of a library in which the case belongs to the model by `fit`."""
    return {
        "sources/laiyuan.yml": SOURCE,
        "models/moshi.yml": MODEL,
        "studies/anli.yml": CASE.replace("FIT", fit),
    }
