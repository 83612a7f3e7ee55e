"""比一比：python3 scripts/bench.py search [--cases 300 10000] [--seed N] [--docs D --queries Q].

search: our search beside other engines, all on the same corpus and the same queries in one run;
writes the tables into docs/benchmarks.md. Without --docs the corpora are made by
tests/corpora/synthetic.py. The other engines are fetched into .bench/; without npm or a network
their rows say 未测.

browse [--cases 10000] [--rounds 20] [--slowdown 4]: how soon 找案例 answers the first click on a
facet; prints the tables.
"""

import argparse
import json
import pathlib

from _chromium import CURE, get
from _environment import DEVELOPMENT, PYTHON, ensure
from _terminal import ROOT, Stop, run, start

PAGE = ROOT / "docs" / "benchmarks.md"


def main(arguments: list[str]) -> int:
    """Set up what this needs, then hand over to Python in .venv."""
    parser = argparse.ArgumentParser(description="同别的同类软件比，结果写进 docs/benchmarks.md。")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="search|browse")
    search = kinds.add_parser("search", help="检索：Pagefind、MiniSearch、Material 自带检索")
    search.add_argument(
        "--cases", type=int, nargs="+", default=[300, 10_000], help="造多少条案例（可以写几个数）"
    )
    search.add_argument("--seed", type=int, default=1, help="造案例用的随机种子")
    search.add_argument("--docs", type=pathlib.Path, help="不造，用这个文件里的记录")
    search.add_argument("--queries", type=pathlib.Path, help="和 --docs 一起：查询")
    search.add_argument("--page", type=pathlib.Path, default=PAGE, help="写到哪一页")
    browse = kinds.add_parser("browse", help="找案例：点一下，多久有结果")
    browse.add_argument("--cases", type=int, default=10_000, help="造多少条案例")
    browse.add_argument("--seed", type=int, default=1, help="造案例用的随机种子")
    browse.add_argument("--rounds", type=int, default=20, help="打开几次，每次点几下")
    browse.add_argument("--slowdown", type=int, default=4, help="处理器降到几分之一的速度")
    options = parser.parse_args(arguments)
    if options.kind == "search" and (options.docs is None) != (options.queries is None):
        parser.error("--docs 和 --queries 要一起给")

    ensure(DEVELOPMENT)
    chromium = get()
    if not chromium:
        raise Stop(f"没有 Chromium，测不了。{CURE}")
    paths = {
        name: str(path.resolve()) if path else ""
        for name, path in vars(options).items()
        if name in {"docs", "queries", "page"}
    }
    command = " ".join(["python3 scripts/bench.py", *arguments])
    given = json.dumps({**vars(options), **paths, "command": command})
    name = {"search": "_benching.py", "browse": "_browsing.py"}[options.kind]
    inner = str(ROOT / "scripts" / name)
    return run([PYTHON, inner, given], ANLIKU_CHROMIUM=chromium)


if __name__ == "__main__":
    start(main)
