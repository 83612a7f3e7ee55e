"""The last word of PyYAML: its events become plain data with places, without recursion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import yaml

from anliku.read.document import Path, Place, Value
from anliku.read.keys import Key, SeenKeys, check_key
from anliku.read.limits import MAX_DEPTH, MAX_VALUES, too_deep, too_many_values
from anliku.read.report import Enough, Report
from anliku.read.slip import Slip

LOADER: type = getattr(yaml, "CLoader", yaml.Loader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NO_KEY = (-1, -1)


@dataclass(slots=True)
class _Container:
    """A list or map being filled."""

    value: dict[str, Value] | list[Value]
    path: Path
    keys: SeenKeys = field(default_factory=SeenKeys)
    key: str | None = None
    key_place: tuple[int, int] = _NO_KEY


class Composer:
    """Takes parser events one by one and stops at the first that this project does without."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root: Value = None
        self.places: dict[Path, Place] = {}
        self.escaped: list[tuple[tuple[int, int], str]] = []
        self._stack: list[_Container] = []
        self._documents = 0

    def compose(self, text: str) -> None:
        """Read the whole text; `Enough` stops it after a report, YAMLError means bad syntax."""
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(event, "AK017", f"不能用别名“*{event.anchor}”", "直接写出内容")
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._start(event)

    def _start(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "AK012", "一个文件里有多份文档", "每个条目一个文件")
        if event.version or event.tags:
            self._refuse(event, "AK013", "不能用“%”开头的指令行", "删去这一行")

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        self.report.add_slip(Slip(code, 0, message, hint), *_mark(event))
        raise Enough

    def _node(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._refuse(event, "AK016", f"不能用锚点“&{event.anchor}”", "删去“&”和后面的名字")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "AK019", "不能用类型标签“!”", "删去“!”和后面的名字")
        parent = self._stack[-1] if self._stack else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._key(event, parent)
            return
        scalar = event if isinstance(event, yaml.ScalarEvent) else None
        is_plain = scalar is not None and not scalar.style  # None or "", by the parser
        place = _mark(event)
        path = _path(parent)
        key_place = parent.key_place if parent else _NO_KEY
        self.places[path] = Place(*place, *key_place, is_plain)
        if len(self.places) > MAX_VALUES:
            self.report.add_slip(too_many_values(), *place)
            raise Enough
        if scalar is None:
            self._open(event, parent, path)
            return
        self._put(parent, None if is_plain and scalar.value in _NULLS else scalar.value)
        if scalar.style == '"':
            self.escaped.append((place, scalar.value))

    def _key(self, event: yaml.NodeEvent, parent: _Container) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "AK023", "列表或键值组不能作键", "键只写普通文字")
            return
        line, column = _mark(event)
        is_quoted = bool(event.style)
        last = event.end_mark
        is_split = last is not None and last.line > line  # its folded text has no columns
        for slip in (
            check_key(Key(event.value, column, column, is_quoted)),
            parent.keys.add(event.value, line),
        ):
            if slip:
                self.report.add_slip(replace(slip, at=0) if is_split else slip, line, column)
        parent.key, parent.key_place = event.value, (line, column)

    def _open(self, event: yaml.NodeEvent, parent: _Container | None, path: Path) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self.report.add_slip(too_deep(), *_mark(event))
            raise Enough
        is_map = isinstance(event, yaml.MappingStartEvent)
        container = _Container({} if is_map else [], path)
        self._put(parent, container.value)
        self._stack.append(container)

    def _put(self, parent: _Container | None, value: Value) -> None:
        if parent is None:
            self.root = value
        elif isinstance(parent.value, list):
            parent.value.append(value)
        else:
            parent.value[parent.key or ""] = value
            parent.key = None


def _path(parent: _Container | None) -> Path:
    if parent is None:
        return ()
    if isinstance(parent.value, list):
        return (*parent.path, len(parent.value))
    return (*parent.path, parent.key or "")


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
