"""讲义, 教案, 签到与反馈: real styles, fonts for both scripts, contents, A4, nothing left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from anliku.packs import handed_out, outline_of
from anliku.packs.handout import handout
from anliku.packs.lesson import as_learned
from anliku.packs.plan import plan
from anliku.packs.word_parts import HAN, HAN_HEAD
from anliku.render.pack_leaves import HANDOUT, PLAN, SHEETS
from tests.library import ROOT, whole_root
from tests.packs.packed import IDS, SITE, document, entry, made, text_of

HOSTILE = "<w:t>&amp;</w:t>\"'{{ 7*7 }}[@x#f1]"


def outline(entry_id: str):
    return outline_of(entry(entry_id), whole_root(ROOT), SITE)


@pytest.mark.parametrize("entry_id", IDS)
def test_handout_has_all_parts(entry_id) -> None:
    """A page, questions, B page, worksheets, sources: all of each class, in this order."""
    text = text_of(document(made(entry_id)[HANDOUT]))
    for lesson in outline(entry_id).lessons:
        for _, part in lesson.a_parts:
            assert all(line in text for line in part.split("\n"))
        assert all(ask.text in text for ask in lesson.asks)
        assert all(line in text for told in lesson.told for line in told.lines)
        assert all(condition.text in text for condition in lesson.conditions)
        assert all(claim.text in text for claim in lesson.claims)
        assert all(line in text for line in as_learned(lesson).footnotes)
    assert all(work in text for work in outline(entry_id).works)


@pytest.mark.parametrize("entry_id", IDS)
def test_handout_holds_no_answers(entry_id) -> None:
    """The handout is for learners, also in the 教师包."""
    text = text_of(document(made(entry_id)[HANDOUT]))
    for lesson in outline(entry_id).lessons:
        secret = [lesson.opening, lesson.board, *lesson.analysis, *lesson.pitfalls]
        secret += [ask.hint for ask in lesson.asks] + [p for ask in lesson.asks for p in ask.points]
        assert [words for words in secret if words and words in text] == []


def test_plan_holds_what_the_trainer_needs() -> None:
    """Plan, hints, answers, roles with what only they know; no plan without these."""
    text = text_of(document(made("xinjiyuan-90min")[PLAN]))
    record = entry("xinjiyuan-90min").record
    for step in (*record.plan, *record.online_variant):
        assert (step.activity or "") in text
    for question in record.questions:
        assert question.hint in text
    for answer in record.answer_points:
        assert all(point in text for point in answer.points)
    assert all(card.knows in text for card in record.role_cards)
    assert PLAN not in made("xinjiyuan-90min", learner=True)


def test_b_page_begins_a_sheet() -> None:
    """Whoever prints the handout can keep the B page back."""
    headings = {
        p.text: p
        for p in document(made("xinjiyuan-90min")[HANDOUT]).paragraphs
        if p.style.name == "Heading 1"
    }
    for words in ("A 页：决定之前", "B 页：后来怎样", "出处"):
        assert headings[words].paragraph_format.page_break_before, words


@pytest.mark.parametrize("leaf", [HANDOUT, PLAN])
def test_contents_lead_to_headings(leaf) -> None:
    """Every heading of the first two levels has a line, a bookmark and a field for its page."""
    doc = document(made("msw-sanzhou")[leaf])
    body = doc.element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    fields = [one.text for one in body.iter(qn("w:instrText"))]
    headings = [p for p in doc.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert len(headings) == len(links) == len(set(links)) > 5
    assert set(links) <= marks
    assert [f" PAGEREF {link} \\h " for link in links] == fields


@pytest.mark.parametrize("leaf", [HANDOUT, PLAN, SHEETS])
def test_fonts_language_and_page(leaf) -> None:
    """Both scripts have a named font; the sheet is A4; header and footer tell what it is."""
    doc = document(made("new-worker-90")[leaf])
    for name, han in (("Normal", HAN), ("Heading 1", HAN_HEAD), ("Heading 2", HAN_HEAD)):
        fonts = doc.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == han
        assert fonts.get(qn("w:ascii")) in ("Times New Roman", "Arial")
    section = doc.sections[0]
    assert abs(section.page_width - Cm(21)) < Cm(0.01)
    assert abs(section.page_height - Cm(29.7)) < Cm(0.01)
    assert section.header.paragraphs[0].text == "案例库 · 新社工90分钟"
    foot = "".join(section.footer.paragraphs[0]._p.itertext())
    assert "new-worker-90 · 第 " in foot
    assert " PAGE " in foot
    assert " NUMPAGES " in foot


@pytest.mark.parametrize("entry_id", ["msw-sanzhou", "yaan-jiezhan-90"])
def test_tables_fit_the_sheet(entry_id) -> None:
    """Tables are as wide as the text; their first row repeats, no row is cut in two."""
    for leaf in (HANDOUT, PLAN, SHEETS):
        for table in document(made(entry_id)[leaf]).tables:
            assert sum(column.width for column in table.columns) <= Cm(17.01)
            rows = list(table._tbl.iter(qn("w:tr")))
            assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
            assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_text_stays_text() -> None:
    """Signs of XML, of templates and of citations come out as they went in."""
    one = outline("xinjiyuan-90min")
    lesson = one.lessons[0]
    claim = replace(lesson.claims[0], text=HOSTILE)
    ask = replace(lesson.asks[0], text=HOSTILE)
    bad = replace(one, about=HOSTILE, lessons=(replace(lesson, claims=(claim,), asks=(ask,)),))
    for content in (handout(handed_out(bad)), plan(bad)):
        assert text_of(document(content)).count(HOSTILE) == 3
