"""Readers and checkers with a fault on purpose: what finds faults must find these."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from datetime import date

from anliku.diagnostic import Diagnostic, Location, Severity
from anliku.disk import RawFile
from anliku.pipeline import Examined, examine
from anliku.read import Document, read_document

Answer = tuple[Document | None, tuple[Diagnostic, ...]]
MARK = "坏".encode()
"""What some of them stumble over."""


def dies(_: str, raw: bytes) -> Answer:
    """Die in the way that the file names."""
    match raw:
        case b"crash":
            ctypes.string_at(0)
        case b"kill":
            os.kill(os.getpid(), signal.SIGTERM)
        case b"exit":
            os._exit(3)
        case b"work":
            while True:
                pass
        case b"sleep":
            time.sleep(600)
        case b"memory":
            bytearray(1 << 45)
    return read_document("x.yml", raw)


def raises(path: str, raw: bytes) -> Answer:
    """Raise at a certain word."""
    if MARK in raw:
        raise ZeroDivisionError
    return read_document(path, raw)


def is_mute(path: str, raw: bytes) -> Answer:
    """Refuse without a word."""
    document, found = read_document(path, raw)
    return document, () if document is None else found


def only_warns(path: str, raw: bytes) -> Answer:
    """Refuse with a warning only."""
    document, found = read_document(path, raw)
    warnings = [Diagnostic(d.location, Severity.WARNING, d.code, d.message) for d in found]
    return document, tuple(warnings)


def is_contrary(path: str, raw: bytes) -> Answer:
    """Accept what has errors."""
    _, found = read_document(path, raw)
    return Document(path, {}, {}), found


def says(*, at: tuple[str, int, int] = ("x.yml", 1, 1), message: str = "错", hint: str = "改"):
    """Make a reader that refuses everything with these words at this place."""

    def read(_: str, __: bytes) -> Answer:
        return None, (Diagnostic(Location(*at), Severity.ERROR, "AK999", message, hint),)

    return read


def fails_itself(_: str, __: bytes) -> Answer:
    """Answer what the reader answers when it has caught an exception of its own."""
    place = Location("x.yml")
    return None, (Diagnostic(place, Severity.ERROR, "AK098", "读取程序自身出错", "告诉维护者"),)


def examine_raises(_: list[RawFile], __: date) -> Examined:
    """Raise on everything."""
    raise ZeroDivisionError


def examine_is_mute(_: list[RawFile], __: date) -> Examined:
    """Refuse everything without a word."""
    return Examined(None, ())


def examine_is_contrary(files: list[RawFile], today: date) -> Examined:
    """Accept everything, errors or not."""
    examined = examine(files, today)
    return Examined(examined.linked or object(), examined.diagnostics)  # type: ignore[arg-type]


def examine_stumbles_in_company(files: list[RawFile], today: date) -> Examined:
    """Raise only on a whole library."""
    if len(files) > 1:
        raise ZeroDivisionError
    return examine(files, today)
