"""COinS: a reference hidden in a page, for Zotero and library software.

For pages that list many works. A page on one work has `citation_*` in its head instead, because
readers take COinS first and know less from it.
"""

from __future__ import annotations

from urllib.parse import urlencode

from anliku.references.dates import iso
from anliku.references.item import Item, Name
from anliku.references.zotero import zotero_type


def coins(item: Item) -> str:
    """Return the ContextObject: the value of `title` on `<span class="Z3988">`, not yet escaped."""
    pairs = [
        ("url_ver", "Z39.88-2004"),
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", zotero_type(item)),
        ("rft.title", item["title"]),
        ("rft.source", item.get("container-title", "")),
        ("rft.publisher", item.get("publisher", "")),
        *(_name(name) for name in item.get("author", [])),
        ("rft.date", iso(item.get("issued"))),
        ("rft.volume", item.get("volume", "")),
        ("rft.issue", item.get("issue", "")),
        ("rft.pages", item.get("page", "")),
        ("rft.language", item.get("language", "")),
        ("rft_id", f"info:doi/{item['DOI']}" if item.get("DOI") else ""),
        ("rft.identifier", item.get("URL", "")),
    ]
    return urlencode([(key, value) for key, value in pairs if value])


def _name(name: Name) -> tuple[str, str]:
    """Zotero cuts `rft.au` at commas and blanks: what has one and is whole is `rft.aucorp`."""
    if "literal" in name:
        whole = name["literal"]
        return ("rft.aucorp" if "," in whole or " " in whole else "rft.au", whole)
    return ("rft.au", ", ".join(name[key] for key in ("family", "given") if key in name))
