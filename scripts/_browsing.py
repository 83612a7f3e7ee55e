"""The part of `bench.py browse` that runs inside .venv: how soon 找案例 answers a click."""

import json
import pathlib
import subprocess
import tempfile
from datetime import UTC, datetime
from typing import Any

from _clicking import Click, clicks
from _environment import PYTHON
from _evaluation import machine
from _measures import spread
from _peers import CACHE
from _probing import probing
from _serving import packed, serving
from _tables import count, kilobytes, milliseconds, table
from _terminal import ROOT, Stop, environment, say, start

Result = dict[str, Any]
DATA = pathlib.Path("assets/browse/index")
PARTS = (("网页", "browse.html"), ("脚本", "assets/browse/browse.js"), ("数据", f"{DATA}/data.js"))
BAR = 100
"""Milliseconds in which the first click has to be answered."""


def main(arguments: list[str]) -> int:
    """Measure one library and print the tables."""
    options = json.loads(arguments[0])
    with tempfile.TemporaryDirectory() as name, probing() as probe:
        folder = pathlib.Path(name)
        _make(options["cases"], options["seed"], folder)
        with serving(folder) as server:
            found = list(clicks(probe, server, options["rounds"], options["slowdown"]))
        about = machine(probe)
        sizes = {
            title: [(folder / path).stat().st_size, len(packed(folder / path))]
            for title, path in PARTS
        }
        lots = [len(packed(path)) for path in (folder / DATA).glob("[0-9]*.js")]
    result = {
        "command": options["command"],
        "date": datetime.now(tz=UTC).date().isoformat(),
        "cases": options["cases"],
        "slowdown": options["slowdown"],
        "machine": about,
        "sizes": sizes,
        "card_files": {"files": len(lots), **spread([float(size) for size in lots], 0)},
        "clicks": [click._asdict() for click in found],
    }
    CACHE.mkdir(exist_ok=True)
    kept = CACHE / "browse.json"
    kept.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    say(f"{_facts(result)}\n\n{_times(found)}\n\n{_sizes(result)}\n\n每次点击的详情在 {kept}")
    return 0


def _make(cases: int, seed: int, folder: pathlib.Path) -> None:
    say(f"造 {cases:,} 条案例……")
    command = [PYTHON, "-m", "tests.corpora.catalog", "--cases", str(cases), "--seed", str(seed)]
    command += ["--to", str(folder)]
    if subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode:
        raise Stop("没有造出用来测的案例。")


def _facts(result: Result) -> str:
    about = result["machine"]
    return (
        f"{result['date']}；{result['cases']:,} 条案例；处理器降到 1/{result['slowdown']} 速度；"
        f"{about['cores']} 个处理器核，平均负载 {about['load']}；Chromium {about['chromium']}。"
    )


def _times(found: list[Click]) -> str:
    kinds = (
        ("第一次点击", [click for click in found if click.turn == 1]),
        ("再点", [click for click in found if click.turn > 1]),
    )
    rows = []
    for name, some in kinds:
        for what, times in (
            ("数字", [click.numbers for click in some]),
            ("头一屏列表", [click.listed for click in some]),
            ("其中主线程", [click.busy for click in some]),
        ):
            typical = spread(times, 1)
            within = sum(time <= BAR for time in times)
            shown = [milliseconds(typical[part]) for part in ("p50", "p95", "max")]
            rows.append([f"{name}：{what}", *shown, f"{within}/{len(times)}"])
    ready = spread([click.ready for click in found if click.turn == 1], 0)
    shown = [milliseconds(ready[part]) for part in ("p50", "p95", "max")]
    rows.append(["打开到能点", *shown, ""])
    return table(["用时，毫秒", "中位数", "95%", "最多", f"不超过 {BAR}"], rows)


def _sizes(result: Result) -> str:
    rows = [
        [name, kilobytes(raw), kilobytes(sent)] for name, (raw, sent) in result["sizes"].items()
    ]
    first = [click for click in result["clicks"] if click["turn"] == 1]
    sent, asked = ([float(click[key]) for click in first] for key in ("sent", "files"))
    rows.append(["第一次点击要取的", "", kilobytes(spread(sent, 0)["p50"])])
    files = f"第一次点击取 {count(spread(asked, 0)['p50'])} 个文件（中位数）。"
    return table(["下载", "KB", "gzip 后 KB"], rows) + f"\n\n{files}"


if __name__ == "__main__":
    start(main)
