"""From records to the files of the index; the browser loads only what a query needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from anliku.search.codec import gaps
from anliku.search.impacts import STEPS, Weighed, weigh
from anliku.search.lexicon import lexicon
from anliku.search.normal import HAN, IS_HAN, normal, simplified
from anliku.search.record import Facet, SearchRecord
from anliku.search.script import script
from anliku.search.shards import shards
from anliku.search.sizes import BOUNDS, holders
from anliku.search.thesaurus import Thesaurus

CARDS = 12
"""Cards in a file; neighbours are alike, so that the hits of a query lie together."""
LINE = 36
"""Characters of the line on a card: two lines on a phone."""
IS_NAME = re.compile(rf"[{HAN}]{{2,}}|[a-z0-9]{{2,}}")
TEXTS = 4
"""Records in a file of full texts, from which a passage is shown."""


def build_index(
    records: Sequence[SearchRecord], thesaurus: Thesaurus, facets: Sequence[Facet]
) -> dict[str, str]:
    """Return the files of the index by their path below its folder; the same for the same input.

    manifest.js (every query), s/N.js (postings), c/N.js (cards), facets.js (filters, counts,
    sizes), words.js (pinyin, slips), simplified.js (traditional characters),
    t/N.js (texts for passages, not used for ranking).
    """
    ordered = numbered(records)
    weighed = weigh(ordered, thesaurus)
    names = frozenset(filter(IS_NAME.fullmatch, (normal(n) for r in ordered for n in r.names)))
    rows = list(shards(weighed, thesaurus, names))
    files = {f"s/{n}.js": script(f"s{n}", row) for n, row in enumerate(rows)}
    files |= _in_lots("c", CARDS, [_card(record) for record in ordered])
    files |= _in_lots("t", TEXTS, [_texts(record) for record in ordered])
    files["words.js"] = lexicon(ordered, thesaurus, weighed)
    files["facets.js"] = script("facets", *_facet_table(ordered, facets))
    old, new = _simplified(weighed, thesaurus)
    files["simplified.js"] = script("simplified", old, new)
    manifest = {
        "count": len(ordered),
        "shards": len(rows),
        "cards": CARDS,
        "texts": TEXTS,
        "steps": STEPS,
        "bounds": BOUNDS,
        "odd": "".join(o + n for o, n in zip(old, new, strict=True) if _is_in_gb2312(o)),
        "elements": "|".join(" ".join(row) for row in thesaurus.elements),
        "facets": [[facet.key, facet.label, list(facet.values)] for facet in facets],
        "version": version_of(files),
    }
    return {"manifest.js": script("manifest", manifest), **files}


def numbered(records: Iterable[SearchRecord]) -> list[SearchRecord]:
    """Return records in the order of their numbers in the index."""
    return sorted(records, key=_neighbours)


def _neighbours(record: SearchRecord) -> tuple[Any, ...]:
    return (
        record.kind,
        record.tags,
        sorted(record.facets.items()),
        record.names,
        record.id,
    )


def _in_lots(name: str, size: int, items: list[Any]) -> dict[str, str]:
    lots = range(0, len(items), size)
    return {
        f"{name}/{n // size}.js": script(f"{name}{n // size}", items[n : n + size]) for n in lots
    }


def _card(record: SearchRecord) -> list[str]:
    line = record.summary
    shown = line if len(line) <= LINE else f"{line[: LINE - 1]}…"
    return [record.id, record.kind, record.url, record.title, shown, record.note]


def _texts(record: SearchRecord) -> list[list[str]]:
    return [[section.heading, section.anchor, section.text] for section in record.sections]


def _facet_table(
    records: list[SearchRecord], facets: Iterable[Facet]
) -> tuple[list[list[str]], list[str]]:
    """Return the records of each value of each facet, and of each class of size, as gaps."""
    table = []
    for facet in facets:
        rows: dict[str, list[int]] = {value: [] for value in facet.values}
        for number, record in enumerate(records):
            for value in dict.fromkeys(record.facets.get(facet.key, ())):
                if value in rows:
                    rows[value].append(number)
        table.append([gaps(row) for row in rows.values()])
    return table, [gaps(row) for row in holders(records)]


def _simplified(weighed: Weighed, thesaurus: Thesaurus) -> tuple[str, str]:
    """Return traditional characters and what each stands for, as far as this library needs it."""
    texts = (*weighed.postings, *thesaurus.words)
    known = {character for text in texts for character in text}
    pairs = [
        (chr(old), new)
        for old, new in simplified().items()
        if new in known and IS_HAN.fullmatch(chr(old))
    ]
    return "".join(old for old, _ in pairs), "".join(new for _, new in pairs)


def _is_in_gb2312(character: str) -> bool:
    """Tell whether a traditional character (後, 於) stands among the simplified ones."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def version_of(files: dict[str, str]) -> str:
    """Return a mark of the contents, so that a browser never mixes two versions."""
    digest = hashlib.sha256()
    for path in sorted(files.keys() - {"manifest.js"}):
        digest.update(f"{path}\0{files[path]}\0".encode())
    return digest.hexdigest()[:10]
