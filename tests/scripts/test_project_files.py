"""The lock files are complete, and no tracked file names a machine or a package host."""

import os
import pathlib
import re
import subprocess
import tomllib

import pytest

ROOT = pathlib.Path(__file__).parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]
# written so that none of them finds itself
FOREIGN = [
    r"/(?:work|root|farm)[/]",
    r"/home[/][a-z]+/",
    r"[/\\]Users[/\\][A-Za-z]+[/\\]",
    r"-index[-]url",
    r"(?:pythonhosted|pypi|npmjs|debian)[.]org",
    r'"resolved["]:',
]


def locked(name):
    """Return {(name, marker): (version, hashes)}."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        package, _, rest = requirement.partition("==")
        version, _, marker = rest.partition(" ; ")
        found[package, marker] = (version, hashes)
    return found


def canonical(requirement):
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_exact_and_hashed(name):
    for (package, _), (version, hashes) in locked(name).items():
        assert re.fullmatch(r"[a-z0-9-]+", package)
        assert re.fullmatch(r"[0-9][0-9a-z.]*", version)
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes)


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    development = project["dependency-groups"]["dev"]
    for name, wanted in zip(LOCKS, [runtime, development], strict=True):
        held = {package for package, _ in locked(name)}
        assert {canonical(requirement) for requirement in wanted} <= held


def test_the_larger_lock_holds_the_smaller_one():
    assert locked(LOCKS[0]).items() <= locked(LOCKS[1]).items()


def tracked():
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False)
    names = done.stdout.decode("utf-8").split("\0") if done.returncode == 0 else [*LOCKS, ".ci/run"]
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_file_names_a_machine_or_a_package_host():
    foreign = re.compile("|".join(FOREIGN).encode())
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in tracked()
        for match in foreign.finditer(path.read_bytes())
    ]
    assert found == []


def test_the_windows_starter_is_what_cmd_can_read():
    text = (ROOT / "start-windows.bat").read_bytes()
    assert text.isascii()
    assert text.count(b"\r\n") == text.count(b"\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
@pytest.mark.parametrize("name", ["start-macos.command", ".ci/run"])
def test_starters_can_be_started(name):
    assert os.access(ROOT / name, os.X_OK)
