"""The header of block text: | or >, what may follow it, and what may not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anliku.read.keys import COMMENT
from anliku.read.margins import comment_slip, skip_blanks, wide_space
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip, quoting, snippet

_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*$")
_MARK = re.compile(r"[|>][+-]?([0-9]?)")


@dataclass(frozen=True, slots=True)
class Header:
    """The mark without what stands behind it; `digit` is the indentation it wants, or 0."""

    mark: str
    digit: int


def read_header(sheet: Sheet, number: int, column: int) -> Header:
    """Read a header; a full-width one is reported already."""
    rest = sheet.rest(number, column)
    mark = _MARK.match(rest)
    header = Header(mark[0], int(mark[1] or 0)) if mark else Header(rest[0], 0)
    slip = None if not mark or _HEADER.match(rest) else _slip_behind(header.mark, rest)
    if slip:
        sheet.report.add_slip(slip, number, column)
    return header


def _slip_behind(mark: str, rest: str) -> Slip | None:
    comment = COMMENT.search(rest)
    if comment and _HEADER.match(rest[: comment.start()]):
        return comment_slip(rest, comment.start() + 1)
    at = skip_blanks(rest, len(mark))
    behind = rest[at:].strip()
    if not behind:
        return wide_space(f"“{mark}”", rest, at) if at < len(rest) else None
    return Slip(
        "AK041",
        rest.index(behind, at),
        f"“{mark}”后面不能有文字“{snippet(behind)}”",
        f"正文另起一行，缩进 2 格；若“{rest[0]}”是正文的一部分，{quoting(rest)}",
    )


def wrong_digit(header: Header, indent: int, at: int, margin: int) -> Slip:
    """Say that the text is not indented as far as the digit in its header wants."""
    return Slip(
        "AK042",
        0,
        f"“{header.mark}”里的数字要正文缩进 {indent} 格，第 {at + 1} 行只有 {margin} 格",
        f"删去数字，只写“{header.mark[:-1]}”；正文每行行首的空格一样多",
    )
