"""Characters that no editor means to type: control, invisible, bidirectional, private."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from anliku.read.invisible import unwanted
from anliku.read.report import Report
from anliku.read.slip import Slip

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(p << 16 | 0xFFFE) + chr(p << 16 | 0xFFFF) for p in range(1, 17))
    + "]"
)
_NAMES = {
    "\x00": "空字符 NUL",
    "\r": "单独的回车符",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\u2060": "词连接符",
    "\ufeff": "字节顺序标记 BOM",
}
_MOST = 500


def check_characters(lines: list[str], skip: set[int], report: Report) -> None:
    """Report each unwanted character once a line, with its number in Unicode."""
    for number, line in enumerate(lines):
        if number in skip:
            continue
        seen: dict[str, list[int]] = {}
        for column in islice(unwanted(line), _MOST):
            seen.setdefault(line[column], []).append(column)
        for char, columns in seen.items():
            _report(char, number, columns, report)


def escaped_unwanted(value: str) -> Slip | None:
    """Refuse characters that an escape in double quotes brings in behind the first check."""
    for column in unwanted(value.replace("\n", " ")):
        return Slip(
            "AK008",
            0,
            f"双引号里的转义写出了看不见的字符 U+{ord(value[column]):04X}",
            "删去这个转义",
        )
    return None


def _report(char: str, line: int, columns: list[int], report: Report) -> None:
    point = f"U+{ord(char):04X}"
    times = f"，这一行共 {len(columns)} 处" if len(columns) > 1 else ""
    name = _NAMES.get(char, "")
    category = unicodedata.category(char)
    if category == "Cc":
        code, what = "AK007", f"控制字符 {point}{'（' + name + '）' if name else ''}"
        cure = "删去它：把光标移到这一列，按 Delete 键，必要时连同两边的字一起重新输入"
        if char == "\r":
            cure = "用记事本打开后重新保存，让全文用同一种换行"
    elif category == "Co" and not _NONCHARACTER.match(char):
        code, what = "AK008", f"私用区字符 {point}，在别的电脑上会变成方框"
        cure = "删去它，换成普通文字；它若是从 Word 复制来的列表圆点，改用半角短横加空格“- ”"
    elif char in _BIDI:
        code, what = "AK008", f"改变文字方向的字符 {point}，显示的顺序会和实际内容不同"
        cure = "删去它；看不见时，把这一段删掉重新输入，不要从网页复制"
    else:
        code, what = "AK008", f"看不见的字符 {point}{'（' + name + '）' if name else ''}"
        cure = "删去它；看不见时，把它两边的字删掉重新输入，不要从网页复制"
    report.add_slip(Slip(code, columns[0], f"这里有{what}{times}", cure), line)
