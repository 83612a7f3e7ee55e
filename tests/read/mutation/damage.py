"""What disks, mail and other programs do to bytes."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]

_CODECS = (
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "gbk", "gb18030", "big5", "latin-1",
    "utf-7",
)  # fmt: skip
_BOMS = (
    codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE, codecs.BOM_UTF8 * 2, b"\xff", b"\xfe", b"+/v8-",
)  # fmt: skip
_PIECES = (
    b"\x00", b"\x00\x00", b"\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\xed\xb0\x80",
    b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xe4", b"\xe4\xb8", b"\xff", b"\xfe",
    b"\x1b[31m", b"\x7f", b"\x9f", b"\r", b"\r\n", b"\n\r", b"\x1a", b"\xef\xbf\xbe",
    b"\xef\xbb\xbf", b"\xc2\x85", b"\x84\x31\xa4\x37",
)  # fmt: skip


def flipped(raw: bytes, rng: Random) -> bytes:
    """Flip a bit."""
    if not raw:
        return raw
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :]


def replaced(raw: bytes, rng: Random) -> bytes:
    """Replace some bytes by any others."""
    at, length = rng.randrange(len(raw) + 1), rng.choice((1, 1, 2, 8))
    return raw[:at] + rng.randbytes(length) + raw[at + rng.choice((0, length)) :]


def inserted(raw: bytes, rng: Random) -> bytes:
    """Insert bytes that no text holds: NUL, halves of characters, control codes."""
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.choice(_PIECES) * rng.choice((1, 1, 1, 4)) + raw[at:]


def lost(raw: bytes, rng: Random) -> bytes:
    """Lose a byte or a run of bytes."""
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + raw[at + rng.choice((1, 1, 2, 3, 64)) :]


def truncated(raw: bytes, rng: Random) -> bytes:
    """Cut the file, often in the middle of a character."""
    return raw[: rng.randrange(len(raw) + 1)]


def marked(raw: bytes, rng: Random) -> bytes:
    """Put a byte order mark in front, or somewhere else."""
    at = 0 if rng.random() < 0.7 else rng.randrange(len(raw) + 1)
    return raw[:at] + rng.choice(_BOMS) + raw[at:]


def saved_otherwise(raw: bytes, rng: Random) -> bytes:
    """Save in another encoding."""
    return _text(raw).encode(rng.choice(_CODECS), rng.choice(("ignore", "replace")))


def saved_partly(raw: bytes, rng: Random) -> bytes:
    """Paste a few lines in another encoding."""
    lines = raw.split(b"\n")
    one = rng.randrange(len(lines))
    end = one + rng.choice((1, 1, 3))
    lines[one:end] = [_text(line).encode("gb18030", "ignore") for line in lines[one:end]]
    return b"\n".join(lines)


def garbled(raw: bytes, rng: Random) -> bytes:
    """Open in one encoding, save in another: the usual mojibake."""
    codec = rng.choice(("gbk", "gb18030", "latin-1", "big5", "cp1252"))
    one, end = sorted((rng.randrange(len(raw) + 1), rng.randrange(len(raw) + 1)))
    if rng.random() < 0.5:
        one, end = 0, len(raw)
    return raw[:one] + raw[one:end].decode(codec, "replace").encode() + raw[end:]


def line_ends(raw: bytes, rng: Random) -> bytes:
    """Change line ends, everywhere or in some lines only."""
    end = rng.choice((b"\r\n", b"\r", b"\n\r", b"\r\r\n", b"\xe2\x80\xa8", b"\xc2\x85"))
    if rng.random() < 0.5:
        return raw.replace(b"\n", end)
    return raw.replace(b"\n", end, rng.randrange(1, 6))


def zeroed(raw: bytes, rng: Random) -> bytes:
    """Overwrite a block with zeros, as a disk without power does."""
    at = rng.randrange(len(raw) + 1)
    length = rng.choice((16, 512, 4096))
    return raw[:at] + b"\x00" * length + raw[at + length :]


DAMAGE: tuple[tuple[Damage, int], ...] = (
    (flipped, 22),
    (replaced, 14),
    (inserted, 14),
    (lost, 12),
    (truncated, 6),
    (marked, 6),
    (saved_otherwise, 8),
    (saved_partly, 5),
    (garbled, 5),
    (line_ends, 6),
    (zeroed, 2),
)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
