"""Quoted values: where they end, and the backslashes that double quotes do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anliku.read.margins import wide_space
from anliku.read.report import Report
from anliku.read.slip import Slip, snippet

_STOP = {'"': re.compile(r'["\\]'), "'": re.compile("'")}
_ESCAPE = re.compile(
    r"\\(?:[0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$)"
)
_DRIVE = re.compile(r"[\"\s][A-Za-z]:\\|\"\\\\\w")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The place just behind a closing quote, and the inner text when it is on one line."""

    line: int
    column: int
    text: str


def find_end(lines: list[str], line: int, column: int, owner: int) -> Quoted | None:
    """Return where the quote that opens here is closed; a line not indented enough ends it."""
    quote = lines[line][column]
    start, position, number = column + 1, column + 1, line
    while True:
        text = lines[number]
        while True:
            hit = _STOP[quote].search(text, position)
            if not hit:
                break
            position = hit.end() + 1
            if hit.group() == "\\":
                continue
            if quote == "'" and text[hit.end() : position] == "'":
                continue
            inner = text[start : hit.start()] if number == line else ""
            return Quoted(number, hit.end(), inner)
        number += 1
        if number >= len(lines) or not _goes_on(lines[number], owner):
            return None
        position = len(lines[number]) - len(lines[number].lstrip(" "))


def _goes_on(line: str, owner: int) -> bool:
    body = line.lstrip(" \t\u3000\u00a0")
    return not body or (len(line) - len(body) > owner and not line.startswith(("---", "...")))


def check_escapes(lines: list[str], number: int, column: int, end: Quoted, report: Report) -> None:
    """Report backslashes in a double-quoted value that YAML does not know."""
    if lines[number][column] != '"':
        return
    for at in range(number, end.line + 1):
        start = column if at == number else 0
        text = lines[at][start : end.column if at == end.line else None]
        for slip in _bad_escapes(text):
            report.add_slip(slip, at, start)


def _bad_escapes(text: str) -> Iterator[Slip]:
    if "\\" not in text:
        return
    drive = _DRIVE.search(text)
    if drive:
        yield _backslash(drive.end() - 1, "像是文件路径，其中的“\\”在双引号里有特别的意思")
        return
    at = text.find("\\")
    while at >= 0:
        hit = _ESCAPE.match(text, at)
        if not hit:
            yield _backslash(at, f"双引号里不能写“{text[at : at + 2]}”")
        at = text.find("\\", hit.end() if hit else at + 2)


def _backslash(at: int, message: str) -> Slip:
    return Slip("AK046", at, message, "把这对半角双引号换成半角单引号 '，或把“\\”写成“\\\\”")


def unclosed(text: str) -> Slip:
    """Say that the quote which opens this text is never closed."""
    quote, rest = text[0], text[1:].rstrip()
    name = "半角双引号" if quote == '"' else "半角单引号"
    wide = rest[-1:] and rest[-1] in "”“’‘＂＇"
    if wide:
        return Slip(
            "AK044",
            0,
            f"开头是{name} {quote}，结尾是全角引号 {rest[-1]}，引号没有闭合",
            f"把结尾的 {rest[-1]} 改成{name} {quote}",
        )
    return Slip(
        "AK044",
        0,
        f"{name} {quote} 没有闭合：{quote}{snippet(rest)}",
        f"在值的末尾补上{name} {quote}；引号若是正文的一部分，改成全角“”",
    )


def text_after(line: str, start: int, column: int) -> Slip:
    """Say what stands behind a closing quote, in terms of what the editor meant."""
    quote, rest = line[start], line[column:].strip()
    offset = column + len(line[column:]) - len(line[column:].lstrip(" \t"))
    if not rest:
        return wide_space("引号", line, offset)
    if rest in {",", ";", "，", "；", "。"}:
        return Slip("AK058", offset, f"引号之后多了“{rest}”", f"删去行末的“{rest}”")
    if rest[0] in ",，、" and quote in rest:
        hint = f"几个值写成列表，放进半角方括号：[{quote}甲{quote}, {quote}乙{quote}]"
        return Slip("AK045", offset, "引号闭合之后又有逗号和别的值", hint)
    if line[column - 2 : column] == "\\'" and quote == "'":
        return Slip(
            "AK045",
            column - 1,
            "单引号里的“\\'”不是转义，值在这里就结束了",
            "里面的半角单引号写成两个 ''，或把外层换成半角双引号",
        )
    if quote in rest:
        other = "半角单引号 '" if quote == '"' else '半角双引号 "'
        return Slip(
            "AK045",
            column - 1,
            f"值里面又用了半角引号 {quote}，值在这里就结束了",
            f"把里面的引号改成全角“”，或把最外层换成{other}",
        )
    other = "单" if quote == '"' else "双"
    return Slip(
        "AK045",
        offset,
        f"引号闭合之后还有文字“{snippet(rest)}”",
        "把后面的文字移到引号里面；引号若是正文的一部分，改成全角“”，"
        f"或在最外面再加一对半角{other}引号",
    )
