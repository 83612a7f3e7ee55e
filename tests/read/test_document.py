"""What a document answers: plain data, and the place of every key and value."""

from __future__ import annotations

import pytest
import yaml

from anliku.read import Document, explain, read_document, reader
from anliku.read.compose import LOADER
from anliku.read.report import Report

TEXT = """\
# 注释
title: 甲
empty:
none: ~
quoted: "~"
number: 012
places: [四川, {city: 成都, "区": '武侯'}]
items:
  - name: 乙
    note: >-
      丙
  - 丁
"""


def _read(text: str) -> Document:
    document, found = read_document("x.yml", text.encode())
    assert found == ()
    assert document is not None
    return document


def test_value_is_plain_data() -> None:
    """Scalars stay text; only a plain empty value, ~ and null are null."""
    assert _read(TEXT).value == {
        "title": "甲",
        "empty": None,
        "none": None,
        "quoted": "~",
        "number": "012",
        "places": ["四川", {"city": "成都", "区": "武侯"}],
        "items": [{"name": "乙", "note": "丙"}, "丁"],
    }


def test_at_gives_places_in_characters() -> None:
    """Lines and columns count from 1, columns in characters."""
    document = _read(TEXT)
    assert str(document.at(("title",))) == "x.yml:2:8"
    assert str(document.at(("title",), key=True)) == "x.yml:2:1"
    assert str(document.at(("places", 1, "区"))) == "x.yml:7:30"
    assert str(document.at(("places", 1, "区"), key=True)) == "x.yml:7:25"
    assert str(document.at(("items", 1))) == "x.yml:12:5"
    assert str(document.at(("items", 1), key=True)) == "x.yml:12:5"
    assert str(document.at(("items", 0, "note"))) == "x.yml:10:11"


def test_at_falls_back_to_the_nearest_ancestor() -> None:
    """A field that is missing is reported where it should have been."""
    document = _read(TEXT)
    assert document.at(("places", 1, "street", 3)) == document.at(("places", 1))
    assert document.at(("nothing", "at", "all")) == document.at(())
    assert str(document.at(())) == "x.yml:2:1"


def test_is_plain() -> None:
    """Quoted and block values are not plain; neither are lists nor what is missing."""
    document = _read(TEXT)
    assert document.is_plain(("title",))
    assert document.is_plain(("empty",))
    assert not document.is_plain(("quoted",))
    assert not document.is_plain(("items", 0, "note"))
    assert not document.is_plain(("places",))
    assert not document.is_plain(("nothing",))


def test_parser_errors_that_the_outline_misses_are_explained() -> None:
    """Any error of the parser has Chinese words, a place and a cure."""
    for text in ("a: b: c", "[a", "{a", '"a', "a: 'b", "- a\nb", "%x", "a: &", "*", '"\\q"', "\t"):
        try:
            list(yaml.parse(text, Loader=LOADER))
        except yaml.YAMLError as error:
            report = Report("x.yml")
            explain.explain(error, report, 1)
            (finding,) = report.diagnostics()
            assert finding.location.line == 1
            assert finding.hint


def test_unknown_parser_error_still_has_a_place() -> None:
    """Words that no table knows become the general message."""
    report = Report("x.yml")
    mark = yaml.Mark("x", 0, 4, 2, None, 0)
    explain.explain(yaml.MarkedYAMLError("?", None, "never heard", mark), report, 9)
    (finding,) = report.diagnostics()
    assert (str(finding.location), finding.code) == ("x.yml:5:3", "AK099")
    assert explain.stopped_at(yaml.YAMLError("bare")) > mark.line


def test_a_bug_in_the_reader_becomes_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """One file that the reader cannot bear does not stop the others."""

    def fail(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(reader, "check_garbled", fail)
    document, found = read_document("x.yml", b"a: b\n")
    assert document is None
    assert [d.code for d in found] == ["AK098"]
