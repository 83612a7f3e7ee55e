"""The part of `bench.py search` that runs inside .venv: our engine beside others, in one run."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import _material
import _minisearch
import _pagefind
from _corpus import Query, read_documents, read_queries
from _environment import PYTHON
from _evaluation import ask, machine
from _our_site import build
from _page_of_benchmarks import write
from _peers import CACHE, VERSIONS, Peer
from _probing import Probe, probing
from _serving import serving
from _terminal import ROOT, Stop, environment, say, start

Result = dict[str, Any]
PEERS = [
    Peer(
        f"Pagefind {VERSIONS['pagefind']}",
        "扩展版，lang=zh",
        _pagefind.build,
        20_000,
    ),
    Peer(
        f"MiniSearch {VERSIONS['minisearch']}",
        "Intl.Segmenter 分词，前缀、模糊都开",
        _minisearch.build,
        20_000,
    ),
    Peer(
        "Material for MkDocs",
        f"自带检索，jieba {VERSIONS['jieba']}",
        _material.build,
        1_000,
        "整站生成和浏览器里现建索引都要好几分钟",
    ),
]


def main(arguments: list[str]) -> int:
    """Measure every engine on every corpus, then write the page."""
    options = json.loads(arguments[0])
    runs = []
    with tempfile.TemporaryDirectory() as folder, probing() as probe:
        for documents, queries in _corpora(options, pathlib.Path(folder)):
            runs.append(_one_corpus(documents, read_queries(queries), probe))
        found = {
            "command": options["command"],
            "commit": _commit(),
            "date": datetime.now(tz=UTC).date().isoformat(),
            "machine": machine(probe),
            "runs": runs,
        }
    CACHE.mkdir(exist_ok=True)
    kept = CACHE / "search.json"
    kept.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    page = pathlib.Path(options["page"])
    write(page, found)
    say(f"写好了：{page}；每条查询的详情在 {kept}")
    return 0


def _commit() -> str:
    """Name the state of the project that is measured."""
    said = []
    for words in (["rev-parse", "--short", "HEAD"], ["status", "--porcelain", "src", "cases"]):
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)
        said.append(done.stdout.decode("utf-8", "replace").strip())
    return f"{said[0]}{'（有未提交的改动）' if said[1] else ''}"


def _corpora(options: Result, folder: pathlib.Path) -> list[tuple[pathlib.Path, pathlib.Path]]:
    """Return files of records and queries: those given, or made for each number of cases."""
    if options["docs"]:
        return [(pathlib.Path(options["docs"]), pathlib.Path(options["queries"]))]
    made = []
    for cases in options["cases"]:
        documents, queries = folder / f"docs-{cases}.json", folder / f"queries-{cases}.json"
        command = [PYTHON, "-m", "tests.corpora.synthetic", "--cases", str(cases)]
        command += ["--seed", str(options["seed"])]
        command += ["--docs", str(documents), "--queries", str(queries)]
        if subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode:
            raise Stop("没有造出用来测的案例。")
        made.append((documents, queries))
    return made


def _one_corpus(documents: pathlib.Path, queries: Sequence[Query], probe: Probe) -> Result:
    cases = read_documents(documents)
    say(f"── {len(cases):,} 条案例，{len(queries)} 条查询")
    rows: list[Result] = [
        {"name": "本库", "setting": "自带词表", **_ours(documents, queries, probe)}
    ]
    for peer in PEERS:
        row = {"name": peer.name, "setting": peer.setting}
        if len(cases) > peer.most:
            rows.append({**row, "missing": peer.why})
            continue
        try:
            rows.append({**row, **_theirs(peer, cases, queries, probe)})
        except Stop as stop:
            say(f"{peer.name} 未测：{stop}")
            rows.append({**row, "missing": str(stop)})
    return {"cases": len(cases), "queries": len(queries), "engines": rows}


def _ours(documents: pathlib.Path, queries: Sequence[Query], probe: Probe) -> Result:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        built = build(documents, folder)["index"]
        return {"index": built, **_asked("本库", folder, queries, probe)}


def _theirs(
    peer: Peer, cases: list[dict[str, Any]], queries: Sequence[Query], probe: Probe
) -> Result:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        say(f"{peer.name}：建索引……")
        built = peer.build(cases, folder, probe)
        return {"index": built, **_asked(peer.name, folder, queries, probe)}


def _asked(name: str, folder: pathlib.Path, queries: Sequence[Query], probe: Probe) -> Result:
    began = time.monotonic()
    with serving(folder) as server:
        found = ask(probe, server, queries, _say_for(name))
    first = next(iter(probe.from_folder(folder, queries[:1])))
    found["works_from_file"] = not first.error and first.ids == found["per_query"][0]["hits"]
    say(f"{name}：问完，用时 {time.monotonic() - began:.0f} 秒")
    return found


def _say_for(name: str) -> Callable[[str], None]:
    return lambda line: print(f"{name}：{line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    start(main)
