"""词表: one file is one SKOS concept scheme."""

from __future__ import annotations

from collections.abc import Iterator

from anliku.schema.base import Common, Record
from anliku.schema.choices import Scope, VocabularyUse
from anliku.schema.field import field
from anliku.schema.text import EntryId, Line
from anliku.schema.walk import Path


class Concept(Record):
    """One value that editors choose, with the other words people use for it."""

    id: EntryId = field("编号", "英文，接口里用", example="door-to-door")
    label: Line = field("名称", "编辑选的词，读者看的词", example="上门排查")
    alt: tuple[Line, ...] = field("别名", "别的叫法，会显示", default=(), example="入户走访")
    hidden: tuple[Line, ...] = field("检索词", "只用来检索的写法", default=())
    definition: Line | None = field("释义", "一句话", default=None)
    broader: EntryId | None = field("上位词", "同表里的编号", default=None)
    scope: Scope | None = field(
        "检索范围", "窄：各词同义；宽：意思相近，排在字面相同的后面", default=None
    )
    notice: Line | None = field("时效提示", "用到这个词的页面都会显示", default=None)

    def words(self) -> Iterator[tuple[Path, str]]:
        """Yield every word people use for it, with its place in the concept."""
        yield ("label",), self.label
        yield from ((("alt", number), word) for number, word in enumerate(self.alt))
        yield from ((("hidden", number), word) for number, word in enumerate(self.hidden))


class Vocabulary(Common):
    """The fields of a vocabulary."""

    use: VocabularyUse = field(
        "用途",
        "取值：编条目时从中选；只供检索：近义词；构词：检索时换着用的字眼，字数相同",
        default="取值",
    )
    concepts: tuple[Concept, ...] = field("词条", "每个值一条")

    @property
    def has_values(self) -> bool:
        """Tell whether entries choose from it; the others only help readers to find entries."""
        return self.use == "取值"

    @property
    def word_count(self) -> int:
        """Return how many different words it holds."""
        return len({word for concept in self.concepts for _, word in concept.words()})
