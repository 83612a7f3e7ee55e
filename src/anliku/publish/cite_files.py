"""References to download: three small files for each entry that has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.references import item_of, to_bibtex, to_csl_json, to_ris
from anliku.render.citing import FOLDER
from anliku.render.site import Site


def cite_files(linked: LinkedCatalog, site: Site) -> Iterator[OutputFile]:
    """Yield the files; a day of access is the reader's to add, so it is in none of ours."""
    for entry in linked.published:
        if "#" in entry.kind.page:
            continue
        items = [item_of(entry, site)]
        yield OutputFile.text(f"{FOLDER}/{entry.id}.ris", to_ris(items))
        yield OutputFile.text(f"{FOLDER}/{entry.id}.bib", to_bibtex(items))
        yield OutputFile.text(f"{FOLDER}/{entry.id}.json", to_csl_json(items))
