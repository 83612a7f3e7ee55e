"""What a reader can do with an entry: one script on every page, put together from its parts."""

from __future__ import annotations

from anliku.publish.output import OutputFile
from anliku.search import joined_script

PATH = "assets/actions/actions.js"
PARTS = ("core", "compare", "list", "checklist", "print", "share", "offline")
"""Under assets/actions/, in this order; core first, then a part for each feature."""


def action_files() -> tuple[OutputFile, ...]:
    """Return the script."""
    return (OutputFile.text(PATH, joined_script("actions", PARTS)),)
