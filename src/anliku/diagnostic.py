"""What is wrong, where, and how to mend it: one plain, comparable value for every stage."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """An error stops the build; a warning does not."""

    ERROR = 1
    WARNING = 2

    @property
    def label(self) -> str:
        """The Chinese word that editors see."""
        return {Severity.ERROR: "错误", Severity.WARNING: "提醒"}[self]


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file; lines and columns count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """One finding. `message` says what is wrong, `hint` what to do about it."""

    location: Location
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """The stable shape of `anliku check --format json`."""
        return {
            "file": self.location.file,
            "line": self.location.line,
            "column": self.location.column,
            "severity": self.severity.name.lower(),
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
        }


def in_order(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of all groups, sorted by place, each once."""
    return tuple(sorted({diagnostic for group in groups for diagnostic in group}))


def any_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether a build must stop."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Two lines each: place, severity, code, message; then the cure."""
    lines = []
    for d in diagnostics:
        lines.append(f"{d.location} {d.severity.label} {d.code} {d.message}")
        if d.hint:
            lines.append(f"  → {d.hint}")
    return "\n".join(lines)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object with the list of diagnostics."""
    return json.dumps(
        {"diagnostics": [d.as_dict() for d in diagnostics]}, ensure_ascii=False, indent=2
    )


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub shows beside the line."""
    return "\n".join(
        f"::{d.severity.name.lower()} file={_property(d.location.file)},"
        f"line={d.location.line},col={d.location.column},title={d.code}::"
        + _data(f"{d.message} → {d.hint}" if d.hint else d.message)
        for d in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
