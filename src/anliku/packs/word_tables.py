"""Tables of Word as XML: python-docx fills them a hundred times slower, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

TWIPS = 567
"""Twentieths of a point to a centimetre."""


def table_of(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    *,
    across: float,
    high: float = 0,
) -> Any:
    """Return a table `across` centimetres wide; `widths` in percent, `high`: least row height."""
    columns = [int(across * TWIPS * width / sum(widths)) for width in widths]
    lines = [_row(heads, columns, head=True), *(_row(row, columns, high=high) for row in rows)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _row(
    texts: Sequence[str], widths: Sequence[int], *, head: bool = False, high: float = 0
) -> str:
    height = f'<w:trHeight w:val="{int(high * TWIPS)}"/>' if high and not head else ""
    repeat = "<w:tblHeader/>" if head else ""
    cells = "".join(
        _cell(text, width, head=head, middle=bool(height))
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, *, head: bool, middle: bool) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E4EEE9"/>' if head else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    keep, bold = ("<w:keepNext/>", "<w:b/>") if head else ("", "")
    shape = f'<w:pPr>{keep}<w:spacing w:after="20" w:line="288" w:lineRule="auto"/></w:pPr>'
    run = f'<w:rPr>{bold}<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
    words = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}{upright}</w:tcPr>'
        f"<w:p>{shape}<w:r>{run}{words}</w:r></w:p></w:tc>"
    )
