"""Terms of a text: pairs of neighbouring Han characters, Latin and number words."""

from __future__ import annotations

import re
from collections import Counter
from operator import add

import rjieba

from anliku.search.normal import IS_HAN

LONGEST_WORD = 32
LATIN = re.compile(r"[a-z0-9]+")
GRAMMAR = "的了在和与及是有把被对为从到也都就又并等用由向以不他她我你这那一个之其所而但或"
_JOINT = re.compile(
    rf"(?<!\n[{GRAMMAR}])\n(?=[^{GRAMMAR}\n](?:\n|\Z))"  # before a word of one character
    rf"|(?<=\n[^{GRAMMAR}\n])\n(?![{GRAMMAR}](?:\n|\Z))"  # or after one
)


def grams(text: str, *, single: bool = False) -> dict[str, int]:
    """Count the terms of a normalised text.

    `single`: every Han character as well, for fields where one character says something
    (titles).
    """
    pairs = Counter(map(add, text, text[1:]))
    found = {pair: count for pair, count in pairs.items() if _is_han[pair]}
    words = [word[:LONGEST_WORD] for word in LATIN.findall(text)]
    for term in [*words, *filter(_is_han.__getitem__, text)] if single else words:
        found[term] = found.get(term, 0) + 1
    return found


def loosened(text: str) -> str:
    """Return a text with its words parted where a pair across the joint says nothing.

    That is between two words of several characters (a query that holds 居家 in 独居|家庭 holds the
    words on both sides as well) and beside a word of grammar. Such pairs are the bulk of an index.
    A word that the dictionary does not know falls into single characters and keeps its pairs.
    """
    return _JOINT.sub("", "\n" + "\n".join(rjieba.cut(text)))


class _AllHan(dict[str, bool]):
    """Whether all characters are Han, each asked once; a lookup is faster than a call."""

    def __missing__(self, characters: str) -> bool:
        self[characters] = IS_HAN.fullmatch(characters) is not None
        return self[characters]


_is_han = _AllHan()
