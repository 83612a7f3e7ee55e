"""One spelling for words that are compared: width, case, traditional characters."""

from __future__ import annotations

import unicodedata
from functools import cache

from opencc import OpenCC

_FIRST, _LAST = "\u3400", "\u9fff"
"""Han characters that words are made of; rarer ones stay as they are."""


def spelling(word: str) -> str:
    """Return a word as the search compares it (a test holds it to `anliku.search.normal`)."""
    return "".join(map(_simplified, unicodedata.normalize("NFKC", word).lower()))


@cache
def _simplified(character: str) -> str:
    if not _FIRST <= character <= _LAST:
        return character
    new = _converter().convert(character)
    return new if _FIRST <= new <= _LAST else character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
