"""The data of 找案例: every entry once, facets as in the pages, rows that the search can name."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest

from anliku.publish import publish
from anliku.publish.browse_files import LOT, PARTS, _script
from anliku.publish.frame import PlainFrame
from anliku.render import render
from anliku.render.facets import browsed, facet_tables
from anliku.render.site import Site
from anliku.search import joined_script
from anliku.search.build import CARDS as LOT_OF_SEARCH
from anliku.search.codec import DIGITS
from tests.corpora.catalog import library, site_files
from tests.library import EXAMPLE, linked_root
from tests.search.test_engine_script import NEVER

STATEMENT = re.compile(r'\(window\.anlikuBrowse=window\.anlikuBrowse\|\|\{\}\)\["(\w+)"\]=(.*);\n')
INDEX = "assets/browse/index/"
CARDS = re.compile(r"assets/search/index/c/(\d+)\.js")
LARGEST = 150_000 / 10_000
"""Bytes on the line for each entry: 150 KB at ten thousand."""


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    """Return the example's files as text."""
    linked, site = linked_root(EXAMPLE), Site()
    files = publish(linked, site, render(linked, site), PlainFrame(site))
    binary = (".png", ".docx", ".pptx", ".zip")
    texts = (file for file in files if not file.path.endswith(binary))
    return {file.path: file.content.decode() for file in texts}


@pytest.fixture(scope="module")
def values(published: dict[str, str]) -> dict[str, Any]:
    """Return the value of each file of data, each being one statement."""
    found = {}
    for path, text in published.items():
        if path.startswith(INDEX):
            match = STATEMENT.fullmatch(text)
            assert match is not None, path
            assert f"{INDEX}{match[1]}.js" == path
            found[match[1]] = json.loads(match[2])
    return found


def rows_of(text: str) -> list[int]:
    """Read rising numbers, as the browser does."""
    found, at, value, shift = [], -1, 0, 0
    for character in text:
        digit = DIGITS.index(character)
        value |= (digit & 31) << shift
        if digit & 32:
            shift += 5
            continue
        at += value + 1
        found.append(at)
        value = shift = 0
    return found


def test_every_entry_has_a_card(values: dict[str, Any]) -> None:
    """Cards stand in lots, in the order of rows, with the words of the page's own cards."""
    entries = browsed(linked_root(EXAMPLE))
    lots = [values[str(n)] for n in range(-(-len(entries) // LOT))]
    assert [len(lot) for lot in lots[:-1]] == [LOT] * (len(lots) - 1)
    cards = [card for lot in lots for card in lot]
    assert [card[1] for card in cards] == [entry.address for entry in entries]
    assert [card[2] for card in cards] == [entry.title for entry in entries]
    assert values["data"]["count"] == len(entries)
    assert values["data"]["lot"] == LOT


def test_facets_hold_the_rows_of_their_values(values: dict[str, Any]) -> None:
    """What the browser decodes is what the pages know."""
    linked = linked_root(EXAMPLE)
    entries = browsed(linked)
    found = {
        key: {
            label: {entries[row].id for row in rows_of(text)}
            for label, text in zip(labels, texts, strict=True)
        }
        for key, _, labels, _, texts in values["data"]["facets"]
    }
    expected = {
        table.key: {value.label: {entry.id for entry in value.entries} for value in table.values}
        for table in facet_tables(linked, entries)
    }
    assert found == expected
    for _, _, labels, depths, _ in values["data"]["facets"]:
        assert len(depths) == len(labels)


def test_the_page_begins_with_cases(values: dict[str, Any]) -> None:
    """Without a choice the page shows cases: a value that the facet of kinds has."""
    kinds = next(facet for facet in values["data"]["facets"] if facet[0] == "kind")
    assert set(values["data"]["base"]["kind"]) <= set(kinds[2])


def test_order_of_pinyin(values: dict[str, Any]) -> None:
    """Every row once, by reading."""
    entries = browsed(linked_root(EXAMPLE))
    assert sorted(values["pinyin"]) == list(range(len(entries)))
    titles = [entries[row].title for row in values["pinyin"]]
    assert titles.index("示例模式：按楼栋分工") < titles.index("示例做法：楼栋看望名单")


def test_rows_of_the_search(published: dict[str, str], values: dict[str, Any]) -> None:
    """The record of a number in the search is the entry of its row; both name the same index."""
    cards: dict[int, str] = {}
    for path, text in published.items():
        if match := CARDS.fullmatch(path):
            for place, card in enumerate(json.loads(text.partition(",")[2].rstrip()[:-1])):
                cards[int(match[1]) * LOT_OF_SEARCH + place] = card[0]
    entries = browsed(linked_root(EXAMPLE))
    rows = values["order"]["rows"]
    assert [entries[row].id for row in rows] == [cards[number] for number in sorted(cards)]
    assert f'"version":"{values["order"]["index"]}"' in published["assets/search/index/manifest.js"]


def test_texts_cannot_end_the_script(published: dict[str, str]) -> None:
    """No angle bracket stands in the data, so that a page may hold it."""
    assert "</script" not in _script("x", "甲</script>")
    assert not [path for path, text in published.items() if path.startswith(INDEX) and "<" in text]


@pytest.mark.parametrize("word", NEVER)
def test_script_does_without(word: str) -> None:
    """It works from a folder, runs no text as code, tells nobody, and uses no new syntax."""
    assert word not in joined_script("browse", PARTS)


def test_what_loads_with_the_page_is_small() -> None:
    """At ten thousand entries the data of the facets is to stay below 150 KB on the line."""
    linked = library(1500, 2)
    files = {file.path: file.content for file in site_files(linked, search=False)}
    size = len(gzip.compress(files[f"{INDEX}data.js"], 6))
    assert size < LARGEST * len(browsed(linked))
    assert (
        max(len(gzip.compress(c, 6)) for p, c in files.items() if re.search(r"/index/\d+\.js$", p))
        < 8_000
    )


def test_same_bytes_each_time(published: dict[str, str]) -> None:
    """The same library gives the same files."""
    linked, site = linked_root(EXAMPLE), Site()
    again = publish(linked, site, render(linked, site), PlainFrame(site))
    assert {f.path: f.content.decode() for f in again if f.path.startswith("assets/browse")} == {
        path: text for path, text in published.items() if path.startswith("assets/browse")
    }
