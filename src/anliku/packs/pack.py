"""What a pack holds: one table of its files, for the site, the 教师包 and `anliku pack`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.packs.handout import handout
from anliku.packs.message import message
from anliku.packs.outline import Outline, handed_out, items_of, outline_of, read_in
from anliku.packs.plan import plan
from anliku.packs.print_view import print_view
from anliku.packs.sheets import sheets
from anliku.packs.slides import slides
from anliku.references import gbt7714, to_bibtex, to_csl_json, to_ris
from anliku.render.pack_leaves import (
    BIBTEX,
    CSL,
    HANDOUT,
    MESSAGE,
    PLAIN,
    PLAN,
    PRINT,
    RIS,
    SHEETS,
    SLIDES,
    Leaf,
)
from anliku.render.site import Site


def pack(
    entry: Entry, linked: LinkedCatalog, site: Site, *, back: str = "", with_print: bool = True
) -> Iterator[tuple[Leaf, bytes]]:
    """Yield the files of the pack of a reading list or a teaching note.

    `linked`: what the edition may show. Without instructors' fields there is no plan.
    """
    outline = outline_of(entry, linked, site)
    learned = handed_out(outline)
    makers: dict[Leaf, Callable[[], bytes | str]] = {
        SLIDES: lambda: slides(outline),
        HANDOUT: lambda: handout(learned),
        SHEETS: lambda: sheets(learned),
        MESSAGE: lambda: message(learned),
        **(
            {PRINT: lambda: print_view(entry, learned, linked, site, back=back)}
            if with_print
            else {}
        ),
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
