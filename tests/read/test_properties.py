"""Whatever comes in, the reader answers: with data that have places, or with findings."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from anliku.read import Document, Value, read_document

PIECES = st.sampled_from(
    ["a", "标题", "key", ": ", ":", "：", "- ", "-", "[", "]", "{", "}", ", ", "，", "、", '"', "'",
     "“", "”", "#", " #", "\n", "\n  ", "\n    ", " ", "　", "\t", ">-", "|", "@", "&x", "*x",
     "!x", "---", "...", "2020-02-30", "\\", "?", "%", "<<", "~", "\u200b", "【", "】", "·", "1."]
)  # fmt: skip
SOUP = st.lists(PIECES, max_size=40).map("".join)
# The C parser if there is one, as the reader does: the pure one differs on tabs.
BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NULLS = ("", "~", "null", "Null", "NULL")


def _check(raw: bytes) -> None:
    document, found = read_document("x.yml", raw)
    assert (document is None) == bool(found)
    lines = raw.split(b"\n" if b"\n" in raw else b"\r")
    for finding in found:
        place = finding.location
        assert finding.code != "AK098", "the reader itself failed"
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 2
        assert finding.message
        assert finding.hint
    if document is not None:
        _check_document(document, raw.removeprefix(b"\xef\xbb\xbf").decode())


def _check_document(document: Document, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _check_places(document, document.value, (), lines)
    assert _same(document.value, yaml.load(text, Loader=BASE))  # noqa: S506 - no tags


def _check_places(
    document: Document, value: Value, path: tuple[str | int, ...], lines: list[str]
) -> None:
    assert path in document.places
    for key in (False, True):
        place = document.at(path, key=key)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    children = value.items() if isinstance(value, dict) else enumerate(value or ())
    if isinstance(value, dict | list):
        for step, child in children:
            _check_places(document, child, (*path, step), lines)


def _same(ours: Value, theirs: object) -> bool:
    if ours is None:
        return theirs in NULLS
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(_same(ours[k], theirs[k]) for k in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_same, ours, theirs))
    return ours == theirs


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """No text makes the reader raise."""
    _check(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes(raw: bytes) -> None:
    """No bytes make the reader raise."""
    _check(raw)


@given(SOUP)
@settings(deadline=None, max_examples=600)
def test_any_soup_of_yaml(text: str) -> None:
    """No mixture of marks makes the reader raise, and what it accepts is what YAML says."""
    _check(text.encode())


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(st.sampled_from(["甲", "乙"]))))
@settings(deadline=None)
def test_what_yaml_writes_is_read_back(value: dict[str, list[str]]) -> None:
    """Sound files in both styles are accepted with the same data."""
    for flow in (False, True):
        text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
        document, found = read_document("x.yml", text.encode())
        assert found == ()
        assert document is not None
        assert document.value == value
