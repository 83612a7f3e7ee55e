"""引用: what stands in the box 引用这一条 of a page."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.references import apa, gbt7714, item_of, to_bibtex, to_csl_json, to_ris
from anliku.references.dates import english, iso, parts
from anliku.references.item import Date
from anliku.render.site import Site
from anliku.schema.source import Source

FOLDER = "cite"
EDITION = "GB/T 7714—2025"
TODAY: Date = {"date-parts": [[9999, 12, 31]]}
"""Stands for the reader's day while the formats are written; on the page a slot takes its place."""
_SLOTS = {
    iso(TODAY): "YYYY-MM-DD",
    iso(TODAY, "/"): "YYYY/MM/DD",
    ", ".join(map(str, parts(TODAY))): "YYYY, M, D",
    english(TODAY): "MONTH D, YYYY",
}
"""How each format writes a day: what the script on the page replaces."""
_IN_TEXT = {"gbt": "引用日期", "apa": "date of access"}
"""What stands there without a script. Records for machines leave the whole line out instead."""


@dataclass(frozen=True, slots=True)
class Written:
    """A reference in one format: `before` and `after` the slot; `slot` is what the script fills.

    `blank` stands in the slot without a script; `file` is the address of the same as a file.
    """

    key: str
    label: str
    before: str
    slot: str = ""
    blank: str = ""
    after: str = ""
    file: str = ""


def cited(entry: Entry, site: Site) -> tuple[Written, ...]:
    """Return how to cite a page of ours, or of a source the work itself, in every format."""
    brief = item_of(entry, site)
    brief.pop("abstract", None)  # the page has the summary already; the files carry it
    if not isinstance(entry.record, Source):
        # Not the last key, so that its line can be left out of the JSON.
        brief = {"id": brief["id"], "type": brief["type"], "accessed": TODAY, **brief}
    return (
        _written("gbt", EDITION, gbt7714(brief)),
        _written("apa", "APA 7", apa(brief)),
        _written("bib", "BibTeX", to_bibtex([brief]), entry),
        _written("ris", "RIS", to_ris([brief]).replace("\r\n", "\n"), entry),
        _written("json", "CSL-JSON", to_csl_json([brief]), entry),
    )


def _written(key: str, label: str, text: str, entry: Entry | None = None) -> Written:
    file = f"{FOLDER}/{entry.id}.{key}" if entry else ""
    for day, pattern in _SLOTS.items():
        before, found, after = text.rpartition(day)
        if not found:
            continue
        if key in _IN_TEXT:
            return Written(key, label, before, pattern, _IN_TEXT[key], after, file)
        head, tail = before.rpartition("\n"), after.partition("\n")
        line = f"{head[2]}{pattern}{tail[0]}\n"
        return Written(key, label, f"{head[0]}\n", line, "", tail[2], file)
    return Written(key, label, text, file=file)
