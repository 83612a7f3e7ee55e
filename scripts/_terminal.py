"""What every script here stands on: a Python new enough, Chinese on any terminal, other programs.

Only the standard library, and nothing above `_require_python()` that Python 3.6 could not run:
whoever has an old one is told so in a sentence, not in a traceback.
"""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable

OLDEST = (3, 11)
NEWER = ["python3.14", "python3.13", "python3.12", "python3.11"]
LEAKS = ["PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"]
LEAKS += ["PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON"]


def environment(**more: str) -> "dict[str, str]":
    """Return the environment of what we start: UTF-8, .venv and nothing around it, no questions."""
    kept = {key: value for key, value in os.environ.items() if key not in LEAKS}
    ours = {"PYTHONUTF8": "1", "PIP_USER": "0", "PIP_NO_INPUT": "1"}
    ours["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return {**kept, **ours, **more}


def answers(command: "list[str]") -> bool:
    """Tell whether a command is there and succeeds; it is neither heard nor asked anything."""
    none = subprocess.DEVNULL
    try:
        code = subprocess.call(
            command, env=environment(), stdin=none, stdout=none, stderr=none, close_fds=False
        )
    except OSError:
        return False
    return code == 0


def _require_python() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info >= OLDEST:
        return
    line = "需要 Python 3.11 或更新的版本，现在用的是 {}.{}。".format(*sys.version_info[:2])
    newer = [name for name in NEWER if shutil.which(name) and answers([name, "--version"])]
    if newer:
        line += f"这台电脑上有 {newer[0]}，请改用：{newer[0]} {sys.argv[0]}\n"
    else:
        line += "请到 https://www.python.org/downloads/ 下载安装，再运行一次。\n"
    sys.stdout.buffer.write(line.encode("utf-8"))  # 3.6 under LANG=C cannot print Chinese
    sys.stdout.flush()
    sys.exit(1)


_require_python()

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Stop(Exception):  # noqa: N818 - not a fault of the program: a sentence for the person
    """End here, saying why and what to do."""


def say(line: str) -> None:
    """Print a line at once, before whatever we start prints its own."""
    print(line, flush=True)


def in_ci() -> bool:
    """Tell whether nobody is watching, so that nothing may be left out."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def start(main: Callable[[list[str]], int]) -> None:
    """Run a script so that it ends in words and an exit code, never in a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        code = main(sys.argv[1:])
    except Stop as stop:
        say(f"✗ {stop}")
        code = 1
    except OSError as error:
        say(f"✗ 系统不让这样做：{error}")
        code = 1
    except KeyboardInterrupt:
        say("\n已中断。")
        code = 130
    sys.exit(code)


def run(command: list[str], **more: str) -> int:
    """Run a command on this terminal and return its exit code; it does not outlive us."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment(**more))
    try:
        code = process.wait()
    except KeyboardInterrupt:  # the same key press told the command, too
        code = 130
        with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
            process.wait(10)
    finally:
        if process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
    return code if code >= 0 else 128 - code


def quietly(command: list[str], failure: str) -> None:
    """Run a command in silence; if it fails, show the end of what it said and stop."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            close_fds=False,
            check=False,
        )
    except OSError as error:
        raise Stop(f"{failure}（{error}）") from error
    if done.returncode:
        for line in done.stdout.decode("utf-8", "replace").splitlines()[-15:]:
            say(f"  │ {line}")
        raise Stop(failure)


def apt_install(*packages: str) -> bool:
    """Install Debian packages, where this machine lets us do so without a question."""
    if not shutil.which("apt-get"):
        return False
    root = os.geteuid() == 0
    if not root and not answers(["sudo", "-n", "true"]):
        return False
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    apt = apt if root else ["sudo", "-n", *apt]
    say(f"正在用 apt-get 安装：{' '.join(packages)} ……")
    try:
        quietly([*apt, "update"], "apt-get update 没有成功。")
        quietly([*apt, "install", "--no-install-recommends", *packages], "apt-get 没有装成。")
    except Stop as stop:
        say(str(stop))
        return False
    return True
