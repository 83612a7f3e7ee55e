"""What is cited, as one CSL-JSON item: the only place where an entry turns into a reference."""

from __future__ import annotations

from typing import Protocol, TypedDict, cast

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.schema.source import Csl, Source

REPORTS = frozenset({"case", "model", "practice", "guide", "teaching_note", "reading_list"})
"""Kinds that are texts of the editors' own; what we say of others is a page of the site."""


class Name(TypedDict, total=False):
    """A person's name in parts, or any name as it is (`literal`): institutions, Chinese names."""

    family: str
    given: str
    literal: str


Date = TypedDict("Date", {"date-parts": list[list[int]], "literal": str}, total=False)
"""`date-parts` is [[year, month, day]] as far as known; `literal` is what is no date."""

Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": list[Name],
        "container-title": str,
        "publisher": str,
        "number": str,
        "volume": str,
        "issue": str,
        "page": str,
        "version": str,
        "genre": str,
        "issued": Date,
        "accessed": Date,
        "language": str,
        "abstract": str,
        "keyword": str,
        "archive": str,
        "archive_location": str,
        "DOI": str,
        "URL": str,
    },
    total=False,
)
"""Keys of CSL-JSON 1.0.2, no others. `keyword` is separated by `; `. Where the site has no
address yet, `archive` and `archive_location` tell its name and the page in it."""


class Home(Protocol):
    """What a reference must know of the site that is cited."""

    @property
    def name(self) -> str:
        """The library's name."""
        ...

    @property
    def editors(self) -> str:
        """Who signs what names no writer."""
        ...

    def full(self, address: str) -> str:
        """Return the full address of a page, or nothing when the site has none."""
        ...


def item_of(entry: Entry, home: Home) -> Item:
    """Return what a reading list cites: of a source the work itself, else our page."""
    return source_item(entry) if isinstance(entry.record, Source) else own_item(entry, home)


def own_item(entry: Entry, home: Home) -> Item:
    """Return our own page on something as an item, with its version and day of last change."""
    record = entry.record
    day = record.updated
    item: Item = {
        "id": entry.id,
        "type": "report" if entry.kind.name in REPORTS else "webpage",
        "title": entry.title,
        "author": [{"literal": name} for name in record.contributors or (home.editors,)],
        "container-title": home.name,
        "publisher": home.name,
        "version": str(record.version),
        "genre": entry.kind.label,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": "zh-CN",
        "abstract": " ".join(plain(record.summary).split()),
        "keyword": "; ".join(record.keywords),
    }
    # A report has an institution, a page has a site: the same name, never twice.
    if item["type"] == "report":
        del item["container-title"]
    else:
        del item["publisher"]
    if not record.keywords:
        del item["keyword"]
    if address := home.full(entry.address):
        item["URL"] = address
    else:
        item["archive"], item["archive_location"] = home.name, entry.address
    return item


def source_item(entry: Entry) -> Item:
    """Return the original work behind a source entry, with nothing added to what is known.

    Raises:
        TypeError: the entry is no source.
    """
    if not isinstance(entry.record, Source):
        raise TypeError(entry.kind.name)
    return csl_item(entry.id, entry.record.csl)


def csl_item(entry_id: str, csl: Csl) -> Item:
    """Return bibliographic data as an item."""
    data = csl.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return cast("Item", {"id": entry_id, **data})
