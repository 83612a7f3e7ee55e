"""An engine in a headless Chromium, asked the same queries under several conditions.

A probe page defines `window.probe`: `ready()` loads what an engine loads ahead, and
`search(query, filters)` resolves to {ids, total}: at most ten ids, the cards shown for them loaded.
"""

import contextlib
import os
import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from _asking import SEARCH, TIMED_ROUNDS, TIMED_SEARCH
from _corpus import Query
from _serving import Sent, Server
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

PAGE = "index.html"
ROUNDS = 5
PATIENCE = 60_000
"""Milliseconds after which an answer no longer counts."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a query; `error` says why nothing did."""

    ids: list[str]
    total: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Cold:
    """A query on a fresh page with an empty cache, and the next one on the same page."""

    answer: Answer
    sent: list[Sent]
    next_answer: Answer
    next_sent: list[Sent]


@dataclass(frozen=True, slots=True)
class Network:
    """A connection that DevTools imitates."""

    latency: int
    """Milliseconds added to each request."""
    kilobits: int
    """A second, both ways."""


class Probe:
    """One Chromium."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.version = browser.version

    def cold(self, server: Server, queries: Sequence[Query]) -> Iterator[Cold]:
        """Ask each query on a fresh page with an empty cache, then the following one of the list.

        The page itself is not counted; all that it loads is, also what comes after the answer.
        """
        for number, query in enumerate(queries):
            following = queries[(number + 1) % len(queries)]
            with self.page(server.origin) as page:
                answer, sent = _ask(page, query), server.take()
                next_answer, next_sent = _ask(page, following), server.take()
            yield Cold(answer, [one for one in sent if one.path != PAGE], next_answer, next_sent)

    def warm(
        self, server: Server, queries: Sequence[Query], slowdown: int, rounds: int = ROUNDS
    ) -> tuple[list[list[float]], float]:
        """Time searches after one untimed round of all; also return the heap in megabytes.

        One page, the list from start to end, so that other queries lie between two equal ones.
        """
        with self.page(server.origin) as page:
            asked = [[query.text, query.filters] for query in queries]
            page.evaluate(TIMED_ROUNDS, [asked, 0, PATIENCE])
            devtools = page.context.new_cdp_session(page)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
            times = page.evaluate(TIMED_ROUNDS, [asked, rounds, PATIENCE])
            devtools.send("HeapProfiler.collectGarbage")
            heap = devtools.send("Runtime.getHeapUsage")["usedSize"]
        server.take()
        return times, heap / 1e6

    def throttled(
        self, server: Server, queries: Sequence[Query], network: Network, slowdown: int
    ) -> Iterator[float | None]:
        """Time the first search of a fresh page over a slow line, what loads ahead being there."""
        for query in queries:
            with self.page(server.origin) as page:
                page.evaluate("() => probe.ready()")
                server.take()
                _slow_down(page, network, slowdown)
                try:
                    yield page.evaluate(TIMED_SEARCH, [query.text, query.filters, PATIENCE])
                except Error:
                    yield None
        server.take()

    def from_folder(self, folder: pathlib.Path, queries: Sequence[Query]) -> Iterator[Answer]:
        """Ask each query on a fresh page that was opened as a file."""
        context = self._browser.new_context()  # nothing is cached of files: one does for all
        try:
            for query in queries:
                page = context.new_page()
                page.goto(f"{folder.resolve().as_uri()}/{PAGE}")
                yield _ask(page, query)
                page.close()
        finally:
            context.close()

    @contextlib.contextmanager
    def page(self, home: str, path: str = PAGE, slowdown: int = 1) -> Iterator[Page]:
        """Open the probe page, or another, below an address, with nothing in its cache."""
        context: BrowserContext = self._browser.new_context()
        try:
            page = context.new_page()
            if slowdown > 1:
                devtools = context.new_cdp_session(page)
                devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
            page.goto(f"{home}{path}")
            yield page
        finally:
            context.close()


def _ask(page: Page, query: Query) -> Answer:
    try:
        found: dict[str, Any] = page.evaluate(SEARCH, [query.text, query.filters, PATIENCE])
    except Error as error:
        return Answer([], error=str(error).partition("\n")[0])
    return Answer(found["ids"], found["total"])


def _slow_down(page: Page, network: Network, slowdown: int) -> None:
    devtools = page.context.new_cdp_session(page)
    rate = network.kilobits * 1000 / 8
    devtools.send("Network.enable")
    devtools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": network.latency,
            "downloadThroughput": rate,
            "uploadThroughput": rate,
        },
    )
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})


@contextlib.contextmanager
def probing() -> Iterator[Probe]:
    """Start the Chromium that was found."""
    with sync_playwright() as playwright:
        path = os.environ["ANLIKU_CHROMIUM"]
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield Probe(browser)
        finally:
            browser.close()
