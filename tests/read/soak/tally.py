"""What a run has come to: counts, and the files that failed."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.read.mutation.mutants import KINDS, Mutant
from tests.read.soak.faults import Failure, Step
from tests.read.soak.tasks import Outcome


@dataclass
class Tally:
    """Counts of one run."""

    total: int
    began: float = field(default_factory=time.monotonic)
    read: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    shared: int = 0
    failed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.read[outcome.kind] += 1
        self.refused[outcome.kind] += outcome.verdict.refused
        self.shared += outcome.verdict.steps == len(Step)
        self.failed += bool(outcome.verdict.failures)

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self.began

    def progress(self) -> str:
        """Say how far the run is."""
        done = self.read.total()
        left = self.seconds / max(done, 1) * (self.total - done)
        return (
            f"{done} / {self.total} 个，拒收 {self.refused.total()} 个，"
            f"失败 {self.failed} 个；还要约 {left:.0f} 秒"
        )

    def by_kind(self) -> list[str]:
        """Say for each kind of change how many were refused."""
        return [
            f"  {kind}：{self.read[kind]} 个，拒收 {self.refused[kind]} 个"
            for kind in KINDS
            if self.read[kind]
        ]

    def result(self) -> str:
        """Say everything in one line."""
        done, refused = self.read.total(), self.refused.total()
        mark = "✗" if self.failed else "✓"
        return (
            f"{mark} {done} 个变异条目，失败 {self.failed} 个；拒收 {refused} 个，"
            f"收下 {done - refused} 个；放进库里检查 {self.shared} 个；用时 {self.seconds:.0f} 秒"
        )


def keep(folder: Path, name: str, mutant: Mutant, failures: tuple[Failure, ...]) -> Path:
    """Save a failing file where its path says which kind of entry it is, and why it failed."""
    target = folder / name / mutant.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(mutant.raw)
    told = "".join(f"{failure}\n" for failure in failures)
    (folder / name / "失败.txt").write_text(told, encoding="utf-8")
    return target
