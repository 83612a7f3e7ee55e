"""An empty deck: A4-wide slides, our fonts and colours in the theme, Chinese names of layouts."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches, Pt

LATIN, HAN = "Arial", "微软雅黑"
INK, PINE, SOFT = "1B2320", "19604B", "4E5A55"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, TOP, INNER = Inches(0.8), Inches(0.55), Inches(11.733)
BODY_TOP, BODY_HEIGHT = Inches(1.75), Inches(4.95)
COVER, TEXT, BARE = "封面", "标题和正文", "只有标题"
_KEPT = {0: COVER, 1: TEXT, 5: BARE}
_PLACES = {
    # layout: {index of the placeholder: (left, top, width, height)}
    0: {
        0: (LEFT, Inches(2.2), INNER, Inches(1.9)),
        1: (LEFT, Inches(4.3), INNER, Inches(1.6)),
    },
    1: {0: (LEFT, TOP, INNER, Inches(1.0)), 1: (LEFT, BODY_TOP, INNER, BODY_HEIGHT)},
    5: {0: (LEFT, TOP, INNER, Inches(1.0))},
}


def empty_deck() -> Deck:
    """Return a deck without slides: python-pptx's own template, made ours."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDTH), Emu(HEIGHT)
    _dress(deck)
    layouts = list(deck.slide_layouts)
    for at, one in enumerate(layouts):
        if at not in _KEPT:
            deck.slide_layouts.remove(one)
            continue
        one.name = _KEPT[at]
        for shape in list(one.placeholders):
            place = _PLACES[at].get(shape.placeholder_format.idx)
            if place is None:
                shape._element.getparent().remove(shape._element)  # noqa: SLF001 - date, footer, number
            else:
                _put(shape, place)
    master = deck.slide_master
    for shape in list(master.placeholders):
        place = _PLACES[1].get(shape.placeholder_format.idx)
        if shape.placeholder_format.idx in (0, 1) and place is not None:
            _put(shape, place)
        else:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001 - the same
    _style(master)
    _draw(layout(deck, COVER), (0, 0, Inches(0.28), HEIGHT))
    for name in (TEXT, BARE):
        _draw(layout(deck, name), (LEFT, Inches(1.55), INNER, Inches(0.035)))
    return deck


def layout(deck: Deck, name: str) -> Any:
    """Return a layout by its name."""
    return next(one for one in deck.slide_layouts if one.name == name)


def _put(shape: Any, place: tuple[int, int, int, int]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(value) for value in place)


def _draw(on: Any, place: tuple[int, int, int, int]) -> None:
    """Draw a bar in our green that belongs to the layout, not to the text."""
    left, top, width, height = place
    shape = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="色条"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>'
        "</p:sp>"
    )
    on.shapes._spTree.insert(2, shape)  # noqa: SLF001 - behind everything; python-pptx adds none here


def _dress(deck: Deck) -> None:
    """Set fonts and colours where every shape takes them from: in the theme."""
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = theme.blob.decode()
    xml = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{LATIN}"', xml)
    xml = re.sub(r'<a:ea typeface="[^"]*"', f'<a:ea typeface="{HAN}"', xml)
    xml = re.sub(r'(<a:font script="Hans" typeface=")[^"]*"', rf'\g<1>{HAN}"', xml)
    for name, colour in (("accent1", PINE), ("accent2", "93441A")):
        xml = re.sub(
            rf'<a:{name}><a:srgbClr val="[^"]*"/>', f'<a:{name}><a:srgbClr val="{colour}"/>', xml
        )
    xml = re.sub(r'name="Office Theme"', 'name="案例库"', xml)
    theme._blob = xml.encode()  # noqa: SLF001 - the theme is no part that python-pptx models


def _style(master: Any) -> None:
    """Titles stand left and bold, bodies have no bullets of their own."""
    styles = master._element.find(".//{*}txStyles")  # noqa: SLF001 - not modelled either
    title = styles.find("{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    run = title.find("{*}defRPr")
    run.set("sz", str(Pt(30).centipoints))
    run.set("b", "1")
    for level in styles.find("{*}bodyStyle"):
        level.set("marL", "0")
        level.set("indent", "0")
        for bullet in [*level.findall("{*}buChar"), *level.findall("{*}buFont")]:
            level.remove(bullet)
        space = level.find("{*}spcBef")
        if space is not None:
            space.getparent().remove(space)
