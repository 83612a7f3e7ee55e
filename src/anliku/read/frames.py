"""The open brackets of a flow collection, and the entry that is being read in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from anliku.read.keys import SeenKeys
from anliku.read.plain import Plain
from anliku.read.slip import Slip


class Sort(Enum):
    """What stands in a slot."""

    PLAIN = auto()
    QUOTED = auto()
    FLOW = auto()


@dataclass(slots=True)
class Piece:
    """A text without quotes, a quoted value or a collection; `last` is its newest line."""

    sort: Sort
    line: int
    column: int
    parts: list[str] = field(default_factory=list)
    end_line: int = 0
    breaks: list[tuple[int, int, int]] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The whole text, folded."""
        return " ".join(self.parts)

    def add(self, words: str, line: int, column: int) -> None:
        """Add a further line of a text without quotes."""
        self.length = (self.length or len(self.text)) + 1
        self.breaks.append((self.length, line, column))
        self.length += len(words)
        self.parts.append(words)
        self.end_line = line

    @property
    def last(self) -> str:
        """The words on the last line."""
        return self.parts[-1] if self.parts else ""


@dataclass(slots=True)
class Frame:
    """One open bracket. `is_broken`: the entry is reported; `is_wide`: its opener is full-width."""

    opener: str
    line: int
    column: int
    keys: SeenKeys = field(default_factory=SeenKeys)
    items: list[Plain] = field(default_factory=list)
    key: str | None = None
    piece: Piece | None = None
    entries: int = 0
    is_broken: bool = False
    is_wide: bool = False
    doubts: list[tuple[Slip, int, int]] = field(default_factory=list)

    @property
    def is_map(self) -> bool:
        """Tell whether keys are wanted."""
        return self.opener == "{"

    @property
    def is_empty(self) -> bool:
        """Tell whether the entry has nothing yet."""
        return self.piece is None and self.key is None and not self.is_broken
