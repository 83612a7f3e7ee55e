"""Collect findings by line and column of the text as the editor sees it."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.diagnostic import Diagnostic, Location, Severity, in_order
from anliku.read.limits import MAX_FINDINGS

SNIPPET = 16


class Enough(Exception):  # noqa: N818 - a signal to stop reading, not an error
    """Reading on would only add noise or danger."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake found in a piece of text; `mended` is that text put right, to read on."""

    code: str
    at: int
    message: str
    hint: str
    mended: str | None = None


class Report:
    """Findings of one file. Lines and columns come in from 0 and leave from 1."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: dict[tuple[int, int, str], Diagnostic] = {}
        self._lines: set[int] = set()
        self._shifts: dict[int, list[tuple[int, int]]] = {}

    def add(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """Keep a finding; stop everything when there are too many to be of use."""
        column = self._as_written(line, column)
        key = (line, column, code)
        if key in self._found:
            return
        if len(self._found) >= MAX_FINDINGS:
            code, hint = "AK015", "先改好上面这些，再检查一次"
            message = f"错误超过 {MAX_FINDINGS} 处，这一行以后的没有列出"
            self._found[line, column, code] = self._diagnostic(code, line, column, message, hint)
            raise Enough
        self._lines.add(line)
        self._found[key] = self._diagnostic(code, line, column, message, hint)

    def add_slip(self, slip: Slip, line: int, column: int) -> None:
        """Keep a slip found in a text that begins at this column."""
        self.add(slip.code, line, column + slip.at, slip.message, slip.hint)

    def keep(self, diagnostic: Diagnostic) -> None:
        """Take over a finding made elsewhere."""
        place = diagnostic.location
        self._lines.add(place.line - 1)
        self._found[place.line - 1, place.column - 1, diagnostic.code] = diagnostic

    def has_line(self, line: int) -> bool:
        """Tell whether the line is reported already, so that echoes can be left out."""
        return line in self._lines

    def shift(self, line: int, at: int, by: int) -> None:
        """Remember that a mended line is longer by so many characters from a column on."""
        if by:
            self._shifts.setdefault(line, []).append((at, by))

    def first_line(self) -> int | None:
        """Return the first reported line."""
        return min(self._lines, default=None)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return all findings in order of place."""
        return in_order(self._found.values())

    def _as_written(self, line: int, column: int) -> int:
        for at, by in reversed(self._shifts.get(line, ())):
            if column > at:
                column = max(at, column - by)
        return max(column, 0)

    def _diagnostic(
        self, code: str, line: int, column: int, message: str, hint: str
    ) -> Diagnostic:
        place = Location(self.path, line + 1, column + 1)
        return Diagnostic(place, Severity.ERROR, code, message, hint)


def snippet(text: str, length: int = SNIPPET) -> str:
    """Shorten a quoted piece of the file, so that messages stay one line."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length] + "…"
