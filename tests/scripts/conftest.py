"""A copy of the scripts in a folder with a space and Chinese in its name, .venv a stand-in."""

import importlib
import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys
from types import ModuleType

import pytest

ROOT = pathlib.Path(__file__).parents[2]
MODULES = ["_chromium", "_environment", "_terminal"]

# The stand-in is a POSIX script; the same logic is tested as functions everywhere.
collect_ignore = ["test_commands.py"] if os.name == "nt" else []

STAND_IN = """
import json, os, pathlib, sys
words = [pathlib.Path(sys.argv[1]).name, *sys.argv[2:]]
kept = {key: os.environ.get(key) for key in ("ANLIKU_CHROMIUM", "PYTHONPATH", "PYTHONUTF8")}
with open(pathlib.Path(__file__).with_name("log"), "a", encoding="utf-8") as log:
    log.write(json.dumps([*words, kept]) + "\\n")
if "pytest" in words:
    print("== 1 passed ==")
for part, code in json.loads(os.environ["PLAN"]).items():
    if part in " ".join(words):
        sys.exit(code)
"""


@pytest.fixture
def project(tmp_path):
    """Return a copy of what the set-up reads."""
    folder = tmp_path / "案例 库"
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__py*"))
    (folder / "requirements.txt").write_text("a==1\n")
    (folder / "requirements-dev.txt").write_text("a==1\nb==1\n")
    (folder / "pyproject.toml").write_text("[project]\n")
    return folder


@pytest.fixture
def load(project, monkeypatch):
    """Import one of the modules from the copy, as the scripts do."""

    def load(name: str) -> ModuleType:
        for module in MODULES:
            monkeypatch.delitem(sys.modules, module, raising=False)
        importlib.invalidate_caches()
        return importlib.import_module(name)

    monkeypatch.syspath_prepend(project / "scripts")
    yield load
    for module in MODULES:
        sys.modules.pop(module, None)


class Project:
    """A copy whose .venv counts as finished, and writes down what it is asked to run."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        for name in ("python", "ruff", "mypy", "lint-imports", "typos"):
            self.install(name, STAND_IN)
        self.program(folder / "bin/chromium", "")
        stamp = (
            "import json, _environment as e;"
            "e._write_stamp({**e._wanted(e.DEVELOPMENT), **e._project()})"
        )
        scripts = {**os.environ, "PYTHONPATH": str(folder / "scripts")}
        subprocess.run([sys.executable, "-c", stamp], env=scripts, check=True)

    def install(self, name: str, code: str) -> None:
        """Put a program into .venv that is this Python code."""
        (self.folder / f"{name}.py").write_text(code, encoding="utf-8")
        line = f'exec "{sys.executable}" "{self.folder}/{name}.py" "$0" "$@"'
        self.program(self.folder / ".venv/bin" / name, line)

    def program(self, path: pathlib.Path, line: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def run(self, script, *arguments, plan=None, path="bin", **more):
        """Run a script in a bare environment, from another folder."""
        environment = {
            "LC_ALL": "C",
            "PATH": str(self.folder / path),
            "PLAN": json.dumps(plan or {}),
            "PYTHONPATH": "nowhere",
            **more,
        }
        command = [sys.executable, str(self.folder / "scripts" / script), *arguments]
        done = subprocess.run(command, env=environment, cwd="/", capture_output=True, check=False)
        done.text = done.stdout.decode("utf-8")
        assert "Traceback" not in done.text + done.stderr.decode("utf-8", "replace")
        return done

    def commands(self):
        """Return what was run, and with what environment."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [(" ".join(words), kept) for *words, kept in map(json.loads, lines)]


@pytest.fixture
def finished(project):
    """Return a copy that is set up."""
    return Project(project)
