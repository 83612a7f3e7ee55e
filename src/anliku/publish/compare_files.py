"""What compare.html shows, one classic script an entry, loaded when it is wanted.

`<id>.js` holds the cells of an entry and the facts that it cites; that of a merged entry says where
it went, that of a withdrawn one that it was withdrawn. rows.js holds the rows of each kind and is
loaded with the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.link.related import related
from anliku.publish.output import OutputFile
from anliku.render.cells import Item, Run
from anliku.render.citations import Reference
from anliku.render.compare_rows import COMPARED, MOST, cell, rows_of, short_title
from anliku.search import joined_script, safe

FOLDER = "assets/compare"
PARTS = ("words", "address", "load", "cells", "table", "picker", "page")
EDITORS = "编者说明"
WITHDRAWN = "已撤回"


def compare_files(linked: LinkedCatalog) -> Iterator[OutputFile]:
    """Yield the script and its data."""
    yield OutputFile.text(f"{FOLDER}/compare.js", joined_script("compare", PARTS))
    table = {
        "most": MOST,
        "kinds": {
            kind.name: [kind.label, [[row.key, row.label] for row in rows_of(kind)]]
            for kind in COMPARED
        },
    }
    yield OutputFile.text(f"{FOLDER}/rows.js", f"window.anlikuRows={safe(table)};\n")
    for entry in linked.published:
        if entry.kind in COMPARED:
            yield _file(entry.id, compared(entry, linked))
    for entry in linked.catalog.entries:
        if entry.kind in COMPARED and entry.record.status == WITHDRAWN:
            yield _file(entry.id, {"withdrawn": True})
    for merged in linked.catalog.merged:
        if merged.kind in COMPARED:
            yield _file(merged.id, {"title": merged.stub.title, "into": merged.stub.merged_into})


def _file(entry_id: str, value: dict[str, Any]) -> OutputFile:
    name = f'(window.anlikuCompared=window.anlikuCompared||{{}})["{entry_id}"]'
    return OutputFile.text(f"{FOLDER}/entries/{entry_id}.js", f"{name}={safe(value)};\n")


def compared(entry: Entry, linked: LinkedCatalog) -> dict[str, Any]:
    """Return an entry as the browser compares it.

    A statement is [runs, origin, [[label, words], …]]. A run is text, a number (a fact in `facts`),
    [text, address] (a link) or [text] (a label).
    """
    facts: dict[str, int] = {}

    def run(one: Run) -> Iterator[Any]:
        if one.text:
            yield [one.text, one.address] if one.address else one.text
        for ref in one.refs:
            if ref in linked.facts.by_ref:
                yield facts.setdefault(ref, len(facts))
        if one.by_editors:
            yield [EDITORS]

    def item(one: Item) -> list[Any]:
        return [
            [part for r in one.runs for part in run(r)],
            one.origin,
            [list(m) for m in one.more],
        ]

    cells = {}
    for row in rows_of(entry.kind):
        found = cell(entry, row, linked)
        if found.items or found.unsaid:
            cells[row.key] = [[item(one) for one in found.items], list(found.unsaid)]
    return {
        "kind": entry.kind.name,
        "title": entry.title,
        "short": short_title(entry.title),
        "address": entry.address,
        "cells": cells,
        "facts": [_fact(ref, linked) for ref in facts],
        "near": [
            [one.entry.id, one.entry.title, one.reason]
            for one in related(entry, linked)
            if one.entry.kind == entry.kind
        ],
    }


def _fact(ref: str, linked: LinkedCatalog) -> dict[str, Any]:
    place = linked.facts.by_ref[ref]
    one = Reference(0, place)
    csl = place.record.csl
    journal = (csl.container_title or "").replace("《", "").replace("》", "")
    ids = dict.fromkeys(other.partition("#")[0] for other in place.fact.also)
    also = [linked.catalog.by_id[source] for source in ids if source in linked.catalog.by_id]
    return {
        "ref": ref,
        "text": place.fact.text,
        "basis": place.fact.basis,
        "view": one.is_view,
        "holder": place.fact.holder or "",
        "source": f"{place.source.title}（《{journal}》）" if journal else place.source.title,
        "where": one.where,
        "date": one.date,
        "address": f"{place.source.address}#{place.fact.id}",
        "id": place.fact.id,
        "also": [[source.title, source.address] for source in also if source.is_published],
    }
