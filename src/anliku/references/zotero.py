"""What Zotero calls the types of CSL."""

from __future__ import annotations

from anliku.references.item import Item

TYPES = {
    "article-newspaper": "newspaperArticle",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article": "manuscript",
    "book": "book",
    "chapter": "bookSection",
    "dataset": "dataset",
    "legislation": "statute",
    "paper-conference": "conferencePaper",
    "post-weblog": "blogPost",
    "report": "report",
    "standard": "standard",
    "thesis": "thesis",
}


def zotero_type(item: Item) -> str:
    """Return the type; what is nothing else is a page."""
    return TYPES.get(item["type"], "webpage")
