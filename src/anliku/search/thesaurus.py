"""Words that mean the same: groups from every vocabulary, found in texts by the longest word.

A group is a concept of a vocabulary: its label, alt and hidden labels. Concepts of different
vocabularies with the same label are one group. 窄 (also the default): every word means the same.
宽: near words, which count less than the word that was typed; a label that is 窄 anywhere is 窄.

Words are compared in their basic form: elements that stand for one another in compounds (老人 for
长者 in 空巢长者) are written alike on both sides. They have as many characters as what they stand
for, so that a place in a text stays the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from anliku.schema.vocabulary import Vocabulary
from anliku.search.codec import number as write_number
from anliku.search.grams import grams
from anliku.search.normal import RUN, normal

ELEMENTS = "构词"
INSIDE = 0.5
"""Weight of a word that stands within a longer one: 老人 in 独居老人."""
ABOVE = 0.5
"""Weight of a broader group, for each step up."""
MOST_TURNS = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one meaning, normalised, the preferred one first."""

    words: tuple[str, ...]
    wide: bool = False
    broader: tuple[int, ...] = ()


class Thesaurus:
    """All groups, with the words of a text that belong to them."""

    def __init__(self, groups: Iterable[Group], elements: Iterable[tuple[str, ...]] = ()) -> None:
        self.groups = tuple(groups)
        self.elements = tuple(elements)
        self._basic = {other: first for first, *others in self.elements for other in others}
        self._element = re.compile(
            "|".join(sorted(self._basic, key=lambda word: (-len(word), word))) or r"(?!)"
        )
        self._holders: dict[str, list[int]] = {}
        for number, group in enumerate(self.groups):
            for word in dict.fromkeys(map(self.basic, group.words)):
                self._holders.setdefault(word, []).append(number)
        self._by_head: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(self._holders, key=lambda word: (-len(word), word)):
            self._by_head.setdefault(head(word), []).append((word, tail(word)))

    @classmethod
    def from_vocabularies(cls, vocabularies: Iterable[Vocabulary]) -> Thesaurus:
        """Make groups of the concepts; one for each label."""
        found: dict[str, tuple[list[str], list[bool], list[str]]] = {}
        elements: list[tuple[str, ...]] = []
        for vocabulary in vocabularies:
            if vocabulary.use == ELEMENTS:
                elements += [tuple(map(normal, (c.label, *c.alt))) for c in vocabulary.concepts]
                continue
            labels = {concept.id: concept.label for concept in vocabulary.concepts}
            for concept in vocabulary.concepts:
                words, wide, above = found.setdefault(concept.label, ([], [], []))
                words += [concept.label, *concept.alt, *concept.hidden]
                wide.append(concept.scope == "宽")
                if concept.broader in labels:
                    above.append(labels[concept.broader])
        numbers = {label: number for number, label in enumerate(found)}
        groups = (
            Group(
                tuple(dict.fromkeys(filter(_is_word, map(normal, words)))),
                all(wide),
                tuple(numbers[label] for label in dict.fromkeys(above)),
            )
            for words, wide, above in found.values()
        )
        return cls(groups, elements)

    def basic(self, text: str) -> str:
        """Return a normalised text with every element in its basic form.

        Again, where the form of one element and its neighbour make another (长者士).
        """
        for _ in range(MOST_TURNS):
            before, text = text, self._element.sub(lambda found: self._basic[found[0]], text)
            if text == before:
                break
        return text

    @property
    def words(self) -> Iterable[str]:
        """All words of all groups in their basic form."""
        return self._holders.keys()

    def holders(self, word: str) -> list[int]:
        """Return the groups that a normalised word belongs to."""
        return self._holders.get(self.basic(word), [])

    def written(self, number: int) -> str:
        """Return the number of a group as files hold it, `!` before that of a wide one."""
        return f"{'!' * self.groups[number].wide}{write_number(number)}"

    def find(self, text: str, loose: str) -> Iterator[tuple[str, str, float]]:
        """Yield (word as it stands, its basic form, weight) for every word in a normalised text.

        `loose` is the text with its words parted: a word is looked for if it begins and ends with
        a pair of it, so that none is found across two others (流感 in 交流感受).
        """
        end = 0
        for start, word in self._words_of(self.basic(text), grams(self.basic(loose))):
            weight = INSIDE if start + len(word) <= end else 1.0
            end = max(end, start + len(word))
            yield text[start : start + len(word)], word, weight

    @cache  # noqa: B019 - lives as long as one build
    def groups_of(self, word: str) -> tuple[tuple[int, float], ...]:
        """Return (group, weight) for the groups of a basic form and for those above them."""
        numbers = self._holders.get(word, [])
        return tuple(pair for number in numbers for pair in ((number, 1.0), *self._above(number)))

    def _words_of(self, text: str, pairs: Mapping[str, int]) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for first in self._by_head.keys() & pairs.keys():
            for word, last in self._by_head[first]:
                start = text.find(word) if last in pairs else -1
                while start >= 0:
                    found.append((start, word))
                    start = text.find(word, start + 1)
        return sorted(found, key=lambda item: (item[0], -len(item[1])))

    def _above(self, number: int) -> Iterator[tuple[int, float]]:
        seen, weight, row = {number}, 1.0, self.groups[number].broader
        while row:
            weight *= ABOVE
            fresh = [above for above in dict.fromkeys(row) if above not in seen]
            seen.update(fresh)
            yield from ((above, weight) for above in fresh)
            row = tuple(above for one in fresh for above in self.groups[one].broader)


def head(word: str) -> str:
    """Return the term that a word begins with: its first pair, or all of a Latin word."""
    return word if word.isascii() else word[:2]


def tail(word: str) -> str:
    """Return the term that a word ends with."""
    return word if word.isascii() else word[-2:]


def _is_word(word: str) -> bool:
    """Tell whether a word can be found in a query: one run of two or more characters."""
    return len(word) > 1 and RUN.fullmatch(word) is not None
