"""What is printed to keep: models, practices and 借鉴对照表 as one document with page numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.shared_pages import pinyin
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.whole import Whole, body_of, filled, newest
from anliku.schema.edtf import in_words
from anliku.schema.kinds import KINDS

CHECKLISTS = "借鉴对照表"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the booklet: its entries, each with its HTML."""

    label: str
    about: str
    items: tuple[tuple[Entry, Markup], ...]


def booklet(linked: LinkedCatalog, site: Site, pages: Mapping[str, int] | None = None) -> str:
    """Return the booklet as a whole HTML document, without scripts.

    `pages`: the page on which each anchor stands, when it is known, for the contents.
    """
    style = (files("anliku") / "assets" / "offline" / "booklet.css").read_text(encoding="utf-8")
    return (
        environment()
        .get_template("booklet.html")
        .render(
            site=site,
            as_of=in_words(newest(linked).isoformat()),
            parts=_parts(linked, site),
            pages=pages or {},
            style=Markup(style),  # noqa: S704 - our own sheet
        )
    )


def _parts(linked: LinkedCatalog, site: Site) -> list[Part]:
    kept = {
        name: sorted(
            (e for e in linked.published if e.kind.name == name),
            key=lambda e: (pinyin(e.record.pinyin or e.title), e.id),
        )
        for name in ("model", "practice", "case")
    }
    kept["case"] = [e for e in kept["case"] if getattr(e.record, "transfer", ())]
    anchors = {entry.address: entry.id for entries in kept.values() for entry in entries}
    abouts = {
        "model": "机构怎样参与：什么时候合适、要有什么、怎么做。",
        "practice": "可以单独用的做法。",
        "case": "一个案例一张。左边是那个案例有的条件，右边写你那里的情况：有、没有、怎么替代。",
    }
    return [
        Part(
            CHECKLISTS if name == "case" else KINDS[name].label,
            abouts[name],
            tuple((entry, _item(entry, Whole(linked, site, anchors))) for entry in entries),
        )
        for name, entries in kept.items()
        if entries
    ]


def _item(entry: Entry, view: Whole) -> Markup:
    body = Markup("") if entry.kind.name == "case" else body_of(entry, view)
    return Markup(filled("booklet_item.html", view, entry=entry, body=body))  # noqa: S704 - rendered by our own templates
