"""Where the project is that a command works on."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from anliku.diagnostic import Diagnostic
from anliku.disk import RawFile, files_in

CASES = "cases"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with cases/ in it."""

    root: Path

    @property
    def cases(self) -> Path:
        """The folder of entries."""
        return self.root / CASES

    def files(self) -> tuple[list[RawFile], list[Diagnostic]]:
        """Read every entry file, shown as cases/…"""
        return files_in(self.cases, CASES)


def add_root(command: argparse.ArgumentParser) -> None:
    """Give a command the option --root."""
    command.add_argument(
        "--root",
        type=Path,
        metavar="文件夹",
        help="项目文件夹（其中有 cases/）；默认从当前位置往上找",
    )


def find_project(root: Path | None, start: Path | None = None) -> Project | None:
    """Return the project at `root`, else the nearest one at or above `start`, else None."""
    if root is not None:
        return Project(root) if (root / CASES).is_dir() else None
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / CASES).is_dir():
            return Project(folder)
    return None


def no_project() -> int:
    """Say that there is no project, as wrong usage."""
    print("找不到 cases/ 文件夹。请在项目文件夹里运行，或用 --root 指明它。", file=sys.stderr)
    return 2


def today() -> str:
    """Return today's date; the clock is read in the shells only."""
    return datetime.now(tz=UTC).date().isoformat()
