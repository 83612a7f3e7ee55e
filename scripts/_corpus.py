"""A corpus to evaluate on, from two JSON files, in the form that the engine takes.

Records: a list of objects with `id`, `url`, `title` and, all optional, `summary`, `org`,
`org_full`, `place`, `tags`, `facets` {key: [value…]}, `sections` [[heading, text]…].
Queries: a list of objects with `q`, `rel` {record id: 3|2|1} and, optional, `id`, `kind`, `filters`
{facet key: value or [value…]}.
"""

import json
import pathlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from _terminal import ROOT, Stop

from anliku.check import check
from anliku.disk import files_in
from anliku.read import read_document
from anliku.schema.vocabulary import Vocabulary
from anliku.search import Facet, SearchRecord, Section, Thesaurus

SIZE = "org_size"
"""The facet whose values are classes of heads, such as 11-30人."""

_RANGE = re.compile(r"(\d+)\s*(?:-|–|—|~|～|至|到)\s*(\d+)")
_BELOW = re.compile(r"(?:不到|少于|不足|<)\s*(\d+)")
_UP_TO = re.compile(r"(\d+)\s*[人名个]?\s*(?:以下|以内|及以下)|(?:≤|不超过)\s*(\d+)")
_ABOVE = re.compile(r"(?:超过|多于|>)\s*(\d+)")
_FROM = re.compile(r"(\d+)\s*[人名个]?\s*(?:以上|及以上|\+)|(?:≥|至少|不少于)\s*(\d+)")
_HEADS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int | None]]], ...] = (
    (_RANGE, lambda found: (int(found[1]), int(found[2]))),
    (_BELOW, lambda found: (1, int(found[1]) - 1)),
    (_UP_TO, lambda found: (1, int(found[1] or found[2]))),
    (_ABOVE, lambda found: (int(found[1]) + 1, None)),
    (_FROM, lambda found: (int(found[1] or found[2]), None)),
)
"""The wordings of a size class, the first that fits wins."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query, its filters and what answers it."""

    id: str
    kind: str
    text: str
    filters: dict[str, list[str]]
    grades: dict[str, int]


def read_documents(path: pathlib.Path) -> list[dict[str, Any]]:
    """Read the records as they stand."""
    documents = _read(path)
    faulty = [d for d in documents if not {"id", "url", "title"} <= d.keys()]
    if faulty:
        raise Stop(f"{path} 里有 {len(faulty)} 条记录缺 id、url 或 title。")
    if len({d["id"] for d in documents}) != len(documents):
        raise Stop(f"{path} 里有编号相同的记录。")
    return documents


def read_queries(path: pathlib.Path) -> list[Query]:
    """Read the judged queries."""
    found = []
    for number, row in enumerate(_read(path), 1):
        if not {"q", "rel"} <= row.keys():
            raise Stop(f"{path} 的第 {number} 条查询缺 q 或 rel。")
        filters = {key: _several(value) for key, value in (row.get("filters") or {}).items()}
        identity = str(row.get("id", number))
        grades = {str(record): int(grade) for record, grade in row["rel"].items()}
        found.append(Query(identity, row.get("kind", "all"), row["q"], filters, grades))
    return found


def _read(path: pathlib.Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Stop(f"读不了 {path}：{error.strerror}") from error
    except ValueError as error:
        raise Stop(f"{path} 不是 JSON：{error}") from error
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise Stop(f"{path} 应是对象的列表，至少一条。")
    return rows


def _several(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value]


def records_of(documents: Sequence[Mapping[str, Any]]) -> list[SearchRecord]:
    """Adapt documents to what the engine indexes."""
    return [_record(document) for document in documents]


def _record(document: Mapping[str, Any]) -> SearchRecord:
    names = [document.get("org"), document.get("org_full")]
    tags = [str(tag) for tag in document.get("tags") or ()]
    facets = {
        key: tuple(_several(values)) for key, values in (document.get("facets") or {}).items()
    }
    place = [document["place"]] if document.get("place") else []
    return SearchRecord(
        id=str(document["id"]),
        kind="case",
        title=document["title"],
        url=document["url"],
        summary=document.get("summary") or "",
        names=tuple(dict.fromkeys(name for name in names if name)),
        tags=tuple(dict.fromkeys([*tags, *place])),
        sections=tuple(Section(head, text) for head, text in document.get("sections") or ()),
        facets=facets,
        size=heads(facets.get(SIZE, ())),
        note=document.get("org") or "",
    )


def heads(classes: Sequence[str]) -> tuple[int, int | None] | None:
    """Return the interval of heads that a class names; None if it is not understood."""
    text = next(iter(classes), "")
    for pattern, read in _HEADS:
        found = pattern.search(text)
        if found:
            return read(found)
    return None


def facets_of(records: Sequence[SearchRecord]) -> list[Facet]:
    """Return every facet with every value that occurs; sizes ascend, others by their writing."""
    values: dict[str, set[str]] = {}
    for record in records:
        for key, held in record.facets.items():
            values.setdefault(key, set()).update(held)
    return [Facet(key, key, tuple(sorted(held, key=_in_order))) for key, held in values.items()]


def _in_order(value: str) -> tuple[int, str]:
    interval = heads([value])
    return (interval[0] if interval else 0), value


def thesaurus() -> Thesaurus:
    """Return the product's own thesaurus: every vocabulary of the library."""
    folder = "cases/vocabularies"
    files, _ = files_in(ROOT / folder, folder)
    documents = [read_document(file.path, file.content)[0] for file in files]
    catalog, _ = check(document for document in documents if document is not None)
    found = [e.record for e in catalog.entries if isinstance(e.record, Vocabulary)]
    if len(found) < len(files):
        raise Stop(f"{folder} 里有读不了的词表，请先运行 anliku check。")
    return Thesaurus.from_vocabularies(found)
