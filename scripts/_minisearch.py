"""MiniSearch with Intl.Segmenter as its tokenizer, prefixes and fuzziness on, index made ahead."""

import pathlib
import shutil
from collections.abc import Sequence
from typing import Any

from _our_site import weight
from _peers import PAGES, Document, copy_page, npm_package
from _probing import Probe
from _serving import serving

MAKE = """(documents) => {
  const began = performance.now();
  const index = new MiniSearch(settings);
  index.addAll(documents);
  const text = JSON.stringify(index);
  return [text, (performance.now() - began) / 1000];
}"""


def build(documents: Sequence[Document], folder: pathlib.Path, probe: Probe) -> dict[str, Any]:
    """Index in the browser, so that both sides have the same segmenter."""
    library = npm_package("minisearch") / "dist" / "umd" / "index.js"
    shutil.copy(library, folder / "minisearch.js")
    shutil.copy(PAGES / "minisearch.js", folder / "settings.js")
    copy_page("minisearch", folder)
    with serving(folder) as server, probe.page(server.origin) as page:
        text, seconds = page.evaluate(MAKE, [_flat(document) for document in documents])
    (folder / "index.json").write_text(text, encoding="utf-8")
    return {"build_seconds": round(seconds, 1), **weight([folder / "index.json"])}


def _flat(document: Document) -> dict[str, Any]:
    facets = document.get("facets") or {}
    names = dict.fromkeys(filter(None, [document.get("org"), document.get("org_full")]))
    tags = " ".join(document.get("tags") or ())
    return {
        "id": document["id"],
        "url": document["url"],
        "title": document["title"],
        "summary": document.get("summary") or "",
        "names": " ".join(names),
        "tags": f"{tags} {document.get('place') or ''}",
        "note": f"{document.get('org') or ''} · {tags}",
        "text": "\n".join(part for pair in document.get("sections") or () for part in pair),
        "facets": {k: [v] if isinstance(v, str) else v for k, v in facets.items()},
    }
