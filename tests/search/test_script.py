"""Data as a script: whatever a text holds, it stays data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search.script import script
from tests.search.reader import called

PLAIN = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), PLAIN),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(PLAIN, inner, max_size=3)),
    max_leaves=8,
)


@given(PLAIN, st.lists(VALUES, max_size=3))
def test_values_come_back(name: str, values: list[object]) -> None:
    """What is written is read, in one line that no text can leave."""
    text = script(name, *values)
    assert called(text) == (name, values)
    assert "<" not in text
    assert "\u2028" not in text
    assert "\u2029" not in text
    assert text.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "</script>",
        "<!--<script>",
        "]]>",
        "\u2028",
        "\u2029",
        '"',
        "\\",
        "\\u003c",
        "`${1}`",
        "\r\n",
        "\0",
        "😀",
    ],
)
def test_odd_texts_stay_texts(text: str) -> None:
    """An end of a script, of a line, or of a string in a text ends nothing."""
    written = script("c0", [text], {text: text})
    assert called(written) == ("c0", [[text], {text: text}])
    assert "</" not in written
    assert len(written.splitlines()) == 1
