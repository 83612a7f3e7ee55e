"""Reads the files of an index without the code that wrote them, as slowly and plainly as can be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from anliku.search.impacts import STEPS

FROM_THE_HIGHEST = "!#$%&()*+,./"
SIXTY_FOUR = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def called(text: str) -> tuple[str, list[Any]]:
    """Return the name and the values that a file of the index hands over."""
    assert text.startswith("anlikuIndex(")
    assert text.endswith(")\n")
    name, *values = json.loads(f"[{text[len('anlikuIndex(') : -2]}]")
    return name, values


def numbers(text: str) -> list[int]:
    """Return the numbers that stand one after another; `+32` says that the number goes on."""
    found, bits = [], ""
    for character in text:
        digit = SIXTY_FOUR.index(character)
        bits = f"{digit % 32:05b}" + bits
        if digit < 32:
            found.append(int(bits, 2))
            bits = ""
    assert not bits, "a number that does not end"
    return found


def rising(text: str) -> list[int]:
    """Return rising numbers from their gaps."""
    found: list[int] = []
    for gap in numbers(text):
        found.append((found[-1] if found else -1) + gap + 1)
    return found


def posting(text: str) -> dict[int, int]:
    """Return the level of each record of a posting; marks count down from the highest level."""
    found: dict[int, int] = {}
    for mark, digits in re.findall(r"([^\w-])([\w-]*)", text):
        level = len(STEPS) - FROM_THE_HIGHEST.index(mark)
        for record in rising(digits):
            assert record not in found, "a record with two levels"
            found[record] = level
    return found


def hashed(term: str) -> int:
    """Return FNV-1a of the 16-bit units of a term, by its definition, with its high bits folded."""
    units = term.encode("utf-16-le")
    value = 0x811C9DC5
    for at in range(0, len(units), 2):
        value = (value ^ int.from_bytes(units[at : at + 2], "little")) * 0x01000193 % 2**32
    return value ^ (value >> 15)


def rows(files: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """Yield (shard, term, text) for each row of each shard."""
    for path, text in files.items():
        if not path.startswith("s/"):
            continue
        name, (shard,) = called(text)
        assert path == f"s/{name[1:]}.js"
        for row in filter(None, shard.split("|")):
            term, tilde, rest = row.partition("~")
            assert tilde
            assert "~" not in rest
            yield int(name[1:]), term, rest


def manifest(files: dict[str, str]) -> dict[str, Any]:
    """Return the manifest."""
    return called(files["manifest.js"])[1][0]


def lots(files: dict[str, str], letter: str) -> list[Any]:
    """Return what the numbered files of a folder hold, in order."""
    paths = [path for path in files if path.startswith(f"{letter}/")]
    ordered = sorted(paths, key=lambda path: int(path[2:-3]))
    assert ordered == [f"{letter}/{n}.js" for n in range(len(ordered))]
    return [item for path in ordered for item in called(files[path])[1][0]]
