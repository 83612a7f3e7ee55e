"""What the page of search words shows: groups by pinyin, and examples taken from them.

Hidden words are counted and never handed to a page: they are found, not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.schema.vocabulary import Concept, Vocabulary

OTHERS = "其他"
"""Where labels stand that begin with no letter and no Han character."""


@dataclass(frozen=True, slots=True)
class WordGroup:
    """One group as readers see it; `values`: the vocabularies whose value has the same label."""

    anchor: str
    label: str
    alt: tuple[str, ...]
    scope: str
    above: tuple[str, str] | None
    """Label and anchor of the broader group."""
    values: tuple[tuple[str, str], ...]
    """Title and address."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Groups that show what happens when somebody types a word; None where none is fit."""

    narrow: WordGroup | None
    wide: WordGroup | None
    broader: tuple[str, tuple[str, ...]] | None
    """A label, and labels of groups under it that do not say so themselves."""


@dataclass(frozen=True, slots=True)
class SearchWords:
    """All groups of the vocabularies that only serve the search."""

    by_letter: dict[str, list[WordGroup]]
    examples: Examples
    elements: tuple[Concept, ...]
    groups: int
    words: int
    hidden: int


def schemes(linked: LinkedCatalog, use: str) -> list[tuple[Entry, Vocabulary]]:
    """Return the published vocabularies of one use."""
    return [
        (entry, entry.record)
        for entry in linked.published
        if isinstance(entry.record, Vocabulary) and entry.record.use == use
    ]


def search_words(linked: LinkedCatalog) -> SearchWords:
    """Gather the groups; concepts with the same label are one group, as in the search."""
    concepts = [c for _, record in schemes(linked, "只供检索") for c in record.concepts]
    groups = _groups(linked)
    by_letter: dict[str, list[WordGroup]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (_reading(group.label), group.anchor)):
        by_letter[_letter(group.label)].append(group)
    return SearchWords(
        dict(by_letter),
        _examples(groups),
        tuple(c for _, record in schemes(linked, "构词") for c in record.concepts),
        len(groups),
        len({word for concept in concepts for _, word in concept.words()}),
        len({word for concept in concepts for word in concept.hidden}),
    )


def _groups(linked: LinkedCatalog) -> list[WordGroup]:
    values = defaultdict(list)
    for entry, record in schemes(linked, "取值"):
        for concept in record.concepts:
            values[concept.label].append((entry, concept))
    found: dict[str, WordGroup] = {}
    for entry, record in schemes(linked, "只供检索"):
        anchors = {c.id: (c.label, f"{entry.id}-{c.id}") for c in record.concepts}
        for concept in record.concepts:
            same = values[concept.label]
            alt = (w for c in (concept, *(c for _, c in same)) for w in c.alt)
            wide = any(c.scope == "宽" for c in (concept, *(c for _, c in same)))
            found.setdefault(
                concept.label,
                WordGroup(
                    f"{entry.id}-{concept.id}",
                    concept.label,
                    tuple(dict.fromkeys(alt)),
                    "宽" if wide else "窄",
                    anchors.get(concept.broader or ""),
                    tuple((e.title, f"vocabularies.html#{e.id}-{c.id}") for e, c in same),
                ),
            )
    return list(found.values())


def _examples(groups: Iterable[WordGroup]) -> Examples:
    own = [group for group in groups if not group.values and len(group.alt) > 1]
    narrow = next((group for group in own if group.scope == "窄"), None)
    wide = next((group for group in own if group.scope == "宽"), None)
    below: dict[str, list[str]] = defaultdict(list)
    words = {group.label: (group.label, *group.alt) for group in groups}
    for group in groups:
        if group.above and not any(word in group.label for word in words[group.above[0]]):
            below[group.above[0]].append(group.label)
    most = max(below, key=lambda label: len(below[label]), default="")
    return Examples(narrow, wide, (most, tuple(below[most][:3])) if most else None)


def _reading(text: str) -> str:
    return " ".join(lazy_pinyin(text)).casefold()


def _letter(label: str) -> str:
    first = _reading(label)[:1]
    return first.upper() if first.isascii() and first.isalpha() else OTHERS
