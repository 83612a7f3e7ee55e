"""Keys whose colon a Chinese keyboard made unreadable as YAML, and their cure."""

from __future__ import annotations

import re

from anliku.read.margins import name_of
from anliku.read.slip import Slip, snippet

_KEY = r"[^\s:：,，。；;、\"'“”‘’()（）\[\]{}<>《》=＝]{1,40}"
_QUOTED = r"(?:\"[^\"]{0,40}\"|'[^']{0,40}'|[“‘][^”’]{0,40}[”’])"
_FULL_COLON = re.compile(rf"({_KEY}|{_QUOTED})[ \t\u3000\u00a0]*([：﹕∶︰ː︓])[ \t\u3000\u00a0]*")
_GLUED = re.compile(rf"({_KEY}|{_QUOTED})[ \t]*:(?=[^\s/])(?!//)")
_WIDE_GAP = re.compile(rf"({_KEY}|{_QUOTED})[ \t]*:(?=[\u3000\u00a0\u2002\u2003\u200b])")
_EQUALS = re.compile(rf"({_KEY}|{_QUOTED})[ \t]*([=＝；;、→]|(?<=[a-z])[，,])[ \t\u3000]*(?=\S|$)")
_TABBED = re.compile(rf"({_KEY}|{_QUOTED})\t+")
_WORD = re.compile(r"[a-z_][a-z0-9_]*$")
_HAN = re.compile(r"[\u3400-\u9fff]{1,8}$")
_LONGEST_NAME = 10
_SHORT_NAME = 4
_SCHEMES = frozenset({"http", "https", "ftp", "file", "mailto", "doi", "tel", "urn", "data"})
_REFERENCES = frozenset({"isbn", "issn", "arxiv", "pmid", "hdl", "ark", "cn", "orcid", "wikidata"})


def key_slip(text: str, *, strict: bool = False) -> Slip | None:
    """Find a key whose colon is wrong. `strict`: only where no prose can begin like this."""
    hits = [(_FULL_COLON.match(text), _full_colon), (_GLUED.match(text), _glued_colon)]
    equals = _EQUALS.match(text)
    if not strict or (equals and equals.group(2) in "=＝" and _WORD.match(equals.group(1))):
        hits.append((equals, _equals))
    if not strict:
        hits.append((_TABBED.match(text), _tabbed))
    wide = _WIDE_GAP.match(text)
    if wide:
        return _wide_gap(text, wide)
    found = [(hit, explain) for hit, explain in hits if hit and _is_name(hit, strict=strict)]
    if not found:
        return None
    hit, explain = min(found, key=lambda pair: pair[0].end(1))
    return explain(text, hit)


def _is_name(hit: re.Match[str], *, strict: bool) -> bool:
    name = hit.group(1)
    if name.lower() in _SCHEMES | _REFERENCES and hit.group().rstrip().endswith(":"):
        return False
    if hit.re is _EQUALS and hit.group(2) in "；;、" and not name.isascii():
        return len(name) <= _SHORT_NAME
    if not strict:
        return not name.isdigit() and (len(name) <= _LONGEST_NAME or name.isascii())
    return bool(_WORD.match(name) or _HAN.match(name)) or name[0] in "\"'“‘"


def _mended(text: str, hit: re.Match[str]) -> str:
    name = hit.group(1)
    if name[0] in "“‘":
        name = name[1:-1]
    rest = text[hit.end() :].lstrip("\u3000\u00a0\u2002\u2003 \t")
    return f"{name}: {rest}".rstrip(" ")


def _full_colon(text: str, hit: re.Match[str]) -> Slip:
    name, colon = snippet(hit.group(1)), hit.group(2)
    kind = "全角冒号" if colon in "：﹕︓" else "形似冒号的符号"
    rest = text[hit.end() :]
    if rest.startswith(":"):
        return _doubled(name, hit.end(), rest.lstrip(": "))
    return Slip(
        "AK025",
        hit.start(2),
        f"“{name}”后面是{kind}“{colon}”",
        f"把“{colon}”改成半角冒号加一个空格，写成“{snippet(_mended(text, hit), 24)}”",
        _mended(text, hit),
    )


def _glued_colon(text: str, hit: re.Match[str]) -> Slip:
    name = snippet(hit.group(1))
    rest = text[hit.end() :]
    if rest.startswith((":", "：")):
        return _doubled(name, hit.end(), rest.lstrip(":： "))
    return Slip(
        "AK026",
        hit.end() - 1,
        f"“{name}”的冒号后面缺空格",
        f"在冒号后面加一个空格，写成“{snippet(_mended(text, hit), 24)}”",
        _mended(text, hit),
    )


def _doubled(name: str, at: int, rest: str) -> Slip:
    hint = f"只留一个半角冒号，写成“{name}: ”"
    return Slip("AK028", at, f"“{name}”后面的冒号写重了", hint, f"{name}: {rest}")


def _wide_gap(text: str, hit: re.Match[str]) -> Slip:
    name = snippet(hit.group(1))
    return Slip(
        "AK031",
        hit.end(),
        f"“{name}:”后面是{name_of(text[hit.end()])}，不是半角空格",
        f"删去它，改成一个半角空格，写成“{snippet(_mended(text, hit), 24)}”",
        _mended(text, hit),
    )


def _equals(text: str, hit: re.Match[str]) -> Slip:
    name, sign = snippet(hit.group(1)), hit.group(2)
    return Slip(
        "AK029",
        hit.start(2),
        f"“{name}”后面用了“{sign}”，没有冒号",
        f"把“{sign}”改成半角冒号加一个空格，写成“{snippet(_mended(text, hit), 24)}”",
        _mended(text, hit),
    )


def _tabbed(text: str, hit: re.Match[str]) -> Slip:
    name = snippet(hit.group(1))
    return Slip(
        "AK027",
        hit.end(1),
        f"“{name}”后面缺冒号，只有制表符",
        f"把制表符改成半角冒号加一个空格，写成“{snippet(_mended(text, hit), 24)}”",
        _mended(text, hit),
    )


def no_colon(text: str) -> Slip:
    """Say that a line which must be `key: value` has no colon at all."""
    name, _, rest = text.strip().partition(" ")
    short = bool(_WORD.match(name) or _HAN.match(name))
    if short:
        written = f"{name}: {rest.strip()}".rstrip()
        mended = f"{name}: {rest.strip()}" if rest else f"{name}:"
        return Slip(
            "AK027",
            len(name),
            f"“{snippet(text)}”缺冒号，读不出键和值",
            f"在“{snippet(name)}”后面加半角冒号和一个空格，写成“{snippet(written, 24)}”；"
            "这一行若是上一行的续写，比上一行的键多缩进 2 格",
            mended,
        )
    return Slip(
        "AK027",
        0,
        f"“{snippet(text)}”缺冒号，读不出键和值",
        "每一行写成“键: 值”；这一行若是上一行的续写，并回上一行，"
        "或在上面的键后写“>-”，正文另起一行并缩进 2 格",
    )
