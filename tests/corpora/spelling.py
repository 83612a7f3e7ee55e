"""Ways of asking in pinyin: everything that is read so answers."""

from __future__ import annotations

from functools import cache

from pypinyin import lazy_pinyin

from tests.corpora.concepts import concepts, organizations
from tests.corpora.desk import Asked, Desk, Relevance

NOTHING: Asked = ("", {}, {})


def full(desk: Desk) -> Asked:
    """A concept, spelt in full, sometimes with spaces."""
    form = desk.form(desk.concept())
    if not _han(form):
        return NOTHING
    q = " ".join(_syllables(form)) if desk.dice.random() < 0.3 else spell(form)
    return q, {}, _read(desk, spell(form), initials=False)


def initials(desk: Desk) -> Asked:
    """The first letters of a concept."""
    form = desk.form(desk.concept())
    return _initials(desk, form) if _han(form) else NOTHING


def org_full(desk: Desk) -> Asked:
    """An organization, spelt in full."""
    q = spell(desk.case().organization.short)
    return q, {}, _read(desk, q, initials=False)


def org_initials(desk: Desk) -> Asked:
    """The first letters of an organization."""
    return _initials(desk, desk.case().organization.short)


def two(desk: Desk) -> Asked:
    """Two concepts that some case joins."""
    _, (first, last) = desk.joined()
    forms = desk.form(first), desk.form(last)
    if not all(map(_han, forms)):
        return NOTHING
    return " ".join(map(spell, forms)), {}, desk.about(first, last)


def _initials(desk: Desk, text: str) -> Asked:
    if len(text) < 3:  # two letters stand for too much
        return NOTHING
    q = shorten(text)
    return q.upper() if desk.dice.random() < 0.2 else q, {}, _read(desk, q, initials=True)


def _read(desk: Desk, letters: str, *, initials: bool) -> Relevance:
    read = shorten if initials else spell
    found: Relevance = {}
    for concept in concepts().values():
        if letters in {read(form) for form in concept.forms}:
            found = _best(found, desk.about(concept))
    for organization in organizations():
        if read(organization.short) == letters:
            found = _best(found, desk.by(organization))
    return found


def _best(one: Relevance, other: Relevance) -> Relevance:
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in {**one, **other}}


def _han(text: str) -> bool:
    return not any(character.isascii() for character in text)


def spell(text: str) -> str:
    """Return a text in pinyin."""
    return "".join(_syllables(text))


def shorten(text: str) -> str:
    """Return the first letters of a text in pinyin."""
    return "".join(syllable[0] for syllable in _syllables(text))


@cache
def _syllables(text: str) -> tuple[str, ...]:
    spelt = next((each.spelt for each in organizations() if each.short == text), ())
    return spelt or tuple(lazy_pinyin(text))
