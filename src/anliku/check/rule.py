"""A rule is a pure generator of findings; the runner adds code and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from anliku.catalog import Entry, Merged
from anliku.check.wording import LONGEST_HINT, LONGEST_MESSAGE, one_line
from anliku.diagnostic import Diagnostic, Severity
from anliku.schema.walk import Path

MOST = 100
"""Findings of one rule in one entry that are listed: nobody mends more of them at a time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds: a place inside the entry, what is wrong, how to mend it.

    A hint that is costly to find is a function: it is called only for what is listed.
    """

    path: Path
    message: str
    hint: str | Callable[[], str]
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


def diagnostics(code: str, found: Iterable[tuple[Entry | Merged, Finding]]) -> Iterator[Diagnostic]:
    """Put the findings of one rule at their places; of very many, the first and their number."""
    counts: Counter[str] = Counter()
    last: dict[str, tuple[Entry | Merged, Finding]] = {}
    for entry, finding in found:
        path = entry.document.path
        counts[path] += 1
        if counts[path] <= MOST:
            yield _placed(entry, code, finding)
        else:
            last[path] = entry, finding
    for path, (entry, finding) in last.items():
        message = f"这样的问题还有 {counts[path] - MOST} 处，没有列出"
        more = replace(finding, message=message, hint="先改好上面这些，再检查一次")
        yield _placed(entry, code, more)


def _placed(entry: Entry | Merged, code: str, finding: Finding) -> Diagnostic:
    return Diagnostic(
        entry.document.at(finding.path, key=finding.at_key),
        finding.severity,
        code,
        one_line(finding.message, LONGEST_MESSAGE),
        one_line(finding.hint if isinstance(finding.hint, str) else finding.hint(), LONGEST_HINT),
    )


def run(rules: Iterable[Rule], entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Run every rule on every entry."""
    table = tuple(rules)
    for entry in entries:
        for rule in table:
            yield from diagnostics(rule.code, ((entry, found) for found in rule.check(entry)))
