"""借鉴对照表: which conditions an entry shows, whose they are, and what is left open."""

from __future__ import annotations

from anliku.render.conditions import Sheet, conditions_of, sheet_of
from anliku.schema.case import Case
from anliku.schema.choices import CONTRAST
from anliku.schema.kinds import KINDS
from anliku.schema.model import Requirements
from anliku.schema.practice import Practice
from anliku.schema.walk import fields_of
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root
from tests.render.borrowing import library


def sheet(root, entry_id: str) -> Sheet:
    linked = linked_root(root)
    found = sheet_of(linked.catalog.by_id[entry_id], linked)
    assert found is not None
    return found


def test_a_case_shows_what_it_had() -> None:
    """Its own conditions with their facts and origins, and what to watch for as a hint."""
    found = sheet(EXAMPLE, "shili-songfan")
    record = found.entry.record
    assert isinstance(record, Case)
    assert not found.is_borrowed
    assert [(r.text, r.substitute, r.origin, r.cite) for r in found.rows] == [
        (one.condition, one.substitute or "", one.origin, one.cite) for one in record.transfer
    ]
    assert not any(row.by_editors for row in found.rows)
    assert found.stops == record.pitfalls


def test_a_case_without_conditions_borrows() -> None:
    """From a practice that it used; the sheet stays its own and says whose conditions they are."""
    found = sheet(EXAMPLE, "shili-louzhang")
    assert found.is_borrowed
    assert (found.entry.id, found.lender.id) == ("shili-louzhang", "shili-zuofa")
    assert found.rows == conditions_of(found.lender)
    assert found.stops == ()


def test_a_model_shows_what_it_asks_for() -> None:
    """The scales in the words of the schema; the editors' advice is marked."""
    found = sheet(EXAMPLE, "shili-moshi")
    titles = [info.title for _, info in fields_of(Requirements).values()]
    assert [row.text.partition("：")[0] for row in found.rows] == titles
    texts = [row.text for row in found.rows]
    assert "人手：30人以上" in texts
    assert "眼下缺什么：分工理不顺；重点对象没人盯" in texts
    assert all(row.by_editors and row.substitute for row in found.rows)


def test_examples_are_no_conditions() -> None:
    """Thirty people seen once are not asked for; what the source leaves open is said."""
    found = sheet(ROOT, "zhuanxiang-liandong")
    assert [row.text for row in found.rows] == ["眼下缺什么：分工理不顺", "专长：社区社会工作"]
    assert found.silent == ("和社区要有怎样的关系", "要谁同意、向谁报备")


def test_a_practice_shows_needs_first() -> None:
    """Then its scales, where it has any."""
    for entry in linked_root(ROOT).published:
        if isinstance(entry.record, Practice) and entry.record.needs:
            rows = conditions_of(entry)
            assert [row.text for row in rows[: len(entry.record.needs)]] == [
                one.text for one in entry.record.needs
            ]


def test_contrast_lends_nothing() -> None:
    """A model that a case is only set beside is none of its conditions."""
    for fit, lent in ((CONTRAST, False), ("编者归入", True)):
        examined = examine_texts(library(fit))
        assert examined.linked is not None, examined.diagnostics
        found = sheet_of(examined.linked.catalog.by_id["anli"], examined.linked)
        assert (found is not None) == lent


def test_other_kinds_have_no_sheet() -> None:
    """Only what can be carried over is compared with one's own place."""
    linked = linked_root(ROOT)
    kinds = {entry.kind for entry in linked.published if sheet_of(entry, linked)}
    assert kinds == {KINDS["case"], KINDS["model"], KINDS["practice"]}
