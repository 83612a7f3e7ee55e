"""The product's search engine on one corpus: built, served, asked, measured."""

import os
import pathlib
import platform
from collections.abc import Callable, Sequence
from typing import Any

from _corpus import Query
from _measures import Judged, ndcg, percentile, quality, quality_by_kind, spread, success
from _our_site import build
from _probing import Answer, Cold, Network, Probe
from _serving import Sent, Server, serving

Result = dict[str, Any]
SLOWDOWNS = (1, 6)
NETWORKS = {"300ms_750kbps": Network(300, 750), "100ms_4mbps": Network(100, 4000)}
THROTTLED = 20
"""Queries that are asked over a slow line: evenly taken from the list, a second or two each."""


def ask(
    probe: Probe, server: Server, queries: Sequence[Query], say: Callable[[str], None]
) -> Result:
    """Ask every query on a fresh page and again on a used one; judge and weigh the answers."""
    say(f"提问：{len(queries)} 条，每条一个新页面，缓存是空的……")
    cold = list(probe.cold(server, queries))
    warm: Result = {}
    heap = 0.0
    for slowdown in SLOWDOWNS:
        say(f"计时：同一页面里反复提问，处理器 1/{slowdown} 速度……")
        times, heap = probe.warm(server, queries, slowdown)
        medians = [found for found in (percentile(row, 50) for row in times) if found is not None]
        warm[f"cpu_{slowdown}x"] = spread(medians)
    judged = [
        Judged(query.kind, row.answer.ids, query.grades)
        for query, row in zip(queries, cold, strict=True)
    ]
    return {
        "queries": len(queries),
        "quality": quality(judged),
        "quality_by_kind": quality_by_kind(judged),
        "first_query": _traffic([row.sent for row in cold]),
        "next_query": _traffic([row.next_sent for row in cold]),
        "warm_ms": warm,
        "heap_mb": round(heap, 1),
        "used_page_order_differs": _moved(queries, cold),
        "failed_queries": [q.id for q, row in zip(queries, cold, strict=True) if row.answer.error],
        "per_query": [_detail(q, row) for q, row in zip(queries, cold, strict=True)],
    }


def _traffic(sent: Sequence[Sequence[Sent]]) -> Result:
    return {
        "bytes": spread([sum(one.size for one in row) for row in sent], None),
        "requests": spread([len(row) for row in sent], None),
    }


def _moved(queries: Sequence[Query], cold: Sequence[Cold]) -> list[str]:
    """Name the queries that a used page answered in another order than a fresh one."""
    after = [cold[-1], *cold[:-1]]  # the page that asked the query before
    return [
        query.id
        for query, row, before in zip(queries, cold, after, strict=True)
        if row.answer.ids != before.next_answer.ids or before.next_answer.error
    ]


def _detail(query: Query, row: Cold) -> Result:
    return {
        "id": query.id,
        "kind": query.kind,
        "q": query.text,
        "filters": query.filters,
        "success_at_1": success(row.answer.ids, query.grades, 1),
        "success_at_5": success(row.answer.ids, query.grades, 5),
        "ndcg_at_10": round(ndcg(row.answer.ids, query.grades), 4),
        "total": row.answer.total,
        "hits": row.answer.ids,
        "first_bytes": sum(one.size for one in row.sent),
        "first_requests": len(row.sent),
        "next_bytes": sum(one.size for one in row.next_sent),
        "error": row.answer.error,
    }


def compare_with_folder(
    probe: Probe, folder: pathlib.Path, queries: Sequence[Query], details: Sequence[Result]
) -> Result:
    """Ask every query of the same files without a server; name those whose order differs."""
    answers: list[Answer] = list(probe.from_folder(folder, queries))
    differing = [
        query.id
        for query, answer, detail in zip(queries, answers, details, strict=True)
        if answer.ids != detail["hits"] or answer.error
    ]
    return {"queries": len(queries), "order_differs": len(differing), "differing": differing}


def over_slow_lines(probe: Probe, server: Server, queries: Sequence[Query]) -> Result:
    """Time the first results over slow lines, engine and manifest being there already."""
    step = max(1, len(queries) // THROTTLED)
    asked = queries[::step][:THROTTLED]
    found: Result = {}
    for name, network in NETWORKS.items():
        times = list(probe.throttled(server, asked, network, slowdown=4))
        answered = [time for time in times if time is not None]
        found[name] = {
            "queries": len(asked),
            "unanswered": len(times) - len(answered),
            **spread(answered, 0),
        }
    return found


def machine(probe: Probe) -> Result:
    """Say what was measured on."""
    pages = os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 0
    size = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return {
        "cores": os.cpu_count(),
        "ram_gb": round(pages * size / 2**30) or None,
        "chromium": probe.version,
        "python": platform.python_version(),
        "system": platform.system(),
        "load": round(os.getloadavg()[2], 1) if hasattr(os, "getloadavg") else None,
    }


def evaluate(
    documents: pathlib.Path,
    queries: Sequence[Query],
    folder: pathlib.Path,
    probe: Probe,
    say: Callable[[str], None],
    *,
    throttle: bool = False,
) -> Result:
    """Do all of it; the keys are described in eval_search.py."""
    say("建索引……")
    built = build(documents, folder)
    with serving(folder) as server:
        found = ask(probe, server, queries, say)
        say("从本地文件打开，再问一遍……")
        found["file_scheme"] = compare_with_folder(probe, folder, queries, found["per_query"])
        if throttle:
            say("慢速网络……")
            found["throttled_ms"] = over_slow_lines(probe, server, queries)
    return {**built, **found, "machine": machine(probe)}
