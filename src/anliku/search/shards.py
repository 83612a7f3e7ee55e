"""Postings in files of about two kilobytes: a query fetches only those of its terms.

A shard is rows of `term~posting`, joined by `|`, in the order of terms. A pair of characters
and all that begins with it live in one shard, so that one round of requests brings:

    独居~!AB…        the posting of the pair
    =独居老人~!C     the records whose title or name is just this
    ^独居~老人M;长者Mn;…  words and names that begin with the pair (see _begun)
    §12~!D…          the posting of group 12
    ¶12~空巢老人 …   the words of group 12 that stand in some record
"""

from __future__ import annotations

from collections.abc import Iterator

from anliku.search.codec import BITS, posting, spread
from anliku.search.impacts import Weighed, concept_term
from anliku.search.thesaurus import Thesaurus, head

TARGET = 2_800
"""Bytes of a shard before compression; about two thirds are left after it."""
FEWEST = 8
MASK = (1 << BITS) - 1
MATTER = 4
"""Level from which a record is about a group: in its title, or its keywords and text."""
SURE = 3
"""Characters from which a word says by itself what it means."""


def shards(weighed: Weighed, thesaurus: Thesaurus, names: frozenset[str]) -> Iterator[str]:
    """Yield each shard. `names`: normalised names, cut from a query before other words."""
    rows = [(_key(term), term, posting(entries)) for term, entries in weighed.postings.items()]
    for n in range(len(thesaurus.groups)):
        term = concept_term(n)
        if term in weighed.postings:
            rows.append((term, f"¶{n}", " ".join(sorted(weighed.seen.get(n, ())))))
    for first, items in _begun(weighed, thesaurus, names).items():
        rows.append((first, f"^{first}", ";".join(items)))
    size = sum(len(term.encode()) + len(text.encode()) + 2 for _, term, text in rows)
    count = max(FEWEST, size // TARGET)
    found: list[list[str]] = [[] for _ in range(count)]
    for key, term, text in sorted(rows):
        found[spread(key) % count].append(f"{term}~{text}")
    yield from map("|".join, found)


def _key(term: str) -> str:
    """Return what decides the shard of a term."""
    return head(term[1:]) if term[0] == "=" else term


def _begun(weighed: Weighed, thesaurus: Thesaurus, names: frozenset[str]) -> dict[str, list[str]]:
    """Return by their first pair the words of a query that are cut out whole.

    Each item is the rest of the word, `*` for a name, and the numbers of its groups, `!` before
    that of a wide one.
    """
    found: dict[str, list[str]] = {}
    names = frozenset(map(thesaurus.basic, names))
    kept = _kept_words(weighed, thesaurus)
    for word in sorted({*thesaurus.words, *names}):
        if word not in names and _is_spared(word, thesaurus):
            continue
        groups = "".join(
            thesaurus.written(n) for n in thesaurus.holders(word) if word in kept.get(n, ())
        )
        if groups or word in names:
            rest = word[len(head(word)) :]
            found.setdefault(head(word), []).append(f"{rest}{'*' * (word in names)}{groups}")
    return found


def _kept_words(weighed: Weighed, thesaurus: Thesaurus) -> dict[int, set[str]]:
    """Return for each group the basic words that lead to it.

    All of them if some record is about it; only those that stand somewhere, and its name, if it
    is no more than mentioned.
    """
    kept = {}
    for n, group in enumerate(thesaurus.groups):
        entries = weighed.postings.get(concept_term(n))
        if entries is None:
            continue
        is_matter = max(entry & MASK for entry in entries) >= MATTER
        words = group.words if is_matter else (*group.words[:1], *weighed.seen.get(n, ()))
        kept[n] = set(map(thesaurus.basic, words))
    return kept


def _is_spared(word: str, thesaurus: Thesaurus) -> bool:
    """Tell whether a word is only a shorter one of its groups with a tail: 志愿者|队伍."""
    groups = thesaurus.holders(word)
    tails = (word[:end] for end in range(max(SURE, len(word) - 2), len(word)))
    return any(thesaurus.holders(beginning) == groups for beginning in tails)
