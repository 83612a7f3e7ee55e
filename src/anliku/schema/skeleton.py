"""A new entry to fill in: what is required, with examples; what is optional, as comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anliku.schema.field import fact_about
from anliku.schema.kinds import Kind
from anliku.schema.relations import RELATIONS, Relation
from anliku.schema.walk import fields_of

FIRST = {"status": "草稿", "version": "1"}
"""What a draft begins with."""

EXAMPLES = {
    "case": "xinjiyuan-special-task",
    "model": "zhuanxiang-liandong",
    "organization": "xinjiyuan",
    "person": "jiangwei",
    "practice": "zhuanxiang-fengong",
    "guide": "ertong-linshi-zhaoliao",
    "tool": "canyu-fangkong-yaoze",
    "challenge": "shequ-renshou-buzu",
    "recommendation": "renqing-dingwei",
    "term": "sanshe-liandong",
    "source": "gongyishibao-jiangwei",
}
"""An entry of each kind that a link in a draft can point to until the editor changes it."""


def skeleton(kind: Kind, day: str) -> str:
    """Return an annotated draft; `day` is the date of adding, as 2026-11-23."""
    lines = [
        f"# {kind.label}：cases/{kind.folder}/ 下一个文件一条，文件名就是编号。",
        "# 以 # 开头的行是说明，写完可以删。来源没有说的不写，把字段名放进 unstated。",
    ]
    for key, (_, info) in fields_of(kind.record).items():
        lines += ["", f"# {info.title}：{info.description}{_marks(info)}"]
        example = _Draft(day, RELATIONS.get((kind.name, key))).field(key, info)
        lines += example if info.is_required() else [f"# {line}" for line in example]
    return "\n".join(lines) + "\n"


def _marks(info: FieldInfo) -> str:
    marks = []
    if info.is_required():
        marks.append("必填")
    elif fact_about(info, "key") or fact_about(info, "key_kinds"):
        marks.append("关键字段：不填就写进 unstated")
    if fact_about(info, "instructors"):
        marks.append("只给带班的人看")
    if fact_about(info, "vocabulary"):
        marks.append(f"从词表 {fact_about(info, 'vocabulary')} 里选")
    return f"（{'；'.join(marks)}）" if marks else ""


class _Draft:
    """Writes one field with examples; knows the day and, for links, where they may point."""

    def __init__(self, day: str, relation: Relation | None) -> None:
        self._day, self._relation = day, relation

    def field(self, key: str, info: FieldInfo) -> list[str]:
        inner, many = record_in(info.annotation)
        if inner is None:
            example = self._example(key, info)
            return [f"{key}: {f'[{example}]' if is_list(info.annotation) else example}"]
        parts = [(name, part) for name, part in _shown(inner) if not self._is_idle(name)]
        parts.sort(key=lambda item: item[0] == "cite")  # the source of a statement stands last
        lines = [line for name, part in parts for line in self.field(name, part)]
        first, rest = ("  - ", "    ") if many else ("  ", "  ")
        return [f"{key}:", *(f"{rest if n else first}{line}" for n, line in enumerate(lines))]

    def _is_idle(self, key: str) -> bool:
        """Tell whether a link of this relation says nothing with a field."""
        return key == "role" and self._relation is not None and not self._relation.roles

    def _example(self, key: str, info: FieldInfo) -> str:
        if key in FIRST:
            return FIRST[key]
        if key in ("added", "updated"):
            return self._day
        if self._relation and key == "ref":
            return EXAMPLES[self._relation.targets[0]]
        if self._relation and key == "role" and self._relation.roles:
            return self._relation.roles[0]
        if info.examples:
            return _quoted(str(info.examples[0]))
        choices = list(_choices(info.annotation))
        return _quoted(choices[0]) if choices else "……"


def _shown(record: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield what an example of a part holds: the required, and what has an example."""
    for name, (_, part) in fields_of(record).items():
        if part.is_required() or (part.examples and record_in(part.annotation)[0] is None):
            yield name, part


def _quoted(text: str) -> str:
    return f'"{text}"' if "、" in text or "，" in text else text


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for argument in get_args(annotation):
        yield from _choices(argument)


def is_list(annotation: Any) -> bool:
    """Tell whether a field takes a list."""
    return get_origin(annotation) is tuple or any(is_list(a) for a in get_args(annotation))


def record_in(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """Return the record that a field holds, and whether it holds a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for argument in get_args(annotation):
        found, many = record_in(argument)
        if found is not None:
            return found, many or get_origin(annotation) is tuple
    return None, False
