"""From documents to entries: kind and id by the path, fields by the schema, all errors at once."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from anliku.catalog import Entry, Merged
from anliku.check.nearest import nearest, suggest
from anliku.check.rule import MOST
from anliku.check.wording import LONGEST_HINT, LONGEST_MESSAGE, one_line
from anliku.diagnostic import Diagnostic, Location, Severity
from anliku.read import Document
from anliku.schema.base import Stub
from anliku.schema.kinds import FOLDERS, Kind
from anliku.schema.text import is_entry_id
from anliku.schema.walk import field_at, fields_of, record_at

AnyRecord = TypeVar("AnyRecord", bound=BaseModel)

SHAPE_CODES = {
    "AK100": "文件放在 cases/ 下认得的文件夹里，文件名就是条目编号。",
    "AK101": "字段名是字段表里有的。",
    "AK102": "必填的字段都有。",
    "AK103": "字段里填的是该有的东西：文字、清单或下一级字段。",
    "AK104": "只能从几个值里选的字段，填的是其中之一。",
    "AK105": "写出来的字段不空着。",
    "AK106": "编号、日期、数字、出处写得合规。",
}

_WRONG_SHAPE = {
    "tuple_type": ("这里应是一个清单", "每项一行，前面加“- ”；或写成 [甲, 乙]"),
    "model_type": ("这里应是下一级的“字段: 内容”", "换行缩进两格，写成 字段: 内容"),
    "string_type": ("这里应是文字", "写成一段文字；多项内容要看字段表是不是清单"),
    "int_type": ("这里应是整数", "写成半角数字，例如 30"),
    "bool_type": ("这里应是 true 或 false", "是写 true，否写 false"),
    "date_type": ("这里应是日期", "写成 2026-11-23"),
}


def shape(document: Document) -> tuple[Entry | Merged | None, tuple[Diagnostic, ...]]:
    """Make an entry from a document, or say everything that keeps it from being one."""
    kind, entry_id, misplaced = _place(document)
    if kind is None:
        return None, misplaced
    value = document.value
    if value.get("status") == "已合并":
        stub, found = _validate(Stub, document)
        if stub is None or misplaced:
            return None, misplaced + found
        return Merged(kind, entry_id, stub, document), found
    record, found = _validate(kind.record, document)
    if record is None or misplaced:
        return None, misplaced + found
    return Entry(kind, entry_id, record, document), found


def _place(document: Document) -> tuple[Kind | None, str, tuple[Diagnostic, ...]]:
    *_, folder, name = ["", *document.path.split("/")]
    entry_id = name.removesuffix(".yml").removesuffix(".yaml")
    start = Location(document.path)
    kind = FOLDERS.get(folder)
    if kind is None:
        hint = f"移到 cases/ 下的文件夹里；{suggest(folder, FOLDERS)}"
        return None, "", (_error(start, "AK100", f"不认识的文件夹“{folder}”", hint),)
    if not is_entry_id(entry_id):
        hint = "文件名改成小写字母、数字和短横，例如 xinjiyuan.yml，不超过 64 个字符"
        return kind, entry_id, (_error(start, "AK100", f"文件名“{name}”不能作条目编号", hint),)
    return kind, entry_id, ()


def _validate(
    record: type[AnyRecord], document: Document
) -> tuple[AnyRecord | None, tuple[Diagnostic, ...]]:
    nulls = [{"type": "none", "loc": path} for path in _nulls(record, document.value)]
    empty = tuple(_explained(record, document, nulls))
    try:
        valid = record.model_validate(document.value)
    except ValidationError as error:
        details: list[dict[str, Any]] = [dict(d) for d in error.errors(include_url=False)]
        unknown = [d for d in details if d["type"] == "extra_forbidden"]
        meant = {_meant_path(record, d) for d in unknown[:MOST]}
        # A misspelt key is named once, not a second time as a missing one.
        told = [d for d in details if d["type"] != "missing" or tuple(d["loc"]) not in meant]
        return None, (*empty, *_explained(record, document, told))
    return (None if empty else valid), empty


def _explained(
    record: type[BaseModel], document: Document, errors: list[dict[str, Any]]
) -> Iterator[Diagnostic]:
    """Explain the errors; of very many, the first and their number."""
    for error in errors[:MOST]:
        yield explain(record, document, error)
    if len(errors) > MOST:
        at = document.at(tuple(errors[MOST]["loc"]))
        message = f"字段的错误还有 {len(errors) - MOST} 处，没有列出"
        yield _error(at, "AK103", message, "先改好上面这些，再检查一次")


def _nulls(
    record: type[BaseModel], value: Any, path: tuple[Any, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """Yield each known field written without a value, optional ones too: pydantic takes those."""
    if not isinstance(value, dict | list):
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        here = (*path, key)
        if inner is not None:
            yield from _nulls(record, inner, here)
        elif field_at(record, here):
            yield here


def _meant_path(record: type[BaseModel], error: dict[str, Any]) -> tuple[Any, ...]:
    path = tuple(error["loc"])
    return (*path[:-1], _meant_key(record, path))


def explain(record: type[BaseModel], document: Document, error: dict[str, Any]) -> Diagnostic:
    """Turn one error of the schema into a Chinese diagnostic at its place."""
    path, kind, given = tuple(error["loc"]), error["type"], error.get("input")
    context = error.get("ctx") or {}
    at = document.at(path)
    if kind == "extra_forbidden":
        return _unknown_key(record, document, path)
    if kind == "missing":
        return _missing(record, document, path)
    if given is None:
        hint = "填上内容；来源没有说的，删去这一行，并把字段名写进 unstated"
        return _error(document.at(path, key=True), "AK105", f"“{_label(record, path)}”空着", hint)
    if kind == "literal_error":
        return _not_a_choice(record, path, str(given), at)
    if "message" in context and "hint" in context:
        code = "AK105" if kind == "empty" else "AK106"
        return _error(at, code, f"“{_label(record, path)}”：{context['message']}", context["hint"])
    if kind == "string_pattern_mismatch":
        hint = "用小写字母开头，后面是字母或数字，例如 a7p3"
        return _error(at, "AK106", f"“{_label(record, path)}”写得不合规", hint)
    message, hint = _WRONG_SHAPE.get(kind, ("这里填的东西不对", "照字段表的例子改"))
    return _error(at, "AK103", f"“{_label(record, path)}”：{message}", hint)


def _unknown_key(record: type[BaseModel], document: Document, path: tuple[Any, ...]) -> Diagnostic:
    key, parent = str(path[-1]), record_at(record, path[:-1])
    valid = fields_of(parent) if parent else {}
    meant = _meant_key(record, path)
    if meant:
        hint = f"是不是 {meant}（{valid[meant][1].title}）？"
    else:
        hint = f"这里能用的字段：{'、'.join(valid)}"
    place = document.at(path, key=True)
    return _error(place, "AK101", f"不认识的字段 {key}", hint)


def _meant_key(record: type[BaseModel], path: tuple[Any, ...]) -> str | None:
    """Return the field that an editor probably meant: like the key, or by its Chinese label."""
    key, parent = str(path[-1]), record_at(record, path[:-1])
    valid = fields_of(parent) if parent else {}
    labels = {info.title or "": name for name, (_, info) in valid.items()}
    return labels.get(key) or nearest(key, valid) or labels.get(nearest(key, labels) or "")


def _missing(record: type[BaseModel], document: Document, path: tuple[Any, ...]) -> Diagnostic:
    key = str(path[-1])
    info = field_at(record, path)
    examples = info.examples if info else None
    hint = f"加上一行 {key}: {examples[0] if examples else '……'}"
    if info and info.description:
        hint += f"（{info.description}）"
    place = document.at(path[:-1], key=bool(path[:-1]) and isinstance(path[-2], str))
    return _error(place, "AK102", f"缺少“{_label(record, path)}”（{key}）", hint)


def _not_a_choice(
    record: type[BaseModel], path: tuple[Any, ...], given: str, at: Location
) -> Diagnostic:
    choices = choices_at(record, path)
    close = get_close_matches(given, choices, n=1, cutoff=0.5)
    known = f"只能从这些里选：{'、'.join(choices)}"
    hint = f"是不是“{close[0]}”？{known}" if close else known
    return _error(at, "AK104", f"“{_label(record, path)}”不能填“{given}”", hint)


def choices_at(record: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """Return the values that a field of fixed choices takes."""
    info = field_at(record, path)
    return list(_literals(info.annotation)) if info else []


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _literals(argument)


def _label(record: type[BaseModel], path: tuple[Any, ...]) -> str:
    info = field_at(record, path)
    return (info.title if info else None) or str(next((p for p in path[::-1] if p), ""))


def _error(at: Location, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        at, Severity.ERROR, code, one_line(message, LONGEST_MESSAGE), one_line(hint, LONGEST_HINT)
    )
