"""Texts in rules: what to leave out before judging them, and how much of them a message quotes."""

from __future__ import annotations

import re

LONGEST_MESSAGE, LONGEST_HINT = 200, 600
_END = 60


def one_line(text: str, longest: int) -> str:
    """Return a message on one line; of a very long one, its beginning and its end."""
    flat = " ".join(line.strip() for line in text.split("\n"))
    if len(flat) <= longest:
        return flat
    return f"{flat[: longest - _END]}……{flat[-_END:]}"


def without(text: str, opener: str, closer: str, instead: str = "") -> str:
    """Leave out what stands between two marks.

    Only looks where a closing mark follows: a thousand open ones would take quadratic time.
    """
    closed, last, rest = text.rpartition(closer)
    return re.sub(f"{opener}[^{closer}]*{closer}", instead, closed + last) + rest
