"""The open block lists and maps, by column: what may follow at which indentation."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import count

from anliku.read.keys import SeenKeys

_SERIALS = count(1)


class Kind(Enum):
    """What a level holds."""

    MAP = auto()
    LIST = auto()


class Open(Enum):
    """What the last line allows below it."""

    VALUE = auto()
    TEXT = auto()
    NOTHING = auto()


@dataclass(slots=True, eq=False)
class Level:
    """One open list or map; `line` is where it begins, `last` its newest key or dash."""

    kind: Kind
    column: int
    line: int
    is_item: bool = False
    is_guess: bool = False
    entries: int = 0
    key: str = ""
    last: tuple[int, int] = (0, 0)
    keys: SeenKeys = field(default_factory=SeenKeys)
    serial: int = field(default_factory=lambda: next(_SERIALS))


class Levels:
    """A stack of levels, outermost first, with growing columns (a list may share its key's)."""

    def __init__(self) -> None:
        self.stack: list[Level] = []
        self.open = Open.VALUE
        self.left_list: Level | None = None

    @property
    def top(self) -> Level | None:
        """The innermost level."""
        return self.stack[-1] if self.stack else None

    @property
    def owner(self) -> int:
        """The column that a value's next lines must pass."""
        return self.stack[-1].column if self.stack else -1

    def snapped(self, width: int) -> int:
        """Return the column that a line indented by odd characters is meant to have."""
        columns = [level.column for level in self.stack]
        if width in columns or not columns:
            return width
        if self.open is Open.VALUE and width > columns[-1]:
            return width
        return min(columns, key=lambda column: (abs(column - width), -column))

    def list_above(self) -> Level | None:
        """Return the innermost list."""
        return next((level for level in reversed(self.stack) if level.kind is Kind.LIST), None)

    def return_to(self, level: Level) -> None:
        """Make a level, open or just left, the innermost one."""
        if level not in self.stack:
            self.stack.append(level)
        while self.stack[-1] is not level:
            self.stack.pop()
        self.open = Open.NOTHING

    def above(self, level: Level) -> Level | None:
        """Return the level that holds this one, which may have been left just now."""
        at = self.stack.index(level) if level in self.stack else len(self.stack)
        return self.stack[at - 1] if at else None

    def adopt(self, column: int, *, is_dash: bool) -> None:
        """Give a level first seen on a line with odd characters the column of the next line."""
        for at in range(len(self.stack) - 1, 0, -1):
            level, above = self.stack[at], self.stack[at - 1].column
            is_list = level.kind is Kind.LIST
            inside = column >= above if is_list else column > above
            is_child = self.open is Open.VALUE and column > level.column
            if level.is_guess and is_dash == is_list and inside and not is_child:
                level.column = column
                level.is_guess = False
                return
