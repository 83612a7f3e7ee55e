"""The guide to fields, made from the schema: what an editor can write in each kind of entry."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anliku.check.shape import choices_at
from anliku.schema.base import Common
from anliku.schema.field import fact_about
from anliku.schema.kinds import KINDS, Kind
from anliku.schema.relations import RELATIONS
from anliku.schema.skeleton import is_list, record_in
from anliku.schema.text import DateMark, ProseMark
from anliku.schema.walk import fields_of, has_mark


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the guide."""

    key: str
    label: str
    help: str
    needed: str
    shape: str
    example: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The fields of one kind, or those of all kinds."""

    anchor: str
    title: str
    folder: str
    rows: tuple[Row, ...]


def guide() -> tuple[Chapter, ...]:
    """Return the whole guide: common fields first, then each kind's own."""
    common = Chapter("common", "所有条目都有的字段", "", tuple(_rows(Common, "")))
    return (common, *(_chapter(kind) for kind in KINDS.values()))


def _chapter(kind: Kind) -> Chapter:
    rows = [row for row in _rows(kind.record, kind.name) if row.key not in Common.model_fields]
    return Chapter(kind.name, kind.label, f"cases/{kind.folder}/", tuple(rows))


def _rows(record: type[BaseModel], kind: str, prefix: str = "") -> list[Row]:
    rows = []
    for key, (_, info) in fields_of(record).items():
        path = f"{prefix}{key}"
        rows.append(_row(record, kind, path, key, info))
        inner, _ = record_in(info.annotation)
        if inner is not None:
            rows.extend(_rows(inner, "", f"{path}."))
    return rows


def _row(record: type[BaseModel], kind: str, path: str, key: str, info: FieldInfo) -> Row:
    needed = "必填" if info.is_required() else ""
    if fact_about(info, "key") or fact_about(info, "key_kinds"):
        needed = "关键" if not needed else "必填"
    relation = RELATIONS.get((kind, key))
    shape = _shape(record, key, info)
    if relation and relation.roles:
        shape += f"；角色：{'、'.join(relation.roles)}"
    example = str(info.examples[0]) if info.examples else ""
    return Row(path, info.title or key, info.description or "", needed, shape, example)


def _scalar(info: FieldInfo) -> str:
    if has_mark(info, DateMark):
        return "日期，知道多少写多少"
    if has_mark(info, ProseMark):
        return "正文，句末注出处"
    annotation = str(info.annotation)
    for name, words in (("bool", "true 或 false"), ("int", "整数"), ("datetime.date", "日期")):
        if name in annotation:
            return words
    return "文字"


def _shape(record: type[BaseModel], key: str, info: FieldInfo) -> str:
    inner, many = record_in(info.annotation)
    vocabulary = fact_about(info, "vocabulary")
    choices = choices_at(record, (key,))
    if inner is not None:
        words = "清单，每项有下一级字段" if many else "有下一级字段"
    elif vocabulary:
        words = f"从词表 {vocabulary} 里选" + ("，可多选" if is_list(info.annotation) else "")
    elif choices:
        words = "、".join(choices)
    else:
        words = ("清单，每项是" if is_list(info.annotation) else "") + _scalar(info)
    return words + ("；只给带班的人看" if fact_about(info, "instructors") else "")
