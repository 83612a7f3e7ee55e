"""A mistake in a piece of text, before anyone knows in which file and line it stands."""

from __future__ import annotations

from dataclasses import dataclass

SNIPPET = 16


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake found in a piece of text; `mended` is that text put right, to read on."""

    code: str
    at: int
    message: str
    hint: str
    mended: str | None = None


def snippet(text: str, length: int = SNIPPET) -> str:
    """Shorten a quoted piece of the file, so that messages stay one line."""
    text = " ".join(text[: length * 4].split())
    return text if len(text) <= length else text[:length] + "…"
