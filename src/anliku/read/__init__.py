"""Read one YAML file: data with places, or every mistake in it with its cure; never an exception."""

from __future__ import annotations

import yaml

from anliku.diagnostic import Diagnostic
from anliku.read.characters import check_characters, unwanted
from anliku.read.codes import CODES
from anliku.read.compose import Composer
from anliku.read.conflicts import check_conflicts
from anliku.read.document import Document, Path, Place, Value
from anliku.read.encoding import decode
from anliku.read.explain import explain
from anliku.read.garbled import check_garbled
from anliku.read.limits import MAX_BYTES, MAX_LINES, SPLIT, too_many_bytes
from anliku.read.outline import Outline, check_plains
from anliku.read.report import Enough, Report

__all__ = ["CODES", "Document", "Path", "Place", "Value", "read_document"]


def read_document(path: str, raw: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document, or None and everything that is wrong with the file."""
    report = Report(path)
    if len(raw) > MAX_BYTES:
        report.add("AK002", 0, 0, too_many_bytes(len(raw)), SPLIT)
        return None, report.diagnostics()
    text = decode(raw, report)
    document = _read_text(path, text, report) if text is not None else None
    found = report.diagnostics()
    return (None if found else document), found


def _read_text(path: str, text: str, report: Report) -> Document | None:
    written = text.split("\n")
    try:
        if len(written) > MAX_LINES:
            report.add("AK002", MAX_LINES, 0, f"文件超过 {MAX_LINES} 行", SPLIT)
            return None
        garbled = check_garbled(written, report)
        check_characters(written, garbled, report)
        lines = [line.rstrip("\r") for line in written]
        check_conflicts(lines, report)
        if not any(line.strip() and line.lstrip()[0] != "#" for line in lines):
            if not report.diagnostics():
                report.add("AK001", 0, 0, "文件里没有内容", "写上“键: 值”，例如 title: 标题")
            return None
        outline = Outline(lines, report)
        try:
            outline.read()
        finally:
            check_plains(outline, report)
    except Enough:
        return None
    return _compose(path, text, report, len(written))


def _compose(path: str, text: str, report: Report, line_count: int) -> Document | None:
    """Let PyYAML read what looks sound; of a faulty file only what it finds above the faults."""
    first = report.first_line()
    trial = Report(path)
    composer = Composer(trial)
    try:
        composer.compose(text)
    except Enough:
        pass
    except yaml.YAMLError as error:
        if first is not None and explain(error, trial, line_count) >= first:
            trial = Report(path)
        elif first is None:
            explain(error, trial, line_count)
    for diagnostic in trial.diagnostics():
        if first is None or diagnostic.location.line - 1 < first:
            report.keep(diagnostic)
    if report.first_line() is not None:
        return None
    value = composer.root
    if not isinstance(value, dict):
        report.add("AK011", 0, 0, "文件的最外层不是“键: 值”", "每一行写成“键: 值”")
        return None
    return _checked(Document(path, value, composer.places), report)


def _checked(document: Document, report: Report) -> Document | None:
    """Refuse characters that an escape in double quotes brought in behind the first check."""
    for path, place in document.places.items():
        value: Value = document.value
        for step in path:
            value = value[step]  # type: ignore[index,call-overload]  # the path is the document's
        if isinstance(value, str) and not place.is_plain:
            for column in unwanted(value.replace("\n", " ").replace("\t", " ")):
                report.add(
                    "AK008", place.line, place.column,
                    f"双引号里的转义写出了看不见的字符 U+{ord(value[column]):04X}", "删去这个转义",
                )  # fmt: skip
                return None
    return document
