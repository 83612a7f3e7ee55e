"""Classic scripts put together from parts under assets/: the engine, and others like it."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

import rjsmin

PARTS = (
    "codec", "files", "words", "sizes", "cut", "pinyin", "slips", "score", "passages", "search",
)  # fmt: skip
"""In this order; each may use those before it."""


def engine_script() -> str:
    """Return the engine: it finds its index in the folder `index/` beside itself."""
    return joined_script("engine", PARTS)


def joined_script(name: str, parts: Iterable[str]) -> str:
    """Return the parts in a folder of assets/ as one script; each may use those before it."""
    folder = files("anliku") / "assets" / name
    texts = [(folder / f"{part}.js").read_text(encoding="utf-8") for part in parts]
    whole = "\n".join(("(function () {", '"use strict";', *texts, "})();"))
    return str(rjsmin.jsmin(whole)) + "\n"
