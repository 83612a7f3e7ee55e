"""An output file as a value: only the shells write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class OutputFile:
    """`path` from the site's root, with forward slashes; `content` as it is written."""

    path: str
    content: bytes

    @classmethod
    def text(cls, path: str, content: str) -> OutputFile:
        """Make an output file from text, as UTF-8 with line feeds."""
        return cls(path, content.encode("utf-8"))
