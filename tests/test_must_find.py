"""The list of what must be found: sound, varied, and answered by the entries that it wants."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
import yaml

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.schema.walk import walk
from tests.library import ROOT, linked_root

KINDS = ("说法", "单位", "拼音", "繁体", "错字", "半截", "整句", "规模", "筛选", "名词")


@dataclass(frozen=True)
class MustFind:
    """A query, and the entries of which one must stand among the first answers."""

    q: str
    want: list[str]
    kind: str
    says: list[str]
    filters: Mapping[str, list[str]] = field(default_factory=dict)
    within: int = 3

    def __str__(self) -> str:
        """Show the query with its filters."""
        chosen = "".join(f"＋{value}" for values in self.filters.values() for value in values)
        return f"{self.kind}“{self.q}”{chosen}"


LIST = [
    MustFind(**line)
    for line in yaml.safe_load(
        (ROOT / "tests" / "corpora" / "must_find.yml").read_text(encoding="utf-8")
    )
]


def entry(entry_id: str) -> Entry:
    """Return an entry of the real library."""
    return linked_root(ROOT).catalog.by_id[entry_id]


def text(one: Entry) -> str:
    """Return the own words of an entry, without its citations and line breaks."""
    strings = (value for _, _, value in walk(one.record) if isinstance(value, str))
    return "\n".join("".join(plain(string).split("\n")) for string in strings)


def values(one: Entry, facet: str) -> tuple[str, ...]:
    """Return the values of an entry in a facet."""
    if facet == "kind":
        return (one.kind.label,)
    return getattr(one.record, {"phase": "phases"}.get(facet, facet), ())


def fits(entry_id: str, filters: Mapping[str, list[str]]) -> bool:
    """Tell whether an entry has one of the chosen values in each facet."""
    return all(
        set(chosen) & set(values(entry(entry_id), facet)) for facet, chosen in filters.items()
    )


def simple(query: str) -> str:
    """Return a query in one width and one case, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", query).casefold().split())


def test_list_is_long_and_varied() -> None:
    """There are many queries, of every kind and of no other."""
    assert len(LIST) >= 80
    counts = Counter(line.kind for line in LIST)
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= 6, counts


def test_no_query_stands_twice() -> None:
    """The same words with the same filters are asked once."""
    counts = Counter((simple(line.q), str(line.filters)) for line in LIST)
    assert [asked for asked, count in counts.items() if count > 1] == []


def test_few_queries_copy_a_title() -> None:
    """At most one in ten is the title of an entry: that much any engine finds."""
    titles = {simple(one.title) for one in linked_root(ROOT).published}
    copies = [line.q for line in LIST if simple(line.q) in titles]
    assert len(copies) <= len(LIST) / 10, copies


def wanted() -> Iterator[tuple[MustFind, str]]:
    """Yield every line with every id it wants."""
    for line in LIST:
        for entry_id in line.want:
            yield line, entry_id


def test_wanted_entries_are_published() -> None:
    """Every wanted id is an entry that readers see and the search knows."""
    there = {one.id for one in linked_root(ROOT).published if one.kind.name != "vocabulary"}
    assert [(str(line), found) for line, found in wanted() if found not in there] == []


def test_wanted_entries_answer() -> None:
    """Every wanted entry says in its own words what the query asks for."""
    silent = [
        (str(line), found)
        for line, found in wanted()
        if not any(said in text(entry(found)) for said in line.says)
    ]
    assert silent == []


def test_wants_are_narrow() -> None:
    """A line wants a handful of entries, high up: nearly everything would be no demand."""
    assert [str(line) for line in LIST if not 1 <= len(set(line.want)) <= 5] == []
    assert [str(line) for line in LIST if line.within not in {1, 2, 3}] == []


def test_wanted_entries_pass_the_filters() -> None:
    """Only queries of their own kind are filtered, and what they want is left by the filter."""
    assert [str(line) for line in LIST if bool(line.filters) != (line.kind == "筛选")] == []
    assert [str(line) for line, found in wanted() if not fits(found, line.filters)] == []


@pytest.mark.parametrize("kind", ["繁体", "错字"])
def test_written_otherwise_than_in_the_library(kind: str) -> None:
    """A slip, or a query in traditional characters, is not in the texts as it is typed."""
    texts = [text(one) for one in linked_root(ROOT).published if one.kind.name != "vocabulary"]
    plainly = [line.q for line in LIST if line.kind == kind and any(line.q in t for t in texts)]
    assert plainly == []


def test_pinyin_is_typed_in_letters() -> None:
    """A query in pinyin has no Han character."""
    assert [line.q for line in LIST if line.kind == "拼音" and not line.q.isascii()] == []
