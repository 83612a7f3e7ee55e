"""One spelling for texts and queries: NFKC, lower case, simplified characters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

HAN = "\u3400-\u9fff"
RUN = re.compile(rf"[{HAN}]+|[a-z0-9]+")
IS_HAN = re.compile(rf"[{HAN}]+")


@cache
def simplified() -> dict[int, str]:
    """Return OpenCC's table from traditional to simplified, character by character.

    Whole phrases are left out: the browser has no room for them, and both sides must agree.
    """
    convert = OpenCC("t2s").convert
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    pairs = zip(characters, convert("\n".join(characters)).split("\n"), strict=True)
    return {ord(old): new for old, new in pairs if old != new and IS_HAN.fullmatch(new)}


@cache
def _odd() -> re.Pattern[str]:
    """Match characters whose NFKC form holds a Han character, a letter or a digit."""
    forms = ((c, unicodedata.normalize("NFKC", c)) for c in map(chr, range(0x80, 0x30000)))
    found = [c for c, form in forms if form != c and RUN.search(form.lower())]
    return re.compile(f"[{''.join(found)}]")


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, simplified()))}]")


def normal(text: str) -> str:
    """Return a text as it is compared."""
    if _odd().search(text):  # looking first is several times faster than normalising
        text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    return text.translate(simplified()) if _traditional().search(text) else text
