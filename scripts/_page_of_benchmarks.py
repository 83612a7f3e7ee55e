"""The measured part of docs/benchmarks.md: tables between two marks, the prose around them kept."""

import pathlib
from typing import Any

from _tables import KINDS, count, kilobytes, milliseconds, share, table
from _terminal import Stop

BEGIN, END = "<!-- 检索：以下由 scripts/bench.py search 写入 -->", "<!-- 检索：写入到此为止 -->"
Result = dict[str, Any]


def write(page: pathlib.Path, found: Result) -> None:
    """Replace what stands between the marks."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise Stop(f"{page} 里没有这两行标记：{BEGIN}、{END}")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{_measured(found)}\n\n{END}{after}", encoding="utf-8")


def _measured(found: Result) -> str:
    machine = found["machine"]
    facts = [
        found["date"],
        f"本库提交 {found['commit']}" if found["commit"] else "",
        f"{machine['system']}，{machine['cores']} 个处理器核，{machine['ram_gb']} GB 内存",
        f"Chromium {machine['chromium']}，Python {machine['python']}",
        _load(machine),
    ]
    parts = [f"```sh\n{found['command']}\n```", f"{'；'.join(filter(None, facts))}。"]
    for run in found["runs"]:
        parts.append(f"### {run['cases']:,} 条案例，{run['queries']} 条查询")
        parts += [_quality(run), _kinds(run), _traffic(run), _sizes(run)]
        parts += [f"{r['name']}（{r['setting']}）未测：{r['missing']}。" for r in _missing(run)]
    return "\n\n".join(parts)


def _load(machine: Result) -> str:
    if not machine["load"]:
        return ""
    busy = "，机器同时在忙别的，用时都偏长" if machine["load"] > machine["cores"] else ""
    return f"平均负载 {machine['load']}{busy}"


def _measured_rows(run: Result) -> list[Result]:
    return [row for row in run["engines"] if "missing" not in row]


def _missing(run: Result) -> list[Result]:
    return [row for row in run["engines"] if "missing" in row]


def _quality(run: Result) -> str:
    rows = [
        [
            f"{row['name']}（{row['setting']}）",
            share(row["quality"]["success_at_1"]),
            share(row["quality"]["success_at_5"]),
            share(row["quality"]["ndcg_at_10"]),
            share(row["quality"]["zero_result_rate"]),
            "能" if row["works_from_file"] else "不能",
        ]
        for row in _measured_rows(run)
    ]
    return table(["引擎", "成功@1", "成功@5", "nDCG@10", "无结果", "从本地文件打开"], rows)


def _kinds(run: Result) -> str:
    rows = _measured_rows(run)
    kinds = list(rows[0]["quality_by_kind"])
    body = [
        [row["name"], *(share(row["quality_by_kind"][kind]["ndcg_at_10"]) for kind in kinds)]
        for row in rows
    ]
    return table(["nDCG@10", *(KINDS.get(kind, kind) for kind in kinds)], body)


def _traffic(run: Result) -> str:
    head = ["下载与用时", "首次 KB", "95%", "请求", "下一次 KB", "用时 ms", "95%", "慢 6 倍 95%"]
    rows = [
        [
            row["name"],
            kilobytes(row["first_query"]["bytes"]["p50"]),
            kilobytes(row["first_query"]["bytes"]["p95"]),
            count(row["first_query"]["requests"]["p50"]),
            kilobytes(row["next_query"]["bytes"]["p50"]),
            milliseconds(row["warm_ms"]["cpu_1x"]["p50"]),
            milliseconds(row["warm_ms"]["cpu_1x"]["p95"]),
            milliseconds(row["warm_ms"]["cpu_6x"]["p95"]),
        ]
        for row in _measured_rows(run)
    ]
    return table(head, rows)


def _sizes(run: Result) -> str:
    head = ["索引", "文件", "MB", "gzip 后 MB", "建成，秒", "浏览器内存 MB"]
    rows = []
    for row in _measured_rows(run):
        index = row["index"]
        times = [f"{index['build_seconds']:,.1f}", f"{row['heap_mb']:,.1f}"]
        rows.append([row["name"], *_weight(index), *times])
        if "texts" in index:
            rows.append([f"{row['name']}，另有摘录用的全文", *_weight(index["texts"]), "", ""])
    return table(head, rows)


def _weight(part: Result) -> list[str]:
    megabytes = (f"{part[key] / 1e6:,.2f}" for key in ("raw_bytes", "gzip_bytes"))
    return [count(part["files"]), *megabytes]
