"""课件: one question a slide, A before B, the plan in the notes, nothing for learners to find."""

from __future__ import annotations

import pytest
from pptx.util import Inches

from anliku.catalog.prose import plain
from anliku.packs import handed_out, outline_of
from anliku.packs.deck import BODY_HEIGHT, BODY_TOP, HAN, INNER
from anliku.packs.lesson import Lesson
from anliku.packs.slide_text import lines_of
from anliku.packs.slides import slides
from anliku.render.pack_leaves import SLIDES
from tests.library import ROOT, whole_root
from tests.packs.packed import IDS, SITE, deck, entry, made, noted_on, shown_on


def lessons(entry_id: str) -> tuple[Lesson, ...]:
    return outline_of(entry(entry_id), whole_root(ROOT), SITE).lessons


@pytest.mark.parametrize("entry_id", IDS)
def test_every_question_has_a_slide_with_its_minutes(entry_id) -> None:
    """A question stands alone on its slide, under its number, with its minutes."""
    found = [(s.shapes.title.text, shown_on(s)) for s in deck(made(entry_id)[SLIDES]).slides]
    for lesson in lessons(entry_id):
        for ask in lesson.asks:
            own = [
                text for title, text in found if title == f"题 {ask.number}" and ask.text in text
            ]
            assert own, ask.text
            others = [other.text for other in lesson.asks if other is not ask]
            assert not any(other in own[0] for other in others)
            assert ask.minutes is None or f"{ask.minutes} 分钟" in own[0]


@pytest.mark.parametrize("entry_id", IDS)
def test_nothing_tells_the_end_before_the_decision(entry_id) -> None:
    """The A page and the questions before B come first; the cover and they name no outcome."""
    titles = [slide.shapes.title.text for slide in deck(made(entry_id)[SLIDES]).slides]
    for lesson in lessons(entry_id):
        if not lesson.a_title or len(lessons(entry_id)) > 1:
            continue
        a_page = titles.index(f"A 页　{lesson.a_title}")
        b_page = titles.index("B 页　后来怎样")
        early = [titles.index(f"题 {ask.number}") for ask in lesson.asks if ask.is_before_b]
        late = [titles.index(f"题 {ask.number}") for ask in lesson.asks if not ask.is_before_b]
        assert all(a_page < at < b_page for at in early)
        assert all(b_page < at for at in late)


def test_notes_hold_the_plan_and_the_answers() -> None:
    """What to say, how to lead and what a good answer holds stand in the notes, not on slides."""
    pages = list(deck(made("xinjiyuan-90min")[SLIDES]).slides)
    record = entry("xinjiyuan-90min").record
    notes, shown = "\n".join(map(noted_on, pages)), "\n".join(map(shown_on, pages))
    for step in record.plan:
        if step.questions or "页" in step.step:
            assert (step.activity or "") in notes
            assert (step.say or "") in notes
    for answer in record.answer_points:
        assert all(point in notes and point not in shown for point in answer.points)
    assert plain(record.closing) in notes


@pytest.mark.parametrize("entry_id", IDS)
def test_learners_slides_hold_no_answers(entry_id) -> None:
    """In what everybody gets the notes tell the time and the material, no more."""
    pages = list(deck(made(entry_id, learner=True)[SLIDES]).slides)
    text = "\n".join([*map(noted_on, pages), *map(shown_on, pages)])
    for lesson in lessons(entry_id):
        secret = [ask.hint for ask in lesson.asks] + [p for ask in lesson.asks for p in ask.points]
        secret += [step.activity for step in lesson.plan] + [step.say for step in lesson.plan]
        secret += [lesson.opening, lesson.closing, lesson.board, *lesson.analysis, *lesson.pitfalls]
        assert [words for words in secret if words and words in text] == []


@pytest.mark.parametrize("entry_id", IDS)
def test_nothing_runs_off_a_slide(entry_id) -> None:
    """Paragraphs of a body fit its height, rows of a table the slide, by the width of Han type."""
    for slide in deck(made(entry_id)[SLIDES]).slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.idx == 1 and slide.slide_layout.name != "封面":
                high = 0.0
                for paragraph in shape.text_frame.paragraphs:
                    size = paragraph.runs[0].font.size
                    high += lines_of(paragraph.text, size.pt, INNER) * size * 1.3
                assert high <= BODY_HEIGHT, slide.shapes.title.text
        for shape in slide.shapes:
            if shape.has_table:
                rows = sum(row.height for row in shape.table.rows)
                assert BODY_TOP + rows <= Inches(7.5), slide.shapes.title.text


def test_deck_is_chinese_and_editable() -> None:
    """Layouts have Chinese names, fonts come from the theme, titles are real titles."""
    made_deck = deck(made("new-worker-90")[SLIDES])
    assert [layout.name for layout in made_deck.slide_layouts] == ["封面", "标题和正文", "只有标题"]
    theme = made_deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    ).blob.decode()
    assert theme.count(f'<a:ea typeface="{HAN}"') == 2
    assert all(slide.shapes.title.text for slide in made_deck.slides)


def test_same_values_same_bytes() -> None:
    """No clock and no counter of the library's makers reaches the file."""
    outline = handed_out(outline_of(entry("xinjiyuan-90min"), whole_root(ROOT), SITE))
    assert slides.__wrapped__(outline) == slides.__wrapped__(outline)
