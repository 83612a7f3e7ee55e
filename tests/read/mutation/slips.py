"""What editors do to a file without meaning to: marks, margins, lines, pasted characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Change = Callable[[str, Random], str]

_MARKS = [
    (": ", "："), (": ", ":"), (": ", ""), (": ", "="), (": ", " : "), (": ", "::"), (": ", "； "),
    (", ", "，"), (", ", ","), (", ", "、"), (", ", ",, "), ("- ", "-"), ("- ", "—"), ("- ", "·"),
    ("- ", "－ "), ("- ", "1. "), ("- ", "- - "), ("[", "【"), ("]", "】"), ("[", "［"),
    ("{", "｛"), ("}", "｝"), ("[@", "【@"), ("#F", "＃F"), ("#F", " #F"), ("@", "＠"), ('"', "“"),
    ("“", '"'), ("”", '"'), ("'", "‘"), ("  ", "\u3000"), ("  ", "\t"), ("  ", " "), ("  ", "   "),
    (" ", "\u00a0"), (" ", "\u3000"), ("#", "＃"), ("：", ": "), ("，", ", "), ("。", "."),
    ("\n", ""), ("\n", "\n\n"), ("\n", "\n  "), ("\n  ", "\n"), (">-", ""), (">-", "＞-"),
    (">-", ">"), (">-", "|"), ("|", "｜"), ("-", "–"), ("0", "０"), ("1", "l"), ("（", "("),
]  # fmt: skip
_LOSABLE = ":\"'[]{}-#,>|@\n "
_TYPED = "\"'[]{}:,-#&*!|>%@`?\n\t 　：，、；【】“”‘’（）—·\\甲a1~.=<^$…￥"
_PASTED = (
    "\u200b", "\ufeff", "\u00a0", "\u00ad", "\u2060", "\u200e", "\u202e", "\u2066", "\ue000",
    "\ufe0f", "\u200d", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x07", "\x00", "\r", "\u3164",
    "\U000e0041", "\U0001f469\u200d\U0001f4bb", "\U0001f9d1", "e\u0301", "\ufffd", "锟斤拷", "ï»¿",
    "涓枃", "\u2003", "\u1680", "\U00020000", "\ufdd0", "\U0010ffff",
)  # fmt: skip
_LINES = (
    "<<<<<<< HEAD", "=======", ">>>>>>> 分支", "---", "...", "%YAML 1.2", "<p>文字</p>", "```yaml",
    "# 注释", "＃注释", "//注释", "• 第一", "1. 第一", "（一）第一", "| 甲 | 乙 |", "标题：甲",
    "title: 甲", "标题 甲", "key: [甲，乙]", "- - 甲", "? 甲", ": 甲", "<<: *a", "b: &a 甲",
    "b: *a", "b: !!str 甲", "\t", "\u3000\u3000甲", '"', "'", "{", "}", "[", "]", "b: |", "b: >-",
    "- ", "b:", "@甲", "`甲`", "status: 已合并", "b: 2020-02-30", "b: 12:30", "title: ",
    "- {ref: a, role: b}", "，", "b: \\",
)  # fmt: skip
_HALF, _FULL = ",:;()[]{}\"'-#!?", "，：；（）【】｛｝“‘－＃！？"
_TO_FULL, _TO_HALF = str.maketrans(_HALF, _FULL), str.maketrans(_FULL, _HALF)


def wrong_mark(text: str, rng: Random) -> str:
    """Type a mark in the wrong width, or without its space."""
    before, after = rng.choice(_MARKS)
    at = _find(text, before, rng)
    return text if at < 0 else text[:at] + after + text[at + len(before) :]


def lost_mark(text: str, rng: Random) -> str:
    """Leave out a colon, quote, bracket, dash, line end or space."""
    mark = rng.choice(_LOSABLE)
    at = _find(text, mark, rng)
    return text if at < 0 else text[:at] + text[at + 1 :]


def typed(text: str, rng: Random) -> str:
    """Hit a key where nothing was to be typed, or over what was there."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(_TYPED) * rng.choice((1, 1, 3)) + text[at + rng.choice((0, 1)) :]


def pasted(text: str, rng: Random) -> str:
    """Bring in characters that nobody sees."""
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(_PASTED) + text[at:]
    return text


def other_width(text: str, rng: Random) -> str:
    """Write a whole line with the input method in the other mode."""
    lines, one = _lines(text, rng)
    lines[one] = lines[one].translate(rng.choice((_TO_FULL, _TO_HALF)))
    return "\n".join(lines)


def margin(text: str, rng: Random) -> str:
    """Indent a line, or several, by a wrong number of spaces or by something else."""
    lines, one = _lines(text, rng)
    by, odd = rng.choice((-2, -1, 1, 1, 2, 3, 4)), rng.choice(("", "", "\t", "\u3000", "\u00a0"))
    for at in range(one, min(one + rng.choice((1, 1, 2, 5)), len(lines))):
        body = lines[at].lstrip(" ")
        width = max(len(lines[at]) - len(body) + by, 0)
        lines[at] = (odd * max(width // 2, 1) if odd else " " * width) + body
    return "\n".join(lines)


def moved_lines(text: str, rng: Random) -> str:
    """Double, swap, merge, break, delete or paste lines."""
    lines, one = _lines(text, rng)
    other = rng.randrange(len(lines))
    match rng.randrange(6):
        case 0:
            lines.insert(other, lines[one])
        case 1:
            lines[one], lines[other] = lines[other], lines[one]
        case 2 if one:
            lines[one - 1 : one + 1] = [
                lines[one - 1] + rng.choice(("", " ")) + lines[one].lstrip(" ")
            ]
        case 3:
            at = rng.randrange(len(lines[one]) + 1)
            lines[one : one + 1] = [lines[one][:at], rng.choice(("", "  ")) + lines[one][at:]]
        case 4:
            del lines[one : one + rng.choice((1, 1, 2, 5))]
        case _:
            lines.insert(one, " " * rng.choice((0, 0, 2, 4)) + rng.choice(_LINES))
    return "\n".join(lines)


def deleted_block(text: str, rng: Random) -> str:
    """Delete what belongs to a line, or only what is below it."""
    lines, one = _lines(text, rng)
    end = one + 1
    while end < len(lines) and _width(lines[end]) > _width(lines[one]):
        end += 1
    del lines[one + rng.randrange(2) : end]
    return "\n".join(lines)


def cut(text: str, rng: Random) -> str:
    """Lose the end of the file, or its beginning."""
    at = rng.randrange(len(text) + 1)
    return text[at:] if rng.random() < 0.2 else text[:at]


SLIPS: tuple[tuple[Change, int], ...] = (
    (wrong_mark, 30),
    (lost_mark, 18),
    (typed, 10),
    (pasted, 8),
    (other_width, 5),
    (margin, 12),
    (moved_lines, 18),
    (deleted_block, 5),
    (cut, 3),
)


def _find(text: str, part: str, rng: Random) -> int:
    at = text.find(part, rng.randrange(len(text) + 1))
    return at if at >= 0 else text.find(part)


def _lines(text: str, rng: Random) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, rng.randrange(len(lines))


def _width(line: str) -> int:
    hit = re.match(" *", line)
    return hit.end() if hit else 0
