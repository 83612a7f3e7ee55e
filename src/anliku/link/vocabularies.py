"""Rules on values that come from vocabularies."""

from __future__ import annotations

from anliku.check.nearest import nearest
from anliku.check.rule import Finding
from anliku.link.linked import LinkedCatalog
from anliku.link.rule import Found
from anliku.schema.field import fact_about
from anliku.schema.vocabulary import Concept
from anliku.schema.walk import walk


def values_are_in_their_vocabulary(linked: LinkedCatalog) -> Found:
    """从词表选的值，写的是词表里的名称。"""
    for entry in linked.catalog.entries:
        for path, info, value in walk(entry.record):
            scheme = fact_about(info, "vocabulary")
            if not scheme or scheme in linked.catalog.unread or not isinstance(value, str):
                continue
            concepts = linked.concepts.get(scheme)
            if concepts is None:
                yield (
                    entry,
                    Finding(path, f"没有词表 {scheme}", f"先建 cases/vocabularies/{scheme}.yml"),
                )
            elif value not in concepts:
                yield (
                    entry,
                    Finding(
                        path, f"“{info.title}”的词表里没有“{value}”", _hint(value, concepts, scheme)
                    ),
                )


def _hint(value: str, concepts: dict[str, Concept], scheme: str) -> str:
    for concept in concepts.values():
        if value in (*concept.alt, *concept.hidden, concept.id):
            return f"词表里写作“{concept.label}”"
    close = nearest(value, concepts)
    if close:
        return f"是不是“{close}”？"
    if any(mark in value for mark in "，、；"):
        return "几个值之间用半角逗号和空格隔开，例如 [社区, 志愿者]"
    some = "、".join(list(concepts)[:10])
    return f"可用的有：{some}；要加新词，改 cases/vocabularies/{scheme}.yml"
