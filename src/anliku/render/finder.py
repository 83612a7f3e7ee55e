"""怎么选 and the page that explains its rules; both are made from the rules in the entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from anliku.catalog import Entry
from anliku.link.fit import NEED, Rule, choose
from anliku.link.fit_rules import (
    AnyRequirement,
    First,
    behind,
    firsts,
    fitting,
    requirements,
    rules_of,
)
from anliku.link.linked import LinkedCatalog
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View
from anliku.schema.finder import QUESTIONS, Option, Question, Scale
from anliku.schema.model import Model, Step
from anliku.schema.practice import Practice
from anliku.schema.situation import Situation

FINDER = "finder.html"
RULES = "finder-rules.html"
STYLES = ("finder/finder.css",)
SCRIPTS = ("finder/rules.js", "finder/fit.js", "finder/finder.js")
STEPS = 3


@dataclass(frozen=True, slots=True)
class Fitting:
    """One model or practice as the finder shows it."""

    entry: Entry
    rule: Rule
    what: str
    steps: tuple[Step, ...]
    asked: tuple[tuple[Question, AnyRequirement], ...]
    silent: tuple[Question, ...]
    """Questions about which the entry asks for nothing."""
    when_not: tuple[Situation, ...]
    cases: tuple[Entry, ...]


class Finder:
    """Everything that the two pages, the home page and the rules' file show."""

    questions = tuple(QUESTIONS.values())

    def __init__(self, linked: LinkedCatalog) -> None:
        self._linked = linked
        self.rules = rules_of(linked)
        self.behind = behind(linked)
        self.firsts: tuple[First, ...] = firsts(linked)

    @cached_property
    def fittings(self) -> tuple[Fitting, ...]:
        """Models, then practices, in the order of the needs that they answer."""
        entries = fitting(self._linked)
        return tuple(
            self._fitting(entry, rule) for entry, rule in zip(entries, self.rules, strict=True)
        )

    @cached_property
    def by_need(self) -> tuple[tuple[Option | None, tuple[Fitting, ...]], ...]:
        """Every entry once, under the first need that it answers; last those that name none."""
        needs = (*QUESTIONS[NEED].options, None)
        return tuple(
            (need, tuple(one for one in self.fittings if _first(one.rule) == _code(need)))
            for need in needs
        )

    def near(self, need: Option) -> tuple[Entry, ...]:
        """Return what is near when nothing but a need is known."""
        ids = choose(self.rules, {NEED: (need.code,)}).near
        return tuple(self._linked.catalog.by_id[one] for one in ids)

    def others(self, need: Option) -> tuple[Entry, ...]:
        """Return what answers a need but stands under another one."""
        shown = (one for one in self.fittings if need.code in one.rule.asks.get(NEED, ()))
        return tuple(one.entry for one in shown if _first(one.rule) != need.code)

    def cases(self) -> tuple[Entry, ...]:
        """Return the cases that stand behind any entry."""
        return tuple(self._linked.catalog.by_id[case] for case in self.behind)

    def shown_by(self, question: Question, labels: Sequence[str], below: bool) -> tuple[str, ...]:
        """Return the answers that show a situation; on a scale, where asked, all below them too."""
        codes = question.codes(tuple(labels))
        order = question.ascending
        if below and question.scale is Scale.LEVEL:
            codes = order[: max(map(order.index, codes)) + 1][::-1]
        words = {option.code: option.label for option in question.options}
        return tuple(words.get(code, question.none) for code in codes)

    def _fitting(self, entry: Entry, rule: Rule) -> Fitting:
        record = entry.record
        if isinstance(record, Model):
            what, steps = record.definition, record.steps
        elif isinstance(record, Practice):
            what, steps = record.what, record.how
        else:
            raise TypeError(entry.kind.name)
        asked = requirements(record.requirements)
        return Fitting(
            entry,
            rule,
            what or "",
            steps,
            tuple((QUESTIONS[key], one) for key, one in asked.items()),
            tuple(question for question in self.questions if question.key not in asked),
            record.when_not,
            tuple(case for case in self.cases() if entry.id in self.behind[case.id]),
        )


def _first(rule: Rule) -> str:
    return next(iter(rule.asks.get(NEED, ())), "")


def _code(need: Option | None) -> str:
    return need.code if need else ""


def finder_pages(linked: LinkedCatalog, site: Site) -> Iterator[Page]:
    """Yield the finder and the page of its rules."""
    finder = Finder(linked)
    for path, template, title in (
        (FINDER, "finder.html", "怎么选"),
        (RULES, "finder_rules.html", "怎么选的规则"),
    ):
        view = View(linked, site, path)
        body = (
            environment().get_template(template).render(v=view, title=title, f=finder, first=STEPS)
        )
        scripts = SCRIPTS if path == FINDER else ()
        yield Page(path, title, body, site.tagline, "finder", styles=STYLES, scripts=scripts)
