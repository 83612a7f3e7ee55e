"""What browse.html narrows and sorts by, as classic scripts of data; assets/browse/ reads them.

data.js has the entries of each value of each facet, as rows: the newest entry is row 0.
`N.js` are the cards of LOT rows; pinyin.js the rows in the order of pinyin; order.js the row of
each record of the search index. Only data.js is loaded with the page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.render.cards import card
from anliku.render.facets import FacetTable, browsed, facet_tables
from anliku.render.shared_pages import pinyin
from anliku.schema.kinds import KINDS
from anliku.search import gaps, joined_script, safe

FOLDER = "assets/browse"
LOT = 50
"""Cards in a file: about five kilobytes on the line; the first screen needs one or a few."""
LONGEST = 90
"""Characters of a card's sentence; a case's takeaway is shorter."""
PARTS = ("table", "words", "cards", "state", "facets", "relax", "page", "wiring")


def browse_files(
    linked: LinkedCatalog, numbered: Sequence[str], index: str
) -> Iterator[OutputFile]:
    """Yield the script and its data.

    `numbered`: ids in the order of the search index; `index`: the version of that index.
    """
    entries = browsed(linked)
    rows = {entry.id: row for row, entry in enumerate(entries)}
    readings = [pinyin(entry.record.pinyin or entry.title) for entry in entries]
    files: dict[str, Any] = {
        f"{n // LOT}": [_card(entry, linked) for entry in entries[n : n + LOT]]
        for n in range(0, len(entries), LOT)
    }
    files["pinyin"] = sorted(range(len(entries)), key=lambda row: (readings[row], row))
    files["order"] = {"index": index, "rows": [rows[entry_id] for entry_id in numbered]}
    table = {
        "count": len(entries),
        "lot": LOT,
        "base": {"kind": [KINDS["case"].label]},
        "facets": [_facet(facet, rows) for facet in facet_tables(linked, entries)],
    }
    table["version"] = _version({"data": table, **files})
    for name, value in {"data": table, **files}.items():
        yield OutputFile.text(f"{FOLDER}/index/{name}.js", _script(name, value))
    yield OutputFile.text(f"{FOLDER}/browse.js", joined_script("browse", PARTS))


def _card(entry: Entry, linked: LinkedCatalog) -> list[Any]:
    shown = card(entry, linked)
    line = shown.line if len(shown.line) <= LONGEST else f"{shown.line[: LONGEST - 1]}…"
    return [entry.kind.name, entry.address, entry.title, line, [list(row) for row in shown.rows]]


def _facet(facet: FacetTable, rows: dict[str, int]) -> list[Any]:
    return [
        facet.key,
        facet.label,
        [value.label for value in facet.values],
        "".join(str(min(value.depth, 9)) for value in facet.values),
        [gaps(sorted(rows[entry.id] for entry in value.entries)) for value in facet.values],
    ]


def _script(name: str, value: Any) -> str:
    """Return a statement that puts a file's value where the page looks for it."""
    return f'(window.anlikuBrowse=window.anlikuBrowse||{{}})["{name}"]={safe(value)};\n'


def _version(files: dict[str, Any]) -> str:
    """Return a mark of the contents, so that a browser never mixes two versions."""
    whole = json.dumps(files, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:10]
