"""The packs of the real library, made once for all tests that read them."""

from __future__ import annotations

import io
from functools import cache

from docx import Document
from docx.document import Document as Doc
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from anliku.catalog import Entry
from anliku.packs import pack
from anliku.render.pack_leaves import KINDS, Leaf
from anliku.render.site import Site
from tests.library import ROOT, linked_root, whole_root

SITE = Site(url="https://anli.example/")
IDS = [e.id for e in linked_root(ROOT).published if e.kind.name in KINDS]


def entry(entry_id: str) -> Entry:
    """Return an entry with what only instructors see."""
    return whole_root(ROOT).catalog.by_id[entry_id]


@cache
def made(entry_id: str, *, learner: bool = False) -> dict[Leaf, bytes]:
    """Return the files of a pack."""
    linked = linked_root(ROOT) if learner else whole_root(ROOT)
    return dict(pack(linked.catalog.by_id[entry_id], linked, SITE))


def deck(content: bytes) -> Deck:
    """Open slides."""
    return Presentation(io.BytesIO(content))


def document(content: bytes) -> Doc:
    """Open a Word document."""
    return Document(io.BytesIO(content))


def shown_on(slide: object) -> str:
    """Return all text of a slide, tables included, notes not."""
    parts = []
    for shape in slide.shapes:  # type: ignore[attr-defined]
        if shape.has_text_frame:
            parts.append(shape.text_frame.text)
        if shape.has_table:
            parts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(parts)


def noted_on(slide: object) -> str:
    """Return the speaker's notes of a slide."""
    if not slide.has_notes_slide:  # type: ignore[attr-defined]
        return ""
    return slide.notes_slide.notes_text_frame.text  # type: ignore[attr-defined]


def text_of(doc: Doc) -> str:
    """Return all text of a document in reading order of its paragraphs, then its tables."""
    cells = [cell.text for table in doc.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in doc.paragraphs), *cells])
