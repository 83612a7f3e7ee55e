"""Slides on which nothing is cut: sizes by the amount of text, and a further slide for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Pt

from anliku.packs.deck import BODY_HEIGHT, BODY_TOP, INK, INNER, LEFT, PINE, SOFT, TEXT, layout

BOLD = "\u2060"
"""Put before a paragraph that is a heading: a sign that no text of the library has."""
LEADING = 1.45
SIZES = (28, 24, 22, 20, 18)
_TABLE_SIZE, _ROW_PADDING = 16, Inches(0.14)


def columns(text: str) -> float:
    """Return the width of a text in ems: a Han character is one, a Latin one half."""
    return sum(1.0 if ord(sign) > 0x2E7F else 0.52 for sign in text)


def lines_of(text: str, size: float, width: float) -> int:
    """Return how many lines a paragraph takes; `size` in points, `width` in EMU."""
    fit = max(1.0, width / Pt(size) - 1)  # a line never quite fills: 避头尾
    return sum(max(1, -int(-columns(part) // fit)) for part in text.split("\n"))


class Slides:
    """Adds slides to a deck."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck

    def cover(self, name: str, title: str, lines: Iterable[str]) -> None:
        """Add a title slide."""
        slide = self._deck.slides.add_slide(layout(self._deck, name))
        slide.shapes.title.text = title
        slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        _fill(slide.placeholders[1], [line for line in lines if line], 20, SOFT, gap=6)

    def lines(
        self,
        title: str,
        lines: Iterable[str],
        *,
        size: float = 24,
        numbered: bool = False,
        notes: str = "",
    ) -> None:
        """Add a list, over as many slides as it needs."""
        shown = [f"{n}. {line}" if numbered else line for n, line in enumerate(lines, 1)]
        if shown:
            self.text(title, shown, size=size, notes=notes)

    def text(
        self,
        title: str,
        paragraphs: Iterable[str],
        name: str = TEXT,
        *,
        badge: str = "",
        size: float = SIZES[0],
        notes: str = "",
    ) -> None:
        """Add paragraphs: smaller where they are many, over further slides where they must."""
        todo = list(paragraphs)
        sizes: list[float] = [one for one in SIZES if one <= size]
        fitting = next(
            (one for one in (size, *sizes) if _height(todo, one) <= BODY_HEIGHT), SIZES[-1]
        )
        for at, chunk in enumerate(_chunks(todo, fitting)):
            slide = self._slide(name, title, at)
            _fill(slide.placeholders[1], chunk, fitting, INK)
            if badge and not at:
                _badge(slide, badge)
            if notes and not at:
                _speak(slide, notes)

    def table(
        self,
        name: str,
        title: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        widths: Sequence[int],
        foot: str = "",
        most: int = 0,
    ) -> None:
        """Add a table, over as many slides as it needs; `widths` in percent."""
        room = BODY_HEIGHT - (Inches(0.5) if foot else 0)
        pages: list[list[Sequence[str]]] = [[]]
        used = head = _row_height(heads, widths)
        for row in rows:
            high = _row_height(row, widths)
            if pages[-1] and (used + high > room or (most and len(pages[-1]) >= most)):
                pages.append([])
                used = head
            pages[-1].append(row)
            used += high
        for at, page in enumerate(pages):
            slide = self._slide(name, title, at)
            _table(slide, heads, page, widths)
            if foot and at == len(pages) - 1:
                box = slide.shapes.add_textbox(LEFT, BODY_TOP + room, INNER, Inches(0.5))
                _fill(box, [foot], 18, PINE)

    def _slide(self, name: str, title: str, at: int) -> Any:
        slide = self._deck.slides.add_slide(layout(self._deck, name))
        slide.shapes.title.text = f"{title}（续）" if at else title
        _number(slide, len(self._deck.slides))
        return slide


def _colour(code: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(code))  # type: ignore[no-untyped-call]


def _height(paragraphs: Iterable[str], size: float) -> float:
    return sum((lines_of(p, size, INNER) * LEADING + 0.5) * Pt(size) for p in paragraphs)


def _chunks(paragraphs: list[str], size: float) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    used = 0.0
    for paragraph in paragraphs:
        high = _height([paragraph], size)
        if pages[-1] and used + high > BODY_HEIGHT:
            heads = [pages[-1].pop()] if pages[-1][-1].startswith(BOLD) else []
            pages.append(heads)
            used = _height(heads, size)
        pages[-1].append(paragraph)
        used += high
    return pages


def _fill(shape: Any, paragraphs: Iterable[str], size: float, colour: str, gap: float = 10) -> None:
    frame = shape.text_frame
    frame.word_wrap = True
    for at, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
        run = paragraph.add_run()
        run.font.size = Pt(size)
        run.font.color.rgb = _colour(colour)
        run._r.get_or_add_rPr().set("lang", "zh-CN")  # noqa: SLF001 - the language of the text
        run.font.bold = text.startswith(BOLD)
        run.text = text.removeprefix(BOLD)
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.line_spacing = LEADING - 0.15
        paragraph.space_after = Pt(gap)


def _badge(slide: Any, text: str) -> None:
    box = slide.shapes.add_textbox(LEFT, BODY_TOP + BODY_HEIGHT, INNER, Inches(0.45))
    _fill(box, [text], 18, PINE)


def _number(slide: Any, number: int) -> None:
    """Add the slide's number as a field, so that it stays right when slides are moved."""
    left = LEFT + INNER - Inches(0.8)
    box = slide.shapes.add_textbox(left, BODY_TOP + BODY_HEIGHT, Inches(0.8), Inches(0.45))
    box.name = "页码"
    paragraph = box.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = paragraph._p.makeelement(  # noqa: SLF001 - fields are not modelled
        qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
    )
    properties = field.makeelement(qn("a:rPr"), {"lang": "zh-CN", "sz": "1400"})
    words = field.makeelement(qn("a:t"), {})
    words.text = str(number)
    field.extend((properties, words))
    paragraph._p.append(field)  # noqa: SLF001 - the same


def _speak(slide: Any, text: str) -> None:
    slide.notes_slide.notes_text_frame.text = text


def _row_height(row: Sequence[str], widths: Sequence[int]) -> float:
    total = sum(widths)
    inner = (INNER * w / total - Inches(0.2) for w in widths)
    most = max(lines_of(cell, _TABLE_SIZE, width) for cell, width in zip(row, inner, strict=True))
    return most * Pt(_TABLE_SIZE) * 1.3 + _ROW_PADDING


def _table(
    slide: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    frame = slide.shapes.add_table(1, len(heads), LEFT, BODY_TOP, INNER, Inches(0.4))
    total = sum(widths)
    grid = "".join(f'<a:gridCol w="{int(INNER * width / total)}"/>' for width in widths)
    lines = "".join(
        f'<a:tr h="{int(_row_height(row, widths))}">'
        f"{''.join(_cell(text, head=not at) for text in row)}</a:tr>"
        for at, row in enumerate((heads, *rows))
    )
    made = parse_xml(
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{lines}</a:tbl>'
    )
    old = frame._element.find(f".//{qn('a:tbl')}")  # noqa: SLF001 - cells one by one take too long
    old.getparent().replace(old, made)


def _cell(text: str, *, head: bool) -> str:
    """Return a cell as XML, every side ruled thinly: a table for notes has empty cells."""
    bold = ' b="1"' if head else ""
    rule = '<a:solidFill><a:srgbClr val="7C8A83"/></a:solidFill>'
    sides = "".join(
        f'<a:{side} w="9525">{rule}</a:{side}>' for side in ("lnL", "lnR", "lnT", "lnB")
    )
    fill = f'<a:solidFill><a:srgbClr val="{"E4EEE9" if head else "FFFFFF"}"/></a:solidFill>'
    run = (
        f'<a:r><a:rPr lang="zh-CN" sz="{_TABLE_SIZE * 100}"{bold}><a:solidFill>'
        f'<a:srgbClr val="{INK}"/></a:solidFill></a:rPr><a:t>{escape(text)}</a:t></a:r>'
    )
    anchor = "ctr" if head else "t"
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"/>{run}</a:p></a:txBody>'
        f'<a:tcPr marT="45720" marB="45720" anchor="{anchor}">{sides}{fill}</a:tcPr></a:tc>'
    )
