"""A site of one page with the product's engine, its thesaurus and an index of any corpus."""

import pathlib
import time
from collections.abc import Sequence
from typing import Any

from _corpus import facets_of, read_documents, records_of, thesaurus
from _probing import PAGE
from _serving import packed

from anliku.search import build_index, engine_script

Result = dict[str, Any]
HOME = pathlib.Path("assets/search")
HTML = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>probe</title>
<link rel="icon" href="data:,">
<script src="assets/search/search.js" defer></script>
<script>
const kept = ({hits, total}) => ({ids: hits.map((hit) => hit.id), total});
window.probe = {
  ready: () => anliku.warm(),
  search: (query, filters) => anliku.search(query, {filters, limit: 10}).then(kept),
};
</script>
"""


def build(documents: pathlib.Path, folder: pathlib.Path) -> Result:
    """Write a site of one page with the engine and its index; return what that took."""
    records = records_of(read_documents(documents))
    words, facets = thesaurus(), facets_of(records)
    began, worked = time.perf_counter(), time.process_time()
    files = build_index(records, words, facets)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    for path, text in {"../search.js": engine_script(), **files}.items():
        target = folder / HOME / "index" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.resolve().write_text(text, encoding="utf-8", newline="\n")
    (folder / PAGE).write_text(HTML, encoding="utf-8")
    index = folder / HOME / "index"
    texts = list((index / "t").glob("*"))
    ranking = [path for path in index.rglob("*") if path.is_file() and path not in set(texts)]
    return {
        "cases": len(records),
        "index": {
            "build_seconds": round(seconds, 2),
            "build_cpu_seconds": round(worked, 2),
            **weight(ranking),
            "texts": weight(texts),
            "engine": weight([folder / HOME / "search.js"]),
        },
    }


def weight(files: Sequence[pathlib.Path]) -> Result:
    """Return how many files these are, and their bytes as they lie and as they are sent."""
    return {
        "files": len(files),
        "raw_bytes": sum(path.stat().st_size for path in files),
        "gzip_bytes": sum(len(packed(path)) for path in files),
    }
