"""Prose of entries as HTML: a little Markdown, never HTML, citations as marks, links to entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from anliku.catalog.prose import EDITORS, LINK, EntryLink, entry_links, targets

_MARK = re.compile(r"\s*\[@([^\[\]]*)\]")
_BEFORE_STOP = re.compile(r"([。！？])(\s*(?:\[@[^\[\]]*\]\s*)+)")
_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(["emphasis", "list", "newline"])
_TAGS = {"p", "strong", "em", "ul", "ol", "li", "br"}
_SLOT = "\ue000{}\ue001"
_SLOTS = re.compile("\ue000(\\d+)\ue001")
_EDITORS_MARK = Markup('<span class="ak-label ak-label--editor">编者说明</span>')

Marker = Callable[[tuple[str, ...]], Markup]
Linker = Callable[[EntryLink], Markup]


def only_words(link: EntryLink) -> Markup:
    """Return the words of a link where there is nothing to link to."""
    return escape(link.words or link.ref)


def prose_html(text: str, marker: Marker, linker: Linker = only_words) -> Markup:
    """Return prose as HTML. `marker` makes the marks for references, `linker` links to entries.

    Private-use characters stand for the marks while Markdown runs; the reader refuses them in
    entries, and the sanitizer passes text through unchanged.
    """
    marks: list[Markup] = []

    def keep(match: re.Match[str]) -> str:
        refs = targets(match[1])
        facts = tuple(ref for ref in refs if ref != EDITORS)
        marks.append(marker(facts) + (_EDITORS_MARK if EDITORS in refs else Markup("")))
        return _SLOT.format(len(marks) - 1)

    def link(match: re.Match[str]) -> str:
        marks.append(linker(entry_links(match[0])[0]))
        return _SLOT.format(len(marks) - 1)

    # A mark belongs before the full stop, wherever the editor put it.
    joined = _BEFORE_STOP.sub(lambda m: m[2].strip() + m[1], _join_lines(text))
    html = _MARKDOWN.render(LINK.sub(link, _MARK.sub(keep, joined)))
    safe = nh3.clean(html, tags=_TAGS, attributes={})
    return Markup(_SLOTS.sub(lambda m: marks[int(m[1])], safe))  # noqa: S704 - cleaned above


def pieces(text: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield the plain words of each paragraph or list item with the marks behind them.

    Each piece is (words, facts, whether the editors speak); a paragraph ends with ("", (), False).
    """
    joined = _BEFORE_STOP.sub(lambda m: m[2].strip() + m[1], _join_lines(text))
    for line in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|[0-9]+[.)])\s)", joined):
        words = re.sub(r"^\s*(?:[-*]|[0-9]+[.)])\s+", "", line)
        at = 0
        for match in (*_MARK.finditer(words), None):
            run = words[at : match.start() if match else len(words)]
            refs = targets(match[1]) if match else ()
            at = match.end() if match else at
            facts = tuple(ref for ref in refs if ref != EDITORS)
            if run or refs:
                yield re.sub(r"\*{1,2}(\S[^*]*)\*{1,2}", r"\1", run), facts, EDITORS in refs
        yield "", (), False


def _join_lines(text: str) -> str:
    """Join wrapped lines: nothing between Han characters, a blank elsewhere."""
    han = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’—…\\]]"
    lines = re.sub(f"(?<={han})[ \t]*\n[ \t]*(?=[^\\s\\-*0-9])", "", text.strip())
    return re.sub(r"[ \t]+\n", "\n", lines)
