"""References in the style of GB/T 7714: entries of the library and the sources behind them.

GB/T 7714—2025 has been in force since 2026-07-01; what is set here (order of elements, document
type marks, full stops between elements) is the same in the 2015 edition.
"""

from __future__ import annotations

from anliku.catalog import Entry
from anliku.render.site import Site
from anliku.schema.source import Csl, CslName

_MARKS = {
    "article-newspaper": "N",
    "article-journal": "J",
    "article-magazine": "J",
    "book": "M",
    "chapter": "M",
    "report": "R",
    "legislation": "A",
    "regulation": "A",
    "standard": "S",
    "thesis": "D",
    "webpage": "EB",
    "post-weblog": "EB",
    "dataset": "DS",
}
SHOWN_AUTHORS = 3


def entry_reference(entry: Entry, site: Site) -> tuple[str, str]:
    """Return the reference to an entry, cut where the reader puts the date of access."""
    version = f"第{entry.record.version}版. " if entry.record.version > 1 else ""
    address = site.full(entry.address) or f"{site.name}：{entry.address}"
    before = f"{site.editors}. {entry.title}[DB/OL]. {version}({entry.record.updated})["
    return before, f"]. {address}."


def source_reference(csl: Csl) -> str:
    """Return the reference to a source, with what is known of it."""
    online = "/OL" if csl.URL or csl.DOI else ""
    parts = [_authors(csl.author), f"{csl.title}[{_MARKS.get(csl.type, 'Z')}{online}]"]
    parts.append(_published(csl))
    if csl.URL:
        parts.append(csl.URL)
    if csl.DOI:
        parts.append(f"DOI：{csl.DOI}")
    return ". ".join(part for part in parts if part) + "."


def _authors(names: tuple[CslName, ...]) -> str:
    shown = [n.literal or f"{n.family or ''} {n.given or ''}".strip() for n in names]
    more = "，等" if len(shown) > SHOWN_AUTHORS else ""
    return "，".join(shown[:SHOWN_AUTHORS]) + more


def _published(csl: Csl) -> str:
    where = [part for part in (csl.container_title or csl.publisher, csl.number) if part]
    day = _day(csl)
    issue = ""
    if csl.volume or csl.issue:
        issue = f"{csl.volume or ''}{f'({csl.issue})' if csl.issue else ''}"
    when = "，".join(part for part in (day, issue) if part)
    page = f"：{csl.page}" if csl.page else ""
    return "，".join([*where, *([when] if when else [])]) + page


def _day(csl: Csl) -> str:
    if csl.issued is None:
        return ""
    if csl.issued.date_parts:
        return "-".join(f"{number:02d}" for number in csl.issued.date_parts[0])
    return csl.issued.literal or ""
