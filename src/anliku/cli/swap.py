"""A new site beside the old one, put in its place only when it is complete."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".anliku-site"
_PREFIX = ".anliku-new-"
_LEFT_OVER_AFTER = 3600.0
"""Seconds after which a half-built folder belongs to a build that was killed."""


class NotOurs(Exception):  # noqa: N818 - reads as what it is
    """The target holds something that this program did not write."""


@contextmanager
def replaced(target: Path, never: tuple[Path, ...]) -> Iterator[Path]:
    """Yield an empty folder to build into; swap it with `target` when the body succeeds.

    Raises:
        NotOurs: `target` is a folder of the project or holds other files.
    """
    target = target.resolve()
    _refuse(target, never)
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target.parent)
    fresh = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent))
    try:
        yield fresh
        (fresh / MARKER).write_text("", encoding="utf-8")
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _refuse(target: Path, never: tuple[Path, ...]) -> None:
    for path in never:
        if target == path.resolve() or target in path.resolve().parents:
            message = f"不能把网站写到 {target}：那里有项目自己的文件。换一个文件夹。"
            raise NotOurs(message)
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).exists():
        message = f"{target} 里有别的文件，没有动它。换一个空文件夹，或先自己清空。"
        raise NotOurs(message)
    if target.exists() and not target.is_dir():
        message = f"{target} 是一个文件，不是文件夹。"
        raise NotOurs(message)


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent))
    target.rename(old / "old")
    try:
        fresh.rename(target)
    except OSError:
        (old / "old").rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _sweep(folder: Path) -> None:
    for path in folder.glob(f"{_PREFIX}*"):
        if time.time() - path.stat().st_mtime > _LEFT_OVER_AFTER:
            shutil.rmtree(path, ignore_errors=True)
