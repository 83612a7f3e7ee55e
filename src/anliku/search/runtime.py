"""The engine as one classic script, put together from the parts under assets/engine/."""

from __future__ import annotations

from importlib.resources import files

import rjsmin

PARTS = (
    "codec", "files", "words", "sizes", "cut", "pinyin", "slips", "score", "passages", "search",
)  # fmt: skip
"""In this order; each may use those before it."""


def engine_script() -> str:
    """Return the engine: it finds its index in the folder `index/` beside itself."""
    folder = files("anliku") / "assets" / "engine"
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in PARTS]
    whole = "\n".join(("(function () {", '"use strict";', *parts, "})();"))
    return str(rjsmin.jsmin(whole)) + "\n"
