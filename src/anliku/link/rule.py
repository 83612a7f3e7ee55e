"""A rule between entries is a pure generator over the linked catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from anliku.catalog import Entry, Merged
from anliku.check.rule import Finding, diagnostics
from anliku.diagnostic import Diagnostic
from anliku.link.linked import LinkedCatalog

Found = Iterator[tuple[Entry | Merged, Finding]]


@dataclass(frozen=True, slots=True)
class LinkRule:
    """A rule between entries; the docstring of `check` is the rule in words."""

    code: str
    check: Callable[[LinkedCatalog], Found]

    @property
    def words(self) -> str:
        """The rule in Chinese."""
        return (self.check.__doc__ or "").strip()


def run(rules: Iterable[LinkRule], linked: LinkedCatalog) -> Iterator[Diagnostic]:
    """Run every rule."""
    for rule in rules:
        yield from diagnostics(rule.code, rule.check(linked))
