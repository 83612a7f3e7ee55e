"""A PDF as Chromium writes it: plain objects, and a table of where they stand. Nothing else."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from datetime import date

_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ROW = re.compile(rb"(\d{10}) \d{5} n")
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n?$", re.DOTALL)
_STREAM = re.compile(
    rb"(<</Filter /Fl\w+Decode\n/Length )\d+(>> stream\n)(.*)\nendstream$", re.DOTALL
)
_CODE = re.compile(rb"(<[0-9A-F]{2,4}> )<(2[EF][0-9A-F]{2})>(?=\n)")
_DATE = re.compile(rb"\(D:\d{14}(?=[+Z-])")
_TARGET = re.compile(rb"/([^\s/\[<>]+) \[(\d+) 0 R")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_PAIRS = (
    "⼾户⺁厂⺒巳⺜日⺝月⺟母⺠民⺩王⺮竹⺼月⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻥鱼⻦鸟"
    "⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
_RADICALS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
"""Radicals that fonts draw as the character, and that Unicode calls another's equal, or none's."""


@dataclass(frozen=True)
class PdfFile:
    """`objects` by number, without their frames; `head` and `tail` are what stands round them."""

    head: bytes
    objects: dict[int, bytes]
    tail: bytes

    @classmethod
    def read(cls, content: bytes) -> PdfFile:
        """Take a file apart.

        Raises:
            ValueError: it is not written as Chromium writes.
        """
        at = _TABLE.search(content)
        if at is None:
            raise ValueError("no table")
        table = content[int(at[1]) :]
        places = sorted(int(row) for row in _ROW.findall(table))
        if not places or b"trailer" not in table:
            raise ValueError("odd table")
        ends = [*places[1:], int(at[1])]
        found = [_OBJECT.match(content[a:b]) for a, b in zip(places, ends, strict=True)]
        objects = {int(m[1]): m[2] for m in found if m}
        if len(objects) != len(places):
            raise ValueError("odd objects")
        return cls(
            content[: places[0]],
            objects,
            table[table.index(b"trailer") : table.index(b"startxref")],
        )

    def write(self) -> bytes:
        """Put it together again."""
        out, places = bytearray(self.head), {}
        for number in sorted(self.objects):
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self.objects[number])
        start, count = len(out), max(places) + 1
        rows = b"".join(b"%010d 00000 n \n" % places[n] for n in range(1, count))
        out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows)
        return bytes(out) + self.tail + b"startxref\n%d\n%%%%EOF\n" % start

    def pages(self) -> list[int]:
        """Return the numbers of the objects that are pages, in their order."""
        root = re.search(rb"/Pages (\d+) 0 R", self._catalog())
        return self._leaves(int(root[1])) if root else []

    def places(self) -> dict[str, int]:
        """Return the number of the page, from 1, on which each anchor stands."""
        targets = re.search(rb"/Dests (\d+) 0 R", self._catalog())
        if targets is None:
            return {}
        numbers = {leaf: n for n, leaf in enumerate(self.pages(), 1)}
        found = _TARGET.findall(self.objects.get(int(targets[1]), b""))
        return {name.decode(): numbers[int(at)] for name, at in found if int(at) in numbers}

    def dated(self, day: date) -> PdfFile:
        """Return the file with `day` in place of the clock's time."""
        stamp = b"(D:" + day.strftime("%Y%m%d").encode() + b"000000"
        changed = {
            n: _DATE.sub(stamp, o) if b"/CreationDate" in o else o for n, o in self.objects.items()
        }
        return PdfFile(self.head, changed, self.tail)

    def searchable(self) -> PdfFile:
        """Return the file with characters where Chromium noted radicals that look alike.

        A font draws 目 (U+76EE) and ⽬ (U+2F6C) with one glyph, and Chromium notes the lower one;
        searching for 目录 would find nothing, and copied text would be wrong.
        """
        return PdfFile(self.head, {n: _unradical(o) for n, o in self.objects.items()}, self.tail)

    def _catalog(self) -> bytes:
        return next((o for o in self.objects.values() if o.startswith(b"<</Type /Catalog")), b"")

    def _leaves(self, number: int) -> list[int]:
        kids = re.search(rb"/Kids \[([^\]]*)\]", self.objects.get(number, b""))
        if kids is None:
            return [number]
        return [leaf for m in _REFERENCE.finditer(kids[1]) for leaf in self._leaves(int(m[1]))]


def _unradical(content: bytes) -> bytes:
    stream = _STREAM.match(content)
    text = zlib.decompress(stream[3]) if stream else b""
    if stream is None or b"begincmap" not in text:
        return content
    packed = zlib.compress(_CODE.sub(_plain, text), 9)
    return b"%s%d%s%s\nendstream" % (stream[1], len(packed), stream[2], packed)


def _plain(found: re.Match[bytes]) -> bytes:
    character = chr(int(found[2], 16))
    plain = unicodedata.normalize("NFKC", _RADICALS.get(character, character))
    return found[1] + b"<%04X>" % ord(plain)
