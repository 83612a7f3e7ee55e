"""The data of 放在一起比: rows from the schema, each entry's cells and facts, odd entries."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from anliku.link.linked import LinkedCatalog
from anliku.publish.compare_files import FOLDER, compare_files, compared
from anliku.render.compare_rows import COMPARED, LEFT_OUT, MOST, lines, rows_of
from anliku.schema.kinds import KINDS
from anliku.schema.walk import fields_of
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root
from tests.search.test_engine_script import NEVER

STATEMENT = re.compile(
    r'\(window\.anlikuCompared=window\.anlikuCompared\|\|\{\}\)\["([a-z0-9-]+)"\]=(.*);\n'
)
ENTRIES = f"{FOLDER}/entries/"
ALL = [ROOT, EXAMPLE]
NAMES = ["library", "example"]


def texts_of(linked: LinkedCatalog) -> dict[str, str]:
    """Return the files as text."""
    return {file.path: file.content.decode() for file in compare_files(linked)}


def values_of(linked: LinkedCatalog) -> dict[str, dict[str, Any]]:
    """Return the value of each entry's file, each being one statement."""
    found = {}
    for path, text in texts_of(linked).items():
        if path.startswith(ENTRIES):
            match = STATEMENT.fullmatch(text)
            assert match is not None, path
            assert path == f"{ENTRIES}{match[1]}.js"
            found[match[1]] = json.loads(match[2])
    return found


def runs_of(value: dict[str, Any]) -> list[Any]:
    """Return every run of every statement of an entry."""
    return [run for items, _ in value["cells"].values() for item in items for run in item[0]]


@pytest.mark.parametrize("root", ALL, ids=NAMES)
def test_every_entry_has_its_file(root) -> None:
    """Published models, cases and practices, and what became of merged ones; nothing else."""
    linked = linked_root(root)
    compares = {kind.name for kind in COMPARED}
    assert compares == {"model", "case", "practice"}
    published = {entry.id for entry in linked.published if entry.kind.name in compares}
    merged = {one.id for one in linked.catalog.merged if one.kind.name in compares}
    assert published
    assert set(values_of(linked)) == published | merged


def test_a_merged_entry_says_where_it_went() -> None:
    """The title it had, and the id of the other: the comparison goes on with that."""
    linked = linked_root(EXAMPLE)
    value = values_of(linked)["shili-jiutiaomu"]
    assert value == {"title": "示例：旧的条目", "into": "shili-songfan"}
    assert values_of(linked)[value["into"]]["kind"] == "case"


def test_rows_are_those_of_the_schema() -> None:
    """rows.js: each kind's fields in the order and words of its schema, without the common ones."""
    text = texts_of(linked_root(EXAMPLE))[f"{FOLDER}/rows.js"]
    rows = json.loads(text.removeprefix("window.anlikuRows=").removesuffix(";\n"))
    assert rows["most"] == MOST
    for name, (label, given) in rows["kinds"].items():
        assert label == KINDS[name].label
        fields = fields_of(KINDS[name].record)
        own = [key for key in fields if key not in LEFT_OUT]
        heads = list(dict.fromkeys(key.partition(".")[0] for key, _ in given))
        assert heads[: len(own)] == own
        assert set(heads[len(own) :]) <= {"cases", "evidence"}
        for key, words in given:
            if key in fields:
                assert words == fields[key][1].title
    assert [row.key for row in rows_of(KINDS["model"])] == [key for key, _ in given_of(rows)]


def test_a_withdrawn_entry_shows_nothing() -> None:
    """That it was withdrawn, and not a word of it."""
    cases = EXAMPLE / "cases"
    texts = {
        path.relative_to(cases).as_posix(): path.read_text(encoding="utf-8")
        for path in cases.rglob("*.yml")
    }
    path = "models/shili-moshi-er.yml"
    texts[path] = re.sub(r"(?m)^status: .*$", "status: 已撤回", texts[path], count=1)
    whole = examine_texts(texts).linked
    assert whole is not None
    assert values_of(whole)["shili-moshi-er"] == {"withdrawn": True}


def given_of(rows: dict[str, Any]) -> list[list[str]]:
    """Return the rows of models."""
    return rows["kinds"]["model"][1]


@pytest.mark.parametrize("root", ALL, ids=NAMES)
def test_marks_lead_to_the_facts_of_their_entry(root) -> None:
    """Each number is a fact in the list, each fact is used and leads to its place in a source."""
    linked = linked_root(root)
    for entry_id, value in values_of(linked).items():
        if "into" in value:
            continue
        numbers = [run for run in runs_of(value) if isinstance(run, int)]
        assert set(numbers) == set(range(len(value["facts"]))), entry_id
        for fact in value["facts"]:
            place = linked.facts.by_ref[fact["ref"]]
            assert fact["text"] == place.fact.text
            assert fact["basis"] == place.fact.basis
            assert fact["address"] == f"{place.source.address}#{place.fact.id}"
            assert fact["view"] == bool(fact["holder"])


def test_facts_are_those_that_the_fields_cite() -> None:
    """A statement's own citations stand behind it, in their order."""
    linked = linked_root(ROOT)
    checked = 0
    for entry in linked.published:
        if entry.kind.name != "case":
            continue
        value = compared(entry, linked)
        for part, item in zip(entry.record.actions, value["cells"]["actions"][0], strict=True):
            refs = [value["facts"][run]["ref"] for run in item[0] if isinstance(run, int)]
            assert refs == list(part.cite)
            checked += len(refs)
    assert checked > 20


@pytest.mark.parametrize("root", ALL, ids=NAMES)
def test_whose_words_a_statement_is(root) -> None:
    """编者归纳 and 来源明言 stay with the conditions of a case, as the entry has them."""
    linked = linked_root(root)
    seen = set()
    for entry in linked.published:
        for key, (name, _) in fields_of(entry.kind.record).items():
            parts = getattr(entry.record, name)
            if entry.kind not in COMPARED or not isinstance(parts, tuple) or not parts:
                continue
            if not hasattr(parts[0], "origin"):
                continue
            items = compared(entry, linked)["cells"][key][0]
            assert [item[1] for item in items] == [part.origin or "" for part in parts]
            seen |= {part.origin for part in parts}
    assert "编者归纳" in seen


def test_what_a_source_does_not_say_is_kept() -> None:
    """Every unstated path of an entry appears in a cell, in words."""
    linked = linked_root(ROOT)
    kept = 0
    for entry in linked.published:
        if entry.kind not in COMPARED:
            continue
        value = compared(entry, linked)
        said = [words for _, unsaid in value["cells"].values() for words in unsaid]
        rows = {row.key for row in rows_of(entry.kind)}
        own = [
            path
            for path in entry.record.unstated
            if any(path == key or path.startswith(f"{key}.") for key in rows)
        ]
        assert len(said) == len(own), entry.id
        assert all(re.search(r"[\u4e00-\u9fff]", words) for words in said)
        kept += len(said)
    assert kept > 20


def test_near_ones_are_of_the_same_kind() -> None:
    """Suggestions can be compared, are published, and say why they are near."""
    linked = linked_root(ROOT)
    values = values_of(linked)
    assert any(value["near"] for value in values.values())
    for entry_id, value in values.items():
        for other, title, why in value["near"]:
            assert other != entry_id
            assert values[other]["kind"] == value["kind"]
            assert values[other]["title"] == title
            assert why


def test_an_entry_compared_with_itself_does_not_differ() -> None:
    """Twice the same: no row differs; and two others do."""
    linked = linked_root(ROOT)
    cases = [entry for entry in linked.published if entry.kind.name == "case"][:2]
    assert not [line for line in lines((cases[0], cases[0]), linked) if line.differs]
    assert [line for line in lines(cases, linked) if line.differs]
    assert lines((), linked) == ()


def test_script_is_one_that_any_page_may_run() -> None:
    """No eval, no fetch, no markup from strings, no other origin."""
    text = texts_of(linked_root(EXAMPLE))[f"{FOLDER}/compare.js"]
    assert [word for word in NEVER if word in text] == []
