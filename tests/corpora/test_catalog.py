"""The made-up library is what it says: the same every time, and with something in each facet."""

from __future__ import annotations

from anliku.render.facets import ORDER, browsed, facet_tables
from tests.corpora.catalog import library, site_files


def test_same_seed_same_library() -> None:
    """The same seed gives the same files, another one others."""
    first, again, other = (
        {file.path: file.content for file in site_files(library(30, seed), search=False)}
        for seed in (7, 7, 8)
    )
    assert first == again
    assert first["browse.html"] != other["browse.html"]


def test_every_facet_has_values() -> None:
    """All facets are there, evidence in all four words, and cases are what was asked for."""
    linked = library(200, 1)
    assert sum(entry.kind.name == "case" for entry in linked.published) == 200
    tables = {table.key: table for table in facet_tables(linked, browsed(linked))}
    assert tuple(tables) == ORDER
    assert len(tables["evidence"].values) == 4
    assert len(tables["organization"].values) > 30
    assert any(value.depth for value in tables["place"].values)
