"""Other search engines to measure beside ours: fetched at fixed versions, never dependencies.

They lie in .bench/, which Git ignores. Each builder writes a folder with a probe page
(_probing.py) and returns what its index weighs; `Stop` says why it cannot be measured here.
"""

import html
import pathlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from _environment import PYTHON
from _probing import Probe
from _terminal import ROOT, Stop, quietly

CACHE = ROOT / ".bench"
PAGES = ROOT / "scripts" / "_peers"
VERSIONS = {"pagefind": "1.6.0", "minisearch": "7.2.0", "jieba": "0.42.1"}

Document = Mapping[str, Any]
Build = Callable[[Sequence[Document], pathlib.Path, Probe], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine, how its row is headed, and up to how many cases it is worth the wait."""

    name: str
    setting: str
    build: Build
    most: int
    why: str = ""
    """What a larger corpus is not measured for."""


def npm_package(name: str) -> pathlib.Path:
    """Return the folder of a package, fetching it once."""
    folder = CACHE / f"{name}-{VERSIONS[name]}"
    package = folder / "node_modules" / name
    if not package.is_dir():
        npm = shutil.which("npm")
        if not npm:
            raise Stop("没有 npm")
        folder.mkdir(parents=True, exist_ok=True)
        install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save"]
        quietly(
            [*install, "--prefix", str(folder), f"{name}@{VERSIONS[name]}"],
            f"{name} 没有取到",
        )
    return package


def python_package(name: str) -> pathlib.Path:
    """Return a folder to put on PYTHONPATH, fetching the package once."""
    folder = CACHE / f"{name}-{VERSIONS[name]}"
    if not (folder / name).is_dir():
        install = [PYTHON, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder)]
        quietly([*install, f"{name}=={VERSIONS[name]}"], f"{name} 没有取到")
    return folder


def copy_page(name: str, folder: pathlib.Path, **blanks: str) -> None:
    """Put a peer's probe page into its folder, with `{{name}}` filled in."""
    text = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    for key, value in blanks.items():
        text = text.replace(f"{{{{{key}}}}}", value)
    (folder / "index.html").write_text(text, encoding="utf-8")


def lines_of(document: Document) -> list[str]:
    """Return what a page shows between its title and its first section, escaped."""
    names = dict.fromkeys(filter(None, [document.get("org"), document.get("org_full")]))
    lines = [document.get("summary") or "", " ".join(names), document.get("place") or ""]
    return [html.escape(line) for line in lines]
