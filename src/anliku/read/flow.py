"""Lists and maps in brackets, read by characters without recursion and without giving up early."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from anliku.read.keys import Key, SeenKeys, check_key
from anliku.read.limits import FLATTEN, MAX_DEPTH, MAX_VALUES, SPLIT
from anliku.read.plain import Plain, Where, check_items, check_start, split_text, wide_comma
from anliku.read.quotes import check_escapes, find_end, text_after, unclosed
from anliku.read.report import Enough, Report, Slip, snippet
from anliku.read.slips import key_slip

_END = re.compile(r"[,\[\]{}]|:(?=[ \t,\[\]{}]|$)|[ \t]#")
_WORD = re.compile(r"[\w-]+$")
_TRAILING_KEY = re.compile(r"(?:([，、；;])[ \u3000]*|[ \u3000]+)([A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,6})$")
_STRUCTURE = re.compile(r" *(?:- |[^\s\[\]{},\"'#][^\s\[\]{},\"'：:]{0,40} ?(?:：|:(?:\s|$))|---)")
_DIGITS = re.compile(r"\d{3}(?!\d)")
_PARTNER = {"[": "]", "{": "}"}
_WIDE_OPENERS = {"【": "[", "［": "[", "｛": "{"}
_WIDE_CLOSERS = {"】": "]", "］": "]", "｝": "}", "）": "}", "〕": "]"}


@dataclass(slots=True)
class Piece:
    """What stands in one slot: text without quotes, a quoted value or a collection."""

    kind: str
    text: str
    line: int
    column: int
    end_line: int = 0
    last: str = ""


@dataclass(slots=True)
class Frame:
    """One open bracket and the entry being read in it."""

    opener: str
    line: int
    column: int
    keys: SeenKeys = field(default_factory=SeenKeys)
    items: list[Plain] = field(default_factory=list)
    key: str | None = None
    piece: Piece | None = None
    entries: int = 0
    is_broken: bool = False
    is_wide: bool = False
    doubts: list[tuple[str, int, int, str, str]] = field(default_factory=list)


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

    def _next_line(self, owner: int) -> bool:
        self.line, self.column = self.line + 1, 0
        if self.line >= len(self.lines):
            return False
        text = self.lines[self.line]
        body = text.lstrip(" \t\u3000\u00a0")
        margin = text[: len(text) - len(body)]
        if margin.strip(" "):
            at = len(margin) - len(margin.lstrip(" "))
            self.report.add_slip(wide_margin(margin[at]), self.line, at)
            self.column = len(margin)
        inside = len(margin) > owner or body[:1] in ("]", "}", "")
        return inside or not _STRUCTURE.match(text)

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
            self._colon()
        else:
            self._plain(text)

    def _is_colon(self, text: str) -> bool:
        after = text[self.column + 1 : self.column + 2]
        piece = self.frames[-1].piece
        adjacent = piece is not None and piece.kind != "plain" and self.frames[-1].key is None
        return after in ("", " ", "\t", ",", "[", "]", "{", "}") or adjacent

    def _open(self, char: str) -> None:
        if self.depth + len(self.frames) >= MAX_DEPTH:
            self.report.add_slip(too_deep(), self.line, self.column)
            raise Enough
        if self.frames and self.frames[-1].piece is not None:
            self._bracket_in_text(char)
            return
        self._count()
        above = self.frames[-1] if self.frames else None
        frame = Frame(char, self.line, self.column)
        if above and above.opener == "{" and above.key is None and not above.is_broken:
            self.report.add(
                "AK023", above.line, above.column, f"“{{{char}”之间缺键名，读不成键值组",
                "每一项写成“键: 值”；若是正文（如“{{…}}”），给整个值加半角双引号",
            )  # fmt: skip
            above.is_broken = frame.is_broken = True
        self.frames.append(frame)
        self.column += 1

    def _bracket_in_text(self, char: str) -> None:
        """Report `{text: 甲 [@a#F1]}` and read on behind the bracket's partner."""
        frame = self.frames[-1]
        piece = frame.piece
        if piece is None or piece.kind == "flow":
            self._missing_comma(self.line, self.column, f"“{char}”")
            frame.piece = None
            return
        if not frame.is_broken:
            self.report.add(
                "AK055", self.line, self.column,
                f"“{snippet(piece.text)}”后面有“{char}”，会被当作列表或键值组",
                f"给整个值加半角双引号，写成 \"{snippet(piece.text)} {char}…{_PARTNER[char]}\"",
            )  # fmt: skip
        frame.is_broken = True
        end = self.lines[self.line].find(_PARTNER[char], self.column)
        self.column = end + 1 if end >= 0 else self.column + 1

    def _close(self, char: str) -> None:
        frame = self.frames[-1]
        if _PARTNER[frame.opener] != char:
            frame.doubts.clear()
            if all(_PARTNER[other.opener] != char for other in self.frames):
                self._stray(frame, char)
                return
            if not self._wide_closer():
                self.report.add(
                    "AK048", frame.line, frame.column,
                    f"“{frame.opener}”没有对应的“{_PARTNER[frame.opener]}”，"
                    f"第 {self.line + 1} 行先遇到了“{char}”",
                    f"在“{char}”前面补上“{_PARTNER[frame.opener]}”，或删去多余的“{frame.opener}”",
                )  # fmt: skip
            while _PARTNER[self.frames[-1].opener] != char:
                self._leave()
        self.column += 1
        self._leave()

    def _stray(self, frame: Frame, char: str) -> None:
        """A closing bracket whose partner was never typed, or typed in full width."""
        opener = "[" if char == "]" else "{"
        if not frame.is_wide:
            self.report.add(
                "AK048", self.line, self.column, f"“{char}”前面没有对应的“{opener}”",
                f"在这一项的值的开头补上“{opener}”，或删去“{char}”",
            )  # fmt: skip
        frame.is_wide = False
        frame.is_broken = True
        frame.piece = frame.piece or Piece("quoted", "", self.line, self.column, self.line)
        self.column += 1

    def _leave(self) -> None:
        frame = self.frames[-1]
        if frame.piece is not None or frame.key is not None:
            self._finish(frame)
        for doubt in frame.doubts:
            self.report.add(*doubt)
        for item, slip in check_items(frame.items):
            self.report.add_slip(slip, item.line, item.column)
        self.frames.pop()
        if self.frames:
            self.frames[-1].piece = Piece("flow", frame.opener, frame.line, frame.column, self.line)

    def _comma(self) -> None:
        frame = self.frames[-1]
        if frame.piece is None and frame.key is None and not frame.is_broken:
            self.report.add("AK051", self.line, self.column, "这里多了一个逗号", "删去这个逗号")
        else:
            self._finish(frame)
        self.column += 1

    def _finish(self, frame: Frame) -> None:
        piece, key = frame.piece, frame.key
        frame.piece, frame.key = None, None
        frame.entries += 1
        self._count()
        if frame.is_broken:
            frame.is_broken = False
            return
        if frame.opener == "{" and key is None:
            if piece is not None:
                self._no_colon(frame, piece)
            return
        if piece is None or piece.kind != "plain":
            return
        where = Where.FLOW_MAP if frame.opener == "{" else Where.FLOW_ITEM
        if piece.text[0] in _WIDE_OPENERS and not any(c in piece.text for c in _WIDE_CLOSERS):
            self._wide_opener(frame, piece)
            return
        folded = piece.end_line > piece.line
        plain = Plain(piece.text, piece.line, piece.column, where, key or "", 0, folded)
        self.keep(plain)
        if where is Where.FLOW_ITEM:
            frame.items.append(plain)
            self._split_number(frame)

    def _wide_opener(self, frame: Frame, piece: Piece) -> None:
        half = _WIDE_OPENERS[piece.text[0]]
        self.report.add(
            "AK047", piece.line, piece.column, f"“{piece.text[0]}”是全角括号，读不成列表或键值组",
            f"把“{piece.text[0]}”改成半角“{half}”，和后面的“{_PARTNER[half]}”成对",
        )  # fmt: skip
        frame.is_wide = True

    def _split_number(self, frame: Frame) -> None:
        """`3,477 个` in a list becomes two items without a word."""
        if len(frame.items) > 1:
            before, after = frame.items[-2:]
            touching = before.line == after.line and after.column == before.column + len(before.text) + 1
            wordy = not (before.text.isdigit() and after.text.isdigit())
            if touching and wordy and before.text[-1].isdigit() and _DIGITS.match(after.text):
                self.report.add_slip(split_text(before.text, after.text), before.line, before.column)

    def _no_colon(self, frame: Frame, piece: Piece) -> None:
        if frame.is_wide:
            frame.is_wide = piece.last[-1:] not in _WIDE_CLOSERS
            return
        if piece.kind == "quoted":
            self.report.add(
                "AK027", piece.line, piece.column, f"花括号里的“{snippet(piece.text)}”缺冒号",
                "每一项写成“键: 值”，半角冒号后面空一格",
            )  # fmt: skip
            return
        slip = key_slip(piece.text)
        if slip:
            frame.keys.add(slip.mended.split(": ")[0] if slip.mended else "", piece.line, piece.column, self.report)
            self.report.add_slip(slip, piece.line, piece.column)
            return
        hint = "每一项写成“键: 值”"
        if frame.entries > 1:
            hint = "它若是前一个值的一部分，把前面的半角逗号改成全角“，”（数字里的逗号删去），或给整个值加半角双引号；若是新的一项，写成“键: 值”"
        frame.doubts.append((
            "AK054" if frame.entries > 1 else "AK027", piece.line, piece.column,
            f"花括号里的“{snippet(piece.text)}”缺冒号，读不出键和值", hint,
        ))  # fmt: skip

    def _quoted(self, text: str, owner: int) -> None:
        frame, column = self.frames[-1], self.column
        if frame.piece is not None:
            if not frame.is_broken and frame.piece.kind != "plain":
                self._missing_comma(self.line, column, f"“{snippet(text[column:], 8)}”")
            frame.is_broken = True
        end = find_end(self.lines, self.line, column, owner)
        if end is None or not self._is_sound(end.line, end.column):
            self._bad_quote(text, column, end.column if end and end.line == self.line else None)
            return
        if text[column] == '"':
            for number in range(self.line, end.line + 1):
                start = column + 1 if number == self.line else 0
                stop = end.column if number == end.line else None
                for slip in check_escapes(self.lines[number][:stop], start):
                    self.report.add_slip(slip, number, 0)
        if frame.piece is None:
            frame.piece = Piece("quoted", end.text, self.line, column, end.line)
        self.line, self.column = end.line, end.column

    def _is_sound(self, line: int, column: int) -> bool:
        rest = self.lines[line][column:].lstrip(" \t")
        return not rest or rest[0] in ",]}:#" or line == self.line and rest[0] in "：，\"'[{"

    def _bad_quote(self, text: str, column: int, end: int | None) -> None:
        """Report an unclosed quote, or text behind a closed one; go on behind the entry."""
        frame = self.frames[-1]
        frame.piece = frame.piece or Piece("quoted", "", self.line, column, self.line)
        slip = unclosed(text[column:]) if end is None else text_after(text, column, end)
        at = column if end is None else 0
        comma = re.compile(r"[\"'][ ]*[,\]}]").search(text, end or column + 1)
        plain_end = re.compile(r"[,\]}]").search(text, end or column + 1)
        if end is None and plain_end is None and slip.code == "AK044":
            self.report.add_slip(slip, self.line, at)
            raise _Lost
        if not frame.is_broken:
            self.report.add_slip(slip, self.line, at)
        frame.is_broken = True
        stop = comma.end() - 1 if comma and end is not None else (plain_end.start() if plain_end else len(text))
        self.column = max(stop, column + 1)

    def _comment(self, text: str) -> None:
        if not text[: self.column].strip(" \t\u3000"):
            self.column = len(text)
            return
        self._report_comment(text, self.column)
        rest = text[self.column :]
        # Most often the hash belongs to the text (`a #F1]`): then the brackets behind it count.
        if any(c in rest for c in "]}"):
            self.column += 1
            if self.frames[-1].piece is None:
                self.frames[-1].piece = Piece("quoted", "", self.line, self.column, self.line)
            self.frames[-1].is_broken = True
        else:
            self.column = len(text)

    def _report_comment(self, text: str, at: int) -> None:
        self.report.add_slip(comment_slip(text, at), self.line, 0)

    def _colon(self) -> None:
        frame = self.frames[-1]
        piece = frame.piece
        if frame.opener == "[":
            if piece is not None and piece.text[:1] in ("｛",):
                self._wide_opener(frame, piece)
            elif piece is not None and not frame.is_broken and not frame.is_wide:
                frame.doubts.append((
                    "AK053", self.line, self.column,
                    f"方括号里写了“{snippet(piece.text)}: …”，会读成键值组",
                    "若是键值组，放进花括号，写成“[{键: 值}]”；若是正文，把“: ”改成全角“：”",
                ))  # fmt: skip
            frame.is_broken = True
            frame.piece = piece or Piece("quoted", "", self.line, self.column, self.line)
        elif frame.key is not None:
            self._second_colon(frame, piece)
        else:
            self._take_key(frame, piece)
        self.column += 1

    def _take_key(self, frame: Frame, piece: Piece | None) -> None:
        text = piece.text if piece else ""
        frame.key, frame.piece = text, None
        line, column = (piece.line, piece.column) if piece else (self.line, self.column)
        if piece is not None and piece.end_line > piece.line:
            self.report.add(
                "AK052", piece.line, len(self.lines[piece.line].rstrip()) - 1,
                f"“{snippet(piece.text)}”分在两行，中间缺冒号或逗号",
                "每一项写成“键: 值”，项与项之间用半角逗号加空格隔开",
            )  # fmt: skip
            return
        key = Key(text, column, self.column, is_quoted=piece is not None and piece.kind == "quoted")
        slip = check_key(key)
        if slip and not frame.is_broken:
            self.report.add_slip(slip, line, column)
        frame.keys.add(text, line, column, self.report)

    def _second_colon(self, frame: Frame, piece: Piece | None) -> None:
        """`{a: 甲，b: 乙}`, `{a: 甲 b: 乙}` or a colon that belongs to the text."""
        if frame.is_broken or piece is None:
            if piece is None:
                self.report.add("AK028", self.line, self.column, "冒号写重了", "只留一个半角冒号")
            return
        last = piece.last or piece.text
        hit = _TRAILING_KEY.search(last)
        name = hit.group(2) if hit else last
        end = self.column
        if piece.end_line > piece.line and _WORD.match(last):
            above = self.lines[self.line - 1].rstrip()
            self.report.add(
                "AK052", self.line - 1, len(above), f"“{last}”的上一行末尾缺逗号",
                "在这一行末尾加一个半角逗号",
            )  # fmt: skip
        elif hit and hit.group(1):
            at = end - len(last) + hit.start()
            self.report.add_slip(wide_comma(0, hit.group(1), name), self.line, at)
        elif hit and hit.group(2).isascii():
            at = end - len(last) + hit.start(2)
            self.report.add(
                "AK052", self.line, at, f"“{name}”前面缺逗号",
                f"在“{name}”前面加半角逗号和一个空格，写成“, {name}: ”；若是正文，给值加半角双引号",
            )  # fmt: skip
        else:
            self.report.add(
                "AK030", self.line, end, f"值“{snippet(last)}”里又有“冒号＋空格”",
                "把它改成全角冒号“：”，或给整个值加半角双引号",
            )  # fmt: skip
        frame.key, frame.piece = name, None
        frame.is_broken = True

    def _plain(self, text: str) -> None:
        frame, start = self.frames[-1], self.column
        hit = _END.search(text, start)
        if hit and hit.start() == start:
            hit = _END.search(text, start + 1)
        end = hit.start() if hit else len(text)
        words = text[start:end].rstrip(" \t")
        self.column = max(end, start + 1)
        if not words:
            return
        if words[-1] in _WIDE_CLOSERS and self._closes(frame, words):
            self._close_wide(frame, words, start, end)
            return
        piece = frame.piece
        if piece is None:
            frame.piece = Piece("plain", words, self.line, start, self.line, words)
            slip = check_start(words, Where.FLOW_ITEM)
            if slip and not frame.is_broken:
                self.report.add_slip(slip, self.line, start)
                frame.is_broken = True
        elif piece.kind == "plain":
            if not frame.is_broken:
                piece.text += " " + words
            piece.end_line, piece.last = self.line, words
        elif not frame.is_broken:
            self._after_piece(frame, piece, words, start)
        if hit and text[hit.start() : hit.start() + 2].strip() == "#":
            self.column = hit.start() + 1

    def _closes(self, frame: Frame, words: str) -> bool:
        """Tell whether a full-width bracket stands for the one that closes this frame."""
        pairs = {"】": "【", "］": "［", "｝": "｛"}
        last = words[-1]
        fits = last in pairs and _WIDE_CLOSERS[last] == _PARTNER[frame.opener]
        return fits and pairs[last] not in words and not frame.is_wide

    def _close_wide(self, frame: Frame, words: str, start: int, end: int) -> None:
        bare = words[:-1].rstrip()
        half = _PARTNER[frame.opener]
        self.report.add(
            "AK047", self.line, start + len(words) - 1,
            f"“{frame.opener}”是半角，“{words[-1]}”却是全角", f"把“{words[-1]}”改成半角“{half}”",
        )  # fmt: skip
        frame.doubts.clear()
        if bare and frame.piece is None:
            frame.piece = Piece("plain", bare, self.line, start, self.line, bare)
        self.column = end
        self._leave()

    def _after_piece(self, frame: Frame, piece: Piece, words: str, start: int) -> None:
        frame.is_broken = True
        if words[0] in "，、；;":
            self.report.add(
                "AK050", self.line, start, f"两项之间用了“{words[0]}”",
                f"把“{words[0]}”改成半角逗号加一个空格",
            )  # fmt: skip
            frame.entries += 1
            if piece.kind == "flow" or frame.key is not None:
                frame.key = None
        elif words[0] == "：" and frame.key is None and frame.opener == "{":
            self.report.add(
                "AK025", self.line, start, f"“{snippet(piece.text)}”后面是全角冒号“：”",
                "把“：”改成半角冒号加一个空格",
            )  # fmt: skip
        elif piece.kind == "quoted":
            self.report.add(
                "AK045", self.line, start, f"引号闭合之后还有文字“{snippet(words)}”",
                "把它移到引号里面；若是新的一项，在它前面加半角逗号和空格",
            )  # fmt: skip
        else:
            self._missing_comma(self.line, start, f"“{snippet(words)}”")

    def _missing_comma(self, line: int, column: int, what: str) -> None:
        self.report.add("AK052", line, column, f"{what}前面缺逗号", "在它前面加半角逗号和一个空格")

    def _count(self) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            self.report.add("AK002", self.line, self.column, f"值超过 {MAX_VALUES} 个", SPLIT)
            raise Enough

    def _wide_closer(self) -> bool:
        """Blame a full-width closing bracket if there is one in the last text."""
        piece = self.frames[-1].piece
        if piece is None or piece.kind != "plain":
            return False
        last = piece.last or piece.text
        if last[-1] not in _WIDE_CLOSERS:
            return False
        column = piece.column if piece.end_line == piece.line else 0
        at = self.lines[piece.end_line].find(last, column) + len(last) - 1
        half = _PARTNER[self.frames[-1].opener]
        self.report.add(
            "AK047", piece.end_line, at, f"“{self.frames[-1].opener}”是半角，“{last[-1]}”却是全角",
            f"把“{last[-1]}”改成半角“{half}”",
        )  # fmt: skip
        return True

    def _unclosed(self) -> None:
        if self._wide_closer():
            return
        frame = self.frames[-1]
        missing = "".join(_PARTNER[f.opener] for f in reversed(self.frames))
        self.report.add(
            "AK048", frame.line, frame.column,
            f"“{frame.opener}”没有闭合，缺“{_PARTNER[frame.opener]}”",
            f"在这一项的末尾补上“{missing}”；若是正文，给整个值加半角双引号",
        )  # fmt: skip


class _Lost(Exception):  # noqa: N818 - a signal inside this module
    """The line cannot be read on; it is reported."""


def read_flow(flow: Flow, line: int, column: int, owner: int) -> tuple[int, int] | None:
    """Read a collection; None when the rest of its first line is all that can be skipped."""
    try:
        return flow.read(line, column, owner)
    except _Lost:
        return None


def comment_slip(text: str, at: int) -> Slip:
    """Say what a hash behind a value does, and both ways out."""
    lost = snippet(text[at:])
    return Slip(
        "AK020", at, f"“{lost}”会被当作注释丢掉",
        "若是正文，把整个值用半角双引号括起来；若是注释，移到单独一行",
    )  # fmt: skip


def wide_margin(char: str) -> Slip:
    """Name the character that may not indent a line."""
    name = {"\t": "制表符（Tab）", "\u3000": "全角空格", "\u00a0": "不换行空格"}.get(
        char, f"特殊空格 U+{ord(char):04X}"
    )
    return Slip("AK009", 0, f"行首缩进用了{name}", "删去它，改用半角空格，每层缩进 2 个")


def too_deep() -> Slip:
    """Name the limit of depth."""
    return Slip("AK003", 0, f"嵌套超过 {MAX_DEPTH} 层", FLATTEN)

