"""打印版: everything of a pack as one page: cover, contents, reading, classes, entries, works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from markupsafe import Markup

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.packs.outline import Outline, read_in
from anliku.render.page import css_string
from anliku.render.qr_code import qr_data
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.whole import Whole, body_of, filled

_MARK = re.compile(r'((?:href="#|id=")(?=[cm]\d+[-"]))')
SHEETS = ("offline/booklet.css", "packs/print.css")
NO_TEXT = frozenset({"source", "teaching_note"})
"""Kinds whose pages are no reading: works are read elsewhere, notes are for the trainer."""


def print_view(
    entry: Entry,
    outline: Outline,
    linked: LinkedCatalog,
    site: Site,
    pages: Mapping[str, int] | None = None,
    *,
    back: str = "",
) -> str:
    """Return the page. `pages`: on which page each part stands, once it has been printed.

    `back`: where the reader came from; empty where the page stands alone.
    """
    taught = {ref for lesson in outline.lessons for ref in _cases(lesson.id, linked)}
    read = {one.id: one for one, _, _ in read_in(entry, linked)}
    shown = [e for e in read.values() if e.id not in taught and e.kind.name not in NO_TEXT]
    anchors = {one.address: one.id for one in shown}
    style = "\n".join(
        (files("anliku") / "assets" / name).read_text(encoding="utf-8") for name in SHEETS
    )
    return (
        environment()
        .get_template("pack_print.html")
        .render(
            o=outline,
            contents=_contents(outline, shown),
            entries=[(one, _text(one, Whole(linked, site, anchors))) for one in shown],
            pages=pages or {},
            style=Markup(style),  # noqa: S704 - our own sheets
            foot=css_string(f"{outline.title} · {outline.imprint}"),
            code=qr_data(site.full(entry.address)) if site.url else "",
            back=back,
        )
    )


def _contents(outline: Outline, shown: list[Entry]) -> list[tuple[str, str]]:
    found = [(f"part-{n}", part.title) for n, part in enumerate(outline.parts, 1)]
    for n, lesson in enumerate(outline.lessons, 1):
        found += [
            (f"a-{n}", f"A 页：{lesson.a_title or lesson.title}"),
            (f"b-{n}", "B 页：后来怎样"),
        ]
    return [*found, *((one.id, one.title) for one in shown), ("works", "出处")]


def _text(entry: Entry, view: Whole) -> Markup:
    html = filled("pack_entry.html", view, entry=entry, body=body_of(entry, view))
    own = _MARK.sub(rf"\g<1>{entry.id}-", html)  # each entry numbers its citations anew
    return Markup(own)  # noqa: S704 - rendered by our own templates


def _cases(note_id: str, linked: LinkedCatalog) -> list[str]:
    edges = linked.outgoing.get(note_id, ())
    return [edge.target.id for edge in edges if edge.role == "主案例"]
