"""Damage entries for as long as one likes: `python3 scripts/soak.py`."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.read.mutation.mutants import Mutant
from tests.read.mutation.seeds import MADE, REAL
from tests.read.soak.judge import Subject
from tests.read.soak.shrink import SECONDS, shrink
from tests.read.soak.tally import Tally, keep
from tests.read.soak.tasks import Limits, Outcome, Task
from tests.read.soak.watch import EVERY, tasks, watch

PAUSE = 10.0
MOST_KEPT = 20


def main(
    arguments: list[str],
    subject: Subject = Subject(),  # noqa: B008 - it cannot change
    limits: Limits = Limits(),  # noqa: B008 - it cannot change
) -> int:
    """Run; 0 without failures, 1 with any, 130 when interrupted."""
    options = _options(arguments)
    seed = options.seed if options.seed is not None else random.randrange(10**6)  # noqa: S311
    total = len(options.files) or options.count
    work: Iterable[Task] = tasks(seed, options.count, options.every)
    if options.files:
        work = [_task_of(path, options.home) for path in options.files]
        _say(f"重新检查 {total} 个文件。")
    else:
        _say(f"种子 {seed}，{total} 个变异条目，{options.jobs} 个进程。")
    tally, said = Tally(total), time.monotonic()
    try:
        for outcome in watch(work, options.jobs, subject, limits):
            tally.add(outcome)
            if outcome.verdict.failures:
                _report(outcome, tally.failed, options, subject, limits)
            if time.monotonic() - said > PAUSE:
                said = time.monotonic()
                _say(tally.progress())
    except KeyboardInterrupt:
        _say("已中断。")
    for line in tally.by_kind():
        _say(line)
    _say(("" if options.files else f"种子 {seed}：") + tally.result())
    return 1 if tally.failed else 0 if tally.read.total() == total else 130


def _report(
    outcome: Outcome, failed: int, options: argparse.Namespace, subject: Subject, limits: Limits
) -> None:
    """Say what failed, and keep the smallest file that fails in the same way."""
    task, failures = outcome.task, outcome.verdict.failures
    mutant = task.make()
    name = f"{task.seed}-{task.number}"
    _say(f"✗ {name if task.mutant is None else mutant.path} {' '.join(mutant.how)}")
    for failure in failures:
        _say(f"  {failure}")
    if task.mutant is None and failed <= MOST_KEPT:
        small = shrink(mutant, failures[0], subject, limits, options.shrink)
        target = keep(options.keep, name, small, failures)
        _say(f"  文件：{target}（原有 {len(mutant.raw)} 字节，减到 {len(small.raw)} 字节）")


def _task_of(path: Path, home: str) -> Task:
    """Judge a file as an entry of a library; its place is told by its last two folders."""
    *_, folder, name = path.resolve().parts
    return Task(0, 0, share=True, mutant=Mutant(f"cases/{folder}/{name}", path.read_bytes(), home))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/soak.py",
        description="改坏条目，看读取和检查会不会崩溃、卡住或者不说错在哪里。",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="文件", help="只再检查这些文件")
    parser.add_argument("--count", type=int, default=100_000, help="变异条目的个数")
    parser.add_argument("--seed", type=int, help="种子；同一种子，变异条目相同（默认每次不同）")
    parser.add_argument("--jobs", type=int, default=2, help="同时用几个进程（默认 2）")
    parser.add_argument(
        "--every",
        type=int,
        default=EVERY,
        help=f"每几个有一个，读得成的放进整个库里检查（默认 {EVERY}）",
    )
    folder = Path(tempfile.gettempdir()) / "anliku-soak"
    parser.add_argument("--keep", type=Path, default=folder, help=f"失败的文件存到哪里（{folder}）")
    parser.add_argument(
        "--shrink", type=float, default=SECONDS, help="每个失败的文件最多用几秒减小（默认 60）"
    )
    parser.add_argument("--home", choices=(REAL, MADE), default=REAL, help="再检查时放进哪个库")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
