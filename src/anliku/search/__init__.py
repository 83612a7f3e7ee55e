"""The search: what is looked for, in files that a browser fetches a few of.

records ─grams─▶ impacts ─codec─▶ shards;  words ─lexicon─▶ pinyin and slips;  all ─build─▶ files
"""

from __future__ import annotations

from anliku.search.build import build_index, numbered, version_of
from anliku.search.codec import gaps
from anliku.search.record import Facet, SearchRecord, Section
from anliku.search.runtime import engine_script, joined_script
from anliku.search.script import safe
from anliku.search.thesaurus import Group, Thesaurus

__all__ = [
    "Facet",
    "Group",
    "SearchRecord",
    "Section",
    "Thesaurus",
    "build_index",
    "engine_script",
    "gaps",
    "joined_script",
    "numbered",
    "safe",
    "version_of",
]
