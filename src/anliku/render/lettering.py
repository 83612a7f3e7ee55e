"""How much room words take in a drawing, in ems; whole lines only, so that nothing is squeezed."""

from __future__ import annotations

import unicodedata

_WIDE = {"W", "F", "A"}
_NEVER_FIRST = "，。、；：？！）》」』”’"


def ems(text: str) -> float:
    """Return about how wide a text is: a Han character is 1, a Latin one a little over a half."""
    return sum(1.0 if unicodedata.east_asian_width(one) in _WIDE else 0.58 for one in text)


def lines(text: str, width: float, most: int) -> tuple[str, ...]:
    """Break a text into at most `most` lines of `width` ems; what is left out ends in ……."""
    found = [""]
    for piece in _pieces(text):
        if found[-1] and ems(found[-1] + piece) > width and piece not in _NEVER_FIRST:
            found.append("")
        found[-1] += piece if found[-1] else piece.lstrip()
    if len(found) <= most:
        return tuple(line.rstrip() for line in found)
    kept = found[:most]
    while ems(kept[-1]) > width - 1:
        kept[-1] = kept[-1][:-1]
    kept[-1] = f"{kept[-1].rstrip()}…"
    return tuple(kept)


def _pieces(text: str) -> list[str]:
    """Return what is not broken: a Han character, or a Latin word with the blank before it."""
    pieces: list[str] = []
    for one in text:
        latin = one.isascii() and one != " "
        if latin and pieces and pieces[-1].isascii():
            pieces[-1] += one
        else:
            pieces.append(one)
    return pieces
