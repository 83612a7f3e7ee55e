"""What templates ask about classes and reading lists; mixed into the view."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from anliku.catalog import Entry
from anliku.link.class_names import main_cases
from anliku.link.class_pages import APageText, a_page, before_b, class_address
from anliku.link.reading_plan import ItemTime, ListTime, list_time
from anliku.references import coins, item_of
from anliku.render.pack_leaves import Offer, offers
from anliku.render.prose import prose_html
from anliku.schema.edition import Edition
from anliku.schema.reading_speed import WORDS
from anliku.schema.source import Source
from anliku.schema.teaching_note import PlanStep, TeachingNote

if TYPE_CHECKING:
    from anliku.link.linked import LinkedCatalog
    from anliku.render.site import Site

PACK = "downloads/{id}-jiaoshibao.html"
"""Where the 教师包 of a teaching note lies."""

_COUNT = {2: "两", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八"}
_NUMBERED = re.compile(r"题\s*[0-9一二三四五六七八]")


class Teaching:
    """Read-only questions over the linked catalog."""

    linked: LinkedCatalog
    site: Site
    reading_words = WORDS

    def notes_of(self, case: Entry) -> list[Entry]:
        """Return the published teaching notes on a case, 主案例 before 对照案例, shorter first."""
        edges = [
            edge
            for edge in self.linked.incoming.get(case.id, ())
            if edge.relation.kind == "teaching_note" and edge.origin.is_published
        ]
        edges.sort(key=lambda e: (e.role != "主案例", _duration(e.origin), e.origin.id))
        return list({edge.origin.id: edge.origin for edge in edges}.values())

    def a_page(self, note: Entry) -> APageText | None:
        """Return the A page of a note."""
        return a_page(note, self.linked)

    def cases_taught(self, note: Entry) -> list[Entry]:
        """Return the published cases that a note is about."""
        return [case for case in main_cases(note, self.linked) if case.is_published]

    def done_before_b(self, note: TeachingNote) -> str:
        """Return what learners do before they get the B page: 第一题, 前两题, 第 1、3 题."""
        ids = [question.id for question in before_b(note)]
        count = len(ids)
        if ids and ids == [question.id for question in note.questions][:count]:
            return "第一题" if count == 1 else f"前{_COUNT[count]}题" if count in _COUNT else ""
        return self.numbered(note, ids)

    def class_address(self, note: Entry, part: str) -> str:
        """Return the address of the A page, the B page, the questions or the worksheet."""
        return class_address(note.id, part)

    def pack_address(self, note: Entry) -> str:
        """Return the address of the 教师包, or nothing in the learners' edition."""
        return "" if self.site.edition is Edition.LEARNER else PACK.format(id=note.id)

    def pack_leaves(self, entry: Entry) -> tuple[Offer, ...]:
        """Return the files that a list or a note is offered as."""
        return offers(entry, self.site)

    def coins(self, one: ItemTime) -> str:
        """Return an item of a list as COinS, so that Zotero offers to take the whole list."""
        return coins(item_of(one.entry, self.site))

    def starts(self, plan: Iterable[PlanStep]) -> list[tuple[int, int, PlanStep]]:
        """Return each step with its first and last minute."""
        found: list[tuple[int, int, PlanStep]] = []
        at = 0
        for step in plan:
            found.append((at, at + step.minutes, step))
            at += step.minutes
        return found

    def numbered(self, note: TeachingNote, ids: Iterable[str]) -> str:
        """Return questions as learners know them: 第 1、2 题."""
        order = [question.id for question in note.questions]
        numbers = [str(order.index(one) + 1) for one in ids if one in order]
        return f"第 {'、'.join(numbers)} 题" if numbers else ""

    def step_questions(self, note: TeachingNote, step: PlanStep) -> str:
        """Return the questions of a step, unless its own words already number them: 题 1."""
        return "" if _NUMBERED.search(step.step) else self.numbered(note, step.questions)

    def number(self, note: TeachingNote, question_id: str) -> int:
        """Return the number of a question, from 1."""
        return [question.id for question in note.questions].index(question_id) + 1

    def answers(self, note: TeachingNote, question_id: str) -> list[object]:
        """Return the answer points of a question; none in what learners see."""
        return [answer for answer in note.answer_points if answer.question == question_id]

    def list_time(self, entry: Entry) -> ListTime:
        """Return the minutes of a reading list."""
        return list_time(entry, self.linked)

    def availability(self, one: ItemTime) -> str:
        """Return where an item can be read that is not on this site."""
        if one.item.availability:
            return one.item.availability
        if not isinstance(one.entry.record, Source):
            return ""
        csl = one.entry.record.csl
        return "公开网页，网址见题录" if csl.URL else "本库没有网址，按题录查找"

    def plain_prose(self, text: str) -> Markup:
        """Return prose without citation marks as HTML, for pages that must name no source."""
        return prose_html(text, lambda _: Markup(""))


def _duration(entry: Entry) -> int:
    return entry.record.duration if isinstance(entry.record, TeachingNote) else 0
