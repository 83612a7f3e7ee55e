"""Prose with citations: `……三四十人 [@gongyishibao-jiangwei#F086]。`

A mark before the full stop belongs to its sentence. A mark after the full stop also covers the
sentences before it that have none. `[@编者]` marks what the editors say about the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

EDITORS = "编者"
MARK = re.compile(r"[^\S\n]*\[@([^\[\]]*)\]")
_PIECES = re.compile(r"(\s*\[@[^\[\]]*\])|([。！？!?]+[”’」』）)]*)|(\n[ \t]*\n)")

_HAS_WORDS = re.compile(r"[^\s。！？!?”’」』）)]")
"""Tells words from stops that are left over between two marks."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its marks, and what it rests on."""

    text: str
    refs: tuple[str, ...] = ()
    by_editors: bool = False

    @property
    def covered(self) -> bool:
        """Tell whether the sentence says what it rests on."""
        return bool(self.refs) or self.by_editors


def targets(inside: str) -> tuple[str, ...]:
    """Split the inside of a mark, without its first @, into fact references."""
    return tuple(part.strip().lstrip("@").strip() for part in re.split(r"[;；]", inside))


def plain(text: str) -> str:
    """Return prose without its marks."""
    return MARK.sub("", text).strip()


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut prose into sentences, each with the references that cover it."""
    done: list[Sentence] = []
    words = ""
    refs: tuple[str, ...] = ()
    for mark, stop, gap, run in _pieces(text):
        if run:
            words += run
        elif mark:
            found = targets(MARK.fullmatch(mark.replace("\n", " "))[1])  # type: ignore[index]
            if _HAS_WORDS.search(words):
                refs += found
            else:
                _cover(done, found)
        elif stop or gap:
            done, words, refs = _close(done, words + stop, refs), "", ()
    return tuple(_close(done, words, refs))


def _pieces(text: str) -> Iterator[tuple[str, str, str, str]]:
    at = 0
    for match in _PIECES.finditer(text):
        if match.start() > at:
            yield "", "", "", text[at : match.start()]
        yield match[1] or "", match[2] or "", match[3] or "", ""
        at = match.end()
    if at < len(text):
        yield "", "", "", text[at:]


def _close(done: list[Sentence], words: str, refs: tuple[str, ...]) -> list[Sentence]:
    if _HAS_WORDS.search(words):
        done.append(_sentence(words.strip(), refs))
    return done


def _cover(done: list[Sentence], refs: tuple[str, ...]) -> None:
    index = len(done) - 1
    if index >= 0 and done[index].covered:
        done[index] = _sentence(done[index].text, done[index].refs + refs, done[index].by_editors)
    while index >= 0 and not done[index].covered:
        done[index] = _sentence(done[index].text, refs)
        index -= 1


def _sentence(text: str, refs: tuple[str, ...], by_editors: bool = False) -> Sentence:
    facts = tuple(dict.fromkeys(ref for ref in refs if ref != EDITORS))
    return Sentence(text, facts, by_editors or EDITORS in refs)
