"""Tables in Markdown that also line up on a terminal, where a Han character takes two columns."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

KINDS = {
    "multi": "多个意思",
    "synonym": "同义说法",
    "partial": "只打一部分",
    "org": "机构名",
    "pinyin": "拼音",
    "trad": "繁体",
    "typo": "错别字",
    "facet": "带筛选",
    "all": "未分类",
}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column is flush left, figures flush right."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(_width(row[n]) for row in cells) for n in range(len(head))]
    ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(
        f"| {' | '.join(_padded(row, widths))} |" for row in (cells[0], ruler, *cells[1:])
    )


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    gaps = [" " * (width - _width(text)) for text, width in zip(row, widths, strict=True)]
    return [
        text + gap if n == 0 else gap + text
        for n, (text, gap) in enumerate(zip(row, gaps, strict=True))
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "FW" else 1 for c in text)


def share(value: float | None) -> str:
    """Return a share as in .97, for columns of them."""
    return "—" if value is None else f"{value:.2f}"


def kilobytes(value: float | None) -> str:
    """Return bytes as kilobytes of 1,000."""
    if value is None:
        return "—"
    return f"{value / 1000:,.0f}" if value >= 10_000 else f"{value / 1000:.1f}"


def milliseconds(value: float | None) -> str:
    """Return milliseconds, with a decimal where it says something."""
    if value is None:
        return "—"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def count(value: float | None) -> str:
    """Return a whole number."""
    return "—" if value is None else f"{value:,.0f}"


def report(found: dict[str, Any]) -> str:
    """Return everything that an evaluation found, in Chinese."""
    return "\n\n".join(
        [_quality(found), _traffic(found), _times(found), _index(found), _closing(found)]
    )


def _quality(found: dict[str, Any]) -> str:
    rows = [("合计", found["quality"])]
    rows += [(KINDS.get(kind, kind), row) for kind, row in found["quality_by_kind"].items()]
    shown = [
        [
            name,
            count(row["queries"]),
            share(row["success_at_1"]),
            share(row["success_at_5"]),
            share(row["ndcg_at_10"]),
            share(row["zero_result_rate"]),
        ]
        for name, row in rows
    ]
    return table(["查询种类", "条数", "成功@1", "成功@5", "nDCG@10", "无结果"], shown)


def _traffic(found: dict[str, Any]) -> str:
    rows = []
    for key, name in (("first_query", "第一次（空缓存）"), ("next_query", "同一页面的下一次")):
        for part, unit, shown in (("bytes", "KB", kilobytes), ("requests", "请求", count)):
            row = found[key][part]
            rows.append([f"{name}，{unit}", *(shown(row[p]) for p in ("p50", "p95", "max"))])
    return table(["下载", "中位数", "95%", "最多"], rows)


def _times(found: dict[str, Any]) -> str:
    names = {f"cpu_{n}x": f"文件都已载入，处理器 1/{n} 速度" for n in (1, 6)}
    rows = [(names[key], row) for key, row in found["warm_ms"].items()]
    rows += [
        (f"慢网首批结果，{key.replace('_', ' / ')}", row)
        for key, row in found.get("throttled_ms", {}).items()
    ]
    shown = [[name, *(milliseconds(row[p]) for p in ("p50", "p95", "max"))] for name, row in rows]
    return table(["用时，毫秒", "中位数", "95%", "最多"], shown)


def _index(found: dict[str, Any]) -> str:
    parts = [("检索用的索引", found["index"])]
    parts += [("摘录用的全文", found["index"]["texts"]), ("引擎", found["index"]["engine"])]
    rows = [
        [name, count(p["files"]), kilobytes(p["raw_bytes"]), kilobytes(p["gzip_bytes"])]
        for name, p in parts
    ]
    return table(["大小", "文件", "KB", "gzip 后 KB"], rows)


def _closing(found: dict[str, Any]) -> str:
    index, folder = found["index"], found["file_scheme"]
    seconds = f"{index['build_seconds']} 秒（其中处理器 {index['build_cpu_seconds']} 秒）"
    lines = [
        f"{found['cases']:,} 条案例，建索引 {seconds}。",
        f"浏览器内存 {found['heap_mb']} MB。",
        f"从本地文件打开：{folder['order_differs']} 条查询的次序不同。",
        f"在用过的页面里再问：{len(found['used_page_order_differs'])} 条查询的次序不同。",
    ]
    faults = [f"“{row['q']}”（{row['error']}）" for row in found["per_query"] if row["error"]]
    if faults:
        lines.append(f"！！{len(faults)} 条查询出错，按没有结果计，如：{'；'.join(faults[:3])}")
    return "\n".join(lines)
