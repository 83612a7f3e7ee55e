"""教师包: for each teaching note one file with all that instructors need, in nothing but itself."""

from __future__ import annotations

from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.render.site import Site
from anliku.render.teaching import PACK
from anliku.render.templates_env import environment
from anliku.render.view import View


def teacher_packs(whole: LinkedCatalog, site: Site) -> tuple[OutputFile, ...]:
    """Return a file for each published note; `whole` must hold the instructors' fields."""
    return tuple(
        OutputFile.text(path, _pack(path, note_id, whole, site))
        for note_id in (e.id for e in whole.published if e.kind.name == "teaching_note")
        for path in (PACK.format(id=note_id),)
    )


def _pack(path: str, note_id: str, whole: LinkedCatalog, site: Site) -> str:
    view = View(whole, site, path)
    note = whole.catalog.by_id[note_id]
    return environment().get_template("teacher_pack.html").render(v=view, entry=note)
