"""Data as a classic script: it loads over http and from a folder alike."""

from __future__ import annotations

import json
from typing import Any

CALLBACK = "anlikuIndex"
UNSAFE = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What would end a script element, or a line in the middle of a string."""


def script(name: str, *values: Any) -> str:
    """Return a call that hands a file's values to the engine."""
    return f"{CALLBACK}({','.join(map(safe, (name, *values)))})\n"


def safe(value: Any) -> str:
    """Return a value as code that cannot end the script it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
