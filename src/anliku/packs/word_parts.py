"""Word documents in our dress: fonts for both scripts, contents, header and footer, A4 tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from anliku.packs.office_file import settled
from anliku.packs.word_fields import TEXT_WIDTH, add_bookmark, add_field, write_contents
from anliku.packs.word_tables import table_of

LATIN, HAN, HAN_HEAD, LATIN_HEAD = "Times New Roman", "宋体", "黑体", "Arial"
_INK = RGBColor(0x1B, 0x23, 0x20)
_SIZES: dict[str, float] = {
    "Normal": 11,
    "Title": 22,
    "Subtitle": 12,
    "Heading 1": 16,
    "Heading 2": 13,
}
_SIZES |= {"Heading 3": 11.5, "List Number": 11, "List Bullet": 11, "Header": 9, "Footer": 9}
_HEADINGS = frozenset({"Title", "Heading 1", "Heading 2", "Heading 3"})


class Paper:
    """A document under way."""

    def __init__(self, title: str, home: str, imprint: str) -> None:
        self.doc: Doc = Document()
        self._contents: list[tuple[str, int, str]] = []
        self._contents_at: Any = None
        self._title, self._home = title, home
        _page(self.doc)
        _styles(self.doc)
        _margins(self.doc, f"{home} · {title}", imprint)

    def cover(self, kind: str, facts: Iterable[tuple[str, str]], about: str) -> None:
        """Begin with the title and what it is for."""
        self.doc.add_paragraph(kind, style="Subtitle")
        self.doc.add_paragraph(self._title, style="Title")
        self.text(about)
        for label, value in facts:
            paragraph = self.doc.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(f"{label}：").bold = True
            paragraph.add_run(value)

    def contents(self) -> None:
        """Leave a place for the contents, which are known at the end."""
        head = self.doc.add_paragraph("目录")
        head.runs[0].bold = True
        head.paragraph_format.space_before = Pt(12)
        head.paragraph_format.keep_with_next = True
        self._contents_at = self.doc.add_paragraph()

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """Add a heading that the contents lead to."""
        paragraph = self.doc.add_heading(text, level)
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        paragraph.paragraph_format.keep_with_next = True
        if level <= 2 and self._contents_at is not None:
            name = f"_Toc{len(self._contents) + 1:06d}"
            add_bookmark(paragraph, name, len(self._contents) + 1)
            self._contents.append((text, level, name))

    def text(self, text: str, *, bold: str = "", small: bool = False) -> None:
        """Add a paragraph, begun in bold where asked."""
        if text or bold:
            paragraph = self.doc.add_paragraph()
            if bold:
                paragraph.add_run(bold).bold = True
            run = paragraph.add_run(text)
            if small:
                run.font.size = Pt(9.5)
                paragraph.paragraph_format.space_after = Pt(2)

    def items(self, lines: Iterable[str], *, numbered: bool = False) -> None:
        """Add a list; numbers are part of the text, so that nothing renumbers them."""
        for number, line in enumerate(lines, 1):
            mark = f"{number}." if numbered else "•"
            paragraph = self.doc.add_paragraph(f"{mark}\t{line}")
            shape = paragraph.paragraph_format
            shape.left_indent, shape.first_line_indent = Cm(0.75), Cm(-0.75)
            shape.tab_stops.add_tab_stop(Cm(0.75))
            shape.space_after = Pt(3)

    def lines(self, count: int) -> None:
        """Add ruled lines to write on, on the same page as what they are for."""
        above = self.doc.paragraphs[-1].paragraph_format
        above.keep_with_next = above.keep_together = True
        for number in range(1, count + 1):
            paragraph = self.doc.add_paragraph()
            shape = paragraph.paragraph_format
            shape.space_before, shape.line_spacing = Pt(0), Pt(24)
            shape.space_after = Pt(10 if number == count else 0)
            shape.keep_with_next = number < count
            borders = OxmlElement("w:pBdr")
            for side in ("bottom", "between"):
                borders.append(_border(side))
            paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - not modelled

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[int],
        high: float = 0,
    ) -> None:
        """Add a table; `widths` in percent, `high`: least height of a row in centimetres."""
        table = table_of(heads, rows, widths, across=TEXT_WIDTH, high=high)
        self.doc._body._element.insert(-1, table)  # noqa: SLF001 - before the section's properties
        gap = self.doc.add_paragraph().paragraph_format
        gap.space_after, gap.line_spacing = Pt(0), Pt(6)

    def saved(self, day: tuple[int, int, int]) -> bytes:
        """Return the .docx file."""
        if self._contents_at is not None:
            write_contents(self._contents_at, self._contents)
        properties = self.doc.core_properties
        properties.title, properties.author = self._title, self._home
        properties.last_modified_by, properties.comments = self._home, ""
        properties.language = "zh-CN"
        properties.created = properties.modified = datetime(*day, tzinfo=UTC)
        stream = io.BytesIO()
        self.doc.save(stream)
        return settled(stream.getvalue(), day)


def _page(doc: Doc) -> None:
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    section.header_distance = section.footer_distance = Cm(1.1)


def _styles(doc: Doc) -> None:
    for name, size in _SIZES.items():
        style: Any = doc.styles[name]
        head = name in _HEADINGS
        latin, han = (LATIN_HEAD, HAN_HEAD) if head else (LATIN, HAN)
        style.font.name, style.font.size = latin, Pt(size)
        style.font.color.rgb, style.font.italic = _INK, False
        if head:
            style.font.bold = True
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
        for key, value in (("ascii", latin), ("hAnsi", latin), ("eastAsia", han), ("cs", latin)):
            fonts.set(qn(f"w:{key}"), value)
        _language(style.element.get_or_add_rPr())
    normal = doc.styles["Normal"].paragraph_format
    normal.line_spacing, normal.space_after = 1.35, Pt(6)
    for name, before in (("Heading 1", 16), ("Heading 2", 10), ("Heading 3", 8)):
        shape = doc.styles[name].paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(4), True
    title = doc.styles["Title"]
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _language(properties: Any) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)


def _margins(doc: Doc, head: str, imprint: str) -> None:
    section = doc.sections[0]
    section.header.paragraphs[0].text = head
    foot = section.footer.paragraphs[0]
    foot.text = f"{imprint}\t"
    doc.styles["Footer"].paragraph_format.tab_stops.clear_all()  # a centre stop comes first there
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for words, code in (("第 ", "PAGE"), (" 页，共 ", "NUMPAGES")):
        foot.add_run(words)
        add_field(foot, code, "1")
    foot.add_run(" 页")


def _border(side: str) -> Any:
    border = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "7C8A83")):
        border.set(qn(f"w:{key}"), value)
    return border
