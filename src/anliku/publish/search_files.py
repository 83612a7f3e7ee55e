"""The search as output files: the engine, and its index beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from anliku.link.linked import LinkedCatalog
from anliku.publish.output import OutputFile
from anliku.publish.search_facets import facets
from anliku.schema.vocabulary import Vocabulary
from anliku.search import SearchRecord, Thesaurus, build_index, engine_script

FOLDER = "assets/search"


def search_index(linked: LinkedCatalog, records: Sequence[SearchRecord]) -> dict[str, str]:
    """Return the files of the index by their path below its folder."""
    vocabularies = (entry.record for entry in linked.catalog.of_kind("vocabulary"))
    thesaurus = Thesaurus.from_vocabularies(v for v in vocabularies if isinstance(v, Vocabulary))
    return build_index(records, thesaurus, facets(linked, records))


def search_files(index: Mapping[str, str]) -> Iterator[OutputFile]:
    """Yield the engine and the files of its index."""
    yield OutputFile.text(f"{FOLDER}/search.js", engine_script())
    for path, text in index.items():
        yield OutputFile.text(f"{FOLDER}/index/{path}", text)
