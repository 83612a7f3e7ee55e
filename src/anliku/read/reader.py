"""The layers of reading in order: bytes, characters, the outline of lines, the parser."""

from __future__ import annotations

from contextlib import suppress

import yaml

from anliku.diagnostic import Diagnostic
from anliku.read.characters import check_characters, escaped_unwanted
from anliku.read.compose import Composer
from anliku.read.conflicts import check_conflicts
from anliku.read.document import Document
from anliku.read.encoding import decode
from anliku.read.explain import explain, stopped_at
from anliku.read.garbled import check_garbled
from anliku.read.limits import MAX_BYTES, MAX_LINES, too_many_bytes, too_many_lines
from anliku.read.outline import read_outline
from anliku.read.report import Enough, Report
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip
from anliku.read.verdicts import check_values

_EMPTY = Slip("AK001", 0, "文件里没有内容", "写上“键: 值”，例如 title: 标题")
_NOT_A_MAP = Slip("AK011", 0, "文件的最外层不是“键: 值”", "每一行写成“键: 值”")


def read_document(path: str, raw: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document, or None and everything that is wrong with the file."""
    report = Report(path)
    document = None
    try:
        document = _read(path, raw, report)
    except Enough:
        pass
    except Exception as error:  # noqa: BLE001 - one bad file must never stop all the others
        report.add_slip(_bug(error), report.first_line() or 0)
    found = report.diagnostics()
    return (None if found else document), found


def _bug(error: Exception) -> Slip:
    hint = "先改好别的错误；仍然出现的，把这个文件发给维护者"
    return Slip("AK098", 0, f"读取程序自身出错（{type(error).__name__}）", hint)


def _read(path: str, raw: bytes, report: Report) -> Document | None:
    if len(raw) > MAX_BYTES:
        report.add_slip(too_many_bytes(len(raw)), 0)
        return None
    text = decode(raw, report)
    if text is None:
        return None
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        report.add_slip(too_many_lines(), MAX_LINES)
        return None
    check_characters(lines, check_garbled(lines, report), report)
    check_conflicts(lines, report)
    if not any(line.strip() and line.lstrip()[0] != "#" for line in lines):
        if report.first_line() is None:
            report.add_slip(_EMPTY, 0)
        return None
    _check_outline(lines, report)
    return _compose(path, text, len(lines), report)


def _check_outline(lines: list[str], report: Report) -> None:
    sheet = Sheet(lines, report)
    try:
        read_outline(sheet)
    finally:
        sheet.end_text()
        check_values(sheet)


def _compose(path: str, text: str, line_count: int, report: Report) -> Document | None:
    """Let the parser read what looks sound; of a faulty file only what it finds above."""
    first = report.first_line()
    trial = Report(path)
    composer = Composer(trial)
    try:
        with suppress(Enough):
            composer.compose(text)
    except yaml.YAMLError as error:
        if first is None or stopped_at(error) < first:
            explain(error, trial, line_count)
    found = trial.diagnostics()
    report.add_all(tuple(d for d in found if first is None or d.location.line - 1 < first))
    if report.first_line() is not None:
        return None
    if not isinstance(composer.root, dict):
        report.add_slip(_NOT_A_MAP, 0)
        return None
    for (line, column), value in composer.escaped:
        slip = escaped_unwanted(value)
        if slip:
            report.add_slip(slip, line, column)
    return Document(path, composer.root, composer.places)
