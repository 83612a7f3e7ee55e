"""The example library: it holds everything, and its output is known byte for byte."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from anliku.link.evidence import Evidence
from anliku.schema.choices import VIEWS
from anliku.schema.kinds import KINDS
from anliku.schema.skeleton import record_in
from anliku.schema.source import Source
from anliku.schema.walk import fields_of, walk
from tests.library import (
    EXAMPLE,
    GOLDEN,
    anliku,
    apart,
    examine_root,
    linked_root,
    tree,
    whole_root,
)


def paths_of(record: type[BaseModel], before: str = "") -> list[str]:
    """Return the dotted path of every field, nested ones included."""
    paths = []
    for key, (_, info) in fields_of(record).items():
        inner, _ = record_in(info.annotation)
        paths.append(before + key)
        if inner is not None:
            paths += paths_of(inner, f"{before}{key}.")
    return paths


@cache
def filled() -> frozenset[tuple[str, str]]:
    """Return (kind, dotted path) of every field that an entry of the example fills."""
    found = set()
    for entry in whole_root(EXAMPLE).catalog.entries:
        for path, _, _ in walk(entry.record):
            keys = [part for part in path if isinstance(part, str)]
            found |= {(entry.kind.name, ".".join(keys[:n])) for n in range(1, len(keys) + 1)}
    return frozenset(found)


def without_office(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out what scripts/bless.py leaves out; tests/packs reads these files back."""
    return {p: c for p, c in files.items() if not p.endswith((".docx", ".pptx", ".zip"))}


def test_example_has_no_findings() -> None:
    """The example library is free of errors and reminders."""
    assert examine_root(EXAMPLE).diagnostics == ()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_example_fills_every_field(kind) -> None:
    """Each field of each kind is filled at least once, so that golden files show them all."""
    common = {"title_en", "abstract_en", "keywords", "changes", "reviewed", "contributors"}
    common |= {"license", "pinyin", "editor_notes", "unstated"}
    asked = {
        (kind.name, path)
        for path in paths_of(kind.record)
        if kind.name == "case" or path.partition(".")[0] not in common
    }
    elsewhere = {
        ("organization", "place.country"),  # the same record as in case and practice
        ("organization", "place.detail"),
    }
    assert sorted(asked - elsewhere - filled()) == []


def test_example_has_all_evidence_and_bases() -> None:
    """All four words of evidence and all kinds of basis occur."""
    linked = linked_root(EXAMPLE)
    assert set(Evidence) == set(linked.evidence.values())
    bases = {
        fact.basis
        for entry in linked.catalog.of_kind("source")
        if isinstance(entry.record, Source)
        for fact in entry.record.facts
    }
    assert {*VIEWS, "基本信息", "来源所述", "机构自述"} == bases


def test_export_equals_golden(tmp_path: Path) -> None:
    """The example renders to exactly the files under tests/golden (scripts/bless.py accepts)."""
    assert anliku("export", "--root", EXAMPLE, "--to", tmp_path / "out").code == 0
    assert apart(tree(GOLDEN), without_office(tree(tmp_path / "out"))) == []


ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/Anchorage", "LANG": "zh_CN.UTF-8", "LC_ALL": ""},
]


@pytest.mark.parametrize("environment", ELSEWHERE, ids=["C", "zh"])
def test_export_is_the_same_everywhere(tmp_path: Path, environment: dict[str, str]) -> None:
    """Place, clock, language and hash seed of the machine never reach the output."""
    root = tmp_path / "案例 库" / environment["PYTHONHASHSEED"]
    shutil.copytree(EXAMPLE, root)
    done = anliku("export", "--root", root, "--to", root / "出 口", cwd=tmp_path, **environment)
    assert done.code == 0
    assert apart(tree(GOLDEN), without_office(tree(root / "出 口"))) == []


def test_build_is_the_same_everywhere(tmp_path: Path) -> None:
    """Two whole builds in different places and environments are equal byte for byte."""
    trees = []
    for number, environment in enumerate(ELSEWHERE):
        root = tmp_path / f"案例 库 {number}"
        shutil.copytree(EXAMPLE, root)
        done = anliku("build", "--root", root, cwd=tmp_path, **environment)
        assert (done.code, done.err) == (0, "")
        trees.append(tree(root / "site"))
    assert "cases/shili-songfan.html" in trees[0]
    assert apart(trees[0], trees[1]) == []
