"""The real site, built once for all tests that read it."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.library import ROOT, anliku

# New examples each time where somebody watches, the same ones where nobody does; never a deadline,
# which measures the machine.
IS_WATCHED = os.environ.get("CI", "").lower() in {"", "0", "false"}
settings.register_profile("anliku", deadline=None, derandomize=not IS_WATCHED)
settings.load_profile("anliku")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return a folder with the real site in it."""
    folder = tmp_path_factory.mktemp("wangzhan") / "案例 库"
    done = anliku("build", "--root", ROOT, "--site-dir", folder)
    assert (done.code, done.err) == (0, "")
    return folder
