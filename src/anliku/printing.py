"""A document as PDF, through a Chromium if this machine has one. Knows nothing of entries.

Two passes: the first tells on which page each part stands, the second prints the contents with it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess  # starting a browser is what this module is for
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
OLDEST = 131
"""First Chromium that prints page numbers as a style sheet asks (@page margin boxes)."""
PATIENCE = 180
"""Seconds for one pass."""
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_DATE = re.compile(rb"\(D:\d{14}(?=[+Z-])")
_VERSION = re.compile(rb"Skia/PDF m(\d+)")
_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_TARGET = re.compile(rb"/([^\s/\[<>]+) \[(\d+) 0 R")


class NotPrinted(Exception):  # noqa: N818 - reads as what it is
    """No PDF came out; says why, for people."""


def find_browser() -> str | None:
    """Return the Chromium that ANLIKU_CHROMIUM names, else the first one on the PATH."""
    given = os.environ.get("ANLIKU_CHROMIUM")
    return given or next(filter(None, map(shutil.which, COMMANDS)), None)


def print_pdf(browser: str, html: Callable[[Mapping[str, int]], str], day: date) -> bytes:
    """Print a document. `html` makes it, given the pages of anchors; `day` is put in as its date.

    The same document and the same Chromium give the same bytes.

    Raises:
        NotPrinted: the browser does not start, is too old, or prints nothing.
    """
    first = _pass(browser, html({}))
    version = _VERSION.search(first)
    if version is None or int(version[1]) < OLDEST:
        raise NotPrinted(f"Chromium 太旧，要 {OLDEST} 或更新的")
    second = _pass(browser, html(pages_of(first)))
    stamp = b"(D:" + day.strftime("%Y%m%d").encode() + b"000000"
    return _DATE.sub(stamp, second)  # as long as before: what the file counts stays right


def pages_of(pdf: bytes) -> dict[str, int]:
    """Return the number of the page on which each anchor of a PDF of Chromium stands, from 1."""
    objects = {int(m[1]): m[2] for m in _OBJECT.finditer(pdf)}
    catalog = next((o for o in objects.values() if b"/Type /Catalog" in o), b"")
    root = re.search(rb"/Pages (\d+) 0 R", catalog)
    targets = re.search(rb"/Dests (\d+) 0 R", catalog)
    if root is None or targets is None:
        return {}
    numbers = {leaf: n for n, leaf in enumerate(_leaves(int(root[1]), objects), 1)}
    found = _TARGET.findall(objects[int(targets[1])])
    return {name.decode(): numbers[int(at)] for name, at in found if int(at) in numbers}


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF of Chromium."""
    return len(re.findall(rb"/Type /Page\n", pdf))


def _leaves(number: int, objects: dict[int, bytes]) -> list[int]:
    kids = re.search(rb"/Kids \[([^\]]*)\]", objects.get(number, b""))
    if kids is None:
        return [number]
    return [leaf for m in _REFERENCE.finditer(kids[1]) for leaf in _leaves(int(m[1]), objects)]


def _pass(browser: str, html: str) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page, pdf = folder / "booklet.html", folder / "booklet.pdf"
        page.write_text(html, encoding="utf-8")
        command = [
            browser,
            *OPTIONS,
            *(["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []),
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={pdf}",
            page.as_uri(),
        ]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)  # noqa: S603 - a fixed list
            return pdf.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise NotPrinted(f"Chromium 没有打印成（{type(error).__name__}）") from error
