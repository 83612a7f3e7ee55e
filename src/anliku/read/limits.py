"""Bounds that are checked before a parser sees the text: its C code can be killed by depth."""

from __future__ import annotations

from anliku.read.slip import Slip

MAX_BYTES = 1 << 20
MAX_LINES = 10_000
MAX_VALUES = 20_000
MAX_DEPTH = 20

SPLIT = "把内容拆成几个条目，每个条目一个文件，再用 ref 互相指向"
FLATTEN = "减少层级：把里层的内容提到外层，或拆成另一个条目"


def too_many_bytes(size: int) -> Slip:
    """Name the limit of size."""
    return Slip("AK002", 0, f"文件有 {size / MAX_BYTES:.2f} MiB，上限是 1 MiB", SPLIT)


def too_many_lines() -> Slip:
    """Name the limit of length."""
    return Slip("AK002", 0, f"文件超过 {MAX_LINES} 行", SPLIT)


def too_many_values() -> Slip:
    """Name the limit of values."""
    return Slip("AK002", 0, f"文件里的值超过 {MAX_VALUES} 个", SPLIT)


def too_deep() -> Slip:
    """Name the limit of depth."""
    return Slip("AK003", 0, f"嵌套超过 {MAX_DEPTH} 层", FLATTEN)
