"""Where the reader of a flow collection stands, and the brackets that are open there."""

from __future__ import annotations

from collections.abc import Callable

from anliku.read import brackets
from anliku.read.brackets import WIDE_CLOSERS
from anliku.read.entries import check_number, close_entry
from anliku.read.frames import Frame, Piece, Sort
from anliku.read.items import check_items
from anliku.read.limits import MAX_VALUES, too_many_values
from anliku.read.plain import Plain, Where
from anliku.read.report import Enough, Report
from anliku.read.slip import Slip

NEAR = 400
"""How far a line is searched for a mark that may be missing, so that no line takes long."""


class LostError(Exception):
    """The line cannot be read on; it is reported."""


class Cursor:
    """A place in the lines; every plain value of the collection goes to `keep`."""

    def __init__(
        self, lines: list[str], report: Report, keep: Callable[[Plain], None], depth: int
    ) -> None:
        self.lines, self.report, self.keep, self.depth = lines, report, keep, depth
        self.line = self.column = 0
        self.frames: list[Frame] = []
        self.values = 0

    @property
    def text(self) -> str:
        """The line as it is now."""
        return self.lines[self.line]

    def say(self, slip: Slip, line: int, column: int) -> None:
        """Report a slip."""
        self.report.add_slip(slip, line, column)

    def say_here(self, slip: Slip) -> None:
        """Report a slip at the cursor."""
        self.report.add_slip(slip, self.line, self.column)

    def count(self) -> None:
        """Count a value; stop at more than a file may hold."""
        self.values += 1
        if self.values > MAX_VALUES:
            self.say_here(too_many_values())
            raise Enough

    def finish(self, frame: Frame) -> None:
        """End the entry of a frame: keep its value or say what it lacks."""
        self.count()
        plain = close_entry(frame, self.report)
        if plain is None:
            return
        self.keep(plain)
        if plain.where is Where.FLOW_ITEM:
            frame.items.append(plain)
            check_number(frame.items, self.report)

    def leave(self) -> None:
        """Close the innermost bracket; what it held is a piece of the entry around it."""
        frame = self.frames.pop()
        if not frame.is_empty:
            self.finish(frame)
        for slip, line, column in frame.doubts:
            self.say(slip, line, column)
        for number, slip in check_items([item.text for item in frame.items]):
            self.say(*frame.items[number].placed(slip))
        if self.frames:
            piece = Piece(Sort.FLOW, frame.line, frame.column, [frame.opener], self.line)
            self.frames[-1].piece = piece

    def blame_wide_closer(self) -> bool:
        """Blame a full-width closing bracket if there is one in the last text."""
        frame = self.frames[-1]
        piece = frame.piece
        if piece is None or piece.sort is not Sort.PLAIN or piece.last[-1:] not in WIDE_CLOSERS:
            return False
        column = piece.column if piece.end_line == piece.line else 0
        at = self.lines[piece.end_line].find(piece.last, column) + len(piece.last) - 1
        self.say(brackets.wide_closer(frame.opener, piece.last[-1]), piece.end_line, at)
        return True
