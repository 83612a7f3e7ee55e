"""Phrases of the library with their readings: for pinyin, for slips, for near words.

Loaded only when a query needs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log2

import rjieba

from anliku.search.codec import DIGITS
from anliku.search.impacts import Weighed, concept_term
from anliku.search.normal import IS_HAN, normal
from anliku.search.readings import (
    alone,
    by_syllable,
    common_characters,
    corrected,
    either,
    reading,
    usual,
)
from anliku.search.record import SearchRecord
from anliku.search.script import script
from anliku.search.thesaurus import Thesaurus

NAME, TAG, SYNONYM, WORD = range(4)
"""Where a phrase comes from, the surest first."""
LONGEST = 14
SHORT = 8
"""A longer title or name is no phrase: nobody spells it out."""
MANY = 5
"""A word of the titles is kept if one record in a hundred has it: two at least, or this many."""


def lexicon(records: Sequence[SearchRecord], thesaurus: Thesaurus, weighed: Weighed) -> str:
    """Return `words.js`: the phrases, the readings of their characters, and of GB 2312 level 1."""
    phrases = _phrases(records, thesaurus, weighed)
    given = {(t := normal(r.title)): corrected(t, r.reading) for r in records if r.reading}
    readings = {p: given.get(p) or reading(p) for p in sorted(phrases)}
    known = usual(readings.items())
    rows = []
    for phrase, syllables in readings.items():
        rank, count = phrases[phrase]
        odd = [known.get(c) for c in phrase] != list(syllables)
        often = DIGITS[rank * 16 + min(15, int(log2(count + 1)))]
        groups = "".join(map(thesaurus.written, thesaurus.holders(phrase)))
        rows.append(f"{phrase}{often}{groups}{'.' + ' '.join(syllables) if odd else ''}")
        if rank == NAME:
            rows += [f"{phrase}{often}{groups}.{' '.join(way)}" for way in either(phrase)]
    return script("words", "|".join(rows), by_syllable(known), alone(common_characters()))


def _phrases(
    records: Sequence[SearchRecord], thesaurus: Thesaurus, weighed: Weighed
) -> dict[str, tuple[int, int]]:
    """Return rank and number of records of each phrase."""
    phrases: dict[str, tuple[int, int]] = {}
    for phrase, rank, count in (
        *_of_records(records, NAME, lambda r: [n for n in r.names if len(n) <= SHORT]),
        *_of_records(records, TAG, lambda r: r.tags),
        *_of_records(records, TAG, lambda r: [r.title] if len(r.title) <= SHORT else []),
        *_of_groups(thesaurus, weighed),
        *_of_titles(records),
    ):
        fits = 2 <= len(phrase) <= LONGEST and IS_HAN.fullmatch(phrase)
        if fits and (phrase not in phrases or rank < phrases[phrase][0]):
            phrases[phrase] = rank, count
    return phrases


def _of_records(
    records: Sequence[SearchRecord], rank: int, texts: Callable[[SearchRecord], Iterable[str]]
) -> Iterator[tuple[str, int, int]]:
    counted = Counter(text for record in records for text in set(map(normal, texts(record))))
    yield from ((phrase, rank, count) for phrase, count in counted.items())


def _of_groups(thesaurus: Thesaurus, weighed: Weighed) -> Iterator[tuple[str, int, int]]:
    """Yield the words that some record has, and the first of each group of such words."""
    for n, group in enumerate(thesaurus.groups):
        count = len(weighed.postings.get(concept_term(n), ()))
        kept = (*group.words[:1], *weighed.seen.get(n, ()))
        if count:
            yield from ((word, SYNONYM, count) for word in kept)


def _of_titles(records: Sequence[SearchRecord]) -> Iterator[tuple[str, int, int]]:
    counted: Counter[str] = Counter()
    for record in records:
        counted.update(set(rjieba.cut_for_search(normal(record.title))))
    least = max(2, min(MANY, len(records) // 100))
    yield from ((word, WORD, count) for word, count in counted.items() if count >= least)
