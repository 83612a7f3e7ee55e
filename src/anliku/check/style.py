"""Rules on wording that a machine can judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.check.rule import Finding
from anliku.check.wording import without
from anliku.diagnostic import Severity
from anliku.schema.vocabulary import Vocabulary
from anliku.schema.walk import Path, walk

SHORTEST, LONGEST = 60, 300
PRAISE = (
    "彰显",
    "赋能",
    "打造",
    "谱写",
    "新篇章",
    "硕果",
    "累累",
    "感人至深",
    "无私奉献",
    "可歌可泣",
    "高度肯定",
    "一致好评",
    "广受好评",
    "圆满完成",
    "卓有成效",
    "成效显著",
    "取得显著成效",
    "亮点纷呈",
    "走深走实",
    "落地生根",
    "温暖人心",
    "交上满意答卷",
)


def summary_is_short(entry: Entry) -> Iterator[Finding]:
    """已发布的案例、模式、做法、导读，摘要 60—300 字，出处不计。"""
    if entry.is_published and entry.kind.must_cite:
        length = len(re.sub(r"\s", "", plain(entry.record.summary)))
        if not SHORTEST <= length <= LONGEST:
            hint = (
                "补上谁、做了什么、凭什么"
                if length < SHORTEST
                else "留下谁、做了什么、凭什么，其余移到正文"
            )
            yield Finding(("summary",), f"摘要有 {length} 字，应为 60—300 字", hint)


def no_praise(entry: Entry) -> Iterator[Finding]:
    """不用新闻稿的夸赞话；题名、引号里的和检索用的词除外。"""
    for path, _, value in walk(entry.record):
        if _is_only_searched(entry, path):
            continue
        if isinstance(value, str) and path[0] not in ("editor_notes", "csl"):
            text = without(without(value, "“", "”"), "《", "》")
            for word in PRAISE:
                if word in text:
                    yield Finding(
                        path,
                        f"“{word}”是夸赞的话",
                        "写谁做了什么、有什么凭据",
                        severity=Severity.WARNING,
                    )


def _is_only_searched(entry: Entry, path: Path) -> bool:
    """What people type is taken as it is: 打造品牌 finds what an editor calls 品牌建设."""
    if not isinstance(entry.record, Vocabulary) or entry.record.has_values:
        return False
    return path[0] == "concepts" and ("alt" in path or "hidden" in path)


def titles_make_no_noise(entry: Entry) -> Iterator[Finding]:
    """标题不用感叹号，不以句号收尾。"""
    title = entry.record.title
    if entry.kind.name != "source" and (title.endswith(("。", "！", "!", ".")) or "！" in title):
        yield Finding(("title",), "标题里有句号或感叹号", "删去它")
