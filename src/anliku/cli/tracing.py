"""`anliku trace`: entries against a local copy of the source, which stays out of the repository."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from anliku.check.nearest import suggest
from anliku.cli.project import add_root, find_project, no_project, today
from anliku.link.trace import trace
from anliku.pipeline import examine

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `trace`."""
    command = commands.add_parser("trace", help="拿条目和来源原文对照：照抄的长句、原文没有的数字")
    command.add_argument("source", metavar="来源", help="来源的编号")
    command.add_argument(
        "--text", type=Path, required=True, metavar="文件", help="原文的纯文本（UTF-8）"
    )
    add_root(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare; 0 when nothing is copied and no figure foreign, else 1; 2 for wrong usage."""
    project = find_project(options.root)
    if project is None:
        return no_project()
    try:
        text = options.text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        print(f"读不了 {options.text}：要一份 UTF-8 的纯文本（{error}）", file=sys.stderr)
        return 2
    files, problems = project.files()
    examined = examine(files, date.fromisoformat(today()), problems)
    if examined.linked is None:
        print("条目还有错误，先运行 anliku check。", file=sys.stderr)
        return 1
    sources = {entry.id: entry for entry in examined.linked.catalog.of_kind("source")}
    if options.source not in sources:
        print(f"没有来源 {options.source}。{suggest(options.source, sources)}", file=sys.stderr)
        return 2
    found = trace(examined.linked, sources[options.source], text)
    for line in found:
        print(line)
    print(f"共 {len(found)} 处要看。" if found else "没有照抄的长句，也没有原文里没有的数字。")
    return 1 if found else 0
