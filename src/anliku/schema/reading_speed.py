"""How long reading takes. Stated once; every page that shows minutes says so, too."""

from __future__ import annotations

import re

CHARACTERS_PER_MINUTE = 300
"""编者设定, not a measurement: reading to discuss, with a pen in hand. China's curriculum standard
for Chinese sets the same floor for silent reading at the end of primary school (默读一般读物每分钟
不少于 300 字; three years later 500). The lower of the two, on purpose: entries are dense, and who
reads for a class stops to think. An editor who knows better writes minutes down."""

WORDS = f"按每分钟 {CHARACTERS_PER_MINUTE} 字估算，这个速度是编者设定的，不是测量结果"
"""How a page says where its minutes come from."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_OTHER = re.compile(r"[A-Za-z0-9À-ɏ]+(?:[.,'’-][A-Za-z0-9À-ɏ]+)*")


def characters(text: str) -> int:
    """Count as readers do: each Han character, and a word or number in other letters, is one."""
    return len(_HAN.findall(text)) + len(_OTHER.findall(text))


def minutes_for(count: int) -> int:
    """Return whole minutes for a number of characters, at least one."""
    return max(1, -(-count // CHARACTERS_PER_MINUTE))
