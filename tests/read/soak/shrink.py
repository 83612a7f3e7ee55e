"""Make a mutant as small as it can be and still fail in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from tests.read.mutation.mutants import Mutant
from tests.read.soak.faults import Failure, Step
from tests.read.soak.judge import Subject
from tests.read.soak.tasks import Limits, Task
from tests.read.soak.worker import Worker

SECONDS = 60.0


def shrink(
    mutant: Mutant, failure: Failure, subject: Subject, limits: Limits, seconds: float = SECONDS
) -> Mutant:
    """Leave out lines, then characters, in ever smaller pieces, while the failure stays."""
    end = time.monotonic() + seconds
    with closing(Worker(subject, limits)) as worker:

        def fails(raw: bytes) -> bool:
            task = Task(0, 0, failure.step is Step.LIBRARY, replace(mutant, raw=raw))
            failures = worker.answer(task).verdict.failures
            return (failure.step, failure.kind) in {(f.step, f.kind) for f in failures}

        raw = _less(mutant.raw.splitlines(keepends=True), fails, end)
        raw = _less(_characters(raw), fails, end)
    return replace(mutant, raw=raw)


def _less(parts: list[bytes], fails: Callable[[bytes], bool], end: float) -> bytes:
    """Leave out halves, quarters, … of the parts as long as that works and time is left."""
    size = len(parts)
    while size:
        start = 0
        while start < len(parts) and time.monotonic() < end:
            left = parts[:start] + parts[start + size :]
            if fails(b"".join(left)):
                parts = left
            else:
                start += size
        size //= 2
    return b"".join(parts)


def _characters(raw: bytes) -> list[bytes]:
    try:
        return [char.encode() for char in raw.decode()]
    except UnicodeDecodeError:
        return [bytes([byte]) for byte in raw]
