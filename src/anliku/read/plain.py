"""Values without quotes: what they may not begin with or hold, and what betrays a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from anliku.read.dates import check_date
from anliku.read.slip import Slip, or_text, quoting, snippet
from anliku.read.slips import key_slip

_WIDE_SPACE = "\u3000\u00a0\u2002\u2003"
_SHORT = 6
_PROSE = re.compile("[未待无没不已是的了]")
_SEPARATOR = re.compile(r"[，、；;]")
_KEY_AFTER_COMMA = re.compile(r"([，、；;])[ \u3000]*([a-z_][a-z0-9_]*)[ ]*[:：]")
_OPEN_QUOTES, _CLOSE_QUOTES = "“‘", "”’"
_BRACKETS = {"【": "】", "［": "］", "｛": "｝", "（": "）", "〔": "〕", "[": "]", "{": "}"}
_CLOSERS = "】］｝）〕]}"
_REFERENCE = re.compile(r"[a-z][\w.#-]*$")
_WIDE_DIGITS = re.compile(r"[０-９．，－]*[０-９][０-９．，－]*$")
_WIDE_BLOCK = re.compile(r"[＞》〉｜丨¦][-+—－]?(?: |$)")
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
QUOTE = "给整个值加半角双引号"


class Where(Enum):
    """Where a value stands: each place has its own slips."""

    MAP = auto()
    ITEM = auto()
    FLOW_MAP = auto()
    FLOW_ITEM = auto()


@dataclass(slots=True)
class Plain:
    """A value without quotes, as written; `group` is the same for the items of one list."""

    text: str
    line: int
    column: int
    where: Where
    key: str = ""
    group: int = 0
    is_folded: bool = False


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


def wide_wrap(text: str) -> Slip | None:
    """Find full-width quotes or brackets that an editor meant as YAML's own."""
    first, last = text[0], text[-1]
    if first in "＂＇〝":
        return _wide_quote(text)
    if first in "“‘”’" and len(text) > 1 and last in "“‘”’\"'":
        inner = text[1:-1]
        if not any(c in "“‘”’" for c in inner) or (first in "“‘" and _is_one_pair(text)):
            return _wide_quote(text)
    if first in _BRACKETS and last in _CLOSERS and _is_list_like(text):
        flat = "{…}" if first in "｛{" or "：" in text or ": " in text else "[…]"
        return Slip(
            "AK047",
            0,
            f"括号“{first}”和“{last}”不全是半角，读不成列表或键值组",
            f"列表和键值组只用半角括号，写成“{flat}”，里面用半角逗号加空格隔开；若是正文，{QUOTE}",
        )
    return None


def _is_one_pair(text: str) -> bool:
    """Tell whether the first quote is closed by the last one only."""
    opening, closing = text[0], _CLOSE_QUOTES[_OPEN_QUOTES.index(text[0])]
    return opening not in text[1:] and text.find(closing) == len(text) - 1


def _wide_quote(text: str) -> Slip:
    return Slip(
        "AK043",
        0,
        f"整个值加了全角引号，YAML 不认：{snippet(text)}",
        '要给值加引号，两头都改成半角双引号 "；不必加的就删去。'
        "引号若是正文的一部分，在最外面再加一对半角单引号 '",
    )


def _is_list_like(text: str) -> bool:
    first, inner = text[0], text[1:-1]
    if first in "[{" or any(c in inner for c in (first, _BRACKETS[first])):
        return False
    if first in "【［｛":
        return True
    if _PROSE.search(inner):
        return False
    parts = _SEPARATOR.split(inner.replace(",", "，"))
    return (len(parts) > 1 and all(0 < len(p.strip()) <= _SHORT for p in parts)) or bool(
        re.match(r"[a-z_]+[:：]", inner)
    )


def wide_block(text: str) -> Slip | None:
    """Find a full-width block mark."""
    if not _WIDE_BLOCK.match(text):
        return None
    return Slip(
        "AK041",
        0,
        f"“{text.split(maxsplit=1)[0]}”不是 YAML 的折行符号",
        "改成半角的“>-”（合成一段）或“|”（保留换行），正文另起一行并缩进 2 格",
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
    return slip.code == "AK025" and not re.match(r"[a-z_\"'“]", text)


def check_items(items: list[Plain]) -> Iterator[tuple[Plain, Slip]]:
    """Yield items of one flow list that were joined by a full-width comma or split by a comma."""
    for item in items:
        slip = _joined(item.text, alone=len(items) == 1)
        if slip:
            yield item, slip
    for item, other in pairwise(items):
        mark = _left_open(item.text)
        if mark and mark[1] in other.text and mark[0] not in other.text:
            yield item, split_text(item.text, other.text)


def _joined(text: str, *, alone: bool) -> Slip | None:
    hit = re.search(r"[，；]" if not alone else r"[，、；]", text)
    if not hit or (text[0] in "\"'"):
        return None
    parts = [part.strip(" \u3000“”‘’") for part in _SEPARATOR.split(text)]
    is_short = all(0 < len(part) <= _SHORT for part in parts)
    if not is_short and not all(_REFERENCE.match(part) for part in parts):
        return None
    joined = ", ".join(p.strip(" \u3000") for p in parts)
    return Slip(
        "AK050",
        hit.start(),
        f"“{snippet(text)}”用“{hit.group()}”隔开，YAML 会读成一项",
        f"若是 {len(parts)} 项，改成半角逗号加空格，写成“{snippet(joined, 24)}”；"
        "若是一句话，给这一项加半角双引号",
    )


def wide_comma(at: int, mark: str, key: str) -> Slip:
    """Say that two pairs of a flow map are divided by a mark that YAML does not know."""
    return Slip(
        "AK050",
        at,
        f"“{key}”前面用了“{mark}”隔开，YAML 会把它并进前一个值",
        f"把“{mark}”改成半角逗号加一个空格，写成“, {key}: ”；若是正文，给值加半角双引号",
    )


def _left_open(text: str) -> str | None:
    for pair in ("“”", "（）", "《》", "「」", "【】", "()"):
        if text.count(pair[0]) == text.count(pair[1]) + 1:
            return pair
    return None


def split_text(before: str, after: str) -> Slip:
    """Say that a half-width comma divides what belongs together."""
    return Slip(
        "AK054",
        len(before),
        f"半角逗号把“{snippet(before)}”和“{snippet(after)}”拆成了两项",
        "若是一项，把逗号改成全角“，”（数字里的逗号删去），或给整项加半角双引号",
    )
