"""JSON-LD in the words of schema.org: what a page is, for search engines and other machines."""

from __future__ import annotations

import json
from typing import Any

from anliku.references.dates import iso, parts
from anliku.references.item import Item, Name

WORKS = {
    "article": "Article",
    "article-newspaper": "NewsArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""Works; all others are `CreativeWork`."""

PAGES = {
    "实务案例": ["Report", "LearningResource"],
    "参与模式": ["Article", "LearningResource"],
    "做法": ["Article", "LearningResource"],
    "导读": ["Article", "LearningResource"],
    "案例使用说明": ["LearningResource"],
    "学习清单": ["LearningResource"],
}
"""Our own pages by kind (`genre`); all others are a `WebPage` on something."""

_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def json_ld(item: Item, first: str = "", licence: str = "", based_on: tuple[Item, ...] = ()) -> str:
    """Return the text of a `<script type="application/ld+json">`, safe within HTML.

    `first` is the day when a page of ours appeared, `licence` the address of its licence,
    `based_on` the works that it cites.
    """
    data: dict[str, Any] = {"@context": "https://schema.org"}
    if own := item.get("version"):
        data |= _work(item) | {
            "@type": PAGES.get(item.get("genre", ""), ["WebPage"]),
            "datePublished": first,
            "dateModified": iso(item.get("issued")),
            "version": own,
            "license": licence,
            "isAccessibleForFree": True,
            "isBasedOn": [_work(work) for work in based_on],
        }
    else:
        data |= {"@type": "WebPage", "mainEntity": _work(item)}
    text = json.dumps({k: v for k, v in data.items() if v}, ensure_ascii=False)
    return "".join(_ESCAPES.get(sign, sign) for sign in text)


def _work(item: Item) -> dict[str, Any]:
    authors = item.get("author", [])
    data = {
        "@type": WORKS.get(item["type"], "CreativeWork"),
        "@id": item.get("URL"),
        "name": item["title"],
        "author": [_person(name) for name in authors],
        "publisher": _organization(item.get("publisher")),
        "isPartOf": _part_of(item),
        "datePublished": iso(item.get("issued")) if parts(item.get("issued")) else "",
        "inLanguage": item.get("language"),
        "keywords": item.get("keyword", "").split("; ") if item.get("keyword") else None,
        "url": item.get("URL"),
        "identifier": f"https://doi.org/{item['DOI']}" if item.get("DOI") else None,
    }
    return {key: value for key, value in data.items() if value}


def _person(name: Name) -> dict[str, str]:
    if "literal" in name:
        # Persons and institutions both stand as they are in Chinese: nothing is guessed.
        return {"name": name["literal"]}
    return {
        "@type": "Person",
        "familyName": name.get("family", ""),
        "givenName": name.get("given", ""),
    }


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _part_of(item: Item) -> dict[str, str] | None:
    title = item.get("container-title")
    return (
        {"@type": "WebSite" if item["type"] == "webpage" else "Periodical", "name": title}
        if title
        else None
    )
