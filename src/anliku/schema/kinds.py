"""The table of kinds: folder, words, record, and whether entries have a page of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anliku.schema.base import Common
from anliku.schema.case import Case
from anliku.schema.challenge import Challenge
from anliku.schema.guide import Guide
from anliku.schema.model import Model
from anliku.schema.organization import Organization
from anliku.schema.person import Person
from anliku.schema.practice import Practice
from anliku.schema.reading_list import ReadingList
from anliku.schema.recommendation import Recommendation
from anliku.schema.source import Source
from anliku.schema.teaching_note import TeachingNote
from anliku.schema.term import Term
from anliku.schema.tool import Tool
from anliku.schema.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry. `folder` lies under cases/; `page` is a pattern for the address."""

    name: str
    folder: str
    label: str
    record: type[Common]
    page: str
    must_cite: bool = False

    def address(self, entry_id: str) -> str:
        """Return the address of an entry, from the site's root."""
        return self.page.format(id=entry_id)


_ALL = (
    Kind("case", "studies", "实务案例", Case, "cases/{id}.html", must_cite=True),
    Kind("model", "models", "参与模式", Model, "models/{id}.html", must_cite=True),
    Kind("practice", "practices", "做法", Practice, "practices/{id}.html", must_cite=True),
    Kind("guide", "guides", "导读", Guide, "guides/{id}.html", must_cite=True),
    Kind("organization", "organizations", "单位与组织", Organization, "organizations/{id}.html"),
    Kind("tool", "tools", "工具与指引", Tool, "tools/{id}.html"),
    Kind("challenge", "challenges", "实务难点", Challenge, "challenges.html#{id}"),
    Kind("recommendation", "recommendations", "实务建议", Recommendation, "challenges.html#{id}"),
    Kind("person", "people", "人物", Person, "people.html#{id}"),
    Kind("term", "terms", "名词解释", Term, "terms.html#{id}"),
    Kind("source", "sources", "资料来源", Source, "sources/{id}.html"),
    Kind(
        "teaching_note", "teaching-notes", "案例使用说明", TeachingNote, "teaching-notes/{id}.html"
    ),
    Kind("reading_list", "reading-lists", "学习清单", ReadingList, "reading-lists/{id}.html"),
    Kind("vocabulary", "vocabularies", "词表", Vocabulary, "vocabularies.html#{id}"),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
"""Every kind by its English name, in the order in which readers meet them."""

FOLDERS: Mapping[str, Kind] = {kind.folder: kind for kind in _ALL}
"""Every kind by its folder under cases/."""
