"""The search as output files: the engine, and its index beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.publish.search_facets import facets
from anliku.publish.search_records import search_records
from anliku.render.page import Page
from anliku.schema.vocabulary import Vocabulary
from anliku.search import Thesaurus, build_index, engine_script

FOLDER = "assets/search"


def search_files(linked: LinkedCatalog, pages: Iterable[Page]) -> Iterator[OutputFile]:
    """Yield the engine and the files of its index."""
    records = search_records(linked, pages)
    vocabularies = (entry.record for entry in linked.catalog.of_kind("vocabulary"))
    thesaurus = Thesaurus.from_vocabularies(v for v in vocabularies if isinstance(v, Vocabulary))
    yield OutputFile.text(f"{FOLDER}/search.js", engine_script())
    for path, text in build_index(records, thesaurus, facets(linked, records)).items():
        yield OutputFile.text(f"{FOLDER}/index/{path}", text)
