"""Bytes to text: UTF-8 only, and the right name for whatever else an editor saved."""

from __future__ import annotations

import codecs
import re

from anliku.read.report import Report
from anliku.read.slip import Slip

SAVE_AS = (
    "用记事本打开，“文件→另存为”，编码选“UTF-8”后覆盖保存；用 WPS 的，先复制全文到记事本再这样保存"
)
_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "UTF-32 BE"),
    (codecs.BOM_UTF16_LE, "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "UTF-16 BE"),
)
_LONGEST_SEQUENCE = 4
_PLAUSIBLE = 0.5
_SAMPLE = 1 << 16


def decode(raw: bytes, report: Report) -> str | None:
    """Return the text with LF line ends and without a BOM, or report why there is none."""
    name = _utf16_name(raw)
    if name:
        message = f"文件是 {name} 编码，本库只收 UTF-8（从第 1 个字节起）"
        report.add_slip(Slip("AK004", 0, message, SAVE_AS), 0)
        return None
    body = raw.removeprefix(codecs.BOM_UTF8)
    if b"\n" not in body:
        # The only line ends are CR: an old Mac. CR among LF is a stray character instead.
        body = body.replace(b"\r", b"\n")
    try:
        return body.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        _explain(body, error, len(raw) - len(body), report)
        return None


def _utf16_name(raw: bytes) -> str | None:
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return f"{name}（带 BOM）"
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if even == odd or len(raw) % 2:
        return None
    name, codec = ("UTF-16 LE", "utf-16-le") if odd > even else ("UTF-16 BE", "utf-16-be")
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return None
    strange = sum(not (c.isprintable() or c in "\t\r\n\ufeff") for c in text)
    return f"{name}（不带 BOM）" if strange * 20 <= len(text) else None


def _explain(body: bytes, error: UnicodeDecodeError, skipped: int, report: Report) -> None:
    line = body.count(b"\n", 0, error.start)
    start = body.rfind(b"\n", 0, error.start) + 1
    column = len(body[start : error.start].decode("utf-8", "replace"))
    where = f"（第 {line + 1} 行，全文第 {error.start + skipped + 1} 个字节）"
    rest = body[error.start :]
    if error.reason == "unexpected end of data" and len(rest) < _LONGEST_SEQUENCE:
        slip = Slip(
            "AK005",
            0,
            f"文件在一个汉字的中间断了，末尾不完整{where}",
            "文件可能没有下载或保存完：重新取一份完整的，或补上缺的文字后另存为 UTF-8",
        )
        report.add_slip(slip, line, column)
        return
    legacy = legacy_name(body)
    if legacy and not _is_mixed(body):
        message = f"文件像是 {legacy} 编码，不是 UTF-8{where}"
        report.add_slip(Slip("AK004", 0, message, SAVE_AS), line, column)
        return
    offset = skipped
    for number, content in enumerate(body.split(b"\n")):
        _explain_line(content, number, offset, report)
        offset += len(content) + 1


def _is_mixed(body: bytes) -> bool:
    """GBK can look like UTF-8 for a line or so; a mixed file has many sound lines."""
    marked = [content for content in body.split(b"\n") if not content.isascii()]
    sound = sum(_is_utf8(content) for content in marked)
    return sound * 10 >= len(marked) - sound if sound else False


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _explain_line(content: bytes, number: int, offset: int, report: Report) -> None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        column = len(content[: error.start].decode("utf-8", "replace"))
        name = legacy_name(content[error.start :]) or legacy_name(content)
        where = f"（第 {number + 1} 行，全文第 {offset + error.start + 1} 个字节）"
        what = (
            f"这一行混进了 {name} 编码的文字，别的行是 UTF-8" if name else "这里的 UTF-8 编码坏了"
        )
        hint = "删去这一行里显示不正常的文字，重新输入，再另存为 UTF-8"
        report.add_slip(Slip("AK005", 0, what + where, hint), number, column)


def legacy_name(body: bytes) -> str | None:
    """Name the Chinese code page that makes common characters of these bytes, if one does."""
    body = body[:_SAMPLE]
    gbk = _share(body, "gb18030", b"\xb0", b"\xd7", b"\xa1")
    big5 = _share(body, "cp950", b"\xa4", b"\xc6", b"\x40")
    if max(gbk, big5) < _PLAUSIBLE:
        return None
    if big5 > gbk:
        return "Big5"
    try:
        codecs.getincrementaldecoder("gbk")().decode(body, final=False)
    except UnicodeDecodeError:
        return "GB18030"
    return "GBK"


_PAIR = re.compile(rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xfe][\x40-\xfe]")


def _share(body: bytes, codec: str, first: bytes, last: bytes, trail: bytes) -> float:
    """Share of the characters that lie in the frequent level of a code page; 0 if invalid."""
    try:
        codecs.getincrementaldecoder(codec)().decode(body, final=False)
    except UnicodeDecodeError:
        return 0.0
    pairs: list[bytes] = _PAIR.findall(body)
    four_bytes = 4
    han = [p for p in pairs if p[:1] not in b"\xa1\xa2\xa3" and len(p) < four_bytes]
    if not han:
        return 1.0 if pairs else 0.0
    frequent = sum(1 for p in han if first <= p[:1] <= last and p[1:] >= trail)
    return frequent / len(han)
