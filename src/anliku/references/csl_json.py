"""CSL-JSON: the items as they are, for Zotero, Pandoc and citation processors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from anliku.references.item import Item

_DATE = re.compile(r'("date-parts": )\[\s*\[\s*([0-9,\s]+?)\s*\]\s*\]')
"""Within a value its quotation marks would be escaped, so this is never text."""


def to_csl_json(items: Iterable[Item]) -> str:
    """Return the items as a .json file: an array, Chinese unescaped."""
    text = json.dumps(list(items), ensure_ascii=False, indent=1)
    return _DATE.sub(lambda found: f"{found[1]}[[{' '.join(found[2].split())}]]", text) + "\n"
