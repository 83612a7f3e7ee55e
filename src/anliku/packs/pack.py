"""What a pack holds: one table of its files, for the site, the 教师包 and `anliku pack`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.packs.handout import handout
from anliku.packs.message import message
from anliku.packs.outline import Outline, for_learners, items_of, outline_of, read_in
from anliku.packs.plan import plan
from anliku.packs.print_view import print_view
from anliku.packs.sheets import sheets
from anliku.packs.slides import slides
from anliku.references import gbt7714, to_bibtex, to_csl_json, to_ris
from anliku.render.site import Site

KINDS = frozenset({"reading_list", "teaching_note"})
"""Kinds that packs are made of."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of a pack: its name on the site, its Chinese name, and what it is for."""

    name: str
    title: str
    about: str

    @property
    def saved_as(self) -> str:
        """The name that a person keeps it under."""
        return f"{self.title}.{self.name.rpartition('.')[2]}"


SLIDES = Leaf("slides.pptx", "课件", "PPT，可改；时间和带法在备注里")
HANDOUT = Leaf("handout.docx", "讲义", "Word，发给学员；B 页另起一张，可以晚发")
PLAN = Leaf("plan.docx", "教案", "Word，只给带班的人")
SHEETS = Leaf("sheets.docx", "签到与反馈", "Word，签到、课前课后自评、反馈")
MESSAGE = Leaf("message.txt", "群通知与作业", "发到班级群的文字")
PRINT = Leaf("print.html", "打印版", "一份连着的网页，含条目全文")
PDF = Leaf("print.pdf", "打印版", "同一份，PDF")
RIS = Leaf("references.ris", "文献", "RIS，带提示和重要性；Zotero、NoteExpress")
BIBTEX = Leaf("references.bib", "文献", "BibTeX")
CSL = Leaf("references.json", "文献", "CSL-JSON")
PLAIN = Leaf("references.txt", "参考文献", "GB/T 7714 文字")
FOR_ALL = (SLIDES, HANDOUT, SHEETS, MESSAGE, PRINT, RIS, BIBTEX, CSL, PLAIN)
"""What a pack always holds; a plan only where instructors' fields are there, a PDF if printed."""


def pack(entry: Entry, linked: LinkedCatalog, site: Site) -> Iterator[tuple[Leaf, bytes]]:
    """Yield the files of the pack of a reading list or a teaching note.

    `linked`: what the edition may show. Without instructors' fields there is no plan.
    """
    outline = outline_of(entry, linked, site)
    learned = for_learners(outline)
    makers: dict[Leaf, Callable[[], bytes | str]] = {
        SLIDES: lambda: slides(outline),
        HANDOUT: lambda: handout(learned),
        SHEETS: lambda: sheets(learned),
        MESSAGE: lambda: message(learned),
        PRINT: lambda: print_view(entry, learned, linked, site),
        **_references(entry, linked, site),
    }
    if is_for_instructors(outline):
        makers[PLAN] = lambda: plan(outline)
    for leaf, make in makers.items():
        made = make()
        yield leaf, made if isinstance(made, bytes) else made.encode()


def is_for_instructors(outline: Outline) -> bool:
    """Tell whether any class shows what only instructors see."""
    return any(
        lesson.opening or lesson.analysis or any(ask.points or ask.hint for ask in lesson.asks)
        for lesson in outline.lessons
    )


def _references(
    entry: Entry, linked: LinkedCatalog, site: Site
) -> dict[Leaf, Callable[[], bytes | str]]:
    items = items_of(entry, linked, site)
    read = read_in(entry, linked)
    notes = {one.id: note for one, note, _ in read if note}
    importance = {one.id: word for one, _, word in read}
    return {
        RIS: lambda: to_ris(items, notes, importance),
        BIBTEX: lambda: to_bibtex(items),
        CSL: lambda: to_csl_json(items),
        PLAIN: lambda: "".join(f"[{n}] {gbt7714(item)}\n" for n, item in enumerate(items, 1)),
    }
