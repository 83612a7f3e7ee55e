"""Printing where the browser is missing, broken, old, or writes something else."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from anliku.printing import NotPrinted, PdfFile, print_pdf

DAY = date(2026, 11, 30)
OLD = b"%PDF-1.4\n1 0 obj\n<</Producer (Skia/PDF m109)>>\nendobj\n"
ODD = b"%PDF-1.4\n1 0 obj\n<</Producer (Skia/PDF m156)>>\nendobj\nstartxref\n9\n%%EOF\n"


def fake(folder, body: str) -> str:
    """Return the path of a program that stands for a browser; `to` is where it should print."""
    program = folder / "browser"
    code = f"#!{sys.executable}\nimport sys\nto = [a for a in sys.argv if 'print-to' in a]"
    program.write_text(f"{code}[0].partition('=')[2]\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.skipif(sys.platform == "win32", reason="替身是脚本，Windows 起不来")
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("sys.exit(1)", "没有打印成"),
        ("pass", "没有打印成"),
        (f"open(to, 'wb').write({OLD!r})", "太旧"),
        (f"open(to, 'wb').write({ODD!r})", "认不出"),
    ],
)
def test_a_browser_that_fails_is_named(tmp_path, body: str, why: str) -> None:
    """Whatever goes wrong is one exception, with words for people."""
    with pytest.raises(NotPrinted, match=why):
        print_pdf(fake(tmp_path, body), lambda _: "<p>一", DAY)


def test_a_browser_that_is_not_there(tmp_path) -> None:
    """A path that leads nowhere is no crash."""
    with pytest.raises(NotPrinted, match="没有打印成"):
        print_pdf(str(tmp_path / "meiyou"), lambda _: "<p>一", DAY)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"startxref\n0\n%%EOF", ODD])
def test_other_files_are_no_pdf(content: bytes) -> None:
    """What is not written as Chromium writes is refused, never misread."""
    with pytest.raises(ValueError, match=r"no table|odd table"):
        PdfFile.read(content)
