"""备课: which class for how many minutes and people, and all that is ready for it."""

from __future__ import annotations

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.schema.teaching_note import TeachingNote

STYLE, SCRIPT = "teaching/teaching.css", "teaching/choose.js"
PATH, TITLE = "teaching.html", "备课"
MINUTES = (45, 60, 90, 180)
"""Lengths of a class that a trainer can ask for."""
PEOPLE = ((1, 7, "8 人以下"), (8, 15, "8—15 人"), (16, 30, "16—30 人"), (31, 999, "30 人以上"))
"""Numbers of participants that a trainer can ask for: from, to, words."""


def teaching_page(linked: LinkedCatalog, site: Site) -> Page:
    """Return the page."""
    view = View(linked, site, PATH)
    notes = sorted((e for e in linked.published if e.kind.name == "teaching_note"), key=_place)
    lists = [e for e in linked.published if e.kind.name == "reading_list"]
    audiences = dict.fromkeys(
        audience
        for note in notes
        if isinstance(note.record, TeachingNote)
        for audience in note.record.audiences
    )
    body = (
        environment()
        .get_template("teaching.html")
        .render(
            v=view,
            title=TITLE,
            notes=notes,
            lists=lists,
            audiences=tuple(audiences),
            minutes=MINUTES,
            people=PEOPLE,
        )
    )
    about = "挑一节课：时长、人数、对象；A 页、题单、计划和教师包都在这里。"
    return Page(PATH, TITLE, body, about, "teaching", styles=(STYLE,), scripts=(SCRIPT,))


def _place(entry: Entry) -> tuple[int, str]:
    record = entry.record
    return (record.duration if isinstance(record, TeachingNote) else 0, entry.id)
