"""Every entry of the library in every form, read back by other people's programs."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import bibtexparser
import pytest
import rispy

from anliku.references import apa, coins, gbt7714, item_of, to_bibtex, to_csl_json, to_ris
from anliku.references.item import Item
from anliku.render.site import Site
from tests.library import EXAMPLE, ROOT, linked_root

SITE = Site(url="https://anliku.example/")
HOSTILE = '“}{\\"</script>\r\nER  - \n@misc{x, %&_#$~^ 案例\u2028二'
FLAT = " ".join(HOSTILE.split())


@pytest.fixture(scope="module", params=[ROOT, EXAMPLE], ids=["library", "example"])
def items(request) -> list[Item]:
    return [item_of(entry, SITE) for entry in linked_root(request.param).published]


def hostile() -> Item:
    return {
        "id": "boci",
        "type": "report",
        "title": HOSTILE,
        "author": [{"literal": "World Health Organization, Office & Co"}, {"literal": HOSTILE}],
        "publisher": HOSTILE,
        "keyword": "一; 二",
        "issued": {"date-parts": [[2020, 5]]},
        "URL": "https://a.example/%E6%A1%88_b?c=1&d={e}#f",
    }


def test_ris_of_all_entries_reads_back(items) -> None:
    text = to_ris(items)
    assert text.count("\r\n") == text.count("\n")
    read = rispy.loads(text)
    assert [one["id"] for one in read] == [item["id"] for item in items]
    for one, item in zip(read, items, strict=True):
        assert one["type_of_reference"] != "GEN"
        assert one["title"] == " ".join(item["title"].split())
        assert len(one.get("authors", [])) == len(item.get("author", []))
        assert one.get("keywords", []) == [k for k in item.get("keyword", "").split("; ") if k]
        assert [*one.get("urls", []), one.get("url")][0] == item.get("URL")


def test_ris_types_say_what_a_thing_is(items) -> None:
    found = {
        item["type"]: one["type_of_reference"]
        for item, one in zip(items, rispy.loads(to_ris(items)), strict=True)
    }
    wanted = {"report": "RPRT", "webpage": "ELEC", "article-newspaper": "NEWS"}
    assert {kind: found[kind] for kind in wanted if kind in found} == {
        kind: ris for kind, ris in wanted.items() if kind in found
    }
    assert "report" in found


def test_ris_carries_note_and_importance() -> None:
    text = to_ris([hostile()], {"boci": "先读\r\nU1  - 假"}, {"boci": "必读"})
    one = rispy.loads(text)[0]
    assert one["notes"] == ["先读 U1 - 假"]
    assert "U1  - 必读\r\n" in text
    assert text.count("U1  - ") == 1
    assert text.endswith("ER  - \r\n")


def test_ris_takes_hostile_text_as_text() -> None:
    read = rispy.loads(to_ris([hostile(), hostile()]))
    assert [one["title"] for one in read] == [FLAT, FLAT]
    # Readers cut a name at its ASCII comma.
    assert read[0]["authors"][0] == "World Health Organization，Office & Co"


def test_bibtex_of_all_entries_reads_back(items) -> None:
    read = bibtexparser.parse_string(to_bibtex(items))
    assert read.failed_blocks == []
    assert [entry.key for entry in read.entries] == [item["id"] for item in items]
    for entry, item in zip(read.entries, items, strict=True):
        assert ("url" in entry.fields_dict) == ("URL" in item)
        if "URL" in item:
            assert entry["url"] == item["URL"]
        names = entry.fields_dict["author"].value.split(" and ") if "author" in item else []
        assert len(names) == len(item.get("author", []))


def test_bibtex_takes_hostile_text_as_text() -> None:
    text = to_bibtex([hostile(), hostile() | {"id": "haode", "title": "好的"}])
    read = bibtexparser.parse_string(text)
    assert read.failed_blocks == []
    assert [entry.key for entry in read.entries] == ["boci", "haode"]
    title = read.entries[0]["title"]
    for mark in "%&_#$":
        assert title.count(mark) == title.count(f"\\{mark}") == 1
    assert text.count("{") == text.count("}")
    assert r"\textbraceleft{}" in title
    # An institution stays in braces of its own; an address stays as it is.
    assert read.entries[0]["author"].startswith(r"{World Health Organization, Office \& Co} and {")
    assert read.entries[0]["url"] == "https://a.example/%E6%A1%88_b?c=1&d=%7Be%7D#f"


def test_csl_json_has_the_needed_keys_and_no_others(items) -> None:
    read = json.loads(to_csl_json([*items, hostile()]))
    assert read == [*items, hostile()]
    known = set(Item.__annotations__)
    for one in read:
        assert {"id", "type", "title"} <= one.keys() <= known
        for name in one.get("author", []):
            assert ("literal" in name) != ("family" in name)
        for key in ("issued", "accessed"):
            for part in one.get(key, {}).get("date-parts", []):
                assert all(isinstance(number, int) for number in part)


def test_coins_tell_type_title_and_whole_names(items) -> None:
    for item in items:
        read = parse_qs(coins(item), strict_parsing=True)
        assert read["rft.title"] == [item["title"]]
        assert read["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
        names = [*read.get("rft.aucorp", []), *read.get("rft.au", [])]
        assert len(names) == len(item.get("author", []))
        # A reader cuts rft.au at its comma, else at its last blank.
        assert all("," in name or " " not in name for name in read.get("rft.au", []))
    assert parse_qs(coins(hostile()))["rft.aucorp"][0] == "World Health Organization, Office & Co"


def test_lines_of_text_are_one_line_and_end_well(items) -> None:
    for item in items:
        line = gbt7714(item)
        assert "\n" not in line
        assert line.endswith(".")
        assert ".." not in line
        assert ". ." not in line
        assert item["title"].split("\n")[0] in line
        assert item["title"] in apa(item)
