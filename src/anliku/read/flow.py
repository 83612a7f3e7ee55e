"""Lists and maps in brackets, read by characters without recursion and without giving up early."""

from __future__ import annotations

import re
from collections.abc import Callable

from anliku.read import brackets, quotes
from anliku.read.brackets import PARTNER, WIDE_CLOSERS
from anliku.read.entries import (
    check_number,
    close_entry,
    plain_after,
    second_colon,
    take_key,
)
from anliku.read.frames import Frame, Piece, Sort
from anliku.read.items import check_items
from anliku.read.limits import MAX_DEPTH, MAX_VALUES, too_deep, too_many_values
from anliku.read.margins import MARGIN, comment_slip, odd_margin
from anliku.read.plain import Plain, Where, check_start
from anliku.read.report import Enough, Report
from anliku.read.slip import Slip, snippet

_END = re.compile(r"[,\[\]{}]|:(?=[ \t,\[\]{}]|$)|[ \t]#")
_STRUCTURE = re.compile(r" *(?:- |[^\s\[\]{},\"'#][^\s\[\]{},\"'：:]{0,40} ?(?:：|:(?:\s|$))|---)")
_ENTRY_END = re.compile(r"[,\]}]")
_QUOTE_END = re.compile(r"[\"'][ ]*(?=[,\]}])")
_AFTER_QUOTE = re.compile(r"[ \t]*(.?)")
_AFTER_COLON = frozenset(" \t,[]{}") | {""}
_NEAR = 400


class Flow:
    """Reads one collection in brackets; every plain value goes to `keep`."""

    def __init__(
        self, lines: list[str], report: Report, keep: Callable[[Plain], None], depth: int
    ) -> None:
        self.lines, self.report, self.keep, self.depth = lines, report, keep, depth
        self.frames: list[Frame] = []
        self.values = 0
        self.line = self.column = 0

    def read(self, line: int, column: int, owner: int) -> tuple[int, int] | None:
        """Return the place behind the closing bracket, or None if it is missing (reported)."""
        self.line, self.column = line, column
        try:
            while True:
                text = self.lines[self.line]
                while self.column < len(text):
                    if text[self.column] in " \t":
                        self.column += 1
                        continue
                    self._token(text, owner)
                    if not self.frames:
                        return self.line, self.column
                    text = self.lines[self.line]
                if not self._next_line(owner):
                    self._unclosed()
                    return None
        except _LostError:
            return None

    def _say(self, slip: Slip, line: int, column: int) -> None:
        self.report.add_slip(slip, line, column)

    def _next_line(self, owner: int) -> bool:
        self.line, self.column = self.line + 1, 0
        if self.line >= len(self.lines):
            return False
        text = self.lines[self.line]
        margin = MARGIN.match(text)
        width = margin.end() if margin else 0
        if text[:width].strip(" "):
            self._say(odd_margin(text[:width]), self.line, 0)
            self.column = width
        is_inside = width > owner or text[width : width + 1] in ("]", "}", "")
        return is_inside or not _STRUCTURE.match(text)

    def _token(self, text: str, owner: int) -> None:
        char = text[self.column]
        if char in "[{":
            self._open(char)
        elif char in "]}":
            self._close(char)
        elif char == ",":
            self._comma()
        elif char in "\"'":
            self._quoted(text, owner)
        elif char == "#":
            self._comment(text)
        elif char == ":" and self._is_colon(text):
            self._colon(text)
        else:
            self._plain(text)

    def _is_colon(self, text: str) -> bool:
        frame = self.frames[-1]
        piece = frame.piece
        adjacent = piece is not None and piece.sort is not Sort.PLAIN and frame.key is None
        return text[self.column + 1 : self.column + 2] in _AFTER_COLON or adjacent

    def _open(self, char: str) -> None:
        if self.depth + len(self.frames) >= MAX_DEPTH:
            self._say(too_deep(), self.line, self.column)
            raise Enough
        above = self.frames[-1] if self.frames else None
        if above and above.piece is not None:
            self._bracket_in_entry(above, above.piece, char)
            return
        self._count()
        frame = Frame(char, self.line, self.column)
        if above and above.is_map and above.key is None and not above.is_broken:
            self._say(brackets.no_key(char), above.line, above.column)
            above.is_broken = frame.is_broken = True
        self.frames.append(frame)
        self.column += 1

    def _bracket_in_entry(self, frame: Frame, piece: Piece, char: str) -> None:
        self._count()
        if piece.sort is Sort.FLOW:
            self._say(brackets.missing_comma(char), self.line, self.column)
            frame.piece = None
            return
        if not frame.is_broken:
            self._say(brackets.bracket_in_text(piece.text, char), self.line, self.column)
        frame.is_broken = True
        behind = self.lines[self.line].find(PARTNER[char], self.column, self.column + _NEAR)
        self.column = max(behind, self.column) + 1

    def _close(self, char: str) -> None:
        frame = self.frames[-1]
        if PARTNER[frame.opener] != char:
            frame.doubts.clear()
            rest = self.lines[self.line][self.column + 1 : self.column + _NEAR].strip(" ,")
            if rest and all(PARTNER[other.opener] != char for other in self.frames):
                self._stray(frame, char)
                return
            if not self._wide_closer():
                slip = brackets.unpaired(frame.opener, char, self.line)
                self._say(slip, frame.line, frame.column)
            while len(self.frames) > 1 and PARTNER[self.frames[-1].opener] != char:
                self._leave()
        self.column += 1
        self._leave()

    def _stray(self, frame: Frame, char: str) -> None:
        """Pass a closing bracket whose partner was never typed, or typed in full width."""
        if not frame.is_wide:
            self._say(brackets.stray(char), self.line, self.column)
        frame.is_wide = False
        frame.is_broken = True
        self.column += 1

    def _leave(self) -> None:
        frame = self.frames.pop()
        if not frame.is_empty:
            self._finish(frame)
        for slip, line, column in frame.doubts:
            self._say(slip, line, column)
        for number, slip in check_items([item.text for item in frame.items]):
            self._say(*frame.items[number].placed(slip))
        if self.frames:
            piece = Piece(Sort.FLOW, frame.line, frame.column, [frame.opener], self.line)
            self.frames[-1].piece = piece

    def _comma(self) -> None:
        frame = self.frames[-1]
        if frame.is_empty:
            self._say(brackets.extra_comma(), self.line, self.column)
        else:
            self._finish(frame)
        self.column += 1

    def _finish(self, frame: Frame) -> None:
        """End the entry of a frame: keep its value or say what it lacks."""
        self._count()
        plain = close_entry(frame, self.report)
        if plain is None:
            return
        self.keep(plain)
        if plain.where is Where.FLOW_ITEM:
            frame.items.append(plain)
            check_number(frame.items, self.report)

    def _quoted(self, text: str, owner: int) -> None:
        frame, column = self.frames[-1], self.column
        self._count()
        if frame.piece is not None:
            if not frame.is_broken and frame.piece.sort is not Sort.PLAIN:
                slip = brackets.missing_comma(snippet(text[column : column + _NEAR], 8))
                self._say(slip, self.line, column)
            frame.is_broken = True
        end = quotes.find_end(self.lines, self.line, column, owner)
        if end is None or not self._is_sound(end):
            behind = end.column if end and end.line == self.line else None
            self._bad_quote(frame, text, column, behind)
            return
        quotes.check_escapes(self.lines, self.line, column, end, self.report)
        if frame.piece is None:
            frame.piece = Piece(Sort.QUOTED, self.line, column, [end.text], end.line)
        self.line, self.column = end.line, end.column

    def _is_sound(self, end: quotes.Quoted) -> bool:
        hit = _AFTER_QUOTE.match(self.lines[end.line], end.column)
        after = hit.group(1) if hit else ""
        return after in ",]}:#" or (end.line == self.line and after in "：，】］｝\"'[{")

    def _bad_quote(self, frame: Frame, text: str, column: int, behind: int | None) -> None:
        """Report an unclosed quote, or text behind a closed one; go on behind the entry."""
        frame.piece = frame.piece or Piece(Sort.QUOTED, self.line, column, [""], self.line)
        near = (behind or column + 1) + _NEAR
        end = _ENTRY_END.search(text, behind or column + 1, near)
        if behind is None:
            self._say(quotes.unclosed(text[column : column + _NEAR]), self.line, column)
            if end is None:
                raise _LostError
        elif not frame.is_broken:
            self._say(quotes.text_after(text, column, behind), self.line, 0)
            end = _QUOTE_END.search(text, behind, near) or end
        frame.is_broken = True
        stop = len(text) if end is None else max(end.end() - (end.group() in ",]}"), column + 1)
        self.column = max(stop, column + 1)

    def _comment(self, text: str) -> None:
        if not text[: self.column].strip(" \t\u3000"):
            self.column = len(text)
            return
        self._say(comment_slip(text, self.column, in_brackets=True), self.line, 0)
        # Most often the hash belongs to the text (`a #F1]`): then the brackets behind it count.
        if _ENTRY_END.search(text, self.column, self.column + _NEAR):
            self.frames[-1].is_broken = True
            self.column += 1
        else:
            self.column = len(text)

    def _colon(self, text: str) -> None:
        frame = self.frames[-1]
        piece = frame.piece
        after = text[self.column + 1 : self.column + 2]
        if piece and piece.sort is Sort.PLAIN and after and after in ",[]{}":
            self._say(brackets.glued_colon(piece.text), self.line, self.column)
        if not frame.is_map:
            self._pair_in_list(frame, piece)
        elif frame.key is None:
            take_key(frame, self.line, self.column, self.lines, self.report)
        elif not frame.is_broken:
            second_colon(frame, self.line, self.column, self.lines, self.report)
        self.column += 1

    def _pair_in_list(self, frame: Frame, piece: Piece | None) -> None:
        if piece and piece.text[:1] == "｛":
            self._say(brackets.wide_opener("｛"), piece.line, piece.column)
            frame.is_wide = True
        elif piece and not frame.is_broken and not frame.is_wide:
            frame.doubts.append((brackets.pair_in_list(piece.text), self.line, self.column))
        frame.is_broken = True

    def _plain(self, text: str) -> None:
        frame, start = self.frames[-1], self.column
        hit = _END.search(text, start + 1)
        end = hit.start() if hit else len(text)
        words = text[start:end].rstrip(" \t")
        self.column = end + 1 if hit and hit.group()[-1] == "#" else end
        if not frame.is_wide and brackets.is_wide_closer(words, frame.opener):
            self._close_wide(frame, words, start)
            return
        piece = frame.piece
        if piece is None:
            frame.piece = Piece(Sort.PLAIN, self.line, start, [words], self.line)
            slip = check_start(words, Where.FLOW_ITEM)
            if slip and not frame.is_broken:
                self._say(slip, self.line, start)
                frame.is_broken = True
        elif piece.sort is Sort.PLAIN:
            piece.add(words, self.line, start)
        elif not frame.is_broken:
            plain_after(frame, piece, words, (self.line, start), self.report)
        if hit and hit.group()[-1] == "#":
            self.column = hit.end() - 1

    def _close_wide(self, frame: Frame, words: str, start: int) -> None:
        """`[甲, 乙】`: take the full-width bracket for the half-width one."""
        slip = brackets.wide_closer(frame.opener, words[-1])
        self._say(slip, self.line, start + len(words) - 1)
        frame.doubts.clear()
        bare = words[:-1].rstrip()
        if bare and frame.piece is None:
            frame.piece = Piece(Sort.PLAIN, self.line, start, [bare], self.line)
        self._leave()

    def _count(self) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            self._say(too_many_values(), self.line, self.column)
            raise Enough

    def _wide_closer(self) -> bool:
        """Blame a full-width closing bracket if there is one in the last text."""
        frame = self.frames[-1]
        piece = frame.piece
        if piece is None or piece.sort is not Sort.PLAIN or piece.last[-1:] not in WIDE_CLOSERS:
            return False
        column = piece.column if piece.end_line == piece.line else 0
        at = self.lines[piece.end_line].find(piece.last, column) + len(piece.last) - 1
        self._say(brackets.wide_closer(frame.opener, piece.last[-1]), piece.end_line, at)
        return True

    def _unclosed(self) -> None:
        if not self._wide_closer():
            frame = self.frames[-1]
            missing = "".join(PARTNER[other.opener] for other in reversed(self.frames))
            self._say(brackets.unclosed(frame.opener, missing), frame.line, frame.column)


class _LostError(Exception):
    """The line cannot be read on; it is reported."""
