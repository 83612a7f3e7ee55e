"""The start of a line: what may indent it, and how wide odd characters look to an editor."""

from __future__ import annotations

import re

from anliku.read.slip import Slip, snippet

DASH = re.compile(r"-(?=[ \t]|$)")
MARGIN = re.compile(r"[ \t\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f]*")
ODD_SPACES = " \t\u3000\u00a0"
_WIDTHS = {"\t": 2, "\u3000": 2}
_NAMES = {"\t": "制表符（Tab）", "\u3000": "全角空格", "\u00a0": "不换行空格"}


def indent_of(line: str) -> int:
    """Count the spaces before the first other character."""
    return len(line) - len(line.lstrip(" "))


def skip_blanks(line: str, column: int) -> int:
    """Return the column of the next character that is neither space nor tab."""
    while column < len(line) and line[column] in " \t":
        column += 1
    return column


def looks(margin: str) -> int:
    """Return how wide a margin with tabs or full-width spaces was meant to be."""
    return sum(_WIDTHS.get(char, 1) for char in margin)


def name_of(char: str) -> str:
    """Name a space that is not the half-width one."""
    return _NAMES.get(char, f"特殊空格 U+{ord(char):04X}")


def odd_margin(margin: str) -> Slip:
    """Refuse the first character of a margin that is not a space."""
    at = indent_of(margin)
    return Slip(
        "AK009",
        at,
        f"行首缩进用了{name_of(margin[at])}",
        "删去它，改用半角空格，每层缩进 2 个",
    )


def odd_blank(line: str) -> Slip:
    """Refuse a line that looks empty and is not."""
    at = indent_of(line)
    return Slip("AK009", at, f"空行里有{name_of(line[at])}", "删去这一行里的空白")


def wide_space(behind: str, line: str, at: int) -> Slip:
    """Refuse a space behind a closed value that YAML does not know as one."""
    return Slip("AK057", at, f"{behind}后面有{name_of(line[at])}", "删去它")


def comment_slip(text: str, at: int, *, in_brackets: bool = False) -> Slip:
    """Say what a hash behind a value does, and both ways out."""
    before = text[:at].rstrip()
    if in_brackets:
        cure = "若是这一项的文字，删去“#”前面的空格，或给这一项加半角双引号；"
    elif before.endswith((":", "|", ">", "-", '"', "'", "]", "}")):
        cure = ""
    else:
        cure = "若是正文，把整个值用引号括起来；"
    return Slip(
        "AK020",
        at,
        f"“{snippet(text[at : at + 80])}”会被当作注释丢掉",
        cure + ("若是注释，" if cure else "") + "把注释移到单独一行",
    )
