"""RIS: one file for Zotero, EndNote, NoteExpress, Talis and Leganto. Lines end in CR LF.

`GEN` is never written: Zotero reads it as a journal article. Readers cut a name at its comma and
keywords at a semicolon, so a name as it is gets a full-width comma and every keyword its own line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from anliku.references.dates import iso, year
from anliku.references.item import Item, Name

TYPES = {
    "article": "UNPB",
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legislation": "STAT",
    "regulation": "STAT",
    "paper-conference": "CONF",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
}
"""All others are `ELEC`, a page."""
_NUMBER = {"RPRT": "SN", "STAND": "SN", "STAT": "M1"}
NOTHING: Mapping[str, str] = {}


def to_ris(
    items: Iterable[Item],
    notes: Mapping[str, str] = NOTHING,
    importance: Mapping[str, str] = NOTHING,
) -> str:
    """Return the items as a .ris file; `notes` (N1) and `importance` (U1) are by item id."""
    return "\r\n".join(
        _record(item, notes.get(item["id"], ""), importance.get(item["id"], "")) for item in items
    )


def _record(item: Item, note: str, importance: str) -> str:
    kind = TYPES.get(item["type"], "ELEC")
    first, _, last = item.get("page", "").partition("-")
    issued = iso(item.get("issued"), "/")
    pairs = [
        ("TY", kind),
        ("ID", item["id"]),
        *(("AU", _name(name)) for name in item.get("author", [])),
        ("TI", item["title"]),
        ("T2", item.get("container-title")),
        ("PB", item.get("publisher")),
        ("M3", item.get("genre")),
        ("PY", year(item)),
        ("DA", issued),
        ("VL", item.get("volume")),
        ("IS", item.get("issue")),
        ("SP", first),
        ("EP", last),
        ("ET", item.get("version")),
        (_NUMBER.get(kind, "M1"), item.get("number")),
        ("LA", item.get("language")),
        ("DO", item.get("DOI")),
        ("UR", item.get("URL")),
        ("DB", item.get("archive")),
        ("AN", item.get("archive_location")),
        ("Y2", iso(item.get("accessed"), "/")),
        *(("KW", word) for word in re.split(r";\s*", item.get("keyword", ""))),
        ("AB", item.get("abstract")),
        ("N1", note),
        ("U1", importance),
    ]
    lines = [f"{tag}  - {text}\r\n" for tag, value in pairs if (text := one_line(value or ""))]
    return f"{''.join(lines)}ER  - \r\n"


def one_line(text: str) -> str:
    """Return text without line ends or other control signs, so that it never begins a tag."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _name(name: Name) -> str:
    if "literal" in name:
        return re.sub(r"\s*,\s*", "，", name["literal"])
    return ", ".join(name[key] for key in ("family", "given") if key in name)
