"""The corpus is what it says: the same every time, in the format, with answers that are true."""

import json
from pathlib import Path

import pytest

from tests.corpora.asking import KINDS as QUERY_KINDS
from tests.corpora.concepts import KINDS, concepts, organizations, prose
from tests.corpora.pen import chinese, han
from tests.corpora.sections import MAIN, SECTION
from tests.corpora.synthetic import Case, cases, main, queries

FIELDS = ["id", "url", "title", "summary", "org", "org_full", "place", "tags", "facets", "sections"]
FACETS = ["model", "population", "phase", "org_size"]
SEEDS = (7, 11)


@pytest.fixture(scope="module", params=SEEDS)
def made(request) -> list[Case]:
    return cases(300, request.param)


def written(case: Case) -> str:
    record = case.record
    sections = (line for section in record["sections"] for line in section)
    return "\n".join(
        [record["title"], record["summary"], record["place"], *record["tags"], *sections]
    )


def strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    return [text for each in value for text in strings(each)] if isinstance(value, list) else []


def test_same_seed_same_bytes(tmp_path: Path):
    def run(name: str, seed: str) -> tuple[bytes, bytes]:
        docs, asked = tmp_path / f"{name}-docs.json", tmp_path / f"{name}-queries.json"
        main(["--cases", "120", "--seed", seed, "--docs", str(docs), "--queries", str(asked)])
        return docs.read_bytes(), asked.read_bytes()

    first = run("a", "3")
    assert first == run("b", "3")
    assert not set(first) & set(run("c", "4"))


def test_a_longer_corpus_begins_with_the_shorter():
    assert cases(40, 7) == cases(60, 7)[:40]


def test_format(made: list[Case]):
    assert [case.record["id"] for case in made] == [f"s{number:05d}" for number in range(300)]
    for case in made:
        record = json.loads(json.dumps(case.record, ensure_ascii=False))
        assert list(record) == FIELDS
        assert record["url"] == f"cases/{record['id']}/"
        assert list(record["facets"]) == FACETS
        assert all(values and values == strings(values) for values in record["facets"].values())
        assert 1 <= len(record["tags"]) <= 3
        assert all(len(section) == 2 and all(section) for section in record["sections"])
        assert 450 <= sum(han(text) for _, text in record["sections"]) <= 650
        assert not {"{", "}"} & set(written(case))


def test_every_case_names_each_concept_in_one_form(made: list[Case]):
    """A form stands in a case only if the case knows of it, so no answer is missing."""
    for case in made:
        text = written(case)
        found = {
            concept.id: [form for form in concept.forms if form in text]
            for concept in concepts().values()
        }
        assert {name: forms for name, forms in found.items() if forms} == {
            name: [form] for name, form in case.forms.items()
        }
        wanted = [case.forms[name] for name, grade in case.grades.items() if grade == MAIN]
        assert case.record["tags"] == wanted


def test_queries(made: list[Case]):
    asked = queries(made, 7)
    records = {case.record["id"]: case.record for case in made}
    assert [query["kind"] for query in asked] == [kind for kind in QUERY_KINDS for _ in range(12)]
    assert len({query["id"] for query in asked}) == len(asked)
    assert len({f"{query['q']}{query['filters']}" for query in asked}) == len(asked)
    for query in asked:
        assert list(query) == ["id", "kind", "q", "filters", "rel"]
        assert query["q"].strip()
        assert query["rel"].keys() <= records.keys()
        assert set(query["rel"].values()) <= {1, 2, 3}
        assert max(query["rel"].values()) >= SECTION
        assert bool(query["filters"]) == (query["kind"] == "facet")
        for name in query["rel"]:
            for key, values in query["filters"].items():
                assert set(values) & set(records[name]["facets"][key])


def test_most_synonyms_are_answered_by_another_form(made: list[Case]):
    """What makes the set hard: the words of the query stand in few of its good answers."""
    texts = {case.record["id"]: written(case) for case in made}
    forms = [form for concept in concepts().values() for form in concept.forms]
    good = shown = 0
    for query in queries(made, 7):
        if query["kind"] == "synonym":
            typed = next((form for form in forms if form in query["q"]), query["q"])
            best = [name for name, grade in query["rel"].items() if grade == MAIN]
            good += len(best)
            shown += sum(typed in texts[name] for name in best)
    assert shown < good / 2


def test_concepts_are_well_formed():
    known = concepts()
    assert len(known) >= 60
    assert {concept.kind for concept in known.values()} == set(KINDS)
    forms = [form for concept in known.values() for form in concept.forms]
    assert len(forms) == len(set(forms))
    for concept in known.values():
        assert 2 <= len(concept.forms) <= 5
        assert {*concept.near, *concept.companions} <= known.keys() - {concept.id}
        assert not {*concept.slips, *concept.said, *concept.hant} & set(forms)
        assert all(any(part in form for form in concept.forms) for part in concept.part)
        assert "{f}" in concept.problems[0]
        assert len(concept.problems) == 2
        assert len(concept.steps) == 3


def test_no_prose_speaks_of_a_concept():
    """Forms and slips get into a case only on purpose."""
    lines = strings({key: value for key, value in prose().items() if key != "organizations"})
    lines += [each.full for each in organizations()]
    for concept in concepts().values():
        lines += [*concept.problems, *concept.steps]
    words = [
        word
        for concept in concepts().values()
        for word in (*concept.forms, *concept.slips, *concept.said, *concept.hant)
    ]
    words += [slip for each in organizations() for slip in each.slips]
    assert [(word, line) for word in words for line in lines if word in line] == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (4, "四"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (86, "八十六"),
        (120, "一百二十"),
        (206, "二百零六"),
    ],
)
def test_chinese(number: int, words: str):
    assert chinese(number) == words
