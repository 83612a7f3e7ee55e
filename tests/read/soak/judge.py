"""Put a mutant through the stages that read, check and link, and say what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from anliku.diagnostic import Diagnostic
from anliku.disk import RawFile, files_in
from anliku.pipeline import Examined, examine
from anliku.read import Document, read_document
from tests.library import DAY, ROOT
from tests.read.mutation.mutants import Mutant
from tests.read.soak.faults import Failure, Step, against_contract, in_diagnostics, raised

Read = Callable[[str, bytes], tuple[Document | None, tuple[Diagnostic, ...]]]
Examine = Callable[[list[RawFile], date], Examined]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a mutant; `steps` is how far it went."""

    refused: bool
    steps: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True)
class Subject:
    """What is tested: the real functions, or broken ones that show that failures are seen."""

    read: Read = read_document
    examine: Examine = examine


def judge(mutant: Mutant, subject: Subject, begin: Callable[[Step], None], share: bool) -> Verdict:
    """Put a mutant through all steps; `begin` hears of each.

    `share`: what can be read goes into its whole library, too.
    """
    begin(Step.READ)
    refused, failures = True, []
    try:
        document, found = subject.read(mutant.path, mutant.raw)
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        failures.append(raised(Step.READ, error))
    else:
        refused = document is None
        failures.extend(against_contract(Step.READ, found, refused))
        failures.extend(in_diagnostics(Step.READ, found, {mutant.path: mutant.raw}))
    library = [RawFile(mutant.path, mutant.raw)]
    later = (Step.ALONE, Step.LIBRARY)[: 2 if share and not refused else 1]
    for step in later:
        if step is Step.LIBRARY:
            library = [f for f in _library(mutant.home) if f.path != mutant.path] + library
        begin(step)
        told = {(failure.kind, failure.detail) for failure in failures}
        more = _examine(step, library, subject)
        failures.extend(f for f in more if (f.kind, f.detail) not in told)
    return Verdict(refused, 1 + len(later), tuple(failures))


def _examine(step: Step, library: list[RawFile], subject: Subject) -> Iterator[Failure]:
    files = {file.path: file.content for file in library}
    try:
        examined = subject.examine(library, DAY)
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        yield raised(step, error)
    else:
        yield from against_contract(step, examined.diagnostics, examined.linked is None)
        yield from in_diagnostics(step, examined.diagnostics, files)


@cache
def _library(home: str) -> list[RawFile]:
    return files_in(ROOT / home, "cases")[0]
