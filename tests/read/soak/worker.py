"""A process that judges mutants one by one, and may die of them."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from multiprocessing.connection import Connection
from typing import Any

from tests.read.soak.faults import Failure, Kind, Step
from tests.read.soak.judge import Subject, Verdict, judge
from tests.read.soak.tasks import Limits, Outcome, Task

_STEPS = tuple(Step)
_START = 300.0
"""Seconds that a process may take to come up."""


class Worker:
    """Keeps one process busy and alive."""

    def __init__(self, subject: Subject, limits: Limits) -> None:
        self.subject, self.limits = subject, limits
        self.task: Task | None = None
        self.deadline = 0.0
        self._start()

    def give(self, task: Task | None) -> None:
        """Start on a task."""
        self.task = task
        if task is not None:
            self.deadline = time.monotonic() + self.limits.clock
            self.pipe.send(task)

    def take(self) -> Outcome:
        """Return the answer that has come; if it is the end of the process, start another."""
        try:
            kind, verdict = self.pipe.recv()
        except (EOFError, OSError):
            return self._lost(hung=False)
        return Outcome(self._done(), kind, verdict)

    def stop(self) -> Outcome:
        """Kill a process that does not answer."""
        return self._lost(hung=True)

    def answer(self, task: Task) -> Outcome:
        """Judge one mutant and wait for it."""
        self.give(task)
        return self.take() if self.pipe.poll(self.limits.clock) else self.stop()

    def close(self) -> None:
        """Free the process."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.step = context.RawValue("i", 0)
        self.process = context.Process(
            target=_work, args=(theirs, self.step, self.subject, self.limits), daemon=True
        )
        self.process.start()
        theirs.close()
        if not self.pipe.poll(_START) or self.pipe.recv() != "ready":
            raise RuntimeError("the process did not come up")

    def _lost(self, *, hung: bool) -> Outcome:
        if hung:
            self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        kind, detail = Kind.DIED, f"信号 {-code}" if code < 0 else f"退出码 {code}"
        if hung:
            kind, detail = Kind.HUNG, f"超过 {self.limits.clock:g} 秒没有回答"
        elif code == -_alarm():
            kind, detail = (
                Kind.HUNG,
                f"处理器时间超过 {self.limits.of(_STEPS[self.step.value]):g} 秒",
            )
        at = self.step.value
        self.close()
        self._start()
        verdict = Verdict(refused=True, steps=at + 1, failures=(Failure(_STEPS[at], kind, detail),))
        task = self._done()
        return Outcome(task, task.make().kind, verdict)

    def _done(self) -> Task:
        task, self.task = self.task, None
        assert task is not None
        return task


def _alarm() -> int:
    """Return the signal that ends a process which has used up its time, 0 where there is none."""
    return int(getattr(signal, "SIGPROF", 0))


def _work(pipe: Connection, step: Any, subject: Subject, limits: Limits) -> None:
    """Judge what comes in, until nothing comes any more."""
    _bound_memory(limits.memory)
    timer = getattr(signal, "setitimer", None)

    def begin(now: Step) -> None:
        step.value = _STEPS.index(now)
        if timer:  # not on Windows, where only the clock decides
            timer(signal.ITIMER_PROF, limits.of(now))

    pipe.send("ready")
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        mutant = task.make()
        verdict = judge(mutant, subject, begin, task.share)
        if timer:
            timer(signal.ITIMER_PROF, 0)
        pipe.send((mutant.kind, verdict))


def _bound_memory(limit: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
