"""The search: what is looked for, in files that a browser fetches a few of.

records ─grams─▶ impacts ─codec─▶ shards;  words ─lexicon─▶ pinyin and slips;  all ─build─▶ files
"""

from __future__ import annotations

from anliku.search.build import build_index
from anliku.search.record import Facet, SearchRecord, Section
from anliku.search.runtime import engine_script
from anliku.search.thesaurus import Group, Thesaurus

__all__ = [
    "Facet",
    "Group",
    "SearchRecord",
    "Section",
    "Thesaurus",
    "build_index",
    "engine_script",
]
