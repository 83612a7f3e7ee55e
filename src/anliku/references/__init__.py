"""References: an entry or a source as one CSL-JSON item, and that item in every common form."""

from __future__ import annotations

from anliku.references.apa import apa
from anliku.references.bibtex import to_bibtex
from anliku.references.coins import coins
from anliku.references.csl_json import to_csl_json
from anliku.references.gbt7714 import gbt7714
from anliku.references.head_tags import head_tags
from anliku.references.item import Home, Item, item_of, own_item, source_item
from anliku.references.json_ld import json_ld
from anliku.references.ris import to_ris

__all__ = [
    "Home",
    "Item",
    "apa",
    "coins",
    "gbt7714",
    "head_tags",
    "item_of",
    "json_ld",
    "own_item",
    "source_item",
    "to_bibtex",
    "to_csl_json",
    "to_ris",
]
