"""`anliku pack`: a reading list or a teaching note as files for a class."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from anliku.check.nearest import suggest
from anliku.cli.building import CONFIG, quiet
from anliku.cli.project import add_root, find_project, no_project, today
from anliku.diagnostic import as_text
from anliku.disk import write_files
from anliku.pipeline import examine
from anliku.publish.pack_files import loose_pack
from anliku.render.pack_leaves import KINDS
from anliku.schema.edition import Edition

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `pack`."""
    command = commands.add_parser("pack", help="把一份学习清单或案例使用说明做成上课用的文件")
    command.add_argument("id", metavar="编号", help="学习清单或案例使用说明的编号")
    command.add_argument(
        "--to", type=Path, required=True, metavar="文件夹", help="写到哪里；同名的文件会换掉"
    )
    command.add_argument(
        "--edition",
        choices=[Edition.LEARNER.value, Edition.INSTRUCTOR.value],
        default=Edition.INSTRUCTOR.value,
        help="learner 没有教案，课件的备注里没有带领语和答案；默认 instructor，都有",
    )
    add_root(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the pack; 1 with errors in the library, 2 for an id that no pack is made of."""
    project = find_project(options.root)
    if project is None:
        return no_project()
    files, problems = project.files()
    day = date.fromisoformat(today())
    examined = examine(files, day, problems, Edition(options.edition))
    if examined.linked is None:
        print(as_text(examined.diagnostics), file=sys.stderr)
        return 1
    entry = examined.linked.catalog.by_id.get(options.id)
    if entry is None or entry.kind.name not in KINDS:
        known = [e.id for e in examined.linked.catalog.entries if e.kind.name in KINDS]
        print(f"没有编号为 {options.id} 的学习清单或案例使用说明。", file=sys.stderr)
        print(f"  → {suggest(options.id, known)}", file=sys.stderr)
        return 2
    quiet()
    from anliku.mkdocs_plugin import site_settings  # noqa: PLC0415 - slow to load

    written = loose_pack(entry, examined.linked, site_settings(project.root / CONFIG))
    try:
        write_files(options.to, written)
    except OSError as error:
        print(f"写不了：{error.strerror}（{error.filename}）。", file=sys.stderr)
        return 1
    print(f"写好了 {len(written)} 个文件：{options.to}")
    return 0
