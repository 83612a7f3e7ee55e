"""Prose with citations: `……三四十人 [@gongyishibao-jiangwei#F086]。`

A mark before the full stop belongs to its sentence. A mark after the full stop also covers the
sentences before it that have none. `[@编者]` marks what the editors say about the source.
`[[entry-id]]` and `[[entry-id|words]]` link to an entry; they cite nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

EDITORS = "编者"
MARK = re.compile(r"[^\S\n]*\[@([^\[\]]*)\]")
LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]|\n]*))?\]\]")
_NOTE = re.compile("\ue002([^\ue003]*)\ue003")
_PIECES = re.compile(r"(\s*\[@[^\[\]]*\])|([。！？!?]+[”’」』）)]*)|(\n[ \t]*\n)")

_HAS_WORDS = re.compile(r"[^\s。！？!?”’」』）)]")
"""Tells words from stops that are left over between two marks."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its marks, what it rests on, and the entries that it links to."""

    text: str
    refs: tuple[str, ...] = ()
    by_editors: bool = False
    links: tuple[str, ...] = ()

    @property
    def covered(self) -> bool:
        """Tell whether the sentence says what it rests on."""
        return bool(self.refs) or self.by_editors


def targets(inside: str) -> tuple[str, ...]:
    """Split the inside of a mark, without its first @, into fact references."""
    return tuple(part.strip().lstrip("@").strip() for part in re.split(r"[;；]", inside))


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link to an entry inside prose; without words it shows the entry's title."""

    ref: str
    words: str


def entry_links(text: str) -> tuple[EntryLink, ...]:
    """Return the links of prose in order of appearance."""
    return tuple(_link(match) for match in LINK.finditer(text))


def _link(match: re.Match[str]) -> EntryLink:
    return EntryLink(match[1].strip(), (match[2] or "").strip())


def paragraphs(text: str) -> tuple[str, ...]:
    """Cut prose at its empty lines."""
    return tuple(part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip())


def worded(text: str, name: Callable[[str], str]) -> str:
    """Put words in the place of links; `name` gives those of a link without its own."""

    def words(match: re.Match[str]) -> str:
        link = _link(match)
        return link.words or name(link.ref)

    return LINK.sub(words, text)


def _as_title(ref: str) -> str:
    """Stand for a title nobody has looked up: like a title, it counts no figures."""
    return f"《{ref}》"


def plain(text: str, name: Callable[[str], str] = _as_title) -> str:
    """Return prose without its marks, links as words."""
    return worded(MARK.sub("", text), name).strip()


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut prose into sentences, each with the references that cover it."""
    done: list[Sentence] = []
    words = ""
    refs: tuple[str, ...] = ()
    for mark, stop, gap, run in _pieces(LINK.sub(_noted, text)):
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
        links = tuple(dict.fromkeys(_NOTE.findall(words)))
        done.append(_sentence(_NOTE.sub("", words).strip(), refs, links=links))
    return done


def _cover(done: list[Sentence], refs: tuple[str, ...]) -> None:
    index = len(done) - 1
    if index >= 0 and done[index].covered:
        before = done[index]
        done[index] = _sentence(before.text, before.refs + refs, before.by_editors, before.links)
    while index >= 0 and not done[index].covered:
        done[index] = _sentence(done[index].text, refs, links=done[index].links)
        index -= 1


def _sentence(
    text: str, refs: tuple[str, ...], by_editors: bool = False, links: tuple[str, ...] = ()
) -> Sentence:
    facts = tuple(dict.fromkeys(ref for ref in refs if ref != EDITORS))
    return Sentence(text, facts, by_editors or EDITORS in refs, links)


def _noted(match: re.Match[str]) -> str:
    """Note a link before its words, for the sentence that they end up in."""
    link = _link(match)
    return f"\ue002{link.ref}\ue003{link.words or _as_title(link.ref)}"
