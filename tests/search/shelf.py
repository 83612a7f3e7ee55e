"""An index in a folder with a bare page beside it, and the engine in that page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from anliku.search import Facet, SearchRecord, Thesaurus, build_index, engine_script

PAGE = '<!doctype html><meta charset="utf-8"><title>库</title><script src="search.js"></script>'


def put(folder: Path, records: Iterable[SearchRecord], words: Thesaurus, facets: Iterable[Facet]):
    """Write an index, the engine and a page into a folder, and return it."""
    files = {
        "index.html": PAGE,
        "search.js": engine_script(),
        **{f"index/{k}": v for k, v in build_index(tuple(records), words, tuple(facets)).items()},
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@dataclass
class Engine:
    """A page that has the engine, what it asked for, and what it complained of."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self) -> Engine:
        """Open the page, and watch it."""
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.page.goto(f"{self.home}index.html")
        return self

    def call(self, code: str, *values: Any) -> Any:
        """Evaluate a function of JavaScript with these values."""
        return self.page.evaluate(f"(values) => ({code})(...values)", list(values))

    def search(self, query: str, **options: Any) -> dict[str, Any]:
        """Search."""
        return self.call("(q, o) => anliku.search(q, o)", query, options)

    def ids(self, query: str, **options: Any) -> list[str]:
        """Return the ids of the hits of a search."""
        return [hit["id"] for hit in self.search(query, **options)["hits"]]

    def searches(self, queries: Iterable[str], **options: Any) -> list[dict[str, Any]]:
        """Search for one after another, in one call."""
        code = """async (queries, options) => {
            const found = [];
            for (const query of queries) found.push(await anliku.search(query, options));
            return found;
        }"""
        return self.call(code, list(queries), options)

    def counts(self, query: str, **options: Any) -> dict[str, dict[str, int]]:
        """Return for each facet the count of each value."""
        rows = self.call("(q, o) => anliku.counts(q, o)", query, options)
        return {row["key"]: {v["value"]: v["count"] for v in row["values"]} for row in rows}

    def passages(self, ids: list[str], marks: list[str]) -> dict[str, dict[str, str]]:
        """Return passages."""
        return self.call("(i, m) => anliku.passages(i, m)", ids, marks)

    def near(self, query: str) -> list[str]:
        """Return near phrases."""
        return self.call("(q) => anliku.near(q)", query)

    def failure(self, code: str) -> str:
        """Return why a promise was rejected; empty if it was not."""
        return self.call(f"() => ({code}).then(() => '', (error) => String(error))")
