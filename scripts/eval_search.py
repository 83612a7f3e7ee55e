"""评测检索：python3 scripts/eval_search.py --docs D.json --queries Q.json [--json] [--throttle].

The product's engine, with the product's own thesaurus, on any corpus. The formats of both files
are described in _corpus.py. With --json, stdout holds one object and nothing else:

cases, queries                    how many records and queries
quality                           over the queries that have an answer in `rel`:
  queries                         how many those are
  success_at_1, success_at_5      share with a record of grade >= 2 among the first 1, 5
  ndcg_at_10                      gain 2^grade - 1, the ideal taken from `rel`
  zero_result_rate                share without any hit
quality_by_kind {kind: …}         the same by kind of query
first_query, next_query           {bytes, requests: {p50, p95, max}}: each query asked on a fresh
                                  page with an empty cache, then the following one of the list on
                                  the same page. Bytes are bodies as sent, gzip level 6: engine
                                  and index files with ten cards, not the page
warm_ms {cpu_1x, cpu_6x}          {p50, p95, max} over queries of the median of five rounds on one
                                  page, milliseconds, the whole list having been asked once before
heap_mb                           JavaScript heap of that page after a garbage collection
throttled_ms                      with --throttle: {300ms_750kbps, 100ms_4mbps: {queries,
                                  unanswered, p50, p95, max}}, milliseconds to ten hits, engine
                                  and manifest loaded, 1/4 CPU speed, at most 20 queries
index                             build_seconds, build_cpu_seconds (far apart: the machine was busy
                                  otherwise); files, raw_bytes, gzip_bytes of what ranking, cards
                                  and filters need; the same of `texts` (passages only, in t/) and
                                  of the `engine`
file_scheme                       {queries, order_differs, differing}: asked again from file://,
                                  on fresh pages; how many and which answer otherwise or not at all
used_page_order_differs           ids of queries that a used page answered otherwise
failed_queries                    ids of queries that ended in an error (counted as no result)
per_query                         id, kind, q, filters, success_at_1, success_at_5, ndcg_at_10,
                                  total, hits (ten ids), first_bytes, first_requests, next_bytes,
                                  error
machine                           cores, ram_gb, chromium, python, system, load (average of the last
                                  quarter of an hour; above `cores`, times are too long)

p50 and p95 are values that occur (nearest rank). The exit code is 0 unless it cannot run.
"""

import argparse
import json
import pathlib
import sys

from _chromium import CURE, get
from _environment import DEVELOPMENT, PYTHON, ensure
from _terminal import ROOT, Stop, run, start


def main(arguments: list[str]) -> int:
    """Set up what this needs, then hand over to Python in .venv."""
    parser = argparse.ArgumentParser(description="用本库的检索引擎和词表评测一批记录和查询。")
    parser.add_argument("--docs", type=pathlib.Path, required=True, help="记录，JSON 文件")
    parser.add_argument("--queries", type=pathlib.Path, required=True, help="查询，JSON 文件")
    parser.add_argument("--json", action="store_true", help="只输出一个 JSON 对象")
    parser.add_argument("--throttle", action="store_true", help="再测慢速网络下首批结果的用时")
    options = parser.parse_args(arguments)
    given = {**vars(options), "docs": str(options.docs.resolve())}
    given["queries"] = str(options.queries.resolve())

    output = sys.stdout
    sys.stdout = sys.stderr  # the set-up speaks; what starts below has its own stdout
    ensure(DEVELOPMENT)
    chromium = get()
    if not chromium:
        raise Stop(f"没有 Chromium，评测跑不了。{CURE}")
    if not options.json:
        sys.stdout = output
    command = [PYTHON, str(ROOT / "scripts" / "_evaluating.py"), json.dumps(given)]
    return run(command, ANLIKU_CHROMIUM=chromium)


if __name__ == "__main__":
    start(main)
