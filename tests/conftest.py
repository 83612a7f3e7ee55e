"""The real site, built once for all tests that read it."""

from __future__ import annotations

import pytest

from tests.library import ROOT, anliku


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return a folder with the real site in it."""
    folder = tmp_path_factory.mktemp("wangzhan") / "案例 库"
    done = anliku("build", "--root", ROOT, "--site-dir", folder)
    assert (done.code, done.err) == (0, "")
    return folder
