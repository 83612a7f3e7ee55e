"""The arithmetic of the search evaluation, against numbers worked out by hand."""

import math

import pytest


@pytest.fixture
def measures(load):
    return load("_measures")


GRADES = {"a": 3, "b": 2, "c": 1}


@pytest.mark.parametrize(
    ("hits", "first", "expected"),
    [
        (["a"], 1, True),
        (["b"], 1, True),
        (["c"], 1, False),  # in passing only
        (["x", "c", "x", "x", "b"], 5, True),
        (["x", "c", "x", "x", "x", "b"], 5, False),  # the sixth
        ([], 5, False),
    ],
)
def test_success_wants_a_good_record_among_the_first(measures, hits, first, expected):
    assert measures.success(hits, GRADES, first) is expected


def test_the_best_order_is_one_and_an_empty_answer_is_nothing(measures):
    assert measures.ndcg(["a", "b", "c"], GRADES) == 1
    assert measures.ndcg([], GRADES) == 0
    assert measures.ndcg(["x", "y"], GRADES) == 0


def test_gain_is_two_to_the_grade_and_falls_with_the_place(measures):
    best = 7 / math.log2(2) + 3 / math.log2(3) + 1 / math.log2(4)
    found = 1 / math.log2(2) + 0 + 7 / math.log2(4)
    assert measures.ndcg(["c", "x", "a"], GRADES) == pytest.approx(found / best)


def test_only_ten_hits_count_and_the_best_is_cut_alike(measures):
    many = {f"d{n}": 3 for n in range(30)}
    assert measures.ndcg([f"d{n}" for n in range(10)], many) == 1
    late = [*(f"x{n}" for n in range(10)), "d0"]
    assert measures.ndcg(late, many) == 0


def test_a_record_listed_twice_gains_once(measures):
    assert measures.ndcg(["a", "a"], {"a": 3}) == 1
    assert measures.ndcg(["a", "a", "b"], GRADES) < measures.ndcg(["a", "b", "x"], GRADES)


def test_a_query_without_an_answer_in_the_corpus_counts_nowhere(measures):
    judged = [
        measures.Judged("org", ["a"], {"a": 3}),
        measures.Judged("org", [], {"a": 3}),
        measures.Judged("org", [], {}),
        measures.Judged("org", ["x"], {"y": 0}),
    ]
    assert measures.quality(judged) == {
        "queries": 2,
        "success_at_1": 0.5,
        "success_at_5": 0.5,
        "ndcg_at_10": 0.5,
        "zero_result_rate": 0.5,
    }


def test_kinds_are_averaged_apart_and_an_empty_one_has_no_average(measures):
    judged = [
        measures.Judged("typo", ["x", "a"], {"a": 2}),
        measures.Judged("org", ["a"], {"a": 2}),
        measures.Judged("trad", [], {}),
    ]
    found = measures.quality_by_kind(judged)
    assert list(found) == ["typo", "org", "trad"]
    assert found["typo"]["success_at_1"] == 0
    assert found["typo"]["success_at_5"] == 1
    assert found["org"]["ndcg_at_10"] == 1
    assert found["trad"]["queries"] == 0
    assert found["trad"]["ndcg_at_10"] is None


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([3, 1, 2], 50, 2),
        ([4, 1, 3, 2], 50, 2),  # a value that occurs, never one between
        (list(range(1, 101)), 95, 95),
        (list(range(1, 22)), 95, 20),
        ([7], 95, 7),
        ([], 50, None),
    ],
)
def test_percentile_is_a_value_that_occurs(measures, values, percent, expected):
    assert measures.percentile(values, percent) == expected


def test_spread_rounds_and_bears_nothing(measures):
    assert measures.spread([1.234, 5.678]) == {"p50": 1.23, "p95": 5.68, "max": 5.68}
    assert measures.spread([10, 20], digits=None) == {"p50": 10, "p95": 20, "max": 20}
    assert measures.spread([]) == {"p50": None, "p95": None, "max": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11-30人", (11, 30)),
        ("31–100 人", (31, 100)),
        ("10人以下", (1, 10)),  # 以下 and 以上 include the number
        ("不到10人", (1, 9)),
        ("100人以上", (100, None)),
        ("超过100人", (101, None)),
        ("100+", (100, None)),
        ("规模不详", None),
    ],
)
def test_a_class_of_sizes_becomes_an_interval(load, text, expected):
    assert load("_corpus").heads([text]) == expected
