"""A corpus and its queries, to measure search at any size.

python -m tests.corpora.synthetic --cases 300 --seed 7 --docs D --queries Q
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.corpora.asking import Query, queries
from tests.corpora.writing import Case, Record, cases

__all__ = ["Case", "Query", "Record", "cases", "main", "queries"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a corpus and its queries."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpora.synthetic", description=__doc__)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=12, help="queries of a kind")
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--queries", type=Path)
    options = parser.parse_args(arguments)
    made = cases(options.cases, options.seed)
    _write(options.docs, [case.record for case in made])
    if options.queries:
        _write(options.queries, queries(made, options.seed, options.each))


def _write(path: Path, items: Sequence[Any]) -> None:
    path.write_text("".join(_lines(items)), encoding="utf-8", newline="\n")


def _lines(items: Sequence[Any]) -> Iterator[str]:
    """Yield a JSON list, one item a line, so that two of them can be compared by eye."""
    yield "[\n"
    for number, item in enumerate(items, start=1):
        yield json.dumps(item, ensure_ascii=False) + ("\n" if number == len(items) else ",\n")
    yield "]\n"


if __name__ == "__main__":
    main()
