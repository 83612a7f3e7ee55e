"""How well supported an entry is, computed from what it cites on its own matter, in words.

Never mixed with how well something worked.
"""

from __future__ import annotations

from enum import Enum

from anliku.catalog import Entry
from anliku.catalog.statements import rests_on
from anliku.link.facts import FactIndex


class Evidence(Enum):
    """The four words of the library and what each means."""

    SELF = ("单一来源·本机构自述", "只有一个来源，说的是自己的机构")
    OTHER = ("单一来源·他人介绍", "只有一个来源，由别人介绍，没有第三方核对")
    SEVERAL = ("多个独立来源", "两个以上互不转载的来源说到它")
    EVALUATED = ("有独立评估", "引用的事实里有独立评估的结果")

    @property
    def label(self) -> str:
        """The words on the page."""
        return self.value[0]

    @property
    def meaning(self) -> str:
        """One sentence that explains the words."""
        return self.value[1]


def evidence_of(entry: Entry, facts: FactIndex) -> Evidence | None:
    """Compute the evidence of an entry; None when it cites nothing on its own matter.

    Sources that republish one another count as one. With a single source, any statement in which
    an organization speaks of itself makes the whole a self-description (the weaker reading).
    """
    found = [facts.by_ref[ref] for ref in rests_on(entry.record) if ref in facts.by_ref]
    if not found:
        return None
    if any(place.fact.evaluation for place in found):
        return Evidence.EVALUATED
    works = {facts.work_of(place.source.id) for place in found}
    works |= {facts.work_of(ref.partition("#")[0]) for place in found for ref in place.fact.also}
    if len(works) > 1:
        return Evidence.SEVERAL
    own = any(place.fact.basis == "机构自述" or place.record.party == "本机构" for place in found)
    return Evidence.SELF if own else Evidence.OTHER
