"""Cases as blocks of text: title, input and expected findings, divided by lines with one dot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
NAMED = {
    "{TAB}": "\t",
    "{NBSP}": "\u00a0",
    "{ZWSP}": "\u200b",
    "{RLO}": "\u202e",
    "{SHY}": "\u00ad",
    "{BOM}": "\ufeff",
    "{BEL}": "\x07",
    "{FFFD}": "\ufffd",
    "{CR}": "\r",
    "{NOEOL}\n": "",
}
DOTS = 3


@dataclass(frozen=True)
class Block:
    """One case; `line` is where its title stands in the fixture."""

    title: str
    text: str
    expected: str
    line: int

    def __str__(self) -> str:
        return f"{self.line}-{self.title}"


def read_blocks(text: str) -> list[Block]:
    """Read all blocks; anything that is not a whole block is an error, never skipped."""
    lines = text.split("\n")
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        dots = [number for number in range(at + 1, len(lines)) if lines[number] == "."][:DOTS]
        if len(dots) < DOTS or dots[0] != at + 1:
            message = f"line {at + 1}: malformed block {lines[at]!r}"
            raise ValueError(message)
        first, second = (
            "".join(f"{line}\n" for line in lines[a + 1 : b])
            for a, b in ((dots[0], dots[1]), (dots[1], dots[2]))
        )
        blocks.append(Block(lines[at], _named(first), _named(second), at + 1))
        at = dots[2] + 1
    return blocks


def load_blocks(name: str) -> list[Block]:
    """Read the blocks of one fixture."""
    return read_blocks((FIXTURES / name).read_text(encoding="utf-8"))


def _named(text: str) -> str:
    for name, char in NAMED.items():
        text = text.replace(name, char)
    return text
