"""Numbered marks and their notes in documents without links."""

from __future__ import annotations

from collections.abc import Iterable

from anliku.link.linked import LinkedCatalog
from anliku.render.citations import Reference
from anliku.schema.choices import VIEWS


class Footnotes:
    """Numbers facts in the order in which a document first cites them."""

    def __init__(self, linked: LinkedCatalog) -> None:
        self._linked = linked
        self._numbers: dict[str, int] = {}

    def marks(self, refs: Iterable[str]) -> str:
        """Return marks as text: [3], or [看法 3] for somebody's view."""
        known = self._linked.facts.by_ref
        found = []
        for ref in refs:
            if ref in known:
                number = self._numbers.setdefault(ref, len(self._numbers) + 1)
                view = "看法 " if known[ref].fact.basis in VIEWS else ""
                found.append(f"[{view}{number}]")
        return "".join(found)

    def bases(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Return whose word the facts are: 来源所述, 受访者看法（江维）."""
        known = self._linked.facts.by_ref
        facts = [known[ref].fact for ref in refs if ref in known]
        words = (f.basis + (f"（{f.holder}）" if f.holder else "") for f in facts)
        return tuple(dict.fromkeys(words))

    def title(self, entry_id: str) -> str:
        """Return the title of an entry."""
        return self._linked.title_of(entry_id)

    def lines(self) -> tuple[str, ...]:
        """Return a line for each number."""
        return tuple(
            self._line(Reference(number, self._linked.facts.by_ref[ref]))
            for ref, number in self._numbers.items()
        )

    def _line(self, one: Reference) -> str:
        place = one.place
        holder = f"，{place.fact.holder}" if place.fact.holder else ""
        where = "，".join(filter(None, (place.source.title, one.where, one.date, place.fact.id)))
        return f"[{one.number}] {place.fact.text}（{place.fact.basis}{holder}；{where}）"
