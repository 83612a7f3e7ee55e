"""Lines that begin with what only a word processor or a web page knows, and their cure."""

from __future__ import annotations

import re

from anliku.read.margins import name_of
from anliku.read.slip import Slip, snippet

_MARKS = "—–―−－‐‑‒─·•●○◦▪■□◆◇★☆※⁃‣∙・﹣➢➤►▶✓✔√＊＋"
_MARK = re.compile(
    rf"(?:[{_MARKS}]+|[一ー](?=[ \u3000])|\*(?!\*)(?=[ \u3000\u3400-\u9fff])|\+ )[ \t\u3000\u00a0]*"
)
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:、|．|\)|）|\.(?=[ \t\u3400-\u9fff]))|[（(]\d{1,2}[)）]|[①-⑳])"
    r"[ \t\u3000]*(?=\S)"
)
_GLUED_DASH = re.compile(r"-{1,2}(?=[^\s-])")
_ITEM_DASH = re.compile(r"-(?=[^\s\d.-])")
_WIDE_DASH = re.compile(r"-[ ]*([\t\u3000\u00a0\u2002\u2003][ \t\u3000\u00a0]*)")
_WIDE_HASH = re.compile(r"＃|//|/\*|<!--|﹟|♯")
_MARKUP = re.compile(
    r"<[!/?A-Za-z]|```|~~~|\*\*|#{2,}\S|\|.*\|\s*$|[-=—–─＝*＊_~·.]{4,}\s*$|[=—─＝*＊_…]{2,3}\s*$"
)


def list_mark(text: str) -> Slip | None:
    """Find a list mark that is not a half-width dash with a half-width space."""
    if text.startswith("-"):
        return _dash(text)
    hit = _MARK.match(text)
    if hit and hit.end() < len(text):
        mark = hit.group().strip("\u3000\u00a0 \t")
        return Slip(
            "AK032",
            0,
            f"列表符号写成了“{mark}”",
            f"把“{mark}”改成半角短横加一个空格，写成“- {snippet(text[hit.end() :], 20)}”；"
            "若是正文，给整个值加半角双引号",
            "-" + " " * max(1, hit.end() - len(mark)) + text[hit.end() :],
        )
    return None


def _dash(text: str) -> Slip | None:
    wide = _WIDE_DASH.match(text)
    if wide:
        at = wide.end() - len(wide.group(1))
        mended = f"- {text[wide.end() :]}".rstrip(" ")
        message = f"短横后面是{name_of(text[at])}，不是半角空格"
        hint = f"改成一个半角空格，写成“{snippet(mended, 20)}”"
        return Slip("AK031", at, message, hint, mended)
    if not _GLUED_DASH.match(text):
        return None
    rest = text.lstrip("-—–－")
    return Slip(
        "AK033",
        1,
        f"短横后面缺空格：“{snippet(text)}”",
        f"在短横后面加一个半角空格，写成“- {snippet(rest, 20)}”",
        "- " + rest,
    )


def doubled_dash(text: str) -> Slip | None:
    """Find `- -甲`: a second dash that is glued to the text of an item."""
    if not _ITEM_DASH.match(text):
        return None
    rest = text[1:].lstrip(" ")
    return Slip("AK033", 0, "短横写重了", f"删去一个短横，写成“- {snippet(rest, 20)}”", rest)


def numbered(text: str) -> Slip | None:
    """Find a list item that is numbered by hand."""
    hit = _NUMBER.match(text)
    if not hit:
        return None
    mark = hit.group().strip("\u3000 \t")
    return Slip(
        "AK032",
        0,
        f"列表项用了编号“{mark}”，YAML 的列表只认半角短横",
        f"把“{mark}”改成半角短横加一个空格，写成“- {snippet(text[hit.end() :], 20)}”；"
        "顺序由先后决定，不用写号",
        "- " + text[hit.end() :],
    )


def comment_mark(text: str) -> Slip | None:
    """Find a comment that begins with something other than a half-width hash."""
    hit = _WIDE_HASH.match(text)
    if not hit:
        return None
    mark = hit.group()
    return Slip(
        "AK021",
        0,
        f"注释符号写成了“{mark}”",
        f"把“{mark}”改成半角的“#”，后面空一格；注释要单独占一行",
    )


def markup(text: str) -> Slip | None:
    """Find a line of HTML or Markdown that was pasted in."""
    if not _MARKUP.match(text):
        return None
    return Slip(
        "AK014",
        0,
        f"“{snippet(text)}”是网页代码、Markdown 标记或分隔线，不是 YAML",
        "删去这一行；要保留其中的文字，放到某个键后面，写成“键: 值”",
    )
