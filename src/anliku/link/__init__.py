"""Third stage: links, backlinks, evidence and provenance; the last stage that complains."""

from __future__ import annotations

from anliku.catalog import Catalog
from anliku.diagnostic import Diagnostic, in_order
from anliku.link.linked import LinkedCatalog
from anliku.link.rule import run
from anliku.link.rules import LINK_RULES


def link(catalog: Catalog) -> tuple[LinkedCatalog, tuple[Diagnostic, ...]]:
    """Link a catalog and say everything that is wrong between its entries."""
    linked = LinkedCatalog.of(catalog)
    return linked, in_order(run(LINK_RULES, linked))
