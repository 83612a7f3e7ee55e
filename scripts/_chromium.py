"""Find a Chromium for the browser tests, or get one where this machine lets us."""

import os
import pathlib
import shutil
import subprocess

from _environment import PYTHON
from _terminal import Stop, answers, apt_install, environment, quietly, say

COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
COMMANDS += ["microsoft-edge", "msedge"]
MAC = ["Chromium", "Google Chrome", "Microsoft Edge"]
WINDOWS = [r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe"]
WINDOWS += [r"Microsoft\Edge\Application\msedge.exe"]
CURE = "请安装 Chromium 或 Chrome，或用 ANLIKU_CHROMIUM 指明它的路径。"


def find() -> str | None:
    """Return the path of a Chromium that starts."""
    for name in ("ANLIKU_CHROMIUM", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH"):
        given = os.environ.get(name)
        if given and not pathlib.Path(given).is_file():
            raise Stop(f"{name} 指的文件不存在：{given}")
        if given:
            return given
    return next((path for path in _candidates() if _starts(path)), None)


def get() -> str | None:
    """Return the path of a Chromium, installing one if there is none."""
    found = find()
    if not found and apt_install("chromium", "fonts-noto-cjk"):
        found = find()
    if not found:
        say("正在下载 Playwright 的 Chromium ……")
        try:
            quietly([PYTHON, "-m", "playwright", "install", "chromium"], "没有下载成。")
        except Stop as stop:
            say(str(stop))
        found = find()
    return found


def _candidates() -> list[str]:
    found: list[str | None] = [shutil.which(name) for name in COMMANDS]
    for folder in ("/Applications", f"{pathlib.Path('~').expanduser()}/Applications"):
        found += [f"{folder}/{name}.app/Contents/MacOS/{name}" for name in MAC]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        programs = os.environ.get(variable)
        if programs:
            found += [str(pathlib.PureWindowsPath(programs, path)) for path in WINDOWS]
    return [path for path in [*found, _playwright()] if path and pathlib.Path(path).is_file()]


def _playwright() -> str | None:
    """Return where Playwright keeps its own."""
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    try:
        done = subprocess.run(
            [PYTHON, "-c", code], capture_output=True, env=environment(), check=False
        )
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace").strip() or None


def _starts(path: str) -> bool:
    """Tell a browser from the placeholder that some systems install under its name."""
    return os.name == "nt" or answers([path, "--version"])  # on Windows that opens a window
