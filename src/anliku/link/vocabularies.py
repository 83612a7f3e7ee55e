"""Rules on values that come from vocabularies, and on words that only help to find entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from anliku.catalog import Entry
from anliku.check.nearest import nearest
from anliku.check.rule import Finding
from anliku.link.linked import LinkedCatalog
from anliku.link.rule import Found
from anliku.link.spelling import spelling
from anliku.schema.field import fact_about
from anliku.schema.vocabulary import Concept, Vocabulary
from anliku.schema.walk import Path, walk

GENERAL = frozenset(
    ["服务", "工作", "活动", "项目", "支持", "困难", "人员", "群众", "社区", "管理", "组织", "问题"]
)
"""Words that stand in nearly every entry: a group that held one would find them all."""
_RUN = re.compile("[\u3400-\u9fff]+|[a-z0-9]+")
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_PLACES = {"label": "名称", "alt": "别名", "hidden": "检索词"}


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
                        path,
                        f"“{info.title}”的词表里没有“{value}”",
                        partial(_hint, value, concepts, scheme),
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


@dataclass(frozen=True, slots=True)
class _Use:
    """Where a word of a vocabulary stands."""

    entry: Entry
    vocabulary: Vocabulary
    concept: Concept
    path: Path
    word: str

    @property
    def yields(self) -> tuple[bool, bool]:
        """Words of search yield to values, words that are not shown to those that are."""
        return not self.vocabulary.has_values, "hidden" in self.path

    @property
    def place(self) -> str:
        """名称, 别名 or 检索词."""
        return _PLACES[str(self.path[2])]


def search_words_stand_once(linked: LinkedCatalog) -> Found:
    """检索词，和只供检索的词表里的每个说法，在全部词表里只归一个名称，也不写两遍。"""
    by_word: dict[str, list[_Use]] = defaultdict(list)
    for use in _uses(linked):
        if use.vocabulary.use != "构词":
            by_word[spelling(use.word)].append(use)
    for uses in by_word.values():
        uses.sort(key=lambda use: use.yields)
        for number, use in enumerate(uses):
            other = next((one for one in uses[:number] if _clash(use, one)), None)
            if other:
                yield use.entry, _stands_twice(use, other)


def _clash(use: _Use, other: _Use) -> bool:
    if use.concept is other.concept:
        return not use.vocabulary.has_values
    if use.entry is other.entry and use.word.casefold() == other.word.casefold():
        return False  # AK315 says so
    return any(use.yields) and use.concept.label != other.concept.label


def _stands_twice(use: _Use, other: _Use) -> Finding:
    if use.concept is other.concept:
        places = "和".join(dict.fromkeys([other.place, use.place]))
        twin = "" if use.word == other.word else f"（在搜索里同“{other.word}”）"
        message = f"“{use.word}”{twin}在“{use.concept.label}”的{places}里写了两遍"
        return Finding(use.path, message, "删去一处")
    there = f"{other.entry.document.path} 里“{other.concept.label}”的{other.place}"
    cure = "意思不同，从一处删去它；意思相同，把两处的名称（label）写成一样，搜索就并成一组"
    message = f"“{use.word}”是“{use.concept.label}”的{use.place}，又是 {there}"
    return Finding(use.path, message, cure)


def search_words_are_usable(linked: LinkedCatalog) -> Found:
    """只供检索的词表里，每个说法有两个字以上，不混写，不笼统；构词的一组，字数都相同。"""
    uses = list(_uses(linked))
    values = {use.concept.label for use in uses if use.vocabulary.has_values}
    for use in uses:
        if use.vocabulary.use == "构词":
            found = _useless_element(use)
        elif use.vocabulary.has_values or (use.place == "名称" and use.word in values - GENERAL):
            continue  # the name of a value is written as in its own vocabulary
        else:
            found = _useless_word(use)
        if found:
            yield use.entry, Finding(use.path, *found)


def _useless_word(use: _Use) -> tuple[str, str] | None:
    word = spelling(use.word)
    runs = _RUN.findall(word)
    if word in GENERAL:
        return f"“{use.word}”太笼统，差不多每个条目里都有", "删去它，换成更具体的说法"
    if len(word) == 1:
        return f"“{use.word}”只有一个字，搜索用不上", "换成两个字以上的说法，或删去它"
    if runs == [word]:
        return None
    parts = "、".join(run for run in runs if len(run) > 1 and run not in GENERAL)
    cure = f"分开写成 {parts}" if parts else "换成全是汉字的说法，或删去它"
    return f"“{use.word}”里汉字、字母数字和标点混着写，搜索用不上", cure


def _useless_element(use: _Use) -> tuple[str, str] | None:
    if use.place == "检索词":
        return "构词的词表只用名称和别名", f"把“{use.word}”移到别名，或删去它"
    if not _HAN.fullmatch(spelling(use.word)):
        return f"“{use.word}”不是两个以上的汉字", "换成两个字以上的字眼，或删去它"
    if len(use.word) == len(use.concept.label):
        return None
    message = f"“{use.word}”和“{use.concept.label}”字数不同，不能换着用"
    return message, "删去它；要当作同义的说法，写进只供检索的词表"


def _uses(linked: LinkedCatalog) -> Iterator[_Use]:
    for entry in linked.catalog.of_kind("vocabulary"):
        if isinstance(entry.record, Vocabulary):
            for number, concept in enumerate(entry.record.concepts):
                for path, word in concept.words():
                    yield _Use(entry, entry.record, concept, ("concepts", number, *path), word)
