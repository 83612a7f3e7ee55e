"""Values without quotes: what they may not begin with or hold, and what betrays a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from anliku.read.colons import key_slip
from anliku.read.dates import check_date
from anliku.read.items import wide_comma
from anliku.read.slip import QUOTE, Slip, or_text, quoting, snippet
from anliku.read.wraps import wide_wrap

_WIDE_SPACE = "\u3000\u00a0\u2002\u2003"
_KEY_AFTER_COMMA = re.compile(r"([，、；;])[ \u3000]*([a-z_][a-z0-9_]*)[ ]*[:：]")
_WIDE_DIGITS = re.compile(r"[０-９．，－]*[０-９][０-９．，－]*$")
_RESERVED = {
    "&": ("AK016", "不能用锚点：这里以“&”开头"),
    "*": ("AK017", "不能用别名：这里以“*”开头"),
    "!": ("AK019", "不能用标签：这里以“!”开头"),
    "@": ("AK056", "“@”是 YAML 的保留符号，不能作值的开头"),
    "`": ("AK056", "“`”是 YAML 的保留符号，不能作值的开头"),
    "%": ("AK056", "“%”是 YAML 的保留符号，不能作值的开头"),
    ",": ("AK056", "逗号不能作值的开头"),
    "]": ("AK048", "“]”前面没有对应的“[”"),
    "}": ("AK048", "“}”前面没有对应的“{”"),
    "|": ("AK056", "“|”在这里不能作值的开头"),
    ">": ("AK056", "“>”在这里不能作值的开头"),
}


class Where(Enum):
    """Where a value stands: each place has its own slips."""

    MAP = auto()
    ITEM = auto()
    FLOW_MAP = auto()
    FLOW_ITEM = auto()


@dataclass(slots=True)
class Plain:
    """A value without quotes, as written; `group` is the same for the items of one list.

    `breaks` tells where in the folded text each further line begins: offset, line, column.
    """

    text: str
    line: int
    column: int
    where: Where
    key: str = ""
    group: int = 0
    is_folded: bool = False
    breaks: list[tuple[int, int, int]] = field(default_factory=list)

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and column of a character of the text."""
        start, line, column = 0, self.line, self.column
        for offset, further, behind in self.breaks:
            if offset <= at:
                start, line, column = offset, further, behind
        return line, column + at - start

    def placed(self, slip: Slip) -> tuple[Slip, int, int]:
        """Return a slip in the text with the line and column that it has in the file."""
        return (replace(slip, at=0), *self.place(slip.at))


def check_start(text: str, where: Where) -> Slip | None:
    """Tell why a value may not begin like this."""
    first, second = text[0], text[1:2]
    if first in _RESERVED:
        code, what = _RESERVED[first]
        word = snippet(text.split(maxsplit=1)[0])
        otherwise = (
            "直接写出它所指的内容" if first == "*" else f"删去“{word if first in '&!' else first}”"
        )
        hint = f"若是正文，{quoting(text)}；否则{otherwise}"
        return Slip(code, 0, f"{what}（“{snippet(text)}”）", hint)
    if first in "?-" and second in ("", " ", "\t"):
        return _lonely_mark(text, first, where)
    if first == ":" and where is Where.FLOW_ITEM:
        return Slip("AK056", 0, f"值“{snippet(text)}”以冒号开头", f"删去冒号，或{QUOTE}")
    if first == ":" and second in ("", " ", "\t", ":"):
        return Slip("AK028", 0, "冒号写重了", "只留一个半角冒号，后面空一格")
    return None


def _lonely_mark(text: str, first: str, where: Where) -> Slip | None:
    if first == "?":
        return Slip("AK056", 0, "值不能以“? ”开头", f"{QUOTE}，或改用全角“？”")
    if where is Where.MAP:
        return Slip(
            "AK037",
            0,
            f"冒号后面不能直接写列表“{snippet(text)}”",
            "列表另起一行，每项一行，缩进 2 格，以“- ”开头；"
            "或写成“[甲, 乙]”（半角方括号，半角逗号加空格）",
        )
    is_lonely = len(text) == 1
    return (
        None
        if is_lonely
        else Slip(
            "AK037", 0, "方括号或花括号里不能用“- ”", "删去“- ”，各项之间用半角逗号加空格隔开"
        )
    )


def check_plain(plain: Plain) -> Iterator[Slip]:
    """Yield what is wrong with a whole value without quotes."""
    text = plain.text
    wrap = wide_wrap(text)
    if wrap:
        yield wrap
        return
    if text[0] in _WIDE_SPACE or text[-1] in _WIDE_SPACE:
        at = 0 if text[0] in _WIDE_SPACE else len(text.rstrip(_WIDE_SPACE))
        yield Slip(
            "AK057", at, "值的一端有全角空格或不换行空格", "删去它；冒号和值之间只空一个半角空格"
        )
        text = text.strip(_WIDE_SPACE)
    if not text:
        return
    if text[0] in "：﹕":
        yield Slip("AK028", 0, "半角冒号之后又有一个全角冒号", "只留一个半角冒号，后面空一格")
    hash_at = text.find(" ＃ ")
    if hash_at >= 0:
        yield Slip(
            "AK021",
            hash_at + 1,
            "全角井号“＃”不是注释符号，它后面的字会当成正文",
            "把注释移到单独一行，用半角“#”开头；若是正文，删去“＃”前的空格",
        )
    if text[-1] == '"' and text.count('"') == 1 and not text[-2:-1].isdigit():
        hint = '在值的开头补上半角双引号 "，或删去末尾的'
        yield Slip("AK044", len(text) - 1, f"“{snippet(text)}”只有结尾的半角双引号", hint)
    if _WIDE_DIGITS.match(text):
        yield Slip("AK061", 0, f"数字“{snippet(text)}”用了全角", "改用半角数字")
    elif plain.where in (Where.MAP, Where.FLOW_MAP):
        slip = check_date(text, plain.key)
        if slip:
            yield slip
    yield from _check_separators(plain, text)


def _check_separators(plain: Plain, text: str) -> Iterator[Slip]:
    if plain.where is Where.FLOW_MAP:
        hit = _KEY_AFTER_COMMA.search(text)
        if hit:
            yield wide_comma(hit.start(), hit.group(1), hit.group(2))
    elif plain.where is Where.MAP and text[-1] in ",;" and not plain.is_folded:
        yield Slip(
            "AK058",
            len(text) - 1,
            f"行末多了“{text[-1]}”",
            f"删去行末的“{text[-1]}”：一行一个键，不用分隔；若是正文，{QUOTE}",
        )
    if plain.where in (Where.MAP, Where.ITEM) and text[-1] in "]}":
        opener = "[" if text[-1] == "]" else "{"
        if opener not in text:
            yield Slip(
                "AK048",
                len(text) - 1,
                f"“{text[-1]}”前面没有对应的“{opener}”",
                f"在这个值的开头补上“{opener}”，或删去“{text[-1]}”",
            )
    if plain.where in (Where.ITEM, Where.FLOW_ITEM):
        slip = key_slip(text, strict=True)
        if slip and not _is_prose(slip, text):
            yield or_text(slip)


def _is_prose(slip: Slip, text: str) -> bool:
    """Allow “注意：…” in a list; only a lower-case word or a half-width colon betrays a key."""
    return slip.code == "AK029" or (slip.code == "AK025" and not re.match(r"[a-z_\"'“]", text))
