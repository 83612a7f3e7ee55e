"""Packs on the site: what everybody may have, and for instructors one zip beside it."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.packs import pack, zipped
from anliku.publish.output import OutputFile
from anliku.render.pack_leaves import FOLDER, KINDS, ZIP
from anliku.render.site import Site


def pack_files(linked: LinkedCatalog, site: Site) -> Iterator[OutputFile]:
    """Yield the files of every pack, from what the edition shows."""
    for entry in linked.published:
        if entry.kind.name in KINDS:
            for leaf, content in pack(entry, linked, site, back=f"../../{entry.address}"):
                yield OutputFile(f"{FOLDER.format(id=entry.id)}/{leaf.name}", content)


def pack_zips(whole: LinkedCatalog, site: Site) -> Iterator[OutputFile]:
    """Yield the 教师包 of every pack; `whole` must hold the instructors' fields."""
    for entry in whole.published:
        if entry.kind.name in KINDS:
            files = pack(entry, whole, site, with_print=False)  # the print view has links
            yield OutputFile(ZIP.format(id=entry.id), zipped(files))


def loose_pack(entry: Entry, linked: LinkedCatalog, site: Site) -> tuple[OutputFile, ...]:
    """Return the files of one pack under the names that a person keeps them under."""
    return tuple(OutputFile(leaf.saved_as, content) for leaf, content in pack(entry, linked, site))
