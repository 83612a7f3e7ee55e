"""Pagefind, extended build, on one page of HTML a case: as its documentation has it for Chinese."""

import html
import pathlib
import time
from collections.abc import Sequence
from typing import Any

from _our_site import weight
from _peers import Document, copy_page, lines_of, npm_package
from _probing import Probe
from _terminal import quietly


def build(documents: Sequence[Document], folder: pathlib.Path, _: Probe) -> dict[str, Any]:
    """Index the pages with its command line."""
    program = npm_package("pagefind") / "lib" / "runner" / "bin.cjs"
    site, bundle = folder / "site", folder / "pagefind"
    site.mkdir()
    for document in documents:
        (site / f"{document['id']}.html").write_text(_page(document), encoding="utf-8")
    command = ["node", str(program), "--site", str(site), "--output-path", str(bundle)]
    began = time.perf_counter()
    quietly([*command, "--force-language", "zh"], "Pagefind 没有建成索引")
    seconds = time.perf_counter() - began
    copy_page("pagefind", folder)
    # its own pages for people are not part of the index
    files = [p for p in bundle.rglob("*") if p.is_file() and "-ui" not in p.name]
    return {"build_seconds": round(seconds, 1), **weight(files)}


def _page(document: Document) -> str:
    """Return a page; title, names and tags weigh as in our own index."""
    summary, names, place = lines_of(document)
    tags = html.escape(" ".join(document.get("tags") or ()))
    filters = "".join(
        f'<i hidden data-pagefind-filter="{html.escape(key)}:{html.escape(value)}"></i>'
        for key, values in (document.get("facets") or {}).items()
        for value in ([values] if isinstance(values, str) else values)
    )
    sections = "".join(
        f"<h2>{html.escape(head)}</h2><p>{html.escape(text)}</p>"
        for head, text in document.get("sections") or ()
    )
    title = html.escape(document["title"])
    return (
        f'<!doctype html><html lang="zh"><head><title>{title}</title></head>'
        f"<body><main data-pagefind-body><h1>{title}</h1>"
        f'<p data-pagefind-weight="2">{summary}</p><p data-pagefind-weight="8">{names}</p>'
        f'<p data-pagefind-weight="5">{tags} {place}</p>{filters}{sections}</main></body></html>'
    )
