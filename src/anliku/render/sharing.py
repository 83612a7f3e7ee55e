"""转发: what the picture and the text that readers forward say of an entry, from its own fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.catalog.prose import plain, sentences
from anliku.link.linked import LinkedCatalog
from anliku.references import Item, source_item
from anliku.references.dates import year
from anliku.render.qr_code import qr_data
from anliku.render.site import Site
from anliku.schema.base import Point
from anliku.schema.case import Action, Case
from anliku.schema.choices import VIEWS
from anliku.schema.model import Model, Step
from anliku.schema.practice import Practice
from anliku.schema.source import Source

SHOWN_LINES = 3
SHOWN_SOURCES = 2
VIEW = "看法"


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One line; `mark` says 看法 or 编者归纳 where it is no more than that."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """What is forwarded. `lead` may be empty; `address` and `qr` are, where the site has none."""

    lead: SharedLine | None
    heading: str
    lines: tuple[SharedLine, ...]
    caution: SharedLine | None
    evidence: str
    sources: str
    address: str
    qr: str


def shared(entry: Entry, linked: LinkedCatalog, site: Site, works: tuple[Item, ...] = ()) -> Shared:
    """Return what is forwarded of an entry that cites some works."""
    record = entry.record
    told = _Told(linked)
    summary = told.summary(record.summary)
    lead, heading, lines, caution = summary[0] if summary else None, "摘要", summary[1:], None
    match record:
        case Case():
            lead = SharedLine(record.takeaway)
            actions = told.steps(record.actions)
            heading, lines = ("做了什么", actions) if actions else ("摘要", summary)
        case Model() if record.steps:
            heading, lines = "怎么做", told.steps(record.steps)
            caution = told.first(record.when_not)
        case Model():
            heading, lines = "什么时候合适", told.points(record.when)
            caution = told.first(record.when_not)
        case Practice():
            heading, lines = "怎么做", told.steps(record.how)
            caution = told.first(record.when_not)
        case _:
            pass
    if len(lines) > SHOWN_LINES:
        heading += f"（共 {len(lines)} 条，先看 {SHOWN_LINES} 条）"
    evidence = linked.evidence.get(entry.id)
    address = site.full(entry.address)
    return Shared(
        lead,
        heading if lines else "",
        tuple(lines[:SHOWN_LINES]),
        caution,
        evidence.label if evidence and not isinstance(record, Source) else "",
        _sources((source_item(entry),) if isinstance(record, Source) else works),
        address,
        qr_data(address) if address else "",
    )


class _Told:
    """Turns statements into lines, with what each rests on."""

    def __init__(self, linked: LinkedCatalog) -> None:
        self._facts = linked.facts.by_ref

    def summary(self, prose: str) -> list[SharedLine]:
        return [
            SharedLine(" ".join(plain(one.text).split()), self._mark(one.refs))
            for one in sentences(prose)
        ]

    def steps(self, items: Iterable[Action | Step]) -> list[SharedLine]:
        return [SharedLine(item.what, self._mark(item.cite)) for item in items]

    def points(self, items: Iterable[Point]) -> list[SharedLine]:
        return [SharedLine(item.text, self._mark(item.cite, item.origin or "")) for item in items]

    def first(self, items: Iterable[Point]) -> SharedLine | None:
        return next(iter(self.points(items)), None)

    def _mark(self, refs: tuple[str, ...], origin: str = "") -> str:
        bases = [self._facts[ref].fact.basis for ref in refs if ref in self._facts]
        if origin == "编者归纳":
            return origin
        return VIEW if bases and all(basis in VIEWS for basis in bases) else ""


def _sources(works: tuple[Item, ...]) -> str:
    more = f"，等 {len(works)} 个来源" if len(works) > SHOWN_SOURCES else ""
    return "；".join(_source(work) for work in works[:SHOWN_SOURCES]) + more


def _source(item: Item) -> str:
    where = item.get("container-title") or item.get("publisher", "")
    return "，".join(part for part in (f"《{item['title']}》", where, year(item)) if part)
