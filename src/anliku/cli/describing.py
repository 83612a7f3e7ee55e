"""`anliku new` and `anliku schema`: what entries look like."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from anliku.check.nearest import suggest
from anliku.cli.project import add_root, find_project, no_project, today
from anliku.schema.json_schema import all_schemas, json_schema
from anliku.schema.kinds import FOLDERS, KINDS, Kind
from anliku.schema.skeleton import skeleton
from anliku.schema.text import is_entry_id

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `new` and `schema`."""
    new = commands.add_parser("new", help="新建一个条目的草稿，每个字段带说明")
    new.add_argument("kind", metavar="种类", help=f"{'、'.join(KINDS)}")
    new.add_argument("id", metavar="编号", help="小写字母、数字和短横，例如 xinjiyuan")
    add_root(new)
    new.set_defaults(run=run_new)
    schema = commands.add_parser("schema", help="输出 JSON Schema，供编辑软件提示字段")
    schema.add_argument("kind", nargs="?", metavar="种类", help="不写就输出全部")
    schema.set_defaults(run=run_schema)


def run_new(options: argparse.Namespace) -> int:
    """Write a draft; 2 when the kind, the id or the place will not do."""
    kind = _kind(options.kind)
    if kind is None:
        return 2
    if not is_entry_id(options.id):
        print(
            f"“{options.id}”不能作编号：只用小写字母、数字和短横，例如 xinjiyuan。", file=sys.stderr
        )
        return 2
    project = find_project(options.root)
    if project is None:
        return no_project()
    taken = next(iter(sorted(project.cases.glob(f"*/{options.id}.yml"))), None)
    if taken:
        print(
            f"编号 {options.id} 已经有了：{taken.relative_to(project.root).as_posix()}",
            file=sys.stderr,
        )
        return 2
    target = project.cases / kind.folder / f"{options.id}.yml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(skeleton(kind, today()), encoding="utf-8", newline="\n")
    print(f"写好了草稿：{target.relative_to(project.root).as_posix()}")
    print("改完后运行 anliku check 看有没有问题。")
    return 0


def run_schema(options: argparse.Namespace) -> int:
    """Print the schema of one kind or of all."""
    if options.kind is None:
        value = all_schemas()
    else:
        kind = _kind(options.kind)
        if kind is None:
            return 2
        value = json_schema(kind)
    print(json.dumps(value, ensure_ascii=False, indent=2))
    return 0


def _kind(word: str) -> Kind | None:
    labels = {kind.label: kind for kind in KINDS.values()}
    kind = KINDS.get(word) or FOLDERS.get(word) or labels.get(word)
    if kind is None:
        print(f"没有“{word}”这个种类。{suggest(word, KINDS)}", file=sys.stderr)
    return kind
