"""Whoever has an old Python is told so in one line."""

import ast
import os
import pathlib
import subprocess
import sys

import pytest

SCRIPTS = sorted(pathlib.Path(__file__).parents[2].joinpath("scripts").glob("*.py"))
COMMANDS = [path for path in SCRIPTS if not path.name.startswith("_")]
PRETEND = """
import runpy, sys
sys.version_info = (3, 9, 0, "final", 0)
sys.argv = [{path!r}]
sys.path.insert(0, {folder!r})
runpy.run_path({path!r}, run_name="__main__")
"""


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_an_old_python_can_parse_every_script(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.name)
def test_an_old_python_gets_one_chinese_line_and_no_traceback(path, tmp_path):
    bare = {"PATH": str(tmp_path), "LC_ALL": "C"}
    if "SYSTEMROOT" in os.environ:
        bare["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    code = PRETEND.format(path=str(path), folder=str(path.parent))
    done = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    assert done.stdout.decode("utf-8").rstrip("\r\n") == (
        "需要 Python 3.11 或更新的版本，现在用的是 3.9。"
        "请到 https://www.python.org/downloads/ 下载安装，再运行一次。"
    )
