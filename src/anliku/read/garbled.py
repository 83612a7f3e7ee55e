"""Text that was opened in the wrong encoding and saved again (乱码), named with what it was."""

from __future__ import annotations

import re

from anliku.read.report import Report
from anliku.read.slip import Slip, snippet

RESTORE = "找回保存出错之前的文件，或删去这几个字重新输入；以后打开文件时编码选 UTF-8"
# A BOM read as GBK is 锘 and a character whose first byte is the third of the BOM.
_AFTER_BOM = bytes(
    byte for t in (*range(0x40, 0x7F), *range(0x80, 0xFF)) for byte in (0xBF, t)
).decode("gbk")
_KNOWN = re.compile(f"锟斤拷|锟斤|烫烫烫|屯屯屯|\ufffd+|^锘|锘[{_AFTER_BOM}]|^ï»¿|閫|鈥|銆")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_SEQUENCES = re.compile(rb"(?:\xe2\x80[\x90-\xbf]|[\xe3-\xe9\xef][\x80-\xbf]{2}){2,}")
_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN_RUN = re.compile(
    rf"[\u00c2-\u00ef][\u0080-\u00bf{_CP1252}]{{1,2}}(?:[\u0080-\u00ff{_CP1252}])*"
)
_READABLE = re.compile(r"[\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]+")
_FREQUENT = frozenset(
    bytes((lead, trail)).decode("gb2312")
    for lead in range(0xB0, 0xD8)
    for trail in range(0xA1, 0xFF)
    if (lead, trail) < (0xD7, 0xFA)
) | frozenset("，。、；：？！（）《》“”‘’—…–·")
_TWO_SEQUENCES = 6


def check_garbled(lines: list[str], report: Report) -> set[int]:
    """Report each line with garbled text once; return these lines."""
    found = set()
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        hit = _gbk(line) or _latin(line) or _known(line)
        if hit:
            at, text, meant = hit
            found.add(number)
            was = f"，原来可能是“{snippet(meant)}”" if meant else ""
            report.add_slip(Slip("AK006", at, f"“{snippet(text)}”是乱码{was}", RESTORE), number)
    return found


def _known(line: str) -> tuple[int, str, str] | None:
    hit = _KNOWN.search(line)
    return (hit.start(), hit.group(), "") if hit else None


def _gbk(line: str) -> tuple[int, str, str] | None:
    """UTF-8 read as GBK: its bytes, put back, are common Han text again."""
    for run in _RUN.finditer(line):
        try:
            raw = run.group().encode("gb18030")
        except UnicodeEncodeError:
            continue
        hit = _SEQUENCES.match(raw)
        if hit and len(hit.group()) >= _TWO_SEQUENCES:
            meant = hit.group().decode("utf-8", "ignore")
            if all(c in _FREQUENT for c in meant):
                return run.start(), run.group(), meant
    return None


def _latin(line: str) -> tuple[int, str, str] | None:
    """UTF-8 read as Latin-1 or Windows-1252."""
    for run in _LATIN_RUN.finditer(line):
        raw = b"".join(
            c.encode("cp1252") if c in _CP1252 else c.encode("latin-1") for c in run.group()
        )
        meant = raw.decode("utf-8", "ignore")
        if _READABLE.match(meant):
            return run.start(), run.group(), meant
    return None
