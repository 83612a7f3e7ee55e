"""What may not happen to a mutant, and what may not be wrong with a diagnostic."""

from __future__ import annotations

import re
import traceback
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from anliku.diagnostic import Diagnostic, any_errors

_HAN = re.compile(r"[\u3400-\u9fff]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # control, invisible, line ends
_LONGEST = 1_000
_BUG = "AK098"
"""The reader caught its own exception."""


class Step(Enum):
    """What is done with a mutant, in order."""

    READ = "单独读"
    ALONE = "单独检查"
    LIBRARY = "放进库里检查"


class Kind(Enum):
    """What a failure is."""

    DIED = "进程没有了"
    HUNG = "太久"
    RAISED = "异常"
    MUTE = "不收却不说错在哪里"
    CONTRARY = "有错误却收下了"
    PLACE = "位置不在文件里"
    WORDS = "说明不是一行中文"


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that must not happen."""

    step: Step
    kind: Kind
    detail: str

    def __str__(self) -> str:
        return f"{self.step.value}：{self.kind.value}（{self.detail}）"


def against_contract(step: Step, found: Iterable[Diagnostic], refused: bool) -> Iterator[Failure]:
    """Nothing is refused without an error; nothing with an error is accepted."""
    if refused and not any_errors(found):
        yield Failure(step, Kind.MUTE, "没有一条错误")
    if not refused and any_errors(found):
        yield Failure(step, Kind.CONTRARY, "有错误")


def in_diagnostics(
    step: Step, found: Iterable[Diagnostic], files: dict[str, bytes]
) -> Iterator[Failure]:
    """Yield what is wrong with each diagnostic itself."""
    for d in found:
        if d.code == _BUG:
            yield Failure(step, Kind.RAISED, d.message)
        if not _is_inside(d, files):
            yield Failure(step, Kind.PLACE, f"{d.location} {d.code}")
        if not (_is_sentence(d.message) and (not d.hint or _is_sentence(d.hint))):
            yield Failure(step, Kind.WORDS, f"{d.code} {d.message!r:.80} {d.hint!r:.80}")


def _is_inside(d: Diagnostic, files: dict[str, bytes]) -> bool:
    content = files.get(d.location.file)
    if content is None:
        return False
    widths = _widths(content)
    line, column = d.location.line, d.location.column
    return 1 <= line <= len(widths) and 1 <= column <= widths[line - 1] + 1


@lru_cache(maxsize=128)
def _widths(content: bytes) -> list[int]:
    """Return the number of characters of each line, as an editor sees the file."""
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return [len(line) for line in text.split("\n")]


def _is_sentence(text: str) -> bool:
    """Tell whether a person can read this on a line of a terminal."""
    unseen = any(unicodedata.category(c) in _UNSEEN and c not in "\t\u200d" for c in text)
    return bool(_HAN.search(text)) and len(text) <= _LONGEST and not unseen


def raised(step: Step, error: Exception) -> Failure:
    """Describe an exception and where it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{place.filename.rpartition('anliku/')[2]}:{place.lineno}"
    return Failure(step, Kind.RAISED, f"{type(error).__name__}: {error!s:.120} {where}")
