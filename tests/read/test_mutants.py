"""Damage entries thousands of times: no crash, no hang, each refusal has a line in Chinese.

The mutants are judged in processes of their own, so that a crash of C code fails a test instead
of ending the run. With more of them: `python3 scripts/soak.py`.
"""

from __future__ import annotations

from collections import Counter

import pytest

from anliku.read import read_document
from tests.read.mutation.bombs import BOMBS
from tests.read.mutation.damage import DAMAGE
from tests.read.mutation.mutants import KINDS, make
from tests.read.mutation.seeds import MADE, REAL, seeds
from tests.read.mutation.slips import SLIPS
from tests.read.mutation.splices import SPLICES
from tests.read.mutation.values import VALUES
from tests.read.soak.faults import Step
from tests.read.soak.watch import tasks, watch

COUNT, SEED, JOBS = 2_000, 20_200_203, 2
CHANGES = {c.__name__ for table in (SLIPS, VALUES, DAMAGE, SPLICES, BOMBS) for c, _ in table}


def test_seeds_are_sound_entries() -> None:
    """All entries of both libraries, and the fixtures; only blocks may be faulty."""
    pools = seeds()
    assert len(pools[REAL]) >= 80
    assert len(pools[MADE]) >= 30
    assert {seed.path for seed in pools["fixtures"]} >= {"cases/studies/lvyuan-canting.yml"}
    for name in (REAL, MADE, "fixtures"):
        for seed in pools[name]:
            assert read_document(seed.path, seed.text.encode())[1] == ()


def test_the_same_number_is_the_same_mutant() -> None:
    """A failure can be made again from its two numbers."""
    first = [make(7, number) for number in range(40)]
    assert [make(7, number) for number in reversed(range(40))] == first[::-1]
    assert [make(8, number) for number in range(40)] != first


def test_every_change_is_used_and_changes_something() -> None:
    """No kind of damage is listed and never done."""
    originals = {(s.path, s.text.encode()) for pool in seeds().values() for s in pool}
    used, changed = Counter[str](), Counter[str]()
    for number in range(4_000):
        mutant = make(1, number)
        used.update(mutant.how)
        if len(mutant.how) == 1 and (mutant.path, mutant.raw) not in originals:
            changed.update(mutant.how)
    assert set(used) == CHANGES
    assert set(changed) == CHANGES


@pytest.fixture(scope="module")
def outcomes():
    """Judge a sample once for all tests below."""
    return list(watch(tasks(SEED, COUNT, every=80), JOBS))


def test_no_mutant_fails(outcomes) -> None:
    """No crash, no hang, no exception, no refusal without an error, no odd place or words."""
    failed = [
        (outcome.task.number, str(failure))
        for outcome in outcomes
        for failure in outcome.verdict.failures
    ]
    assert failed == []


def test_all_mutants_were_judged(outcomes) -> None:
    """Each once; of every kind some are refused and some are read; some met their library."""
    assert sorted(outcome.task.number for outcome in outcomes) == list(range(COUNT))
    seen = {(outcome.kind, outcome.verdict.refused) for outcome in outcomes}
    assert seen == {(kind, refused) for kind in KINDS for refused in (True, False)}
    assert sum(outcome.verdict.refused for outcome in outcomes) > COUNT / 2
    assert sum(outcome.verdict.steps == len(Step) for outcome in outcomes) >= 5
