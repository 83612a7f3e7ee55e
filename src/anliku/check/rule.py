"""A rule is a pure generator of findings; the runner adds code and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from anliku.catalog import Entry, Merged
from anliku.check.wording import LONGEST_HINT, LONGEST_MESSAGE, one_line
from anliku.diagnostic import Diagnostic, Severity
from anliku.schema.walk import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds: a place inside the entry, what is wrong, how to mend it."""

    path: Path
    message: str
    hint: str
    at_key: bool = False
    severity: Severity = Severity.ERROR


Check = Callable[[Entry], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on one entry; the docstring of `check` is the rule in words."""

    code: str
    check: Check

    @property
    def words(self) -> str:
        """The rule in Chinese."""
        return (self.check.__doc__ or "").strip()


def diagnostic(entry: Entry | Merged, code: str, finding: Finding) -> Diagnostic:
    """Put a finding at its place in the file."""
    return Diagnostic(
        entry.document.at(finding.path, key=finding.at_key),
        finding.severity,
        code,
        one_line(finding.message, LONGEST_MESSAGE),
        one_line(finding.hint, LONGEST_HINT),
    )


def run(rules: Iterable[Rule], entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Run every rule on every entry."""
    table = tuple(rules)
    for entry in entries:
        for rule in table:
            for finding in rule.check(entry):
                yield diagnostic(entry, rule.code, finding)
