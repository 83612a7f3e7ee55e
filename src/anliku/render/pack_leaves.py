"""The files of a pack: one table for the pages that offer them and the packs that hold them."""

from __future__ import annotations

from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.render.site import Site
from anliku.schema.edition import Edition


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of a pack: its name on the site, its Chinese name, and what it is for."""

    name: str
    title: str
    about: str
    kind: str = ""

    @property
    def saved_as(self) -> str:
        """The name that a person keeps it under."""
        return f"{self.title}.{self.name.rpartition('.')[2]}"


SLIDES = Leaf("slides.pptx", "课件", "可改；每张的时间写在备注里", "PPT")
HANDOUT = Leaf("handout.docx", "讲义", "发给学员；B 页另起一张，可以晚发", "Word")
PLAN = Leaf("plan.docx", "教案", "只给带班的人", "Word")
SHEETS = Leaf("sheets.docx", "签到与反馈", "签到、课前课后自评、反馈", "Word")
MESSAGE = Leaf("message.txt", "群通知与作业", "复制到班级群的文字", "文本")
PRINT = Leaf("print.html", "打印版", "从封面到出处连成一份，含条目全文", "网页")
PDF = Leaf("print.pdf", "打印版", "同一份", "PDF")
RIS = Leaf("references.ris", "文献", "导入 Zotero、NoteExpress，带提示和重要性", "RIS")
BIBTEX = Leaf("references.bib", "文献", "排版和文献管理软件用", "BibTeX")
CSL = Leaf("references.json", "文献", "程序用", "CSL-JSON")
PLAIN = Leaf("references.txt", "参考文献", "按 GB/T 7714 写好的文字", "文本")
FOR_ALL = (SLIDES, HANDOUT, PRINT, SHEETS, MESSAGE, PLAIN, RIS, BIBTEX, CSL)
"""What a pack always holds; a plan only where instructors' fields are there, a PDF if printed."""
FOLDER = "packs/{id}"
ZIP = "downloads/{id}-jiaoshibao.zip"
"""Where the pack of a list or a note lies, and the one that only instructors need."""
KINDS = frozenset({"reading_list", "teaching_note"})
"""Kinds that packs are made of."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file as a page offers it; `saved_as` is empty where a browser shows it itself."""

    address: str
    saved_as: str
    title: str
    about: str


def offers(entry: Entry, site: Site) -> tuple[Offer, ...]:
    """Return what a page offers of a pack: the 教师包 first, unless the edition has none."""
    folder = FOLDER.format(id=entry.id)
    found = []
    if site.edition is not Edition.LEARNER:
        name = f"{entry.title}-教师包.zip"
        about = "压缩包：课件（备注里有带领语和答题要点）、教案，以及下面各样；只给带班的人"
        found.append(Offer(ZIP.format(id=entry.id), name, "教师包（压缩包）", about))
    leaves = list(FOR_ALL)
    if f"{folder}/{PDF.name}" in site.printed:
        leaves.insert(leaves.index(PRINT) + 1, PDF)
    for leaf in leaves:
        kept = "" if leaf is PRINT else f"{entry.title}-{leaf.saved_as}"
        words = f"{leaf.title}（{leaf.kind}）" if leaf.kind else leaf.title
        found.append(Offer(f"{folder}/{leaf.name}", kept, words, leaf.about))
    return tuple(found)
