"""Postings in files: every term is found again where a browser looks for it."""

from __future__ import annotations

import random
from functools import cache

import pytest

from anliku.search import SearchRecord, Section, Thesaurus, build_index
from anliku.search.codec import BITS
from anliku.search.impacts import weigh
from anliku.search.normal import RUN, normal
from anliku.search.shards import FEWEST, TARGET
from tests.search import reader
from tests.search.sample import FACETS, RECORDS, WORDS


@cache
def built() -> dict[str, str]:
    """Return the index of the sample."""
    return build_index(RECORDS, WORDS, FACETS)


def key(term: str) -> str:
    """Return what a browser hashes to find a row."""
    if term[0] == "¶":
        return f"§{term[1:]}"
    word = term[1:] if term[0] in "=^" else term
    return word[:2] if term[0] in "=^" and not word.isascii() else word


def test_each_row_stands_where_it_is_looked_for() -> None:
    """The hash of a term leads to the shard that holds its row, once."""
    count = reader.manifest(built())["shards"]
    terms = [term for _, term, _ in reader.rows(built())]
    assert len(terms) == len(set(terms))
    assert [
        term for shard, term, _ in reader.rows(built()) if reader.hashed(key(term)) % count != shard
    ] == []


def test_each_term_comes_back_with_its_records() -> None:
    """Every posting that was weighed stands in some shard, level by level."""
    ids = [card[0] for card in reader.lots(built(), "c")]
    weighed = weigh(sorted(RECORDS, key=lambda record: ids.index(record.id)), WORDS)
    found = {term: text for _, term, text in reader.rows(built()) if term[0] not in "^¶"}
    assert found.keys() == weighed.postings.keys()
    for term, entries in weighed.postings.items():
        expected = {entry >> BITS: entry & (1 << BITS) - 1 for entry in entries}
        assert reader.posting(found[term]) == expected, term


def test_postings_name_records_that_are_there() -> None:
    """No posting names a record beyond the last."""
    count = reader.manifest(built())["count"]
    for _, term, text in reader.rows(built()):
        if term[0] not in "^¶":
            assert set(reader.posting(text)) <= set(range(count)), term


def test_begun_words_are_whole_words() -> None:
    """Each item after `^` is the rest of a word or name, with groups that the index holds."""
    groups = {term for _, term, _ in reader.rows(built()) if term[0] == "§"}
    words = set()
    for _, term, text in reader.rows(built()):
        if term[0] != "^":
            continue
        for item in text.split(";"):
            rest = "".join(RUN.findall(item.partition("*")[0])[:1]) if item[:1] >= "\u3400" else ""
            marked = item[len(rest) :].lstrip("*").replace("!", "")
            assert {f"§{n}" for n in reader.numbers(marked)} <= groups
            words.add(term[1:] + rest)
    assert {"独居老人", "上门探访", "新禾社工站", "同行"} <= words
    assert words <= {*WORDS.words, *(normal(n) for r in RECORDS for n in r.names)}


def test_words_of_a_group_stand_in_the_library() -> None:
    """What is shown as other words of a group is written somewhere."""
    texts = normal(
        "\n".join(
            "\n".join((r.title, r.summary, *r.tags, *(s.text for s in r.sections))) for r in RECORDS
        )
    )
    shown = [
        word for _, term, text in reader.rows(built()) if term[0] == "¶" for word in text.split()
    ]
    assert "空巢老人" in shown
    assert [word for word in shown if word not in texts] == []


@pytest.mark.parametrize("records", [(), RECORDS[:1]], ids=["none", "one"])
def test_few_records_make_few_shards(records: tuple[SearchRecord, ...]) -> None:
    """A library of nothing or of one entry has shards, too; all are asked for without a gap."""
    files = build_index(records, Thesaurus(()), ())
    assert reader.manifest(files)["shards"] == FEWEST
    assert [path for path in files if path.startswith("s/")] == [f"s/{n}.js" for n in range(FEWEST)]


def test_no_shard_is_out_of_proportion() -> None:
    """On a library of hundreds, the biggest shard is its biggest row and a few times the target."""
    dice = random.Random(7)  # noqa: S311 - texts, no secrets
    clauses = [
        c for r in RECORDS for s in r.sections for c in s.text.replace("。", "，").split("，")
    ]
    records = [
        SearchRecord(
            id=f"r{n}",
            kind="study",
            title=dice.choice(clauses),
            url=f"r{n}.html",
            tags=tuple(dice.sample(list(WORDS.words), 3)),
            sections=(Section("做法", "，".join(_shaken(dice, dice.choices(clauses, k=30)))),),
        )
        for n in range(400)
    ]
    files = build_index(records, WORDS, ())
    sizes = [len(text.encode()) for path, text in files.items() if path.startswith("s/")]
    row = max(len(f"{term}~{text}|".encode()) for _, term, text in reader.rows(files))
    assert len(sizes) > FEWEST
    assert max(sizes) <= row + 4 * TARGET


def _shaken(dice: random.Random, clauses: list[str]) -> list[str]:
    """Return clauses with a word of two rare characters in each, as names and places have them."""
    return [
        clause + chr(dice.randint(0x4E00, 0x9F00)) + chr(dice.randint(0x4E00, 0x9F00))
        for clause in clauses
    ]
