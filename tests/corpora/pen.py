"""Figures and lengths of Chinese text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

NUMBERS = (3, 7, 9, 14, 17, 22, 29, 34, 41, 53, 68, 77, 95, 106, 132, 185, 264)
DIGITS = "零一二三四五六七八九"


@dataclass(slots=True)
class Pen:
    """Chance, and the figures of one case: a sentence that is written twice says the same."""

    dice: random.Random
    written: dict[str, str] = field(default_factory=dict)

    def one(self, lines: Sequence[str], form: str = "") -> str:
        """Write one of several sentences."""
        return self.write(self.dice.choice(lines), form)

    def write(self, line: str, form: str = "") -> str:
        """Write a sentence with its figure and the form that it names."""
        if line not in self.written:
            self.written[line] = line.replace("{n}", str(self.dice.choice(NUMBERS)))
        return self.written[line].replace("{f}", form)


def han(text: str) -> int:
    """Return how many Han characters a text has."""
    return sum("\u4e00" <= character <= "\u9fff" for character in text)


def chinese(number: int) -> str:
    """Write a number below one thousand in Chinese."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")
