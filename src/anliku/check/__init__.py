"""Second stage: documents become entries, each checked on its own."""

from __future__ import annotations

from collections.abc import Iterable

from anliku.catalog import Catalog, Entry, Merged
from anliku.check.rule import run
from anliku.check.rules import RULES
from anliku.check.shape import shape
from anliku.diagnostic import Diagnostic, in_order
from anliku.read import Document


def check(
    documents: Iterable[Document], unread: Iterable[str] = ()
) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Check each document; entries of wrong shape are left out and named in the diagnostics.

    `unread`: ids of files that could not be read, so that links to them are not called unknown.
    """
    left_out = set(unread)
    entries: list[Entry] = []
    merged: list[Merged] = []
    found: list[Diagnostic] = []
    for document in documents:
        entry, diagnostics = shape(document)
        found.extend(diagnostics)
        if isinstance(entry, Entry):
            entries.append(entry)
        elif entry is not None:
            merged.append(entry)
        else:
            left_out.add(document.path.rpartition("/")[2].rpartition(".")[0])
    found.extend(run(RULES, entries))
    return Catalog.of(entries, merged, left_out), in_order(found)
