"""Make .venv hold exactly what a lock file says, whatever Python and pip this machine has."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import sys
import sysconfig
import time
from collections.abc import Iterator
from typing import BinaryIO

from _terminal import OLDEST, ROOT, Stop, answers, apt_install, quietly, say

VENV = ROOT / ".venv"
STAMP = VENV / "anliku-setup.json"
BASE = getattr(sys, "_base_executable", None) or sys.executable  # never .venv's own
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"  # all of RUNTIME, and more


def program(name: str) -> str:
    """Return the path of a command installed in .venv."""
    windows = os.name == "nt"
    return str(VENV / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name))


PYTHON = program("python")


def ensure(lock: str) -> None:
    """Set up .venv for a lock file; with nothing to do, touch neither disk nor network."""
    if _is_ready(lock):
        return
    with _one_at_a_time():
        if not _is_ready(lock):
            _set_up(lock)


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _wanted(lock: str) -> dict[str, str]:
    """Describe the .venv that is wanted; where it differs, everything is installed again."""
    return {
        # an installed .venv knows its own place and Python: a moved or copied one is of no use
        "root": str(ROOT),
        "python": f"{sys.version_info[0]}.{sys.version_info[1]} {sysconfig.get_platform()}",
        RUNTIME: _digest(RUNTIME),
        **({DEVELOPMENT: _digest(DEVELOPMENT)} if lock == DEVELOPMENT else {}),
    }


def _project() -> dict[str, str]:
    return {"pyproject.toml": _digest("pyproject.toml")}  # holds the entry points


def _stamp() -> dict[str, str] | None:
    """Return what was set up: {} if that was never finished, None if somebody else made .venv."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(stamp: dict[str, str]) -> None:
    VENV.mkdir(exist_ok=True)
    part = STAMP.with_suffix(".part")
    part.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    part.replace(STAMP)


def _holds(wanted: dict[str, str]) -> bool:
    return pathlib.Path(PYTHON).exists() and wanted.items() <= (_stamp() or {}).items()


def _is_ready(lock: str) -> bool:
    return _holds({**_wanted(lock), **_project()})


def _set_up(lock: str) -> None:
    say("正在准备运行环境（第一次和更新之后才需要，一般不到一分钟）……")
    began = time.monotonic()
    wanted = _wanted(lock)
    sound = _is_sound()
    if not sound or not _holds(wanted):
        if sound:
            _write_stamp({})
        else:
            _create()
        _install("--require-hashes", "--only-binary", ":all:", "-r", lock)
    _install("--no-deps", "--no-build-isolation", "-e", ".")
    _link_relatively()
    _write_stamp({**(_stamp() or {}), **wanted, **_project()})  # last: now it is finished
    say(f"运行环境准备好了，用时 {time.monotonic() - began:.0f} 秒。")


def _link_relatively() -> None:
    """Let .venv find src/ by a relative path.

    Python before 3.13 reads the file that pip wrote in the encoding of the system, so a Chinese
    folder name would be garbled on Windows and fatal under LC_ALL=C.
    """
    for link in VENV.glob("[lL]ib/**/site-packages/anliku.pth"):
        link.write_text(os.path.relpath(ROOT / "src", link.parent), encoding="ascii")


def _is_sound() -> bool:
    """Tell whether the .venv that is there can be added to: made by hand, or ours and unchanged."""
    stamp = _stamp()
    if stamp is not None:
        now = _wanted(DEVELOPMENT)
        if not stamp or any(stamp.get(name, now[name]) != now[name] for name in now):
            return False
    return answers([PYTHON, "-c", f"import sys; assert sys.version_info >= {OLDEST}"])


def _create() -> None:
    """Make an empty .venv in the first way that this machine knows."""
    ways = [
        [BASE, "-m", "venv", str(VENV)],
        [BASE, "-m", "venv", "--without-pip", str(VENV)],  # a pip outside can fill it
        [BASE, "-m", "virtualenv", str(VENV)],
        ["uv", "venv", "--allow-existing", "--python", BASE, str(VENV)],
    ]
    if any(_is_made(way) for way in ways):
        return
    cure = "安装完整的 Python（https://www.python.org/downloads/）"
    if shutil.which("apt-get") and BASE.startswith("/usr/bin/"):
        if apt_install("python3-venv") and _is_made(ways[0]):
            return
        cure = "运行 sudo apt install python3-venv"
    failure = f"这个 Python 建不了虚拟环境。请先{cure}，再来一次。"
    quietly(ways[0], failure)  # shows why
    raise Stop(failure)


def _is_made(way: list[str]) -> bool:
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise Stop(f"旧的 .venv 删不掉，请关掉正在用它的窗口，再来一次。（{error}）") from error
    _write_stamp({})
    return answers(way) and _installer() is not None


def _installer() -> list[str] | None:
    """Return the command that installs into .venv."""
    for pip in ([PYTHON, "-m", "pip"], [BASE, "-m", "pip", "--python", PYTHON]):
        if answers([*pip, "--version"]):
            return [*pip, "install", "-q"]
    if shutil.which("uv") and pathlib.Path(PYTHON).exists():
        return ["uv", "pip", "install", "-q", "--python", PYTHON]
    return None


def _install(*arguments: str) -> None:
    installer = _installer()
    if installer is None:
        raise Stop("现有的 .venv 里没有 pip。请删掉 .venv 文件夹，再来一次。")
    quietly(
        [*installer, *arguments],
        "没有装成。请看网络通不通；要走代理的，先设 HTTPS_PROXY；"
        "下载太慢的，用 PIP_INDEX_URL 换一个国内镜像，再来一次。",
    )


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let one run at a time set up.

    The system frees the lock of a run that dies, but only when the pip that it left behind has
    ended, too: what we start inherits the open file.
    """
    with VENV.with_suffix(".lock").open("ab") as handle:
        os.set_inheritable(handle.fileno(), True)
        if not _is_locked(handle):
            say("另一个窗口正在准备运行环境，等它做完……")
            while not _is_locked(handle):
                time.sleep(0.5)
        yield


def _is_locked(handle: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only on Windows

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system that knows no locks
        return True
    return True
