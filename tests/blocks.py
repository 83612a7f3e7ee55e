"""Cases as blocks of text: title, input and expected findings, divided by lines with one dot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Block:
    """One case: the files below cases/ (or one text) and the findings, as `line:col code`."""

    title: str
    text: str
    expected: tuple[str, ...]

    @property
    def files(self) -> dict[str, str]:
        """The files of the input: a line `@ studies/x.yml` begins each."""
        files: dict[str, str] = {}
        name = ""
        for line in self.text.splitlines(keepends=True):
            if line.startswith("@ "):
                name = line[2:].strip()
                files[name] = ""
            else:
                files[name] += line
        return files


def read_blocks(path: Path) -> list[Block]:
    """Read all blocks; text that is not a whole block is an error, never left out."""
    lines = path.read_text(encoding="utf-8").split("\n")
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].startswith("# "):
            at += 1
            continue
        dots = [n for n in range(at, len(lines)) if lines[n] == "."][:3]
        if len(dots) < 3 or dots[0] != at + 1 or not lines[dots[0] + 1].startswith("@ "):
            raise ValueError(f"{path.name}:{at + 1}: malformed block {lines[at]!r}")
        text = "".join(line + "\n" for line in lines[dots[0] + 1 : dots[1]])
        expected = tuple(line for line in lines[dots[1] + 1 : dots[2]] if line)
        blocks.append(Block(lines[at], text, expected))
        at = dots[2] + 1
    return blocks
