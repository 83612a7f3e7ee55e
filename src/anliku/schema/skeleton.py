"""A new entry to fill in: what is required, with examples; what is optional, as comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from anliku.schema.field import fact_about
from anliku.schema.kinds import Kind
from anliku.schema.walk import fields_of

_FIRST = {"status": "草稿", "version": "1"}


def skeleton(kind: Kind, day: str) -> str:
    """Return an annotated draft; `day` is the date of adding, as 2026-11-23."""
    lines = [
        f"# {kind.label}：cases/{kind.folder}/ 下一个文件一条，文件名就是编号。",
        "# 以 # 开头的行是说明，写完可以删。来源没有说的不写，把字段名放进 unstated。",
    ]
    for key, (_, info) in fields_of(kind.record).items():
        lines.append("")
        lines.append(f"# {info.title}：{info.description}{_marks(info)}")
        if info.is_required():
            lines.extend(_filled(key, info, day, ""))
        else:
            lines.append(f"# {key}: {_example(info, day)}")
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


def _filled(key: str, info: FieldInfo, day: str, indent: str) -> Iterator[str]:
    inner, many = record_in(info.annotation)
    if inner is None:
        example = _example(info, day, key)
        yield f"{indent}{key}: {f'[{example}]' if is_list(info.annotation) else example}"
        return
    yield f"{indent}{key}:"
    dash = "- " if many else "  "
    for name, (_, part) in fields_of(inner).items():
        if part.is_required():
            first, *rest = _filled(name, part, day, "")
            yield f"{indent}  {dash}{first}" if many else f"{indent}  {first}"
            pad = f"{indent}    " if many else f"{indent}  "
            yield from (f"{pad}{line}" for line in rest)
            dash = "  "


def _example(info: FieldInfo, day: str, key: str = "") -> str:
    if key in _FIRST:
        return _FIRST[key]
    if key in ("added", "updated"):
        return day
    if info.examples:
        return _quoted(str(info.examples[0]))
    choices = list(_choices(info.annotation))
    return _quoted(choices[0]) if choices else "……"


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
