"""The reader's own copy of the lines, mended as it goes, with what is open at the moment."""

from __future__ import annotations

from anliku.read.levels import Kind, Level, Levels, Open
from anliku.read.limits import MAX_DEPTH, MAX_VALUES, too_deep, too_many_values
from anliku.read.plain import Plain, Where
from anliku.read.report import Enough, Report
from anliku.read.slip import Slip, snippet

_SHORT_LINE = 10
_STOPS = "，。；：！？、,.;:!?…—”）》"


class Sheet:
    """Lines, levels and findings of one file while it is read."""

    def __init__(self, lines: list[str], report: Report) -> None:
        self.lines, self.report = lines, report
        self.levels = Levels()
        self.plains: list[Plain] = []
        self.names: set[str] = set()
        self.text: Plain | None = None
        self.skipped_below: int | None = None
        self._guessed = (-1, -1)
        self.misfit = (-1, -1)
        self.previous = self.block_end = -1
        self.lost = self.values = 0
        self.has_begun = False
        self._folded: list[str] = []
        self._length = 0
        self._may_be_list = False

    def rest(self, number: int, column: int) -> str:
        """Return a line from a column on."""
        return self.lines[number][column:]

    def mend(self, number: int, at: int, text: str, written_at: int | None = None) -> None:
        """Replace a line from a column on; columns behind stay those of the editor's file."""
        mended = self.lines[number][:at] + text
        by = len(mended) - len(self.lines[number])
        self.report.shift(number, at if written_at is None else written_at, by)
        self.lines[number] = mended

    def apply(self, slip: Slip, number: int, column: int) -> str:
        """Report a slip, put it right and return the mended rest of the line."""
        self.report.add_slip(slip, number, column)
        if slip.mended is not None:
            self.mend(number, column, slip.mended, column + slip.at)
        return self.rest(number, column)

    def add_once(self, slip: Slip, number: int, column: int) -> None:
        """Report what may only echo a slip on the same line."""
        if not self.report.has_line(number):
            self.report.add_slip(slip, number, column)

    def push(self, level: Level) -> None:
        """Open a level, unless it is too deep to go on safely."""
        if len(self.levels.stack) >= MAX_DEPTH:
            self.report.add_slip(too_deep(), level.line, level.column)
            raise Enough
        level.is_guess = level.line == self._guessed[0] and level.column >= self._guessed[1]
        self.levels.stack.append(level)
        self.levels.open = Open.NOTHING

    def count(self, values: int, number: int, column: int) -> None:
        """Stop at more values than a file may hold."""
        self.values += values
        if self.values > MAX_VALUES:
            self.report.add_slip(too_many_values(), number, column)
            raise Enough

    def guess(self, number: int, column: int) -> None:
        """Remember that columns of this line behind this one are not sure."""
        self._guessed = (number, column)

    def close_to(self, column: int) -> Level | None:
        """Leave the levels to the right of a column; return the last one left."""
        levels, closed = self.levels, None
        levels.left_list = None
        while levels.stack and levels.stack[-1].column > column:
            closed = levels.stack.pop()
            self.check_empty(closed)
            if closed.kind is Kind.LIST:
                levels.left_list = closed
            levels.open = Open.NOTHING
        return closed

    def check_empty(self, closed: Level) -> None:
        """Report a dash with nothing behind it, or an item that is only a key."""
        if self.levels.open is not Open.VALUE:
            return
        if closed.kind is Kind.LIST:
            slip = Slip("AK034", 0, "短横后面没有内容，是空的列表项", "写上内容，或删去这一行")
        elif closed.is_item and len(closed.keys) == 1:
            slip = Slip(
                "AK034",
                0,
                f"列表项只有键“{snippet(closed.key)}”，没有值",
                "在冒号后面写上值；若不是键，删去冒号",
            )
        else:
            return
        self.add_once(slip, *closed.last)

    def give_up(self, number: int, column: int) -> int:
        """Leave out what belongs to a line that could not be read."""
        self.levels.open = Open.NOTHING
        self.skipped_below = column
        return number + 1

    def begin_text(
        self, text: str, number: int, column: int, where: Where, *, own_line: bool
    ) -> None:
        """Start a value without quotes that further lines may continue."""
        self.end_text()
        top = self.levels.top
        key = top.key if top and where is Where.MAP else ""
        self.text = Plain(text, number, column, where, key, top.serial if top else 0)
        self._folded, self._length = [text], len(text) + 1
        self._may_be_list = own_line and where is Where.MAP
        self.levels.open = Open.TEXT

    def continue_text(self, text: str, number: int, column: int) -> None:
        """Add a line to the open value."""
        if self.text is not None:
            self.text.breaks.append((self._length, number, column))
            self.text.is_folded = True
            self._folded.append(text)
            self._length += len(text) + 1

    def end_text(self) -> None:
        """Keep the open value, and judge whether it is a list without dashes."""
        plain, lines = self.text, self._folded
        self.text, self._folded = None, []
        if plain is None:
            return
        plain.text = " ".join(lines)
        self.plains.append(plain)
        is_short = all(0 < len(t) <= _SHORT_LINE and t[-1] not in _STOPS for t in lines)
        if self._may_be_list and len(lines) > 1 and is_short:
            slip = Slip(
                "AK036",
                0,
                f"下面 {len(lines)} 行会连成一段“{snippet(plain.text)}”，像是缺短横的列表",
                f"若是列表，每行前面加半角短横和空格，写成“- {lines[0]}”；若是一段文字，写在同一行",
            )
            self.add_once(slip, plain.line, plain.column)
