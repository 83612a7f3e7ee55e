"""The nearest valid name for one that is not."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

LIMIT = 0.5
_LONGEST = 100
"""No name is longer; comparing long texts takes quadratic time."""


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """Return the valid name most like `word`, or None when nothing comes close."""
    best, score = None, LIMIT
    if len(word) > _LONGEST:
        return None
    for name in sorted(name for name in valid if len(name) <= _LONGEST):
        likeness = _likeness(word.casefold(), name.casefold())
        if likeness > score:
            best, score = name, likeness
    return best


def _likeness(word: str, name: str) -> float:
    same_letters = sorted(word) == sorted(name)
    return max(SequenceMatcher(None, word, name).ratio(), 0.9 if same_letters else 0.0)


def suggest(word: str, valid: Iterable[str], *, shown: int = 12) -> str:
    """Say which name may be meant, else which names there are."""
    names = list(valid)
    match = nearest(word, names)
    if match is not None:
        return f"是不是“{match}”？"
    more = "……" if len(names) > shown else ""
    return f"可用的有：{'、'.join(names[:shown])}{more}" if names else "查一查有没有写错"
