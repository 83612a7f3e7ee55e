"""What a worker is given, what it may take, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from tests.read.mutation.mutants import Mutant, make
from tests.read.soak.faults import Step
from tests.read.soak.judge import Verdict


@dataclass(frozen=True, slots=True)
class Limits:
    """What a step may take: seconds of the processor, bytes of memory; and a mutant by the clock.

    `library` is for the step that checks the mutant among all other entries, hundreds of them.
    The clock is for what waits without working; a busy machine must not look like a hang.
    """

    processor: float = 2.0
    library: float = 20.0
    clock: float = 120.0
    memory: int = 2 << 30

    def of(self, step: Step) -> float:
        """Return the seconds of the processor that a step may take."""
        return self.library if step is Step.LIBRARY else self.processor


@dataclass(frozen=True, slots=True)
class Task:
    """A mutant to judge: by its number, or as it is."""

    seed: int
    number: int
    share: bool = False
    mutant: Mutant | None = None

    def make(self) -> Mutant:
        """Return the mutant."""
        return self.mutant or make(self.seed, self.number)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task."""

    task: Task
    kind: str
    verdict: Verdict
