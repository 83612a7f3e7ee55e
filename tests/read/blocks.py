"""Cases as blocks of text: title, input and expected findings, divided by lines with one dot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_NAMED = {
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


@dataclass(frozen=True)
class Block:
    """One case; `line` is where its title stands in the fixture."""

    title: str
    text: str
    expected: tuple[str, ...]
    line: int


def read_blocks(path: Path) -> list[Block]:
    """Read all blocks; anything that is not a whole block is an error, never skipped."""
    lines = path.read_text(encoding="utf-8").split("\n")
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        start = at
        dots = [n for n in range(at + 1, len(lines)) if lines[n] == "."][:3]
        if len(dots) < 3 or dots[0] != start + 1:  # noqa: PLR2004 - title . input . expected .
            message = f"{path.name}:{start + 1}: malformed block {lines[start]!r}"
            raise ValueError(message)
        text = "".join(line + "\n" for line in lines[dots[0] + 1 : dots[1]])
        for name, char in _NAMED.items():
            text = text.replace(name, char)
        expected = tuple(line for line in lines[dots[1] + 1 : dots[2]] if line)
        blocks.append(Block(lines[start], text, expected, start + 1))
        at = dots[2] + 1
    return blocks
