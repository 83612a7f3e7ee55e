"""A Chromium, and the real site in it: over http, and from its folder."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def playwright():
    """Start Playwright, once for every browser."""
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright):
    """Start the Chromium that scripts/test.py found; without one this is loud."""
    path = os.environ.get("ANLIKU_CHROMIUM")
    if not path:
        missing = "没有 Chromium（ANLIKU_CHROMIUM），浏览器测试没有跑：请用 scripts/test.py"
        if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
            pytest.fail(missing)
        pytest.skip(missing)
    chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield chromium
    chromium.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Write no line for each request."""


@pytest.fixture(scope="session")
def origin(site):
    """Serve the site on a free port of this machine."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def folder(site) -> str:
    """Return the address of the site's folder."""
    return f"{site.as_uri()}/"


@dataclass
class Watched:
    """A page, and what went wrong in it."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str = "index.html") -> Page:
        """Open a page of the site and wait until its scripts have run."""
        self.page.goto(f"{self.home}{path}")
        return self.page


@pytest.fixture
def opened(browser: Browser, origin: str):
    """Return a function that makes a watched page; whatever it complains of fails the test."""
    contexts: list[BrowserContext] = []
    watched: list[Watched] = []

    def make(home: str = origin, **given) -> Watched:
        context = browser.new_context(**{"viewport": PHONE, "locale": "zh-CN", **given})
        context.set_default_timeout(10_000)
        contexts.append(context)
        one = Watched(context.new_page(), home)
        watched.append(one)
        one.page.on("pageerror", lambda error: one.faults.append(f"{one.page.url}: {error}"))
        one.page.on(
            "console",
            lambda said: (
                said.type in {"error", "warning"}
                and one.faults.append(f"{one.page.url}: {said.text}")
            ),
        )
        one.page.on(
            "request",
            lambda asked: (
                asked.url.startswith((home, "data:"))
                or one.faults.append(f"{one.page.url} asked {asked.url}")
            ),
        )
        # A request that is given up because the test went on to the next page is no fault.
        one.page.on(
            "requestfailed",
            lambda asked: (
                asked.failure == "net::ERR_ABORTED"
                or one.faults.append(f"{one.page.url} lost {asked.url}")
            ),
        )
        return one

    yield make
    for context in contexts:
        context.close()
    assert [fault for one in watched for fault in one.faults] == []


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe-core."""
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
