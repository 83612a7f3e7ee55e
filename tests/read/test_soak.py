"""What watches the reader sees every kind of failure, and shows it in a file."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.read import broken
from tests.read.mutation.mutants import Mutant
from tests.read.mutation.seeds import MADE
from tests.read.soak.__main__ import main
from tests.read.soak.faults import Failure, Kind, Step
from tests.read.soak.judge import Subject, judge
from tests.read.soak.shrink import shrink
from tests.read.soak.tasks import Limits, Task
from tests.read.soak.watch import watch

SOUND, FAULTY = "title: 甲\n".encode(), "title：甲\n".encode()
SHORT = Limits(processor=0.3, clock=5.0)


def mutant(raw: bytes, path: str = "x.yml") -> Mutant:
    return Mutant(path, raw, MADE)


def failures_of(raw: bytes, *, share: bool = False, **faults) -> set[tuple[Step, Kind]]:
    verdict = judge(mutant(raw), Subject(**faults), lambda _: None, share)
    return {(failure.step, failure.kind) for failure in verdict.failures}


def test_sound_functions_have_no_failures() -> None:
    """Neither a good file nor a bad one is a failure in itself."""
    assert failures_of(SOUND, share=True) == set()
    assert failures_of(FAULTY, share=True) == set()


@pytest.mark.parametrize(
    ("read", "raw", "kind"),
    [
        (broken.raises, broken.MARK, Kind.RAISED),
        (broken.fails_itself, SOUND, Kind.RAISED),
        (broken.is_mute, FAULTY, Kind.MUTE),
        (broken.only_warns, FAULTY, Kind.MUTE),
        (broken.is_contrary, FAULTY, Kind.CONTRARY),
    ],
)
def test_a_faulty_reader_is_seen(read, raw, kind) -> None:
    """Each way in which the reader may fail is one kind of failure."""
    assert (Step.READ, kind) in failures_of(raw, read=read)


@pytest.mark.parametrize(
    "place", [("x.yml", 0, 1), ("x.yml", 3, 1), ("x.yml", 1, 0), ("x.yml", 1, 9), ("y.yml", 1, 1)]
)
def test_a_place_outside_the_file_is_seen(place) -> None:
    """Lines and columns begin at 1 and end with the file."""
    assert (Step.READ, Kind.PLACE) in failures_of(FAULTY, read=broken.says(at=place))


@pytest.mark.parametrize(
    "words",
    [
        {"message": "wrong"},
        {"hint": "mend it"},
        {"message": "错\n行"},
        {"message": "\x1b[31m错"},
        {"message": "错\u202e"},
        {"message": "错" * 2_000},
    ],
    ids=repr,
)
def test_words_that_nobody_can_read_are_seen(words) -> None:
    """Words are Chinese, on one line, without anything that a terminal obeys."""
    assert (Step.READ, Kind.WORDS) in failures_of(FAULTY, read=broken.says(**words))


@pytest.mark.parametrize("place", [(1, 1), (1, 8), (2, 1)])
def test_places_in_the_file_are_no_failure(place) -> None:
    """A place may be just behind the end of a line, and on the last, empty one."""
    assert failures_of(FAULTY, read=broken.says(at=("x.yml", *place))) == set()


@pytest.mark.parametrize(
    ("examine", "kind", "step"),
    [
        (broken.examine_raises, Kind.RAISED, Step.ALONE),
        (broken.examine_is_mute, Kind.MUTE, Step.ALONE),
        (broken.examine_is_contrary, Kind.CONTRARY, Step.ALONE),
        (broken.examine_stumbles_in_company, Kind.RAISED, Step.LIBRARY),
    ],
)
def test_a_faulty_check_is_seen(examine, kind, step) -> None:
    """The stages behind the reader are judged alone and in company."""
    assert (step, kind) in failures_of(SOUND, examine=examine, share=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals on Windows")
def test_a_process_that_dies_or_hangs_is_seen_and_replaced() -> None:
    """After each loss the next mutant is judged all the same."""
    ways = ["crash", "kill", "exit", "work", "sleep", "memory", "title: 甲"]
    work = [Task(0, n, mutant=mutant(way.encode())) for n, way in enumerate(ways)]
    limits = Limits(processor=0.3, clock=2.0, memory=1 << 34)
    found = list(watch(work, 1, Subject(read=broken.dies), limits))
    assert [outcome.task.number for outcome in found] == list(range(len(ways)))
    *lost, memory, sound = [outcome.verdict.failures for outcome in found]
    assert lost == [
        (Failure(Step.READ, Kind.DIED, f"信号 {signal.SIGSEGV:d}"),),
        (Failure(Step.READ, Kind.DIED, f"信号 {signal.SIGTERM:d}"),),
        (Failure(Step.READ, Kind.DIED, "退出码 3"),),
        (Failure(Step.READ, Kind.HUNG, "处理器时间超过 0.3 秒"),),
        (Failure(Step.READ, Kind.HUNG, "超过 2 秒没有回答"),),
    ]
    assert [failure.kind for failure in memory] == [Kind.RAISED]
    assert sound == ()


def test_a_failing_file_is_made_small() -> None:
    """Only what fails is left."""
    lines = [f"k{n}: 甲乙丙" for n in range(60)]
    lines[40] = "k40: 甲坏丙"
    failure = Failure(Step.READ, Kind.RAISED, "")
    whole = mutant("\n".join(lines).encode(), "cases/studies/x.yml")
    small = shrink(whole, failure, Subject(read=broken.raises), Limits())
    assert small == mutant(broken.MARK, "cases/studies/x.yml")


def test_a_run_without_failures_answers_0(tmp_path, capsys) -> None:
    """The last line counts; nothing is kept."""
    keep = tmp_path / "keep"
    assert main(["--count", "12", "--seed", "3", "--jobs", "1", "--keep", str(keep)]) == 0
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == "种子 3，12 个变异条目，1 个进程。"
    assert last.startswith("种子 3：✓ 12 个变异条目，失败 0 个；拒收 ")
    assert not keep.exists()


def test_a_run_with_failures_answers_1_and_keeps_the_files(tmp_path, capsys) -> None:
    """Each failing file can be found, and judged again."""
    faulty = Subject(read=broken.is_mute)
    options = ["--jobs", "1", "--shrink", "1", "--keep", str(tmp_path)]
    assert main(["--count", "2", "--seed", "4", *options], faulty, SHORT) == 1
    out = capsys.readouterr().out
    assert "单独读：不收却不说错在哪里" in out
    assert out.splitlines()[-1].startswith("种子 4：✗ 2 个变异条目，失败 ")
    (kept, *_) = sorted(tmp_path.glob("4-*/cases/*/*.yml"))
    assert "不收却不说错在哪里" in (kept.parents[2] / "失败.txt").read_text(encoding="utf-8")
    assert main([str(kept), *options], faulty, SHORT) == 1
    assert main([str(kept), *options]) == 0
