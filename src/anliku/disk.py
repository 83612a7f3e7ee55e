"""The only reader of folders: cases/ as paths and bytes. Nothing is followed out of the folder."""

from __future__ import annotations

import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from anliku.diagnostic import Diagnostic, Location, Severity
from anliku.publish.output import OutputFile
from anliku.read.limits import MAX_BYTES

DISK_CODES = {
    "AK090": "条目是 cases/ 里的普通文件，不是链接、管道或文件夹。",
    "AK091": "cases/ 里没有编辑软件留下的副本和临时文件。",
    "AK092": "条目文件的扩展名是 .yml。",
}
_LEFTOVER = re.compile(
    r"^~\$|\.swp$|\.bak$|\.tmp$|\.orig$|~$|\(\d+\)\.ya?ml$|副本|\.yml\.txt$|^#.*#$"
)
_SILENT = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as found: its path as shown to editors, and its bytes."""

    path: str
    content: bytes


def files_in(folder: Path, shown_as: str) -> tuple[list[RawFile], list[Diagnostic]]:
    """Read every entry file below a folder, in the order of paths; never raises on odd files."""
    files: list[RawFile] = []
    found: list[Diagnostic] = []
    for path in _walk(folder):
        shown = f"{shown_as}/{path.relative_to(folder).as_posix()}"
        problem = _problem(path, shown)
        if problem:
            found.append(problem)
        elif path.suffix == ".yml":
            content, unreadable = _read(path, shown)
            if content is None:
                found.extend(unreadable)
            else:
                files.append(RawFile(shown, content))
    return files, found


def read_file(path: Path, shown: str) -> tuple[RawFile | None, list[Diagnostic]]:
    """Read one file that the editor named."""
    problem = _problem(path, shown)
    if problem and problem.severity is Severity.ERROR and problem.code == "AK090":
        return None, [problem]
    content, unreadable = _read(path, shown)
    return (None, unreadable) if content is None else (RawFile(shown, content), [])


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir() and not path.is_symlink() and path.suffix != ".yml":
            if not path.name.startswith("."):
                yield from _walk(path)
        else:
            yield path


def _problem(path: Path, shown: str) -> Diagnostic | None:
    name, at = path.name, Location(shown)
    if name in _SILENT or (name.startswith(".") and not name.endswith(".swp")):
        return None
    if _LEFTOVER.search(name):
        hint = "确认内容都在正式文件里，然后删去它；本次检查没有看它"
        return Diagnostic(at, Severity.WARNING, "AK091", f"“{name}”像是副本或临时文件", hint)
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return Diagnostic(
            at, Severity.ERROR, "AK090", f"读不了这个文件：{error.strerror}", "检查文件权限"
        )
    if stat.S_ISLNK(mode):
        hint = "把真正的文件放到这里，不用快捷方式或链接"
        return Diagnostic(at, Severity.ERROR, "AK090", "这是链接，不是文件", hint)
    if not stat.S_ISREG(mode):
        hint = "把它移走；条目应是普通的文本文件"
        return Diagnostic(at, Severity.ERROR, "AK090", "这不是普通文件", hint)
    if path.suffix.lower() in {".yaml", ".yml"} and path.suffix != ".yml":
        hint = f"把文件名改成 {path.stem}.yml"
        return Diagnostic(at, Severity.ERROR, "AK092", f"扩展名 {path.suffix} 不对", hint)
    if path.suffix != ".yml":
        hint = "条目要以 .yml 结尾；别的文件不放在 cases/ 里"
        return Diagnostic(at, Severity.WARNING, "AK091", f"“{name}”不是条目文件，没有看它", hint)
    return None


def _read(path: Path, shown: str) -> tuple[bytes | None, list[Diagnostic]]:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1), []
    except OSError as error:
        message = f"读不了这个文件：{error.strerror}"
        at = Location(shown)
        return None, [Diagnostic(at, Severity.ERROR, "AK090", message, "检查文件权限，或重新保存")]


def write_files(folder: Path, files: Iterable[OutputFile]) -> None:
    """Write output files below a folder; a file that is already right is left alone."""
    for file in files:
        target = folder / file.path
        if target.is_file() and target.read_bytes() == file.content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


def files_below(folder: Path) -> list[OutputFile]:
    """Return every file below a folder of ours, in the order of paths."""
    return sorted(
        OutputFile(path.relative_to(folder).as_posix(), path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    )


def write_whole(target: Path, content: bytes) -> None:
    """Write one file whole or not at all; what stood there stays until it is complete.

    Raises:
        OSError: the place cannot be written to.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as stream:
        fresh = Path(stream.name)
        try:
            stream.write(content)
            stream.close()
            fresh.chmod(0o644)
            fresh.replace(target)
        except OSError:
            stream.close()
            fresh.unlink(missing_ok=True)
            raise
