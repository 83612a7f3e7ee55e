from __future__ import annotations

from dataclasses import replace

import pytest

from anliku.link.reading_time import characters_of, minutes_of
from anliku.schema.reading_speed import CHARACTERS_PER_MINUTE
from anliku.schema.term import Term
from tests.library import EXAMPLE, ROOT, linked_root


@pytest.fixture
def term():
    return linked_root(EXAMPLE).catalog.by_id["shili-mingci"]


def with_summary(entry, summary):
    bare = {name: None for name in Term.model_fields if name not in {"title", "summary"}}
    kept = {k: () if isinstance(getattr(entry.record, k), tuple) else v for k, v in bare.items()}
    return replace(
        entry, record=entry.record.model_copy(update={**kept, "title": "一", "summary": summary})
    )


def test_han_characters_count_and_a_word_or_number_is_one(term):
    assert (
        characters_of(with_summary(term, "社工 WeChat 群，2020 年 3.5 万人。").record)
        == 1 + 2 + 1 + 1 + 1 + 1 + 1 + 2
    )


def test_citations_are_not_read(term):
    assert characters_of(with_summary(term, "社工 [@shili-baodao#f01]。").record) == 1 + 2


def test_minutes_are_rounded_up_and_never_zero(term):
    assert minutes_of(with_summary(term, "社")) == 1
    assert minutes_of(with_summary(term, "社" * (CHARACTERS_PER_MINUTE - 1))) == 1
    assert minutes_of(with_summary(term, "社" * CHARACTERS_PER_MINUTE)) == 2


def test_what_only_instructors_see_takes_a_reader_no_time():
    record = linked_root(EXAMPLE).catalog.by_id["shili-shouke"].record
    question = record.questions[0].model_copy(update={"hint": "只给带班的人看" * 100})
    longer = record.model_copy(
        update={"opening": "开场的话" * 100, "questions": (question, *record.questions[1:])}
    )
    assert characters_of(longer) == characters_of(
        record.model_copy(update={"opening": None, "questions": record.questions})
    )


def test_real_cases_take_some_minutes():
    cases = linked_root(ROOT).catalog.of_kind("case")
    assert {minutes_of(case) for case in cases} <= set(range(1, 16))
