"""The real library with each case several times over, as a shelf of many."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from anliku.catalog import Catalog
from anliku.link.linked import LinkedCatalog
from tests.library import ROOT, linked_root


@cache
def many(times: int) -> LinkedCatalog:
    """Return the library with `times` copies of each case, each an entry of its own."""
    catalog = linked_root(ROOT).catalog
    copies = [
        replace(entry, id=f"{entry.id}-{number}")
        for entry in catalog.of_kind("case")
        for number in range(1, times)
    ]
    return LinkedCatalog.of(Catalog.of([*catalog.entries, *copies]))
