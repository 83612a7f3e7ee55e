"""Packs: a reading list or a teaching note as slides, handouts, sheets, messages, references.

entries ─outline─▶ plain values ─slides, handout, plan, sheets, message, print_view─▶ files
"""

from __future__ import annotations

from anliku.packs.outline import handed_out, outline_of
from anliku.packs.pack import pack
from anliku.packs.print_view import print_view
from anliku.packs.zipped import zipped

__all__ = ["handed_out", "outline_of", "pack", "print_view", "zipped"]
