"""Find the key at the start of a piece of text, and say what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from anliku.read.slip import Slip, snippet

COLON = re.compile(r":(?=[ \t]|$)")
COMMENT = re.compile(r"[ \t]#")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"'),
    "'": re.compile(r"'(?:[^']|'')*+'"),
}
_FULL_WIDTH = re.compile(r"[\uff0d\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a\u3000\u00a0]")
_WRAPPED = re.compile(r"[“”‘’「『＂＇](.*)[“”‘’」』＂＇]$")
_QUOTE_MARKS = "\"“”‘’＂＇'"
_WIDE_SPACE = "\u3000\u00a0\u2003\u2002"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_GLUED = re.compile(r"([a-z_][a-z0-9_]*):(?=[^\s:/].*[ ,，\u3000-\u9fff])")
_LIST_LIKE = "[{"
_FORBIDDEN = {
    "&": ("AK016", "不能用锚点"),
    "*": ("AK017", "不能用别名"),
    "!": ("AK019", "不能用标签"),
    **dict.fromkeys("@`|>%\"',]}", ("AK056", "键以 YAML 的保留符号开头：")),
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key as written: where its text begins and where its colon stands."""

    text: str
    start: int
    colon: int
    is_quoted: bool


def find_key(line: str, start: int) -> Key | None:
    """Return the key that begins at this column of a line, if a value indicator follows it."""
    first = line[start : start + 1]
    if first in _QUOTED:
        quoted = _QUOTED[first].match(line, start)
        if not quoted:
            return None
        rest = line[quoted.end() :].lstrip(" \t")
        colon = len(line) - len(rest)
        is_key = rest.startswith(":") and (len(rest) == 1 or rest[1] in " \t")
        return Key(unquoted(quoted.group()), start, colon, is_quoted=True) if is_key else None
    hit = COLON.search(line, start)
    if not hit:
        return None
    comment = COMMENT.search(line, start, hit.start())
    if comment:
        return None
    return Key(line[start : hit.start()].rstrip(" \t"), start, hit.start(), is_quoted=False)


def unquoted(text: str) -> str:
    """Return the words inside the quotes of a short quoted key; escapes stay as they are."""
    return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]


def folded(key: str) -> str:
    """Return the form in which keys are compared: width, case and composition do not count."""
    return key if key.isascii() and key.islower() else unicodedata.normalize("NFKC", key).casefold()


def check_key(key: Key) -> Slip | None:
    """Tell what is wrong with the text of a key."""
    text = key.text
    if key.is_quoted:
        return _check_words(text, 1)
    if text in _NULLS:
        return Slip(
            "AK023",
            0,
            f"冒号前的键是{'空的' if not text else f'空值“{text}”'}",
            "在冒号前写上键名，例如 title: 甲；这一行若是上一行的续写，并回上一行",
        )
    return _check_indicator(text) or _check_colon(text) or _check_words(text, 0)


def _check_indicator(text: str) -> Slip | None:
    first = text[0]
    if text == "<<":
        return Slip("AK018", 0, "不能用合并键“<<”", "把要合并进来的各行直接写在这里")
    if first in _LIST_LIKE:
        return Slip(
            "AK023",
            0,
            f"这一行以“{first}”开头，被当作列表或键值组，又带着冒号",
            "键只写普通文字；这一行若是正文，放到键后面，并给整个值加半角双引号",
        )
    if first in _FORBIDDEN:
        code, what = _FORBIDDEN[first]
        hint = f"删去“{first}”，键只写字母、数字、下划线或汉字"
        return Slip(code, 0, f"{what}“{snippet(text)}”", hint)
    if text == "?" or text.startswith(("? ", "?\t")):
        return Slip("AK023", 0, "不能用“? ”写复杂的键", "直接写成“键: 值”")
    return None


def _check_colon(text: str) -> Slip | None:
    name = snippet(text.rstrip(":：﹕∶ "))
    if text.endswith((":", "：")):
        at = len(text) - 1
        return Slip("AK028", at, f"“{name}”后面的冒号写重了", f"只留一个半角冒号，写成“{name}: ”")
    if "：" in text:
        at = text.index("：")
        name = snippet(text[:at])
        return Slip(
            "AK025",
            at,
            f"“{name}”后面是全角冒号“：”",
            f"把“：”改成半角冒号加一个空格，写成“{name}: ”；"
            "值里另有“冒号＋空格”的，再给整个值加半角双引号",
        )
    glued = _GLUED.match(text)
    if glued:
        name = glued.group(1)
        return Slip(
            "AK026",
            len(name),
            f"“{snippet(name)}”的冒号后面缺空格",
            f"在冒号后面加一个空格，写成“{snippet(name)}: ”",
        )
    return None


def _check_words(text: str, offset: int) -> Slip | None:
    bare = text.strip(_WIDE_SPACE + " ")
    if bare != text:
        at = 0 if text[0] in _WIDE_SPACE + " " else len(text.rstrip(_WIDE_SPACE + " "))
        return Slip(
            "AK024",
            at + offset,
            f"键“{snippet(bare)}”的一端有全角空格或不换行空格",
            f"删去空格，写成“{snippet(bare)}: ”",
        )
    wrapped = _WRAPPED.match(text)
    if wrapped:
        inner = snippet(wrapped.group(1))
        return Slip("AK024", offset, f"键“{inner}”加了全角引号", f"删去引号，写成“{inner}: ”")
    if offset == 0 and (text[0] in _QUOTE_MARKS or text[-1] in _QUOTE_MARKS or '"' in text):
        at = next(n for n, char in enumerate(text) if char in _QUOTE_MARKS)
        return Slip(
            "AK024",
            at,
            f"键“{snippet(text)}”里有引号，两头不成对或写得不对",
            "键不用加引号：删去引号，写成“键: 值”",
        )
    wide = _FULL_WIDTH.search(text)
    if wide:
        mended = snippet(unicodedata.normalize("NFKC", text))
        return Slip(
            "AK024",
            wide.start() + offset,
            f"键“{snippet(text)}”里有全角字符或特殊空格“{snippet(wide.group())}”",
            f"改用半角，写成“{mended}: ”",
        )
    return None


class SeenKeys:
    """Keys of one map, so that the second of two equal ones is refused with both lines named."""

    __slots__ = ("_lines",)

    def __init__(self) -> None:
        self._lines: dict[str, tuple[int, str]] = {}

    def add(self, key: str, line: int) -> Slip | None:
        """Remember a key, or say that it stands here for the second time."""
        same = folded(key)
        if same not in self._lines:
            self._lines[same] = (line, key)
            return None
        first, written = self._lines[same]
        name = f"“{snippet(key)}”"
        if written != key:
            name += f"（和“{snippet(written)}”只差全半角、大小写或字形）"
        if first == line:
            hint = "只留一个，或把其中一个改成别的键"
            return Slip("AK022", 0, f"键{name}在第 {line + 1} 行里重复", hint)
        return Slip(
            "AK022",
            0,
            f"键{name}在第 {first + 1} 行和第 {line + 1} 行重复",
            f"只留一个：把两处的内容合到第 {first + 1} 行，删去第 {line + 1} 行，"
            "或把其中一个改成别的键",
        )

    def __len__(self) -> int:
        return len(self._lines)
