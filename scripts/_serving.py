"""A web server for measuring: gzip as static hosts do it, and a record of every body it sent."""

import contextlib
import functools
import gzip
import http.server
import mimetypes
import pathlib
import threading
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass

LEVEL = 6
"""What nginx sites and static hosts commonly use."""
PACKED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml"}
QUIET = 0.06
"""Seconds without a request after which a page counts as having asked for all it wants."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A body that left the server."""

    path: str
    size: int


@functools.cache
def packed(path: pathlib.Path) -> bytes:
    """Return a file as it is sent."""
    content = path.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if path.suffix in PACKED else content


class Server(http.server.ThreadingHTTPServer):
    """Serves one folder and remembers what it sent."""

    daemon_threads = True

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder.resolve()
        self.origin = f"http://127.0.0.1:{self.server_port}/"
        self._lock = threading.Lock()
        self._sent: list[Sent] = []
        self._last = 0.0

    def note(self, path: str, size: int) -> None:
        """Remember a body."""
        with self._lock:
            self._sent.append(Sent(path, size))
            self._last = time.monotonic()

    def take(self) -> list[Sent]:
        """Wait until the page asks for nothing more, and return what was sent since last time."""
        while time.monotonic() < self._last + QUIET:
            time.sleep(max(0, self._last + QUIET - time.monotonic()))
        with self._lock:
            sent, self._sent = self._sent, []
        return sent

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that closed a connection."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET for the files of the folder; connections stay open."""

    server: Server
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave together, or each answer waits for an acknowledgement
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send a file."""
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path).lstrip("/")
        file = (self.server.folder / path).resolve()
        if not file.is_relative_to(self.server.folder) or not file.is_file():
            self.server.note(path, 0)
            self.send_error(404)
            return
        content = packed(file)
        self.send_response(200)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        if file.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.server.note(path, len(content))
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Write no line for each request."""


@contextlib.contextmanager
def serving(folder: pathlib.Path) -> Iterator[Server]:
    """Serve a folder on a free port of this machine for as long as the block runs."""
    with Server(folder) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
            packed.cache_clear()
