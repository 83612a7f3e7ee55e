"""The open block lists and maps, by column: what may follow at which indentation."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from anliku.read.keys import SeenKeys


class Kind(Enum):
    """What a level holds."""

    MAP = auto()
    LIST = auto()


class Open(Enum):
    """What the last line allows below it."""

    VALUE = auto()
    TEXT = auto()
    NOTHING = auto()


@dataclass(slots=True)
class Level:
    """One open list or map; `line` is where it begins, `last` its newest key or dash."""

    kind: Kind
    column: int
    line: int
    keys: SeenKeys = field(default_factory=SeenKeys)
    last: tuple[int, int] = (0, 0)
    key: str = ""
    is_item: bool = False
    is_guess: bool = False
    entries: int = 0


class Levels:
    """A stack of levels, outermost first, with growing columns (a list may share its key's)."""

    def __init__(self) -> None:
        self.stack: list[Level] = []
        self.open = Open.VALUE

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
