"""Collect findings by line and column of the text as the editor sees it."""

from __future__ import annotations

from anliku.diagnostic import Diagnostic, Location, Severity, in_order
from anliku.read.invisible import shown
from anliku.read.slip import Slip

MAX_FINDINGS = 100


class Enough(Exception):  # noqa: N818 - a signal to stop reading, not an error
    """Reading on would only add noise or danger."""


class Report:
    """Findings of one file. Lines and columns come in from 0 and leave from 1."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: dict[tuple[int, int, str], Diagnostic] = {}
        self._lines: set[int] = set()
        self._shifts: dict[int, list[tuple[int, int]]] = {}

    def add_slip(self, slip: Slip, line: int, column: int = 0) -> None:
        """Keep a slip found in a text that begins here; stop everything at too many."""
        column = self._as_written(line, column + slip.at)
        if (line, column, slip.code) in self._found:
            return
        if len(self._found) >= MAX_FINDINGS:
            line, column = max((line, column), max(self._found)[:2])
            message = f"错误超过 {MAX_FINDINGS} 处，这里以后的没有列出"
            self._keep(Slip("AK015", 0, message, "先改好上面这些，再检查一次"), line, column)
            raise Enough
        self._keep(slip, line, column)

    def add_all(self, found: tuple[Diagnostic, ...]) -> None:
        """Take over findings made elsewhere."""
        for diagnostic in found:
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

    def _keep(self, slip: Slip, line: int, column: int) -> None:
        place = Location(self.path, line + 1, column + 1)
        self._lines.add(line)
        self._found[line, column, slip.code] = Diagnostic(
            place, Severity.ERROR, slip.code, shown(slip.message), shown(slip.hint)
        )
