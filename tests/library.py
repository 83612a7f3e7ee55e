"""Libraries to test with: the real one, the example, and small ones written in a test."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from anliku.disk import RawFile, files_in
from anliku.link.linked import LinkedCatalog
from anliku.pipeline import Examined, examine

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "example"
GOLDEN = ROOT / "tests" / "golden"
DAY = date(2026, 11, 23)


def examine_texts(texts: dict[str, str], today: date = DAY) -> Examined:
    """Examine a library of {path below cases/: text}."""
    files = [RawFile(f"cases/{path}", text.encode()) for path, text in texts.items()]
    return examine(files, today)


@cache
def examine_root(root: Path) -> Examined:
    """Examine a library on disk."""
    files, found = files_in(root / "cases", "cases")
    return examine(files, DAY, found)


def linked_root(root: Path) -> LinkedCatalog:
    """Return a library on disk that has no errors."""
    linked = examine_root(root).linked
    assert linked is not None
    return linked


def whole_root(root: Path) -> LinkedCatalog:
    """Return a library on disk with what only instructors see."""
    whole = examine_root(root).whole
    assert whole is not None
    return whole


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str


def anliku(*words: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
    """Run the command line as a person would."""
    command = [sys.executable, "-m", "anliku", *map(str, words)]
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, check=False
    )
    answer = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in answer.out + answer.err, answer.err
    return answer


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def apart(expected: dict[str, bytes], actual: dict[str, bytes]) -> list[str]:
    """Return how two trees differ: short enough to read."""
    return [
        *(f"missing: {path}" for path in expected.keys() - actual.keys()),
        *(f"extra: {path}" for path in actual.keys() - expected.keys()),
        *(f"differs: {p}" for p in expected.keys() & actual.keys() if expected[p] != actual[p]),
    ]
