"""GB/T 7714—2025, 顺序编码制: one reference as a line of text.

The 2025 edition has been in force since 2026-07-01. Followed here, as far as its rules are known:
full-width ，：（） within an element and `. ` between elements; surnames as written, never in
capitals, initials without stops; the number of a standard before its title, of a report or notice
behind it after ：; the mark of type always there; DS and PP; a date of access only where the
resource is a page, a data set or another thing that lives on the net only. Where the 2025 edition
has nothing known for a case (laws, sheets with neither address nor journal), 2015 is followed:
EB/OL with an address, else Z. What is not known is left out, never filled with 不详.
"""

from __future__ import annotations

import re

from anliku.references.dates import iso, year
from anliku.references.item import Item, Name

MARKS = {
    "article-newspaper": "N",
    "article-journal": "J",
    "article-magazine": "J",
    "book": "M",
    "chapter": "M",
    "report": "R",
    "standard": "S",
    "thesis": "D",
    "paper-conference": "C",
    "webpage": "EB",
    "post": "EB",
    "post-weblog": "EB",
    "dataset": "DS",
    "software": "CP",
}
SERIALS = frozenset({"article-journal", "article-magazine"})
SHOWN_AUTHORS = 3
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def gbt7714(item: Item) -> str:
    """Return the reference to an item."""
    online = bool(item.get("URL") or item.get("DOI") or item.get("archive_location"))
    seen = iso(item.get("accessed"))
    kind, title = item["type"], _joined("：", item["title"], _number_behind(item))
    mark = MARKS.get(kind, "EB" if online else "Z")
    # A page is on the net even where its address is not known for sure.
    medium = "/OL" if online or mark == "EB" else ""
    elements = [_authors(item), f"{title}[{mark}{medium}]"]
    if kind == "article-newspaper":
        where = _joined("，", _container(item), iso(item.get("issued")))
        elements.append(where + _in_brackets(item.get("page")))
    elif kind in SERIALS:
        elements.append(_serial(item))
    elif kind in {"paper-conference", "chapter"}:
        day = _joined("，", item.get("container-title"), year(item))
        elements[-1] += f"//{_joined('：', day, item.get('page'))}" if day else ""
    elif kind == "standard":
        elements = [_joined("　", item.get("number"), elements[-1])]
    elif kind in {"book", "thesis"} or not online:
        elements.append(_published(item))
    else:
        on_page = mark == "EB"
        elements.append(f"V{item['version']}" if item.get("version") else "")
        publisher = "" if on_page or item.get("version") else item.get("publisher", "")
        elements.append(
            publisher + _in_brackets(iso(item.get("issued"))) + (f"[{seen}]" if seen else "")
        )
    elements.append(item.get("URL") or _place(item))
    doi = item.get("DOI", "")
    elements.append(f"DOI:{doi}" if doi and doi not in item.get("URL", "") else "")
    return _line(elements)


def _line(elements: list[str]) -> str:
    """Join elements by `. `; one that ends in an initial's stop takes no second."""
    text = ""
    for element in filter(None, elements):
        text += ("" if not text else " " if text.endswith(".") else ". ") + element
    return text if text.endswith(".") else f"{text}."


def _authors(item: Item) -> str:
    names = item.get("author", [])
    shown = [_name(name) for name in names[:SHOWN_AUTHORS]]
    if len(names) > SHOWN_AUTHORS:
        shown.append("等" if is_chinese(item) else "et al")
    return "，".join(shown)


def is_chinese(item: Item) -> bool:
    """Tell whether the work is Chinese: by its language, else by its title."""
    language = item.get("language", "")
    return language.startswith("zh") if language else bool(_HAN.search(item["title"]))


def _name(name: Name) -> str:
    if "literal" in name:
        return name["literal"]
    family, given = name.get("family", ""), name.get("given", "")
    if _HAN.search(family + given):
        return family + given
    # Godard Jean-Luc is Godard J-L: words by a blank, their parts by the hyphen.
    words = given.replace(".", " ").split()
    initials = ("-".join(part[0] for part in _WORD.findall(word)) for word in words)
    return f"{family} {' '.join(initials)}".strip()


def _number_behind(item: Item) -> str:
    return "" if item["type"] in {"standard", *SERIALS} else item.get("number", "")


def _serial(item: Item) -> str:
    volume, issue = item.get("volume", ""), item.get("issue", "")
    day = year(item) if volume or issue else ""
    where = _joined("，", item.get("container-title"), day or iso(item.get("issued")), volume)
    return _joined("：", where + _in_brackets(issue), item.get("page"))


def _published(item: Item) -> str:
    by = item.get("publisher") or _container(item)
    day = iso(item.get("issued"))
    return _joined("：", _joined("，", by, day), item.get("page"))


def _container(item: Item) -> str:
    return item.get("container-title") or item.get("publisher", "")


def _place(item: Item) -> str:
    return _joined("：", item.get("archive"), item.get("archive_location"))


def _joined(mark: str, *words: str | None) -> str:
    return mark.join(word for word in words if word)


def _in_brackets(text: str | None) -> str:
    return f"（{text}）" if text else ""
