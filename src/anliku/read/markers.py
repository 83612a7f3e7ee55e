"""Document marks and directives: one file is one document."""

from __future__ import annotations

from anliku.read.report import Enough
from anliku.read.sheet import Sheet
from anliku.read.slip import Slip, snippet


def read_marker(sheet: Sheet, number: int) -> bool:
    """Read a line as `---`, `...` or a directive; tell whether it was one."""
    text = sheet.lines[number]
    mark, rest = text[:3], text[3:]
    if text[0] == "%":
        slip = Slip("AK013", 0, f"不能用“%”开头的指令行“{snippet(text)}”", "删去这一行")
        sheet.report.add_slip(slip, number)
        return True
    is_first = mark == "---" and not sheet.has_begun
    is_glued = bool(rest) and rest[0] not in " \t"
    if mark not in ("---", "...") or (is_glued and not (is_first and rest[0] != "-")):
        return False
    if is_first or (mark == "..." and not any(line.strip() for line in sheet.lines[number + 1 :])):
        sheet.has_begun = True
        if rest.strip():
            hint = f"把文字移到下一行，或删去“{mark}”"
            sheet.report.add_slip(Slip("AK012", 3, f"“{mark}”后面还有文字", hint), number)
        return True
    slip = Slip(
        "AK012",
        0,
        f"文件中间出现“{mark}”，YAML 会从这里断成另一份文档",
        "一个文件只写一个条目：删去这一行，后面若是另一个条目，移到另一个文件",
    )
    sheet.report.add_slip(slip, number)
    raise Enough
