"""Projects that commands work on."""

from __future__ import annotations

import shutil

import pytest

from anliku.cli import main
from tests.library import EXAMPLE, ROOT, Done

TERM = """title: 示例
summary: 示例。
status: 草稿
version: 1
added: 2026-01-01
updated: 2026-01-01
definition_status: 未找到独立定义
"""


@pytest.fixture
def run(capsys):
    """Run a command in this process and return what it answered."""

    def run(*words) -> Done:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with one sound entry, and stand in it."""
    root = tmp_path / "案例 库"
    (root / "cases/terms").mkdir(parents=True)
    (root / "cases/terms/shili.yml").write_text(TERM, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def example(tmp_path):
    """Return a copy of the example library."""
    return shutil.copytree(EXAMPLE, tmp_path / "示 例")


@pytest.fixture
def real(tmp_path):
    """Return a copy of the real entries."""
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    return tmp_path
