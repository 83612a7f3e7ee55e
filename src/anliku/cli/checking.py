"""`anliku check`: everything that is wrong, with the place and the cure."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from anliku.cli.project import CASES, Project, add_root, find_project, no_project, today
from anliku.diagnostic import Diagnostic, any_errors, as_github, as_json, as_text, in_order
from anliku.disk import RawFile, files_in, read_file
from anliku.pipeline import examine
from anliku.read import read_document

if TYPE_CHECKING:
    from argparse import _SubParsersAction

FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `check`."""
    command = commands.add_parser("check", help="检查条目，一次列出所有问题")
    command.add_argument("paths", nargs="*", type=Path, metavar="路径", help="只看这些文件或文件夹")
    command.add_argument("--format", choices=sorted(FORMATS), default="text", help="输出格式")
    command.add_argument("--syntax", action="store_true", help="只检查写法（YAML），不管字段")
    add_root(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check; 0 without errors (reminders are allowed), 1 with errors, 2 for wrong usage."""
    missing = [path for path in options.paths if not path.exists() and not path.is_symlink()]
    if missing:
        print(f"没有这个文件或文件夹：{'、'.join(map(str, missing))}", file=sys.stderr)
        return 2
    found = _syntax(options) if options.syntax else _whole(options)
    if found is None:
        return no_project()
    text = FORMATS[options.format](found)
    if text:
        print(text)
    if options.format == "text":
        print(_summary(found), file=sys.stderr)
    return 1 if any_errors(found) else 0


def _syntax(options: argparse.Namespace) -> tuple[Diagnostic, ...] | None:
    if not options.paths:
        project = find_project(options.root)
        return None if project is None else _read_all(*project.files())
    return in_order(*(_read_all(*_files_at(path)) for path in options.paths))


def _files_at(path: Path) -> tuple[list[RawFile], list[Diagnostic]]:
    if path.is_dir() and not path.is_symlink():
        return files_in(path, path.as_posix().rstrip("/"))
    file, problems = read_file(path, path.as_posix())
    return ([file] if file else []), problems


def _read_all(files: list[RawFile], problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return in_order(problems, *(read_document(raw.path, raw.content)[1] for raw in files))


def _whole(options: argparse.Namespace) -> tuple[Diagnostic, ...] | None:
    """Check whole libraries (links need all entries), then show what concerns the paths."""
    day = date.fromisoformat(today())
    if not options.paths:
        project = find_project(options.root)
        return None if project is None else _of(project, day)
    found: list[Diagnostic] = []
    for path in options.paths:
        project = find_project(options.root, path if path.is_dir() else path.resolve().parent)
        if project is None:
            file, problems = read_file(path, path.as_posix())
            found.extend(problems)
            found.extend(examine([file], day).diagnostics if file else ())
            continue
        shown = _shown(path, project)
        found.extend(_below(shown, _of(project, day)))
    return in_order(found)


def _of(project: Project, day: date) -> tuple[Diagnostic, ...]:
    files, problems = project.files()
    return examine(files, day, problems).diagnostics


def _shown(path: Path, project: Project) -> str:
    try:
        inside = path.resolve().relative_to(project.root.resolve()).as_posix()
    except ValueError:
        inside = path.as_posix()
    return CASES if inside == "." else inside


def _below(shown: str, diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    for diagnostic in diagnostics:
        if diagnostic.location.file == shown or diagnostic.location.file.startswith(f"{shown}/"):
            yield diagnostic


def _summary(found: tuple[Diagnostic, ...]) -> str:
    errors = sum(1 for d in found if any_errors([d]))
    if not found:
        return "没有发现问题。"
    return f"共 {errors} 处错误，{len(found) - errors} 处提醒。"
