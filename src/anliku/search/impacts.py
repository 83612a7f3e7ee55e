"""How much each term says about each record: BM25 over weighted fields, in twelve steps.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), 3.6: the
weights of the fields multiply the counts before saturation. The rarity of a term (idf) is left to
the browser, which knows how many records a posting holds.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anliku.search.codec import BITS
from anliku.search.grams import grams, loosened
from anliku.search.normal import RUN, normal
from anliku.search.record import SearchRecord
from anliku.search.thesaurus import Thesaurus

STEPS = (4, 7, 9, 11)
"""What a step counts, in twelfths of the most that a term can say."""
EDGES = (0.5, 0.68, 0.8)
"""Where steps part: once in a body, more, among the keywords, in a title or name."""
SATURATION = 1.6
"""k1: how fast a repeated term stops to add."""
LENGTH = 0.4
"""b: how much a long text counts against its terms."""
WEIGHTS = {"title": 7.0, "names": 8.0, "tags": 5.0, "summary": 2.0, "headings": 0.5, "body": 1.0}
SINGLE = frozenset({"title"})
WHOLE = frozenset({"title", "names"})
"""Fields that are a term as a whole, too: who types a title wants that entry."""
NAMED = 0.3
"""What a name as a whole says beside a title, which counts with the weight of its field."""
LONGEST = 10
LONG = frozenset({"summary", "body"})

Postings = dict[str, "array[int]"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Postings of every term, and for each group its words as they stand in some record."""

    postings: Postings
    seen: Mapping[int, frozenset[str]]


def weigh(records: Sequence[SearchRecord], thesaurus: Thesaurus) -> Weighed:
    """Return for each term its records in order, each with its level from 1 to LEVELS."""
    seen: dict[int, set[str]] = {}
    weighed = [_weigh(record, thesaurus, seen) for record in records]
    mean = sum(length for length, _ in weighed) / max(1, len(weighed))
    found: Postings = {}
    for number, (length, counts) in enumerate(weighed):
        slack = SATURATION * (1 - LENGTH + LENGTH * length / (mean or 1))
        level: dict[float, int] = {}
        base = number << BITS
        for term, count in counts.items():
            step = level.get(count)
            if step is None:
                step = level[count] = bisect(EDGES, count / (count + slack)) + 1
            posting = found.get(term)
            if posting is None:
                posting = found[term] = array("I")
            posting.append(base | step)
    return Weighed(found, {group: frozenset(words) for group, words in seen.items()})


def _weigh(
    record: SearchRecord, thesaurus: Thesaurus, seen: dict[int, set[str]]
) -> tuple[int, dict[str, float]]:
    """Return the length in terms and the weighted count of each term."""
    length = 0
    total: dict[str, float] = {}
    for name, text in _fields(record):
        loose = loosened(text)
        counts = grams(loose) if name in LONG else grams(text, single=name in SINGLE)
        length += sum(counts.values())
        weight = WEIGHTS[name] * record.weight
        for term, count in counts.items():
            total[term] = total.get(term, 0.0) + weight * count
        if name in WHOLE:
            wholes = map("".join, map(RUN.findall, text.split("\n")))
            value = weight if name == "title" else NAMED
            for one in wholes:
                if 1 < len(one) <= LONGEST:
                    total[f"={one}"] = max(total.get(f"={one}", 0.0), value)
        for word, basic, share in thesaurus.find(text, loose):
            for group, part in thesaurus.groups_of(basic):
                if part == 1:
                    seen.setdefault(group, set()).add(word)
                term = concept_term(group)
                total[term] = total.get(term, 0.0) + weight * share * part
    return length, total


def _fields(record: SearchRecord) -> Iterator[tuple[str, str]]:
    yield "title", normal(record.title)
    yield "names", normal("\n".join(record.names))
    yield "tags", normal("\n".join(record.tags))
    yield "summary", normal(record.summary)
    yield "headings", normal("\n".join(section.heading for section in record.sections))
    yield "body", normal("\n".join(section.text for section in record.sections))


def concept_term(group: int) -> str:
    """Return the term that stands for a group of the thesaurus."""
    return f"§{group}"
