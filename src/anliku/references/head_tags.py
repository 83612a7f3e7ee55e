"""`<meta>` for the head of a page on one work, for Zotero, Google Scholar and library software.

`z:itemType` names the type: a title alone is taken for a journal article, Open Graph for a page.
Zotero cuts names at a comma or at the last blank; what must stay whole gets blanks that do not
break and a full-width comma. Keywords are left out: the common translator drops them anyway.
"""

from __future__ import annotations

import re

from anliku.references.dates import iso, parts
from anliku.references.item import Item, Name
from anliku.references.zotero import zotero_type


def head_tags(item: Item) -> tuple[tuple[str, str], ...]:
    """Return the tags as (name, content)."""
    kind, issued = item["type"], item.get("issued")
    institution = item.get("publisher", "") if kind == "report" else ""
    number = item.get("number") or (item["id"] if item.get("version") else "")
    conference = kind == "paper-conference"
    container = item.get("container-title", "")
    first, _, last = item.get("page", "").partition("-")
    pairs = [
        ("z:itemType", zotero_type(item)),
        ("citation_title", item["title"]),
        *(("citation_author", _name(name)) for name in item.get("author", [])),
        ("citation_publication_date", iso(issued) if parts(issued) else ""),
        ("citation_technical_report_institution", institution),
        ("citation_technical_report_number", number if kind == "report" else ""),
        ("citation_conference_title" if conference else "citation_journal_title", container),
        ("citation_publisher", "" if institution else item.get("publisher", "")),
        ("citation_volume", item.get("volume", "")),
        ("citation_issue", item.get("issue", "")),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_doi", item.get("DOI", "")),
        ("citation_language", item.get("language", "")),
        ("citation_abstract", item.get("abstract", "")),
        ("citation_public_url", item.get("URL", "")),
    ]
    return tuple((name, content) for name, content in pairs if content)


def _name(name: Name) -> str:
    if "literal" in name:
        return re.sub(r"\s*,\s*", "，", name["literal"]).replace(" ", "\u00a0")
    return ", ".join(name[key] for key in ("family", "given") if key in name)
