"""Names that give a case away, and what an A page says in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anliku.catalog import Entry
from anliku.link.linked import LinkedCatalog
from anliku.schema.case import Case
from anliku.schema.organization import Organization
from anliku.schema.teaching_note import (
    MODELS,
    NAME_CLASSES,
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
    PRACTICES,
    TeachingNote,
)

_NOUNS = {
    "社区": ("这个", "社区"),
    "机关": ("", "主管部门"),
    "境外政府机构": ("", "主管部门"),
    "居民互助小组": ("这个", "互助小组"),
    "协作网络": ("这个", "网络"),
    "高校": ("一所", "高校"),
    "媒体": ("一家", "媒体"),
    "企业": ("一家", "企业"),
    "基金会": ("这家", "基金会"),
    "社工站": ("这个", "社工站"),
}
"""Legal form → how an A page speaks of such a body; all others are 这家机构."""
_ORDINALS = "甲乙丙丁戊己庚辛壬癸"
_ASIDE = re.compile(r"[（(].*?[）)]")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class HiddenName:
    """A name that must not be seen; `owner`: the id of an organization that can be stood in for."""

    name: str
    owner: str = ""


def main_cases(note: Entry, linked: LinkedCatalog) -> list[Entry]:
    """Return the cases that a class is about, 主案例 before 对照案例."""
    edges = [e for e in linked.outgoing.get(note.id, ()) if e.relation.field == "cases"]
    cases = [e for e in edges if isinstance(e.target.record, Case)]
    main = [e.target for e in cases if e.role == "主案例"]
    return main or [e.target for e in cases]


def hidden_names(note: Entry, linked: LinkedCatalog) -> tuple[HiddenName, ...]:
    """Return every name that the A page of a note must not show, the longest first."""
    record = note.record
    if not isinstance(record, TeachingNote) or record.a_page is None:
        return ()
    hides = record.a_page.hides
    classes = {ORGANIZATIONS, MODELS, PRACTICES, *(c for c in hides if c in NAME_CLASSES)}
    found: dict[str, HiddenName] = {}
    edges = [e for e in linked.outgoing.get(note.id, ()) if e.relation.field == "cases"]
    for edge in edges:
        for hidden in _names_of(edge.target, linked, classes):
            found.setdefault(hidden.name, hidden)
    for name in hides:
        if name not in NAME_CLASSES:
            found.setdefault(name, HiddenName(name))
    return tuple(sorted(found.values(), key=lambda hidden: (-len(hidden.name), hidden.name)))


def _names_of(case: Entry, linked: LinkedCatalog, classes: set[str]) -> Iterator[HiddenName]:
    yield HiddenName(case.title)
    targets = {e.target.id: e.target for e in linked.outgoing.get(case.id, ())}
    for entry in targets.values():
        record = entry.record
        if isinstance(record, Organization):
            for name in (entry.title, *(one.name for one in record.names)):
                bare = _ASIDE.sub("", name).strip().strip("“”")
                yield from (HiddenName(n, entry.id) for n in {name, bare} if len(n) >= _SHORTEST)
        elif entry.kind.name == "model":
            yield from _base_names(entry.title, "模式")
        elif entry.kind.name == "practice" or (entry.kind.name == "person" and PEOPLE in classes):
            yield HiddenName(entry.title)
    if case.kind.name == "model":
        yield from _base_names(case.title, "模式")
    if PLACES in classes and isinstance(case.record, Case) and case.record.place:
        place = case.record.place
        parts = (place.province, place.city, place.district, place.detail)
        yield from (HiddenName(part) for part in parts if part)


def _base_names(title: str, ending: str) -> Iterator[HiddenName]:
    """Yield a title and what is left without its last word: 专项联动模式, 专项联动."""
    yield HiddenName(title)
    base = title.removesuffix(ending)
    if base != title and len(base) > _SHORTEST:
        yield HiddenName(base)


def stood_in(text: str, names: tuple[HiddenName, ...], linked: LinkedCatalog) -> str:
    """Return a text with stand-ins for the names of organizations; other names stay."""
    owners = {hidden.name: hidden.owner for hidden in names if hidden.owner}
    if not owners:
        return text
    pattern = re.compile("|".join(map(re.escape, sorted(owners, key=lambda n: (-len(n), n)))))
    order = dict.fromkeys(owners[match[0]] for match in pattern.finditer(text))
    nouns = {owner: _noun(owner, linked) for owner in order}
    words: dict[str, str] = {}
    for owner, (article, noun) in nouns.items():
        alike = [other for other in order if nouns[other][1] == noun]
        number = alike.index(owner)
        many = len(alike) > 1 and len(alike) <= len(_ORDINALS)
        words[owner] = f"{_ORDINALS[number]}{noun}" if many else f"{article}{noun}"
    return pattern.sub(lambda match: words[owners[match[0]]], text)


def _noun(owner: str, linked: LinkedCatalog) -> tuple[str, str]:
    entry = linked.catalog.by_id.get(owner)
    record = entry.record if entry else None
    form = record.legal_form if isinstance(record, Organization) else None
    return _NOUNS.get(form or "", ("这家", "机构"))


def seen_in(text: str, names: tuple[HiddenName, ...]) -> list[str]:
    """Return the hidden names that a text still shows; of one inside another only the longer."""
    found: list[str] = []
    rest = text
    for hidden in names:
        if hidden.name in rest:
            found.append(hidden.name)
            rest = rest.replace(hidden.name, "\n")
    return found
