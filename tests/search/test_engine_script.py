"""The engine as one script: whole, and in words that an older phone knows."""

from __future__ import annotations

from importlib.resources import files

import pytest

from anliku.search import engine_script
from anliku.search.runtime import PARTS

NEVER = (
    "import ", "import(", "export ", "fetch(", "XMLHttpRequest", "Worker", "WebAssembly",  # file://
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",  # safe
    "localStorage", "sessionStorage", "document.cookie", "sendBeacon", "http:", "https:",  # private
    "?.", "??", "||=", "&&=", "(?<", "replaceAll(", ".at(", ".flat(", ".flatMap(", "matchAll(",
    "fromEntries(", "allSettled(", "structuredClone", "BigInt", "static {",  # old phones
)  # fmt: skip


@pytest.mark.parametrize("word", NEVER)
def test_engine_does_without(word: str) -> None:
    """It works from a folder, runs no text as code, tells nobody, and uses no new syntax."""
    assert word not in engine_script()


def test_engine_is_one_closed_script() -> None:
    """It is one function that is called at once, so that none of its names meets a page's."""
    text = engine_script()
    assert text.startswith('(function(){"use strict";')
    assert text.endswith("})();\n")
    assert text.count("\n") == 1 or "</script" not in text


def test_every_part_is_in_it() -> None:
    """A part that is written is shipped, and no part twice."""
    folder = files("anliku") / "assets" / "engine"
    written = {path.name for path in folder.iterdir() if path.name.endswith(".js")}
    assert sorted(written) == sorted(f"{name}.js" for name in PARTS)


def test_engine_cannot_end_its_element() -> None:
    """Inlined into a page (one-file copies), it holds no end of a script."""
    assert "</script" not in engine_script().lower()
    assert "<!--" not in engine_script()


def test_engine_is_the_same_each_time() -> None:
    """The same sources give the same bytes."""
    assert engine_script() == engine_script()
