"""Merge conflicts that Git left behind: reported once each, then read past."""

from __future__ import annotations

import re

from anliku.read.report import Report
from anliku.read.slip import Slip

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?$")


def check_conflicts(lines: list[str], report: Report) -> None:
    """Report each conflict at its first mark, and blank the marks and all but the first side."""
    if not any(line[:7] in ("<<<<<<<", ">>>>>>>") for line in lines):
        return
    start: int | None = None
    keep = True
    for number, line in enumerate(lines):
        hit = _MARK.match(line)
        mark = hit.group(1)[0] if hit else ""
        if mark == "<" or (mark == ">" and start is None):
            _report(number, line, report)
            start = number
        if mark:
            keep = mark in "<>"
            if mark == ">":
                start = None
        if mark or not keep:
            lines[number] = ""


def _report(number: int, line: str, report: Report) -> None:
    slip = Slip(
        "AK010",
        0,
        f"“{line[:7]}”是 Git 合并冲突的标记，冲突还没有处理",
        "在 <<<<<<< 和 >>>>>>> 之间的两份内容里留下正确的一份，"
        "再删去 <<<<<<<、=======、>>>>>>> 这三行",
    )
    report.add_slip(slip, number)
