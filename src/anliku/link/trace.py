"""Entries against the text of a source: longest shared runs, and figures that the text lacks.

A run is Han characters only and ends at punctuation, markup and field ends (limit 12); names,
titles and set terms are exempt: the titles and names of entries and vocabulary labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anliku.catalog import Entry
from anliku.catalog.prose import plain
from anliku.link.figures import figures, in_words
from anliku.link.linked import LinkedCatalog
from anliku.schema.organization import Organization
from anliku.schema.source import Source
from anliku.schema.vocabulary import Vocabulary
from anliku.schema.walk import walk

LIMIT = 12
_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


def trace(linked: LinkedCatalog, source: Entry, text: str) -> tuple[str, ...]:
    """Return one line for each run that is too long and each figure that the text does not hold."""
    joined = re.sub(r"\s", "", text)
    grams = _grams(joined, _exempt(linked))
    lines = []
    for entry in linked.catalog.entries:
        for path, value in _texts(entry):
            where = f"{entry.document.at(path)}"
            lines += [
                f"{where} 和原文连着 {len(run)} 字相同：{run}" for run in _shared(value, grams)
            ]
    return (*lines, *_foreign_figures(source, joined))


def _texts(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for path, _, value in walk(entry.record):
        if isinstance(value, str):
            yield path, plain(value)


def _grams(text: str, exempt: Iterable[str]) -> frozenset[str]:
    size = LIMIT + 1
    found = {run[i : i + size] for run in _RUN.findall(text) for i in range(len(run) - size + 1)}
    names = [name for name in exempt if len(name) >= size]
    return frozenset(gram for gram in found if not any(gram in name for name in names))


def _exempt(linked: LinkedCatalog) -> Iterator[str]:
    for entry in linked.catalog.entries:
        yield "".join(_RUN.findall(entry.title))
        if isinstance(entry.record, Organization):
            yield from (name.name for name in entry.record.names)
        if isinstance(entry.record, Vocabulary):
            yield from (concept.label for concept in entry.record.concepts)
        if isinstance(entry.record, Source):
            yield "".join(_RUN.findall(entry.record.csl.title))


def _shared(text: str, grams: frozenset[str]) -> Iterator[str]:
    for run in _RUN.findall(text):
        start = 0
        while start < len(run) - LIMIT:
            if run[start : start + LIMIT + 1] not in grams:
                start += 1
                continue
            end = start + LIMIT + 1
            while end < len(run) and run[end - LIMIT : end + 1] in grams:
                end += 1
            yield run[start:end]
            start = end


def _foreign_figures(source: Entry, text: str) -> Iterator[str]:
    record = source.record
    known = figures(text)
    for index, fact in enumerate(record.facts if isinstance(record, Source) else ()):
        for figure in sorted(figures(fact.text) - known):
            where = source.document.at(("facts", index, "text"))
            yield f"{where} 事实 {fact.id} 的数字 {in_words(figure)} 原文里没有"
