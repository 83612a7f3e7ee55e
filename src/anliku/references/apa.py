"""APA style, 7th edition: one reference as plain text (italics are the reader's to set).

Followed here: up to twenty authors, `&` before the last (§9.8); a group author as it is (§9.11);
without an author the title comes first (§9.12); `n.d.` without a date (§9.17); a full date for
newspapers, pages and what changes by versions (§9.14); the version or number in brackets after the
title (§9.19); no publisher that is the author too (§9.29); a date of access where the page is made
to change or has no date (§9.16). Titles in Chinese stay as they are: no sentence case is imposed.
"""

from __future__ import annotations

import re

from anliku.references.dates import english, parts, year
from anliku.references.item import Item, Name

MOST_AUTHORS = 20
WITH_YEAR_ONLY = frozenset({"article-journal", "book", "chapter", "thesis", "standard"})
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDED = re.compile(r"[.?!。？！…]$")


def apa(item: Item) -> str:
    """Return the reference to an item."""
    title = item["title"]
    if item.get("version"):
        title += f" (Version {item['version']})"
    elif item.get("number") and item["type"] not in {"article-journal", "article-magazine"}:
        title += f" ({item['number']})"
    authors = _authors(item)
    when = f"({_when(item)})"
    head = [authors, when, title] if authors else [title, when]
    return " ".join(_stopped(element) for element in [*head, _where(item)] if element) + (
        f" {address}" if (address := _address(item)) else ""
    )


def _stopped(element: str) -> str:
    return element if _ENDED.search(element) else f"{element}."


def _when(item: Item) -> str:
    if not parts(item.get("issued")):
        return "n.d."
    if item["type"] in WITH_YEAR_ONLY:
        return year(item)
    first, _, rest = english(item.get("issued")).rpartition(" ")
    return f"{rest}, {first.rstrip(',')}" if first else rest


def _authors(item: Item) -> str:
    names = [_name(name) for name in item.get("author", [])]
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[: MOST_AUTHORS - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _name(name: Name) -> str:
    if "literal" in name:
        return name["literal"]
    family, given = name.get("family", ""), name.get("given", "")
    if _HAN.search(family + given):
        return family + given
    initials = (
        "-".join(f"{part[0]}." for part in word.split("-") if part)
        for word in given.replace(".", " ").split()
    )
    return ", ".join(part for part in (family, " ".join(initials)) if part)


def _where(item: Item) -> str:
    by = item.get("publisher", "")
    authors = [_name(name) for name in item.get("author", [])]
    if container := item.get("container-title"):
        volume = item.get("volume", "") + (f"({item['issue']})" if item.get("issue") else "")
        pages = item.get("page", "").replace("-", "–")
        where = ", ".join(part for part in (container, volume, pages) if part)
        return f"{where}. {by}" if by and by != container else where
    return by if by not in authors else ""


def _address(item: Item) -> str:
    if item.get("DOI"):
        return f"https://doi.org/{item['DOI']}"
    url = item.get("URL") or ": ".join(
        part for part in (item.get("archive"), item.get("archive_location")) if part
    )
    changes = item.get("version") or not parts(item.get("issued"))
    seen = english(item.get("accessed"))
    return f"Retrieved {seen}, from {url}" if url and changes and seen else url
