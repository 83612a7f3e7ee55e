"""How long a reader needs for an entry: the one place where this is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.schema.field import fact_about
from anliku.schema.text import LineMark, ProseMark
from anliku.schema.walk import fields_of, has_mark, walk

CHARACTERS_PER_MINUTE = 300
"""The floor that China's curriculum standard for Chinese in compulsory education sets for silent
reading of general texts at the end of primary school (默读一般读物每分钟不少于 300 字; three years
later it is 500). The lower of the two, on purpose: entries are dense, and who reads for a class
stops to look at a citation and to think. An editor who knows better writes the minutes down."""

UNREAD = frozenset(
    {
        "abstract_en", "changes", "contributors", "editor_notes", "keywords", "license",
        "not_used", "pinyin", "reviewed", "title_en", "unstated", "log",
    }
)  # fmt: skip
"""Fields that no reader reads through: folded away, in English, or for machines."""
_CHARACTER = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[A-Za-z0-9][A-Za-z0-9.,'-]*")


def characters(entry: Entry) -> int:
    """Return the Han characters of what a reader reads; a Latin word or a number counts as one."""
    return sum(len(_CHARACTER.findall(text)) for text in _texts(entry))


def minutes(entry: Entry) -> int:
    """Return the reading time in whole minutes, rounded up; at least 1."""
    return max(1, -(-characters(entry) // CHARACTERS_PER_MINUTE))


def _texts(entry: Entry) -> Iterator[str]:
    """Yield what readers see: never ids, addresses, citations, or what only instructors may see."""
    top = fields_of(type(entry.record))
    for path, info, value in walk(entry.record):
        key = str(path[0])
        if not isinstance(value, str) or key in UNREAD or value.startswith("http"):
            continue
        if fact_about(info, "instructors") or fact_about(top[key][1], "instructors"):
            continue
        if has_mark(info, ProseMark):
            yield plain(value)
        elif has_mark(info, LineMark):
            yield value
