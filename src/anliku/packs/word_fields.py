"""Fields of Word: page numbers, and contents that any program fills in."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

TEXT_WIDTH = 17.0
"""Centimetres between the margins of A4."""


def add_field(paragraph: Any, code: str, shown: str, *, stale: bool = False) -> None:
    """Add a field with what stands there until it is counted."""
    for kind in ("begin", code, "separate", shown, "end"):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            if stale and kind == "begin":
                mark.set(qn("w:dirty"), "true")
            run._r.append(mark)  # noqa: SLF001 - fields are not modelled
        elif kind == code:
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {code} "
            run._r.append(words)  # noqa: SLF001 - the same
        else:
            run.text = shown


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """Mark a paragraph, so that the contents can lead to it."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), name)
    paragraph._p.insert(1, begin)  # noqa: SLF001 - after the properties
    paragraph._p.append(end)  # noqa: SLF001 - not modelled


def write_contents(place: Any, contents: list[tuple[str, int, str]]) -> None:
    """Write a line for each heading, with a field that any program turns into its page."""
    for text, level, name in contents:
        line = place.insert_paragraph_before()
        shape = line.paragraph_format
        shape.left_indent, shape.space_after = Cm(0.75 * (level - 1)), Pt(2)
        shape.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), name)
        run = line.add_run(f"{text}\t")
        link.append(run._r)  # noqa: SLF001 - links are not modelled
        line._p.append(link)  # noqa: SLF001 - the same
        add_field(line, f"PAGEREF {name} \\h", "", stale=True)
    place._p.getparent().remove(place._p)  # noqa: SLF001 - its place is taken
