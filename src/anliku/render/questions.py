"""What templates ask about facts, models and sources; mixed into the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anliku.catalog import Entry
from anliku.link.fit_rules import fitting
from anliku.link.reading_time import minutes_of
from anliku.render.citations import issued_in_words
from anliku.schema.base import Common
from anliku.schema.choices import CONTRAST, VIEWS
from anliku.schema.field import fact_about
from anliku.schema.source import Csl, Fact, Source
from anliku.schema.walk import fields_of, walk

if TYPE_CHECKING:
    from anliku.link.linked import LinkedCatalog


class Questions:
    """Read-only questions over the linked catalog."""

    linked: LinkedCatalog

    def bases(self, refs: tuple[str, ...]) -> list[tuple[str, str]]:
        """Return the distinct (basis, holder) of some facts."""
        places = [self.linked.facts.by_ref[ref] for ref in refs if ref in self.linked.facts.by_ref]
        return list(dict.fromkeys((place.fact.basis, place.fact.holder or "") for place in places))

    def only_views(self, refs: tuple[str, ...]) -> bool:
        """Tell whether some facts are all views."""
        bases = self.bases(refs)
        return bool(bases) and all(basis in VIEWS for basis, _ in bases)

    def cases_of_model(self, entry: Entry) -> list[Entry]:
        """Return the published cases of a model; not those that are only set beside it."""
        edges = self.linked.incoming.get(entry.id, ())
        own = (e for e in edges if e.relation.field == "models" and e.role != CONTRAST)
        return [edge.origin for edge in own if edge.origin.is_published]

    def cases_of(self, entry: Entry) -> list[Entry]:
        """Return the published cases that point to an entry."""
        edges = self.linked.incoming.get(entry.id, ())
        found = {e.origin.id: e.origin for e in edges if e.origin.kind.name == "case"}
        return [case for case in found.values() if case.is_published]

    def using(self, scheme: str, label: str) -> list[Entry]:
        """Return the published entries that use a value of a vocabulary."""
        return list(self.linked.users_of_value.get((scheme, label), ()))

    def models_of_practice(self, entry: Entry) -> list[Entry]:
        """Return the models that a practice belongs to or supports."""
        edges = self.linked.incoming.get(entry.id, ())
        return [e.origin for e in edges if e.origin.kind.name == "model" and e.origin.is_published]

    def models(self) -> list[Entry]:
        """Return the published models in the order of the needs that they answer."""
        return [entry for entry in fitting(self.linked) if entry.kind.name == "model"]

    def issued(self, csl: Csl) -> str:
        """Return when a source was issued."""
        return issued_in_words(csl)

    def tally(self, source: Source) -> list[tuple[str, int]]:
        """Count a source's facts by basis."""
        found: dict[str, int] = {}
        for fact in source.facts:
            found[fact.basis] = found.get(fact.basis, 0) + 1
        return sorted(found.items(), key=lambda item: -item[1])

    def reasons(self, source: Source) -> dict[str, str]:
        """Return why facts are not used, by id."""
        return {item.fact: item.reason for item in source.not_used}

    def facts_at(self, source: Source, passage: str) -> list[Fact]:
        """Return the facts that begin at a passage."""
        return [fact for fact in source.facts if fact.at and fact.at[0] == passage]

    def users(self, ref: str) -> list[Entry]:
        """Return the published entries that use a fact."""
        return [entry for entry in self.linked.facts.users(ref) if entry.is_published]

    def minutes(self, entry: Entry) -> int:
        """Return about how many minutes an entry takes to read, at least one."""
        return minutes_of(entry)

    def plain_fields(self, entry: Entry) -> list[tuple[str, str, list[str]]]:
        """Return the texts of the kind's own fields, for kinds without a template of their own.

        What only instructors may see is left out.
        """
        found: dict[str, list[str]] = {}
        titles = fields_of(type(entry.record))
        for path, info, value in walk(entry.record):
            key = str(path[0])
            hidden = fact_about(info, "instructors") or (
                key in titles and fact_about(titles[key][1], "instructors")
            )
            if key not in Common.model_fields and isinstance(value, str | int) and not hidden:
                found.setdefault(key, []).append(str(value))
        return [(key, titles[key][1].title or key, lines) for key, lines in found.items()]
