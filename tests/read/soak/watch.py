"""Keep some processes busy with mutants, and notice those that die or do not come back."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait

from tests.read.soak.judge import Subject
from tests.read.soak.tasks import Limits, Outcome, Task
from tests.read.soak.worker import Worker

EVERY = 25
"""One mutant in so many, if it can be read, is put into its whole library: that takes long."""


def tasks(seed: int, count: int, every: int = EVERY) -> Iterator[Task]:
    """Yield the tasks of a run."""
    for number in range(count):
        yield Task(seed, number, share=number % every == 0)


def watch(
    work: Iterable[Task],
    jobs: int = 1,
    subject: Subject = Subject(),  # noqa: B008 - it cannot change
    limits: Limits = Limits(),  # noqa: B008 - it cannot change
) -> Iterator[Outcome]:
    """Judge all mutants in processes of their own; yield each outcome as it comes."""
    queue = iter(work)
    workers: list[Worker] = []
    try:
        for task in islice(queue, jobs):
            workers.append(Worker(subject, limits))
            workers[-1].give(task)
        while busy := [worker for worker in workers if worker.task is not None]:
            patience = max(min(worker.deadline for worker in busy) - time.monotonic(), 0)
            ready = wait([worker.pipe for worker in busy], patience)
            for worker in busy:
                if worker.pipe in ready:
                    outcome = worker.take()
                elif worker.deadline <= time.monotonic():
                    outcome = worker.stop()
                else:
                    continue
                yield outcome
                worker.give(next(queue, None))
    finally:
        for worker in workers:
            worker.close()
