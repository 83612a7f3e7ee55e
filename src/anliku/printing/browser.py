"""A document as PDF, through a Chromium if this machine has one.

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

from anliku.printing.pdf_file import PdfFile

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
_VERSION = re.compile(rb"Skia/PDF m(\d+)")


class NotPrinted(Exception):  # noqa: N818 - reads as what it is
    """No PDF came out; says why, for people."""


def find_browser() -> str | None:
    """Return the Chromium that ANLIKU_CHROMIUM names, else the first one on the PATH."""
    given = os.environ.get("ANLIKU_CHROMIUM")
    return given or next(filter(None, map(shutil.which, COMMANDS)), None)


def print_pdf(browser: str, html: Callable[[Mapping[str, int]], str], day: date) -> bytes:
    """Print a document. `html` makes it, given the pages of anchors; `day` is put in as its date.

    The same document, Chromium and fonts give the same bytes.

    Raises:
        NotPrinted: the browser does not start, is too old, or prints nothing.
    """
    first = _pass(browser, html({}))
    version = _VERSION.search(first)
    if version is None or int(version[1]) < OLDEST:
        raise NotPrinted(f"Chromium 太旧，要 {OLDEST} 或更新的")
    try:
        pages = PdfFile.read(first).places()
        return PdfFile.read(_pass(browser, html(pages))).dated(day).searchable().write()
    except ValueError as error:
        raise NotPrinted("认不出 Chromium 写的 PDF") from error


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
