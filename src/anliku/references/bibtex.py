"""BibTeX, UTF-8: for BibTeX, biblatex and what imports them."""

from __future__ import annotations

from collections.abc import Iterable

from anliku.references.dates import iso, parts
from anliku.references.item import Item, Name

TYPES = {
    "article-newspaper": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""Types that old BibTeX styles know; all others are `misc`."""
_CONTAINER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHER = {"techreport": "institution", "phdthesis": "school"}
_NUMBER = {"techreport", "misc"}

_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even behind a backslash: a single one would swallow what follows.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}


def to_bibtex(items: Iterable[Item]) -> str:
    """Return the items as a .bib file; keys are the entries' ids."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    kind = TYPES.get(item["type"], "misc")
    issued = parts(item.get("issued"))
    container = item.get("container-title", "")
    fields = {
        "author": " and ".join(_name(name) for name in item.get("author", [])),
        "title": escaped(item["title"]),
        _CONTAINER.get(kind, "howpublished"): escaped(container),
        _PUBLISHER.get(kind, "publisher"): escaped(item.get("publisher", "")),
        "type": escaped(item.get("genre", "")) if kind == "techreport" else "",
        "volume": escaped(item.get("volume", "")),
        "number": escaped(item.get("issue", "") or item.get("number", "")),
        "pages": escaped(item.get("page", "").replace("-", "--")),
        "version": escaped(item.get("version", "")),
        "year": str(issued[0]) if issued else "",
        "month": str(issued[1]) if len(issued) > 1 else "",
        "day": str(issued[2]) if len(issued) > 2 else "",
        "note": escaped(_note(item)),
        "doi": escaped(item.get("DOI", "")),
        "url": _address(item.get("URL", "")),
        "urldate": iso(item.get("accessed")),
        "keywords": escaped(item.get("keyword", "").replace("; ", ", ")),
        "abstract": escaped(item.get("abstract", "")),
        "langid": "chinese" if item.get("language", "").startswith("zh") else "",
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@{kind}{{{item['id']},\n{lines}}}\n"


def escaped(text: str) -> str:
    """Return text that BibTeX and TeX take as it is: one line, marks of TeX written out."""
    return "".join(_ESCAPES.get(sign, sign) for sign in " ".join(text.split()))


def _name(name: Name) -> str:
    """Names as they are stand in braces of their own: never taken apart at a blank or an `and`."""
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    known = (escaped(name[key]) for key in ("family", "given") if key in name)
    return ", ".join(known)


def _note(item: Item) -> str:
    literal = "" if parts(item.get("issued")) else item.get("issued", {}).get("literal", "")
    place = (item.get("archive", ""), item.get("archive_location", ""))
    return "；".join(part for part in (literal, "：".join(filter(None, place))) if part)


def _address(url: str) -> str:
    """Keep an address as it is, for `url` is read so; code only what would break the field."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
