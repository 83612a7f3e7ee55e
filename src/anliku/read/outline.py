"""Walk over the lines of a file as an editor sees them and report every slip, not only the first.

The parser stops at its first surprise, often lines below the cause. This reader knows quotes,
brackets, block text and indentation, mends what it reports in its own copy, and goes on.
"""

from __future__ import annotations

import re

from anliku.read import quotes, slips
from anliku.read.flow import Flow, comment_slip, read_flow, too_deep, wide_margin
from anliku.read.keys import COLON, COMMENT, Key, check_key, find_key, folded
from anliku.read.levels import Kind, Level, Levels, Open
from anliku.read.limits import MAX_DEPTH
from anliku.read.plain import QUOTE, Plain, Where, check_plain, check_start, wide_block, wide_wrap
from anliku.read.report import Enough, Report, Slip, snippet

_MARGIN = re.compile(r"[ \t\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f]*")
_WIDTHS = {"\t": 2, "\u3000": 2}
_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*$")
_DASH = re.compile(r"-(?=[ \t]|$)")
_MAX_RESCANS = 3
_SHORT_LINE = 10
_STOPS = "，。；：！？、,.;:!?…—”）》"


class Outline:
    """Reads lines; afterwards `plains` holds every value without quotes."""

    def __init__(self, lines: list[str], report: Report) -> None:
        self.lines, self.report = lines, report
        self.levels = Levels()
        self.plains: list[Plain] = []
        self.names: set[str] = set()
        self.text: Plain | None = None
        self.short_lines: list[str] = []
        self.rescans = 0
        self.started = False
        self.left_list: Level | None = None
        self.skipped_below: int | None = None
        self.guessed = -1
        self.misfit = (-1, -1)
        self.previous = -1

    def read(self) -> None:
        """Read all lines and report on values and lists that need the whole file to judge."""
        number = 0
        while number < len(self.lines):
            number = self._line(number)
        self._close_to(-1)
        self._end_text()

    # lines

    def _line(self, number: int) -> int:
        text = self.lines[number]
        margin = _MARGIN.match(text)
        end = margin.end() if margin else 0
        if end == len(text):
            if text.strip(" "):
                self._strange_blank(number, text)
            return number + 1
        if text[end] == "#" and not text[:end].strip(" "):
            if self.levels.open is Open.TEXT:
                self.levels.open = Open.NOTHING
            return number + 1
        column = end
        if text[:end].strip(" "):
            column = self._bad_margin(number, end)
        elif end == 0 and self._is_marker(number, text):
            return number + 1
        self.started = True
        below = self.skipped_below
        self.skipped_below = None
        if below is not None and column > below:
            self.skipped_below = below
            return number + 1
        self._adopt(number, column)
        after = self._place(number, column)
        self.previous = number
        return after

    def _adopt(self, number: int, column: int) -> None:
        """A level first seen on a line with odd characters takes its column from the next line."""
        stack = self.levels.stack
        for at in range(len(stack) - 1, 0, -1):
            level, above = stack[at], stack[at - 1].column
            if not level.is_guess:
                continue
            is_dash = bool(_DASH.match(self._rest(number, column)))
            inside = column >= above if level.kind is Kind.LIST else column > above
            if is_dash == (level.kind is Kind.LIST) and inside and at == len(stack) - 1:
                level.column = column
            level.is_guess = False

    def _strange_blank(self, number: int, text: str) -> None:
        at = len(text) - len(text.lstrip(" "))
        slip = wide_margin(text[at])
        self.report.add(slip.code, number, at, "空行里有" + slip.message[6:], "删去这一行里的空白")

    def _bad_margin(self, number: int, end: int) -> int:
        text = self.lines[number]
        at = len(text) - len(text.lstrip(" "))
        self.report.add_slip(wide_margin(text[at]), number, at)
        width = sum(_WIDTHS.get(char, 1) for char in text[:end])
        column = self.levels.snapped(width)
        self.guessed = number
        self._mend(number, 0, " " * column + text[end:], at)
        return column

    def _mend(self, number: int, at: int, text: str, written_at: int | None = None) -> None:
        """Replace the line from a column on; columns behind stay those of the editor's file."""
        mended = self.lines[number][:at] + text
        by = len(mended) - len(self.lines[number])
        self.report.shift(number, at if written_at is None else written_at, by)
        self.lines[number] = mended

    def _is_marker(self, number: int, text: str) -> bool:
        mark, rest = text[:3], text[3:]
        if mark == "---" and rest and rest[0] not in " \t-" and not self.started:
            self.started = True
            self._text_after_marker(number, mark)
            return True
        if mark not in ("---", "...") or (rest and rest[0] not in " \t"):
            if text[0] == "%":
                self.report.add(
                    "AK013", number, 0, f"不能用“%”开头的指令行“{snippet(text)}”", "删去这一行"
                )
                return True
            return False
        if mark == "..." and not any(line.strip() for line in self.lines[number + 1 :]):
            if rest.strip():
                self._text_after_marker(number, mark)
            return True
        if mark == "---" and not self.started:
            self.started = True
            if rest.strip():
                self._text_after_marker(number, mark)
            return True
        self.report.add(
            "AK012", number, 0, f"文件中间出现“{mark}”，YAML 会从这里断成另一份文档",
            "一个文件只写一个条目：删去这一行，后面若是另一个条目，移到另一个文件",
        )  # fmt: skip
        raise Enough

    def _text_after_marker(self, number: int, mark: str) -> None:
        self.report.add(
            "AK012", number, 4, f"“{mark}”后面还有文字", f"把文字移到下一行，或删去“{mark}”"
        )

    # indentation

    def _place(self, number: int, column: int) -> int:
        levels = self.levels
        top = levels.top
        if top is None:
            if self.text is not None or levels.open is Open.NOTHING:
                return self._after_root(number, column)
            return self._first(number, column)
        if column > top.column:
            if levels.open is Open.TEXT:
                return self._continued(number, column)
            if levels.open is Open.VALUE:
                return self._child(number, column)
            return self._too_deep(number, column, top)
        closed = self._close_to(column)
        top = levels.top
        if top is None or top.column < column:
            return self._uneven(number, column, closed)
        return self._sibling(number, column)

    def _close_to(self, column: int) -> Level | None:
        """Leave the levels to the right of a column; return the last one left."""
        levels, closed = self.levels, None
        self.left_list = None
        while levels.stack and levels.stack[-1].column > column:
            closed = levels.stack.pop()
            self._check_empty(closed)
            if closed.kind is Kind.LIST:
                self.left_list = closed
            levels.open = Open.NOTHING
        return closed

    def _check_empty(self, closed: Level) -> None:
        """Report a dash with nothing behind it, or an item that is only a key."""
        if self.levels.open is not Open.VALUE:
            return
        line, column = closed.last
        if closed.kind is Kind.LIST:
            self._add_once(
                "AK034", line, column, "短横后面没有内容，是空的列表项", "写上内容，或删去这一行"
            )
        elif closed.is_item and len(closed.keys) == 1:
            self._add_once(
                "AK034", line, column, f"列表项只有键“{snippet(closed.key)}”，没有值",
                "在冒号后面写上值；若不是键，删去冒号",
            )  # fmt: skip

    def _add_misfit(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """Report the first of several lines in a row that are indented alike."""
        if self.misfit != (self.previous, column):
            self._add_once(code, line, column, message, hint)
        self.misfit = (line, column)

    def _is_majority(self, number: int, column: int, level: Level) -> bool:
        """Tell whether the first entry of a level stands alone against this line and the next."""
        if level.entries != 1 or level.line != level.last[0]:
            return False
        stack = self.levels.stack
        at = stack.index(level) if level in stack else len(stack)
        if at and column <= stack[at - 1].column:
            return False
        is_list = level.kind is Kind.LIST
        if self._fits(number, column, is_list=is_list):
            for line in self.lines[number + 1 :]:
                body = line.lstrip(" ")
                margin = len(line) - len(body)
                if not body or body[0] == "#" or margin > column:
                    continue
                return margin == column and bool(_DASH.match(body)) == is_list
        return False

    def _fits(self, number: int, column: int, *, is_list: bool) -> bool:
        rest = self._rest(number, column)
        return bool(_DASH.match(rest) if is_list else find_key(rest, 0))

    def _realign(self, number: int, column: int, level: Level) -> int:
        """Blame the odd first line of a level, and read on at the column of the others."""
        what = "列表项" if level.kind is Kind.LIST else "键"
        self._add_once(
            "AK035" if level.kind is Kind.LIST else "AK038", level.line, level.column,
            f"这一行缩进 {level.column} 格，和下面各行的{what}（{column} 格）不齐",
            f"行首改成 {column} 个空格，和第 {number + 1} 行对齐",
        )  # fmt: skip
        self._end_text()
        if level not in self.levels.stack:
            self.levels.stack.append(level)
        while self.levels.stack[-1] is not level:
            self.levels.stack.pop()
        level.column = column
        self.levels.open = Open.NOTHING
        return self._sibling(number, column)

    def _add_once(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """Add what may only echo a slip reported on the same line."""
        if not self.report.has_line(line):
            self.report.add(code, line, column, message, hint)

    def _after_root(self, number: int, column: int) -> int:
        self._add_once(
            "AK049", number, column, f"最外层的内容已经结束，后面还有“{snippet(self._rest(number, column))}”",
            "删去它，或移到前面的括号或引号里",
        )  # fmt: skip
        raise Enough

    def _rest(self, number: int, column: int) -> str:
        return self.lines[number][column:]

    def _too_deep(self, number: int, column: int, top: Level) -> int:
        rest = self._rest(number, column)
        if _DASH.match(rest):
            return self._uneven_dash(number, column)
        if self._is_majority(number, column, top):
            return self._realign(number, column, top)
        above = f"第 {top.last[0] + 1} 行"
        self._add_misfit(
            "AK039", number, column, f"这一行缩进过深：{above}已经有值，下面不能再有内容",
            f"和{above}同一层的，行首减到 {top.column} 个空格；是它的下一层的，先删去{above}冒号后面的值",
        )  # fmt: skip
        return self._snap_to(number, column, top)

    def _snap_to(self, number: int, column: int, level: Level) -> int:
        """Read a badly indented line as one of this level, so that the next lines make sense."""
        if level not in self.levels.stack:
            self.levels.stack.append(level)
        while self.levels.stack[-1] is not level:
            self.levels.stack.pop()
        rest = self._rest(number, column)
        fits = _DASH.match(rest) if level.kind is Kind.LIST else find_key(rest, 0)
        if not fits:
            return self._give_up(number, column)
        self._move(number, column, level.column)
        self.levels.open = Open.NOTHING
        return self._sibling(number, level.column)

    def _move(self, number: int, column: int, to: int) -> None:
        rest = self._rest(number, column)
        self._mend(number, 0, " " * to + rest, min(column, to))

    def _uneven(self, number: int, column: int, closed: Level | None) -> int:
        if closed is None:
            return number + 1
        if self.levels.top is None:
            return self._uneven_root(number, column, closed)
        self.levels.stack.append(closed)
        if _DASH.match(self._rest(number, column)):
            return self._uneven_dash(number, column)
        if self._is_majority(number, column, closed):
            return self._realign(number, column, closed)
        self._add_misfit(
            "AK038", number, column,
            f"这一行缩进 {column} 格，和第 {closed.line + 1} 行起的同一层（{closed.column} 格）不齐",
            f"行首改成 {closed.column} 个空格；属于外一层的，改成 {self.levels.stack[-2].column} 个空格",
        )  # fmt: skip
        return self._snap_to(number, column, closed)

    def _uneven_root(self, number: int, column: int, closed: Level) -> int:
        """The first lines are indented and this one is not: they are the ones to change."""
        self._add_once(
            "AK038", closed.line, 0,
            f"最外层的键缩进了 {closed.column} 格，和第 {number + 1} 行（{column} 格）不齐",
            f"删去第 {closed.line + 1} 行到第 {number} 行每行行首的 {closed.column - column} 个空格",
        )  # fmt: skip
        closed.column = column
        self.levels.stack.append(closed)
        return self._sibling(number, column)

    def _uneven_dash(self, number: int, column: int, level: Level | None = None) -> int:
        level = level or self.levels.list_above()
        if level is None:
            self._list_in_map(number, column)
            return self._give_up(number, column)
        if self._is_majority(number, column, level):
            return self._realign(number, column, level)
        self._add_misfit(
            "AK035", number, column,
            f"列表项没有对齐：这一行的短横在第 {column + 1} 列，"
            f"第 {level.last[0] + 1} 行的在第 {level.column + 1} 列",
            f"行首改成 {level.column} 个空格，让各项的短横上下对齐",
        )  # fmt: skip
        return self._snap_to(number, column, level)

    # what stands on a line

    def _first(self, number: int, column: int) -> int:
        rest = self._rest(number, column)
        key = find_key(rest, 0)
        if rest[0] in "{[" and not (key and key.text.endswith(("]", "}"))):
            if rest[0] == "[":
                self._not_a_map(number, column)
            return self._value(number, column, Where.MAP)
        if _DASH.match(rest) or slips.list_mark(rest):
            if slips.markup(rest):
                return self._unreadable(number, column)
            self._not_a_map(number, column)
            return self._child(number, column)
        self.levels.stack.append(Level(Kind.MAP, column, number))
        return self._entry(number, column)

    def _not_a_map(self, number: int, column: int) -> None:
        self.report.add(
            "AK011", number, column, "文件的最外层是列表，应当是“键: 值”",
            "最外层每一行写成“键: 值”；列表放在某个键下面，缩进 2 格",
        )  # fmt: skip

    def _child(self, number: int, column: int) -> int:
        """Read the first line of a value that begins on a line of its own."""
        rest = self._rest(number, column)
        slip = slips.list_mark(rest) or slips.numbered(rest)
        if slip and not slips.markup(rest):
            rest = self._apply(slip, number, column)
        if _DASH.match(rest):
            self._push(Level(Kind.LIST, column, number))
            return self._item(number, column)
        return self._node(number, column)

    def _node(self, number: int, column: int, *, is_item: bool = False) -> int:
        """Read a key or a value; here a text may also begin."""
        rest = self._rest(number, column)
        comment = slips.comment_mark(rest) or slips.markup(rest)
        if comment and not is_item:
            self.report.add_slip(comment, number, column)
            return number + 1
        glued = slips.doubled_dash(rest) if is_item else None
        if glued:
            rest = self._apply(glued, number, column)
            self._push(Level(Kind.LIST, column, number))
            return self._item(number, column)
        key = find_key(rest, 0)
        betrayed = is_item and self._betrays(number, column)
        slip = None if key else slips.key_slip(rest, strict=not betrayed)
        if not key and not slip and betrayed and rest[0] not in "[{\"'|>&*!":
            slip = slips.no_colon(rest)
            slip = slip if slip.mended else None
        if key and not self._is_text_with_colon(rest, key):
            self._push(Level(Kind.MAP, column, number, is_item=is_item))
            return self._entry(number, column)
        is_word = bool(re.match(r"[a-z_\"'“]", rest))
        if slip and (not is_item or slip.code != "AK025" or is_word or betrayed):
            self._apply(slip, number, column)
            self._push(Level(Kind.MAP, column, number, is_item=is_item))
            return self._entry(number, column)
        return self._value(number, column, Where.ITEM if is_item else Where.MAP, own_line=True)

    def _betrays(self, number: int, column: int) -> bool:
        """`- 标题：甲` may be prose, unless a key follows in line with it."""
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        body = below.lstrip(" ")
        at_key = len(below) - len(body) == column
        return at_key and not _DASH.match(body) and bool(find_key(body, 0) or slips.key_slip(body))

    def _is_text_with_colon(self, rest: str, key: Key) -> bool:
        return rest[0] in "[{" or (bool(wide_wrap(rest.rstrip())) and not key.is_quoted)

    def _push(self, level: Level) -> None:
        if len(self.levels.stack) >= MAX_DEPTH:
            self.report.add_slip(too_deep(), level.line, level.column)
            raise Enough
        level.is_guess = level.line == self.guessed and not self.lines[level.line][: level.column].strip()
        self.levels.stack.append(level)
        self.levels.open = Open.NOTHING

    def _apply(self, slip: Slip, number: int, column: int) -> str:
        self.report.add_slip(slip, number, column)
        if slip.mended is not None:
            self._mend(number, column, slip.mended, column + slip.at)
        return self._rest(number, column)

    def _sibling(self, number: int, column: int) -> int:
        top = self.levels.stack[-1]
        rest = self._rest(number, column)
        mark = slips.list_mark(rest)
        if mark and not slips.markup(rest):
            rest = self._apply(mark, number, column)
        is_dash = bool(_DASH.match(rest))
        if top.kind is Kind.LIST and is_dash:
            if self.levels.open is Open.VALUE:
                self._check_empty(top)
            return self._item(number, column)
        if top.kind is Kind.LIST:
            return self._no_dash(number, column)
        if is_dash:
            if self.levels.open is Open.VALUE:
                self._push(Level(Kind.LIST, column, number))
                return self._item(number, column)
            level = self.levels.list_above() or self.left_list
            if level and not self.report.has_line(number):
                return self._uneven_dash(number, column, level)
            self._list_in_map(number, column)
            return self._give_up(number, column)
        return self._entry(number, column)

    def _give_up(self, number: int, column: int) -> int:
        """Leave out what belongs to a line that could not be read."""
        self.levels.open = Open.NOTHING
        self.skipped_below = column
        return number + 1

    def _list_in_map(self, number: int, column: int) -> None:
        self._add_once(
            "AK037", number, column, "这里不能写列表项：上一行的键已经有值，或者还没有写键",
            "在列表前写一行键（如 keywords:），冒号后面不写值；或把这一行改成“键: 值”",
        )  # fmt: skip

    def _no_dash(self, number: int, column: int) -> int:
        """A line at the column of the dashes: the next key of the map, or a dash forgotten."""
        levels = self.levels
        below = levels.stack[-2] if len(levels.stack) > 1 else None
        if below and below.column == column:
            self._check_empty(levels.stack.pop())
            levels.open = Open.NOTHING
            return self._entry(number, column)
        rest = self._rest(number, column)
        slip = slips.numbered(rest)
        if slip:
            self._apply(slip, number, column)
            return self._item(number, column)
        level = levels.stack[-1]
        if find_key(rest, 0) or slips.key_slip(rest, strict=True):
            self._add_once(
                "AK038", number, column, f"键和第 {level.last[0] + 1} 行的短横对齐了，读不出它属于哪一层",
                f"属于上一个列表项的，再缩进 2 格；是新的一项，前面加“- ”；"
                f"属于外一层的，行首减到 {levels.stack[-2].column if below else 0} 个空格",
            )  # fmt: skip
        else:
            comment = slips.comment_mark(rest) or slips.markup(rest)
            if comment:
                self.report.add_slip(comment, number, column)
                return number + 1
            self._add_once(
                "AK036", number, column, f"列表项“{snippet(rest)}”缺短横",
                f"在前面加半角短横和空格，写成“- {snippet(rest)}”；若是上一项的续写，再缩进 2 格",
            )  # fmt: skip
        return self._give_up(number, column)

    def _item(self, number: int, column: int) -> int:
        level = self.levels.stack[-1]
        level.last = (number, column)
        level.entries += 1
        line = self.lines[number]
        start = len(line) - len(line[column + 1 :].lstrip(" \t\u3000\u00a0"))
        gap = line[column + 1 : start]
        self.levels.open = Open.VALUE
        if start >= len(line):
            return number + 1
        if gap.strip(" "):
            at = column + 1 + len(gap) - len(gap.lstrip(" "))
            name = {"\t": "制表符", "\u3000": "全角空格"}.get(line[at], "不换行空格")
            self.report.add(
                "AK031", number, at, f"短横后面是{name}，不是半角空格", "改成一个半角空格"
            )
            self._mend(number, column + 1, " " + line[start:], at)
            start = column + 2
        if _DASH.match(self.lines[number][start:]):
            self._push(Level(Kind.LIST, start, number))
            return self._item(number, start)
        if self.lines[number][start] == "#":
            self.report.add_slip(comment_slip(self.lines[number], start), number, 0)
            return number + 1
        return self._node(number, start, is_item=True)

    def _entry(self, number: int, column: int) -> int:
        """Read `key: value` where a key must stand."""
        rest = self._rest(number, column)
        key = find_key(rest, 0)
        slip = slips.key_slip(rest) if key is None or "：" in key.text else None
        if key and slip and slip.at < key.colon:
            key = None
        if key is None:
            return self._unreadable(number, column, slip)
        top = self.levels.stack[-1]
        place = (number, column + key.start)
        slip = check_key(key)
        if slip and not self.report.has_line(number):
            self.report.add_slip(slip, *place)
        if key.text and key.text[0] not in "[{":
            top.keys.add(key.text, *place, self.report)
        self.names.add(folded(key.text))
        top.last, top.key = place, key.text
        top.entries += 1
        self.levels.open = Open.VALUE
        return self._after_colon(number, column + key.colon + 1)

    def _unreadable(self, number: int, column: int, slip: Slip | None = None) -> int:
        rest = self._rest(number, column)
        special = slips.comment_mark(rest) or slips.markup(rest) or slips.numbered(rest)
        if special:
            is_echo = special.code == "AK014" and number and self._is_markup(number - 1)
            if not is_echo:
                self.report.add_slip(special, number, column)
            self.levels.open = Open.NOTHING
            return number + 1
        start = self._bad_start(rest)
        slip = start or slip or slips.key_slip(rest) or slips.no_colon(rest)
        if self.report.has_line(number):
            slip = Slip(slip.code, slip.at, slip.message, slip.hint)
        else:
            self._apply(slip, number, column)
        if slip.mended and find_key(slip.mended, 0):
            return self._entry(number, column)
        return self._give_up(number, column)

    def _is_markup(self, number: int) -> bool:
        return bool(slips.markup(self.lines[number].lstrip(" ")))

    def _bad_start(self, rest: str) -> Slip | None:
        """A line that begins like a quoted value, a bracket or with a reserved character."""
        if rest[0] in "\"'":
            slip = slips.key_slip(rest)
            if slip:
                return slip
            end = quotes.find_end([rest], 0, 0, -1)
            return None if end else quotes.unclosed(rest)
        if rest[0] in "]}":
            return Slip(
                "AK048", 0, f"“{rest[0]}”前面没有对应的开括号", "删去它，或在前面补上开括号"
            )
        if rest[:2].strip() == "?":
            return Slip("AK023", 0, "不能用“? ”写复杂的键", "直接写成“键: 值”")
        slip = check_start(rest, Where.ITEM)
        return slip if slip and slip.code != "AK056" else None

    def _after_colon(self, number: int, column: int) -> int:
        line = self.lines[number]
        start = len(line) - len(line[column:].lstrip(" \t"))
        if start >= len(line):
            return number + 1
        gap = line[column:start]
        if "\t" in gap:
            self.report.add(
                "AK031", number, column + gap.index("\t"), "冒号后面是制表符（Tab），不是半角空格",
                "改成一个半角空格",
            )  # fmt: skip
        if line[start] == "#":
            self.report.add_slip(comment_slip(line, start), number, 0)
            return number + 1
        return self._value(number, start, Where.MAP)

    # values

    def _value(self, number: int, column: int, where: Where, *, own_line: bool = False) -> int:
        line = self.lines[number]
        first = line[column]
        self.levels.open = Open.NOTHING
        if first in "\"'":
            return self._quoted(number, column)
        if line[column:].strip() in ("［", "【", "｛"):
            half = "{" if first == "｛" else "["
            self.report.add(
                "AK047", number, column, f"“{first}”是全角括号，读不成列表或键值组",
                f"把“{first}”改成半角“{half}”，和后面的半角括号成对",
            )  # fmt: skip
            self._mend(number, column, half)
            return self._flow(number, column)
        if first in "[{":
            return self._flow(number, column)
        if first in "|>":
            return self._block(number, column)
        wide = wide_block(line[column:].rstrip())
        if wide:
            self.report.add_slip(wide, number, column)
            return self._block(number, column)
        slip = check_start(line[column:], Where.MAP if not own_line else where)
        if slip and not (wide_wrap(line[column:].rstrip()) and slip.code == "AK028"):
            self.report.add_slip(slip, number, column)
            self._end_text()
            self.levels.open = Open.TEXT
            return number + 1
        return self._plain(number, column, where, own_line=own_line)

    def _plain(self, number: int, column: int, where: Where, *, own_line: bool) -> int:
        self._end_text()
        text = self._checked_text(number, column)
        key = self.levels.stack[-1].key if self.levels.stack and where is Where.MAP else ""
        group = id(self.levels.stack[-1]) if self.levels.stack else 0
        self.text = Plain(text, number, column, where, key, group)
        self.short_lines = [text] if own_line and where is Where.MAP else []
        self.levels.open = Open.TEXT
        return number + 1

    def _checked_text(self, number: int, column: int) -> str:
        """Return a line of text without quotes, having reported what cuts it short."""
        line = self.lines[number]
        rest = line[column:].rstrip(" \t")
        if wide_wrap(rest):
            return rest
        comment = COMMENT.search(line, column)
        if comment:
            self.report.add_slip(comment_slip(line, comment.start() + 1), number, 0)
            rest = line[column : comment.start()].rstrip(" \t")
        colon = COLON.search(rest)
        if colon:
            self._colon_in_text(number, column, rest, colon.start())
        return rest

    def _colon_in_text(self, number: int, column: int, rest: str, at: int) -> None:
        word = re.search(r"[ \u3000，、；]([a-z_]+)$", rest[:at])
        second = f"若“{word.group(1)}”是另一个键，另起一行；" if word else ""
        self.report.add(
            "AK030", number, column + at, f"值“{snippet(rest)}”里又有“冒号＋空格”，YAML 会当成键",
            f"{second}若是正文，把它改成全角冒号“：”，或给整个值加半角双引号",
        )  # fmt: skip

    def _end_text(self) -> None:
        """Judge the text that has just ended."""
        if self.text is None:
            return
        self.plains.append(self.text)
        lines = self.short_lines
        if len(lines) > 1 and all(len(t) <= _SHORT_LINE and t[-1] not in _STOPS for t in lines):
            self._add_once(
                "AK036", self.text.line, self.text.column,
                f"下面 {len(lines)} 行会连成一段“{snippet(self.text.text)}”，像是缺短横的列表",
                f"若是列表，每行前面加半角短横和空格，写成“- {snippet(lines[0])}”；"
                "若是一段文字，写在同一行",
            )  # fmt: skip
        self.text, self.short_lines = None, []

    def _continued(self, number: int, column: int) -> int:
        """Read a further line of a text without quotes; it may not look like structure."""
        rest = self._rest(number, column)
        top = self.levels.stack[-1]
        if _DASH.match(rest):
            return self._uneven_dash(number, column)
        mark = slips.list_mark(rest) or slips.numbered(rest)
        if mark:
            self.report.add_slip(mark, number, column)
            return number + 1
        comment = slips.comment_mark(rest)
        if comment:
            self.report.add_slip(comment, number, column)
            return number + 1
        if self.text is None:
            return number + 1
        if self._is_majority(number, column, top):
            return self._realign(number, column, top)
        key = find_key(rest, 0)
        slip = None if key else slips.key_slip(rest, strict=True)
        if key or slip:
            self._looks_like_key(number, column, top, key, slip)
            if self.text is not None:
                self.text.is_folded = True
            return number + 1
        text = self._checked_text(number, column)
        self.text.text += " " + text
        self.text.is_folded = True
        if self.short_lines:
            self.short_lines.append(text)
        return number + 1

    def _looks_like_key(
        self, number: int, column: int, top: Level, key: Key | None, slip: Slip | None
    ) -> None:
        above = f"第 {top.last[0] + 1} 行"
        rest = self._rest(number, column)
        name = snippet(key.text if key else re.split("[:：]", rest)[0])
        if len(name) > _SHORT_LINE * 2 and key:
            self._checked_text(number, column)
            return
        if key and self.misfit == (self.previous, column):
            self.misfit = (number, column)
            return
        self.misfit = (number, column)
        written = f"，并写成“{snippet(slip.mended, 24)}”" if slip and slip.mended else ""
        self.report.add(
            "AK040", number, column, f"这一行像是新的键“{name}”，却比{above}缩进得深，会并进{above}的值",
            f"若是新的键，行首减到 {top.column} 个空格{written}；"
            f"若是{above}的续写，把{above}的值移到“>-”的下一行",
        )  # fmt: skip

    def _quoted(self, number: int, column: int) -> int:
        self._end_text()
        owner = self.levels.owner
        line = self.lines[number]
        end = quotes.find_end(self.lines, number, column, owner)
        rest = self.lines[end.line][end.column :].strip(" \t") if end else ""
        if end is None or (rest and end.line > number):
            self.report.add_slip(quotes.unclosed(line[column:]), number, column)
            self.levels.open = Open.TEXT
            self.text = None
            return number + 1
        if line[column] == '"':
            for at in range(number, end.line + 1):
                stop = end.column if at == end.line else None
                start = column + 1 if at == number else 0
                for slip in quotes.check_escapes(self.lines[at][:stop], start):
                    self.report.add_slip(slip, at, 0)
        if rest.startswith("#"):
            at = len(line) - len(line[end.column :].lstrip(" \t"))
            self.report.add_slip(comment_slip(line, at), number, 0)
        elif rest:
            self.report.add_slip(quotes.text_after(line, column, end.column), number, 0)
        return end.line + 1

    def _flow(self, number: int, column: int) -> int:
        self._end_text()
        depth = len(self.levels.stack)
        flow = Flow(self.lines, self.report, self.plains.append, depth)
        end = read_flow(flow, number, column, self.levels.owner)
        if end is None:
            self.rescans += 1
            if not self.levels.stack:
                raise Enough
            if self.rescans > _MAX_RESCANS and flow.line - number > 1:
                raise Enough
            if flow.line >= len(self.lines) or flow.line == number:
                return number + 1
            return flow.line
        line, behind = end
        rest = self.lines[line][behind:].strip(" \t")
        if rest:
            self._after_flow(number, line, behind, rest)
        return line + 1

    def _after_flow(self, first: int, line: int, behind: int, rest: str) -> None:
        text = self.lines[line]
        at = len(text) - len(text[behind:].lstrip(" \t"))
        if rest.startswith("#"):
            self.report.add_slip(comment_slip(text, at), line, 0)
        elif rest in {",", ";", "，", "；", "。"}:
            self.report.add("AK058", line, at, f"括号之后多了“{rest}”", f"删去行末的“{rest}”")
        else:
            self._add_once(
                "AK049", line, at, f"括号闭合之后还有文字“{snippet(rest)}”",
                f"整个值若是正文，{QUOTE}；若是列表，删去括号后面的文字",
            )  # fmt: skip

    def _block(self, number: int, column: int) -> int:
        self._end_text()
        line = self.lines[number]
        rest = line[column:]
        owner = self.levels.owner
        if rest[0] in "|>" and not _HEADER.match(rest):
            self._bad_header(number, column, rest)
        first = self._body(number + 1, owner)
        if first is None:
            return self._no_body(number, column, owner)
        indent = len(self.lines[first]) - len(self.lines[first].lstrip(" "))
        digit = re.match(r"[|>][+-]?([1-9])", rest)
        if digit:
            indent = max(owner, 0) + int(digit.group(1))
        at = first
        shallow: list[tuple[int, int]] = []
        others = 0
        while at < len(self.lines):
            body = self.lines[at].lstrip(" ")
            margin = len(self.lines[at]) - len(body)
            if body and margin <= owner:
                break
            if body and at > first:
                others += 1
                if margin < indent and not body.startswith("#"):
                    shallow.append((at, margin))
            at += 1
        self._uneven_body(first, indent, shallow, others)
        return at

    def _uneven_body(
        self, first: int, indent: int, shallow: list[tuple[int, int]], others: int
    ) -> None:
        if len(shallow) > 1 and len(shallow) == others:
            margin = min(margin for _, margin in shallow)
            self.report.add(
                "AK042", first, indent, f"正文第一行缩进 {indent} 格，比下面各行（{margin} 格）深",
                f"行首改成 {margin} 个空格；段首空格用全角空格“　”，写在半角空格之后",
            )  # fmt: skip
            return
        for at, margin in shallow[:1]:
            self.report.add(
                "AK042", at, margin, f"正文缩进 {margin} 格，比第 {first + 1} 行（{indent} 格）浅",
                f"行首改成 {indent} 个空格，和第 {first + 1} 行对齐（下面缩进相同的行也一样）",
            )  # fmt: skip

    def _body(self, start: int, owner: int) -> int | None:
        """Return the first line of block text, if it is indented."""
        for at in range(start, len(self.lines)):
            body = self.lines[at].lstrip(" ")
            if body:
                return at if len(self.lines[at]) - len(body) > owner else None
        return None

    def _bad_header(self, number: int, column: int, rest: str) -> None:
        comment = COMMENT.search(rest)
        if comment and _HEADER.match(rest[: comment.start()]):
            self.report.add_slip(comment_slip(rest, comment.start() + 1), number, column)
            return
        mark = re.match(r"[|>][+-]?[0-9]?", rest)
        end = mark.end() if mark else 1
        behind = rest[end:].strip()
        if behind:
            self.report.add(
                "AK041", number, column + rest.index(behind, end), f"“{rest[:end]}”后面不能有文字“{snippet(behind)}”",
                f"正文另起一行，缩进 2 格；若“{rest[0]}”是正文的一部分，{QUOTE}",
            )  # fmt: skip

    def _no_body(self, number: int, column: int, owner: int) -> int:
        """Block text without indentation, or none at all."""
        at = number + 1
        while at < len(self.lines) and not self.lines[at].strip():
            at += 1
        if self.report.has_line(number):
            return number + 1
        text = self.lines[at] if at < len(self.lines) else ""
        body = text.lstrip(" ")
        is_structure = not body or body[0] == "#" or _DASH.match(body) or find_key(body, 0)
        if is_structure or slips.key_slip(body, strict=True) or text.startswith(("---", "...")):
            self.report.add(
                "AK042", number, column, f"“{self.lines[number][column:].strip()}”下面没有正文",
                "正文写在下一行，缩进 2 格；没有内容就删去这个键",
            )  # fmt: skip
            return number + 1
        margin = _MARGIN.match(text)
        wide = (margin.group() if margin else "").strip(" ")
        if wide:
            self.report.add_slip(wide_margin(wide[0]), at, text.index(wide[0]))
        else:
            self.report.add(
                "AK042", at, len(text) - len(body), "正文没有缩进", f"行首改成 {max(owner, 0) + 2} 个空格"
            )
        return self._skip_prose(at + 1)

    def _skip_prose(self, at: int) -> int:
        while at < len(self.lines):
            text = self.lines[at].strip(" \t\u3000")
            if text and (find_key(text, 0) or slips.key_slip(text, strict=True) or _DASH.match(text)):
                break
            at += 1
        return at


def check_plains(outline: Outline, report: Report) -> None:
    """Report on all values without quotes, once the keys of the whole file are known."""
    openings: dict[tuple[int, str], int] = {}
    for plain in outline.plains:
        head = _head(plain)
        if head:
            openings[plain.group, head] = openings.get((plain.group, head), 0) + 1
    for plain in outline.plains:
        if not plain.text:
            continue
        for slip in check_plain(plain):
            if not (slip.code == "AK043" and report.has_line(plain.line) and plain.is_folded):
                report.add_slip(slip, plain.line, plain.column)
        head = _head(plain)
        if head and (head in outline.names or openings[plain.group, head] > 1) and not report.has_line(plain.line):
            slip_ = slips.key_slip(plain.text)
            if slip_:
                report.add_slip(slip_, plain.line, plain.column)


_HEAD = re.compile(r"([\u3400-\u9fffA-Za-z_]{1,8})：")


def _head(plain: Plain) -> str:
    """Return the word before a full-width colon at the start of a list item."""
    hit = _HEAD.match(plain.text) if plain.where in (Where.ITEM, Where.FLOW_ITEM) else None
    return folded(hit.group(1)) if hit else ""

