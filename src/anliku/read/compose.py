"""The last word of PyYAML: its events become plain data with places, without recursion."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from anliku.read.document import Path, Place, Value
from anliku.read.flow import too_deep
from anliku.read.keys import Key, SeenKeys, check_key
from anliku.read.limits import MAX_DEPTH, MAX_VALUES, SPLIT
from anliku.read.report import Enough, Report

_LOADER: type = getattr(yaml, "CLoader", yaml.Loader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class _Container:
    """A list or map being filled."""

    value: dict[str, Value] | list[Value]
    path: Path
    keys: SeenKeys = field(default_factory=SeenKeys)
    key: str | None = None
    key_place: tuple[int, int] = (0, 0)


class Composer:
    """Takes parser events one by one and stops at the first that this project does without."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root: Value = None
        self.places: dict[Path, Place] = {}
        self.stack: list[_Container] = []
        self.documents = 0

    def compose(self, text: str) -> None:
        """Read the whole text; `Enough` stops it after a report, YAMLError means bad syntax."""
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                self._start_document(event)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(event, "AK017", f"不能用别名“*{event.anchor}”", "直接写出内容")
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.stack.pop()

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(event, "AK012", "一个文件里有多份文档", "每个条目一个文件")
        if event.version or event.tags:
            self._refuse(event, "AK013", "不能用“%”开头的指令行", "删去这一行")

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        self.report.add(code, *_mark(event), message, hint)
        raise Enough

    def _node(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._refuse(event, "AK016", f"不能用锚点“&{event.anchor}”", "删去“&”和后面的名字")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "AK019", "不能用类型标签“!”", "删去“!”和后面的名字")
        parent = self.stack[-1] if self.stack else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._key(event, parent)
            return
        path = self._path(parent)
        is_plain = isinstance(event, yaml.ScalarEvent) and event.style is None
        place = _mark(event)
        self.places[path] = Place(*place, *(parent.key_place if parent else place), is_plain)
        if len(self.places) > MAX_VALUES:
            self._refuse(event, "AK002", f"值超过 {MAX_VALUES} 个", SPLIT)
        self._put(parent, self._value(event, path, is_plain=is_plain))

    def _key(self, event: yaml.NodeEvent, parent: _Container) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "AK023", "列表或键值组不能作键", "键只写普通文字")
            return
        line, column = _mark(event)
        key = Key(event.value, column, column, is_quoted=event.style is not None)
        slip = check_key(key)
        if slip:
            self.report.add_slip(slip, line, column)
        parent.keys.add(event.value, line, column, self.report)
        parent.key, parent.key_place = event.value, (line, column)

    def _path(self, parent: _Container | None) -> Path:
        if parent is None:
            return ()
        if isinstance(parent.value, dict):
            return (*parent.path, parent.key or "")
        parent.key_place = (-1, -1)
        return (*parent.path, len(parent.value))

    def _value(self, event: yaml.NodeEvent, path: Path, *, is_plain: bool) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            text: str = event.value
            return None if is_plain and text in _NULLS else text
        if len(self.stack) >= MAX_DEPTH:
            self.report.add_slip(too_deep(), *_mark(event))
            raise Enough
        value: dict[str, Value] | list[Value] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self.stack.append(_Container(value, path))
        return value

    def _put(self, parent: _Container | None, value: Value) -> None:
        if parent is None:
            self.root = value
        elif isinstance(parent.value, list):
            parent.value.append(value)
        else:
            parent.value[parent.key or ""] = value
            parent.key = None


def _mark(event: yaml.Event) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column
