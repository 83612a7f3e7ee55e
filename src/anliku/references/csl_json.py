"""CSL-JSON: the items as they are, for Zotero, Pandoc and citation processors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from anliku.references.item import Item

_DATE = re.compile(r'\{\s*"date-parts": \[\s*\[\s*([0-9,\s]+?)\s*\]\s*\]\s*\}')
"""Within a value its quotation marks would be escaped, so this is never text."""


def to_csl_json(items: Iterable[Item]) -> str:
    """Return the items as a .json file: an array, Chinese unescaped, a date on one line."""
    return _DATE.sub(_on_one_line, json.dumps(list(items), ensure_ascii=False, indent=1)) + "\n"


def _on_one_line(date: re.Match[str]) -> str:
    return f'{{"date-parts": [[{" ".join(date[1].split())}]]}}'
