"""怎么选: the rule on every combination of answers, and what the entries make of it."""

from __future__ import annotations

from typing import get_args

import pytest

from anliku.link.fit import GROUPS, Level, Rule, cases_of, choose, firsts_of, judge
from anliku.link.fit_rules import behind, first_answers, firsts, fitting, rules_of
from anliku.schema.choices import Expertise, Need, People, Permission, Relation
from anliku.schema.finder import NONE, QUESTIONS, UNSURE
from anliku.schema.model import Requirements
from tests.answers import every_answer, more, odd_rules, unsure
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

ANSWERS = list(every_answer())
LIBRARIES = {
    "real": lambda: rules_of(linked_root(ROOT)),
    "example": lambda: rules_of(linked_root(EXAMPLE)),
    "odd": lambda: odd_rules(1),
}
MODEL = Rule(
    "m",
    "model",
    {"need": ("hands",), "people": ("100",), "relation": ("daily",), "expertise": ("care",)},
    ({"relation": ("new",)}, {}, {"need": ("watch",)}),
)


@pytest.fixture(params=LIBRARIES, scope="module")
def rules(request) -> tuple[Rule, ...]:
    """Return the rules of one library."""
    return LIBRARIES[request.param]()


def test_questions_offer_what_the_schema_takes() -> None:
    """Each value of the data is an option with its label, no code stands twice in a question."""
    literals = [Need, People, Relation, Expertise, Permission]
    assert list(QUESTIONS) == list(Requirements.model_fields)
    for question, literal in zip(QUESTIONS.values(), literals, strict=True):
        assert tuple(option.label for option in question.options) == get_args(literal)
        codes = [option.code for option in question.options]
        assert len({*codes, UNSURE, NONE}) == len(codes) + 2


def test_scales_run_from_less_to_more() -> None:
    """Codes are permanent (addresses carry them), and so is what counts as more."""
    assert QUESTIONS["people"].ascending == ("few", "10", "30", "100")
    assert QUESTIONS["relation"].ascending == ("peers", "new", "some", "daily")
    assert QUESTIONS["permission"].ascending == ("outside", "ask", "told", "agreed")
    assert QUESTIONS["need"].ascending == ("hands", "division", "peers", "watch", "online")
    assert QUESTIONS["expertise"].ascending == ("visits", "community", "training", "care")


@pytest.mark.parametrize(
    ("key", "values", "words"),
    [
        ("people", ("10–29", "30–99"), "10人以上"),
        ("people", ("不到10",), "几个人也行"),
        ("relation", ("平时就在做服务", "合作过几次"), "至少合作过几次"),
        ("need", ("线上支持", "分工理不顺"), "分工理不顺；线上支持"),
    ],
)
def test_a_condition_reads_as_it_is_judged(key: str, values, words: str) -> None:
    """On a scale the lowest value is what is asked for; elsewhere all values are named."""
    assert QUESTIONS[key].asks(values) == words


@pytest.mark.parametrize(
    ("answers", "level", "missing", "stops"),
    [
        ({}, Level.OPEN, (), ()),
        ({"permission": ("agreed",)}, Level.OPEN, (), ()),
        ({"need": ("hands",)}, Level.NEAR, (), ()),
        ({"need": ("hands",), "people": ("30",)}, Level.LACKS, ("people",), ()),
        ({"need": ("hands",), "people": ("unsure",)}, Level.NEAR, (), ()),
        ({"people": ("30",), "relation": ("some",)}, Level.LEAVE, ("people", "relation"), ()),
        ({"relation": ("some",)}, Level.LACKS, ("relation",), ()),
        ({"relation": ("new",)}, Level.LEAVE, ("relation",), (0,)),
        ({"relation": ("peers",)}, Level.LEAVE, ("relation",), (0,)),
        ({"need": ("online",)}, Level.LEAVE, ("need",), ()),
        ({"need": ("watch",)}, Level.LEAVE, ("need",), (2,)),
        ({"expertise": ("visits", "care")}, Level.NEAR, (), ()),
        ({"expertise": ("none",)}, Level.LACKS, ("expertise",), ()),
    ],
)
def test_one_entry(answers, level: Level, missing, stops) -> None:
    """The rule, line by line."""
    found = judge(MODEL, answers)
    assert (found.level, found.missing, found.stops) == (level, missing, stops)


def test_more_never_lowers_a_fit(rules) -> None:
    """More people, a closer relation, clearer permission, one more expertise: never worse."""
    tried = 0
    for rule in rules:
        levels = {tuple(sorted(a.items())): judge(rule, a) for a in ANSWERS}
        for answers in ANSWERS:
            before = levels[tuple(sorted(answers.items()))]
            for richer in more(answers):
                after = levels[tuple(sorted(richer.items()))]
                assert after.level >= before.level, (rule.id, answers, richer)
                assert set(after.missing) <= set(before.missing)
                assert set(after.stops) <= set(before.stops)
                tried += 1
    assert tried > 10_000


def test_what_nobody_answered_never_counts_against(rules) -> None:
    """An answer taken back adds neither a missing condition nor a reason to leave it."""
    for rule in rules:
        for answers in ANSWERS[::7]:
            full = judge(rule, answers)
            assert judge(rule, unsure(answers)) == full
            for key in answers:
                fewer = judge(rule, {k: codes for k, codes in answers.items() if k != key})
                assert set(fewer.missing) <= set(full.missing)
                assert set(fewer.stops) <= set(full.stops)


def test_every_entry_is_in_one_group(rules) -> None:
    """Whatever is answered, each entry stands in one group and no other."""
    ids = sorted(rule.id for rule in rules)
    for answers in ANSWERS[::3]:
        choice = choose(rules, answers)
        assert sorted(one for group in GROUPS for one in getattr(choice, group)) == ids
        assert not (choice.near and choice.alone)


def test_every_model_can_be_near() -> None:
    """For each model of the library there are answers that bring it to the top."""
    linked = linked_root(ROOT)
    rules = rules_of(linked)
    first = {choose(rules, answers).near[:1] for answers in ANSWERS}
    models = {entry.id for entry in linked.published if entry.kind.name == "model"}
    assert models
    assert {(model,) for model in models} <= first


def test_no_answers_are_left_without_help() -> None:
    """Whatever is answered, something is near, or a practice to be used alone, with its steps."""
    linked = linked_root(ROOT)
    rules = rules_of(linked)
    steps = {
        e.id: getattr(e.record, "steps", ()) or getattr(e.record, "how", ())
        for e in fitting(linked)
    }
    for answers in ANSWERS:
        choice = choose(rules, answers)
        shown = choice.near + choice.alone
        if answers:
            assert shown, answers
            assert any(steps[one] for one in shown[:3]), answers
        for one in choice.alone:
            rule = next(rule for rule in rules if rule.id == one)
            assert judge(rule, answers).stops == ()


TABLE = [
    ("wufeng-rongru", {"need": "hands"}, "near"),
    ("wufeng-rongru", {"need": "hands", "people": "100", "relation": "daily"}, "near"),
    ("wufeng-rongru", {"need": "hands", "people": "30", "relation": "daily"}, "lacks"),
    ("wufeng-rongru", {"need": "hands", "relation": "some"}, "lacks"),
    ("wufeng-rongru", {"need": "hands", "relation": "new"}, "leave"),
    ("wufeng-rongru", {"need": "hands", "relation": "peers"}, "leave"),
    ("wufeng-rongru", {"need": "hands", "permission": "outside"}, "leave"),
    ("zhuanxiang-liandong", {"need": "division", "people": "few"}, "near"),
    ("zhuanxiang-liandong", {"need": "division", "expertise": "community"}, "near"),
    ("zhuanxiang-liandong", {"need": "division", "expertise": "care"}, "lacks"),
    ("zhuanxiang-liandong", {"need": "division", "expertise": "none"}, "leave"),
    ("zhuanxiang-liandong", {"need": "hands"}, "elsewhere"),
    ("hangye-zhichi", {"need": "peers", "relation": "peers"}, "near"),
    ("hangye-zhichi", {"need": "peers", "expertise": "training"}, "near"),
    ("hangye-zhichi", {"need": "peers", "expertise": "none"}, "lacks"),
    ("hangye-zhichi", {"need": "watch", "expertise": "training"}, "leave"),
    ("hangye-zhichi", {"need": "hands"}, "leave"),
    ("yiduiyi-jiedui", {"need": "watch"}, "near"),
    ("xianshang-lianhe-xiaozu", {"need": "online"}, "near"),
]
"""What practitioners decided: when each is near, and when it is not to be used."""


@pytest.mark.parametrize(("entry", "answers", "group"), TABLE)
def test_the_models_of_the_library(entry: str, answers: dict[str, str], group: str) -> None:
    """The entries' own data give what practitioners decided."""
    rules = rules_of(linked_root(ROOT))
    choice = choose(rules, {key: (code,) for key, code in answers.items()})
    assert entry in getattr(choice, group)


def test_who_has_not_talked_yet_talks_first() -> None:
    """还没沟通 puts talking to the community first, and no other answer does."""
    linked = linked_root(ROOT)
    stops = first_answers(linked)
    for answers in ANSWERS:
        shown = [firsts(linked)[n].situation for n in firsts_of(stops, answers)]
        asked = answers.get("permission") == ("ask",)
        assert [("先与街道、社区沟通" in one.text, one.origin) for one in shown] == (
            [(True, "编者归纳")] if asked else []
        )


def test_a_case_stands_with_the_nearest_of_its_entries() -> None:
    """A case comes with what it used; only compared with a model, it does not."""
    choice = choose(
        (Rule("a", "model", {"need": ("hands",)}), Rule("b", "practice")), {"need": ("hands",)}
    )
    found = cases_of(choice, {"both": ("b", "a"), "one": ("b",)})
    assert (found["near"], found["open"]) == (("both",), ("one",))
    linked = linked_root(ROOT)
    compared = {
        (edge.origin.id, edge.target.id)
        for edge in linked.edges
        if edge.relation.field == "models" and edge.role == "仅供对照"
    }
    stands = {(case, entry) for case, entries in behind(linked).items() for entry in entries}
    assert stands
    assert not compared & stands


def test_a_wrong_answer_in_the_data_is_an_error() -> None:
    """Values outside the scales are found, in requirements and in when_not."""
    wrong = "answers: {relation: [不熟], expertise: [社区社会工作]}"
    text = (
        "title: 示例\nsummary: 示例。\nstatus: 草稿\nversion: 1\nadded: 2026-01-01\n"
        "updated: 2026-01-01\nrequirements:\n  people: {values: [三十], origin: 编者归纳}\n"
        f"when_not:\n  - {{text: 示例, origin: 编者归纳, {wrong}}}\n"
    )
    found = examine_texts({"models/shili.yml": text}).diagnostics
    assert [(one.location.line, one.code) for one in found] == [
        (8, "AK104"),
        (10, "AK104"),
        (10, "AK104"),
    ]
