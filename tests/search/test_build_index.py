"""The whole index: the same bytes for the same input, every text as it was, any library."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anliku.search import Facet, SearchRecord, Section, Thesaurus, build_index
from anliku.search.build import CARDS, LINE, TEXTS
from tests.library import ROOT
from tests.search import reader
from tests.search.sample import FACETS, RECORDS, WORDS, concept, thesaurus

ODD = (
    "😀👨‍👩‍👧独居老人",
    "反引号 `code` 与 ${模板}",
    "“引号”'单'\"双\"\\反斜杠",
    "竖线|波浪~分号;尖^号§¶=*!",
    "</script><!-- <b>",
    "\u2028行\u2029段\ttab\r\n换行\0",
    "__proto__ constructor toString",
    "𠮷野家Ⅷ①㈱ﬁ²",
    "   ",
    "的的的的",
)
PLAIN = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
ONE = st.builds(
    SearchRecord,
    id=PLAIN,
    kind=st.sampled_from(["study", "tool"]),
    title=PLAIN,
    url=PLAIN,
    summary=PLAIN,
    names=st.lists(PLAIN, max_size=2).map(tuple),
    tags=st.lists(PLAIN, max_size=2).map(tuple),
    sections=st.lists(st.builds(Section, PLAIN, PLAIN, PLAIN), max_size=2).map(tuple),
    facets=st.dictionaries(
        st.sampled_from(["kind", "place"]), st.lists(PLAIN, max_size=2).map(tuple)
    ),
    note=PLAIN,
)


def digest(files: dict[str, str]) -> str:
    """Return a mark of paths and bytes."""
    return hashlib.sha256(json.dumps(sorted(files.items())).encode()).hexdigest()


def cards(files: dict[str, str]) -> list[list[str]]:
    """Return all cards in the order of their numbers."""
    return reader.lots(files, "c")


def holders(files: dict[str, str]) -> dict[str, dict[str, set[str]]]:
    """Return for each facet the ids of the records of each value."""
    ids = [card[0] for card in cards(files)]
    table, _ = reader.called(files["facets.js"])[1]
    return {
        key: {
            value: {ids[n] for n in reader.rising(row)}
            for value, row in zip(values, rows, strict=True)
        }
        for (key, _, values), rows in zip(reader.manifest(files)["facets"], table, strict=True)
    }


def test_same_bytes_in_another_process() -> None:
    """Neither the hash seed of Python nor the order of the records changes a byte."""
    code = (
        "import random; from anliku.search import build_index;"
        "from tests.search.sample import *; from tests.search.test_build_index import digest;"
        "mixed = random.Random(1).sample(RECORDS, len(RECORDS));"
        "print(digest(build_index(mixed, WORDS, FACETS)))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == digest(build_index(RECORDS, WORDS, FACETS))


def test_order_of_records_is_their_own() -> None:
    """Records that differ in nothing but their id have an order, too."""
    twins = [SearchRecord(f"r{n}", "study", "同样的标题", f"{n}.html") for n in range(30)]
    mixed = random.Random(3).sample(twins, len(twins))  # noqa: S311 - an order, no secret
    assert build_index(mixed, WORDS, ()) == build_index(twins, WORDS, ())


def test_another_text_is_another_version() -> None:
    """A browser that kept older files sees by the version that they are older."""
    changed = [*RECORDS[1:], SearchRecord("songcai", "study", "改过的标题", "songcai.html")]
    versions = {
        reader.manifest(build_index(records, WORDS, FACETS))["version"]
        for records in (RECORDS, changed, RECORDS[1:])
    }
    assert len(versions) == 3


def test_every_file_says_its_own_name() -> None:
    """A file that arrives is known by the name that it was asked by."""
    for path, text in build_index(RECORDS, WORDS, FACETS).items():
        assert reader.called(text)[0] == path.removesuffix(".js").replace("/", "")


def test_every_record_has_its_card_and_its_texts() -> None:
    """Cards and texts stand at the number of the record, in files of a fixed size."""
    files = build_index(RECORDS, WORDS, FACETS)
    told = reader.manifest(files)
    assert (told["count"], told["cards"], told["texts"]) == (len(RECORDS), CARDS, TEXTS)
    by_id = {record.id: record for record in RECORDS}
    assert sorted(by_id) == sorted(card[0] for card in cards(files))
    for card, texts in zip(cards(files), reader.lots(files, "t"), strict=True):
        record = by_id[card[0]]
        assert card[1:4] == [record.kind, record.url, record.title]
        assert card[5] == record.note
        assert texts == [[s.heading, s.anchor, s.text] for s in record.sections]


@pytest.mark.parametrize("length", [0, 1, LINE - 1, LINE, LINE + 1, 5000])
def test_a_line_that_is_cut_says_so(length: int) -> None:
    """The line on a card ends with an ellipsis only where something is left out."""
    record = SearchRecord("a", "study", "甲", "a.html", summary="长" * length)
    line = cards(build_index([record], WORDS, ()))[0][4]
    assert line == record.summary or (line.endswith("…") and record.summary.startswith(line[:-1]))
    assert (line == record.summary) == (length <= LINE)
    assert len(line) <= LINE


def test_facet_values_are_those_of_the_records() -> None:
    """Each value names its records; one that the facet does not know is left out."""
    odd = SearchRecord(
        "odd",
        "study",
        "离题的条目",
        "odd.html",
        facets={"place": ("月球", "城区"), "colour": ("红",)},
    )
    records = (*RECORDS, odd)
    found = holders(build_index(records, WORDS, FACETS))
    assert found == {
        facet.key: {
            value: {r.id for r in records if value in r.facets.get(facet.key, ())}
            for value in facet.values
        }
        for facet in FACETS
    }


def test_a_value_given_twice_counts_once() -> None:
    """An entry that names a value twice is one entry of it."""
    record = SearchRecord("a", "study", "甲", "a.html", facets={"place": ("城区", "城区")})
    found = holders(build_index([record], WORDS, (Facet("place", "地点", ("城区", "乡镇")),)))
    assert found == {"place": {"城区": {"a"}, "乡镇": set()}}


def test_empty_library() -> None:
    """A library of nothing is a whole index that finds nothing."""
    files = build_index((), Thesaurus(()), ())
    assert reader.manifest(files)["count"] == 0
    assert list(reader.rows(files)) == []
    assert cards(files) == []
    assert {"manifest.js", "words.js", "facets.js", "simplified.js"} <= files.keys()


def test_one_record() -> None:
    """A library of one entry finds it by its title."""
    record = SearchRecord("a", "study", "独居老人送药", "a.html")
    found = {term: text for _, term, text in reader.rows(build_index([record], WORDS, FACETS))}
    assert set(reader.posting(found["独居"])) == {0}
    assert set(reader.posting(found["=独居老人送药"])) == {0}


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_come_back(text: str) -> None:
    """Emoji, quotes and separators in every field reach the card and the passage unchanged."""
    record = SearchRecord(
        id="a", kind="study", title=text, url=text, summary=text, names=(text,), tags=(text,),
        sections=(Section(text, text, text),), facets={"place": (text,)}, note=text, reading=text,
    )  # fmt: skip
    words = thesaurus(concept("独居老人", "空巢老人"))
    files = build_index([record, *RECORDS[:3]], words, (Facet("place", text, (text,)),))
    assert [card for card in cards(files) if card[0] == "a"] == [
        ["a", "study", text, text, text, text]
    ]
    assert [[text, text, text]] in reader.lots(files, "t")
    assert reader.manifest(files)["facets"] == [["place", text, [text]]]
    assert all(reader.posting(row) for _, term, row in reader.rows(files) if term[0] not in "^¶")


def test_a_very_long_text() -> None:
    """A text of 20,000 characters is kept whole, and found by its last words."""
    text = "上门之前先打电话。" * 2222 + "末尾写着鹭鸶两个字"
    record = SearchRecord("a", "study", "甲", "a.html", sections=(Section("记录", text),))
    files = build_index([record, *RECORDS], WORDS, FACETS)
    assert len(text) > 20_000
    assert [["记录", "", text]] in reader.lots(files, "t")
    assert "鹭鸶" in {term for _, term, _ in reader.rows(files)}


@settings(max_examples=25)
@given(st.lists(ONE, max_size=4, unique_by=lambda record: record.id))
def test_any_library_makes_files_that_can_be_read(records: list[SearchRecord]) -> None:
    """Whatever texts entries hold, every file is read back; postings name these records only."""
    files = build_index(records, WORDS, FACETS)
    assert sorted(card[0] for card in cards(files)) == sorted(record.id for record in records)
    for _, term, row in reader.rows(files):
        if term[0] not in "^¶":
            assert set(reader.posting(row)) <= set(range(len(records)))


def test_traditional_characters_of_the_library() -> None:
    """The table holds what this library can use: each old character with one new one."""
    old, new = reader.called(build_index(RECORDS, WORDS, FACETS)["simplified.js"])[1]
    assert len(old) == len(new)
    table = dict(zip(old, new, strict=True))
    assert {"獨": "独", "藥": "药", "長": "长"}.items() <= table.items()
    assert "龘" not in table
