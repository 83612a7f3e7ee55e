"""Bounds that are checked before a parser sees the text: its C code can be killed by depth."""

from __future__ import annotations

MAX_BYTES = 1 << 20
MAX_LINES = 20_000
MAX_VALUES = 50_000
MAX_DEPTH = 20
MAX_FINDINGS = 100

SPLIT = "把内容拆成几个条目，每个条目一个文件，再用 ref 互相指向"
FLATTEN = "减少层级：把里层的内容提到外层，或拆成另一个条目"


def too_many_bytes(size: int) -> str:
    """Say by how much a file is too large."""
    return f"文件有 {size / MAX_BYTES:.1f} MiB，上限是 1 MiB"
