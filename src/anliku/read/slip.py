"""A mistake in a piece of text, before anyone knows in which file and line it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

SNIPPET = 16
QUOTE = "给整个值加半角双引号"


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


def quoting(text: str) -> str:
    """Say which quotes make a text safe."""
    return "给整个值加半角单引号 '" if '"' in text or "\\" in text else QUOTE


def or_text(slip: Slip) -> Slip:
    """Add the way out for a slip that may be prose."""
    return replace(slip, hint=f"{slip.hint}；若是正文，{QUOTE}")
