"""Material for MkDocs with its search plugin and jieba: a real build, its own worker."""

import json
import pathlib
import subprocess
import time
from collections.abc import Sequence
from typing import Any

from _environment import PYTHON
from _our_site import weight
from _peers import Document, copy_page, lines_of, python_package
from _probing import Probe
from _terminal import Stop, environment

SETTINGS = """
site_name: 案例
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search, tags]
nav: [index.md]
not_in_nav: cases/
"""


def build(documents: Sequence[Document], folder: pathlib.Path, _: Probe) -> dict[str, Any]:
    """Build a site with one page a case."""
    jieba = python_package("jieba")
    source = folder / "source"
    (source / "docs" / "cases").mkdir(parents=True)
    (source / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (source / "docs" / "index.md").write_text("# 案例\n", encoding="utf-8")
    for document in documents:
        page = source / "docs" / "cases" / f"{document['id']}.md"
        page.write_text(_page(document), encoding="utf-8")
    began = time.perf_counter()
    command = [PYTHON, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")]
    more = {"PYTHONPATH": str(jieba), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=source, env=environment(**more), capture_output=True, check=False
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        raise Stop(f"MkDocs 没有建成：{done.stderr.decode('utf-8', 'replace')[-200:]}")
    site = folder / "site"
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    for name in ("search", "assets"):
        (site / name).replace(folder / name)
    copy_page("material", folder, worker=worker.relative_to(site).as_posix())
    index = folder / "search" / "search_index.json"
    if "\u200b" not in json.loads(index.read_text(encoding="utf-8"))["docs"][-1]["text"]:
        raise Stop("jieba 没有起作用")
    return {"build_seconds": round(seconds, 1), **weight([index])}


def _page(document: Document) -> str:
    """Return a page of Markdown whose tags are tags of Material."""
    head = json.dumps(
        {"title": document["title"], "tags": list(document.get("tags") or ())}, ensure_ascii=False
    )
    sections = "".join(f"\n## {head}\n\n{text}\n" for head, text in document.get("sections") or ())
    return (
        f"---\n{head}\n---\n\n# {document['title']}\n\n"
        + "\n\n".join(lines_of(document))
        + f"\n{sections}"
    )
