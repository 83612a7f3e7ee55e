"""What an entry states, sentence by sentence, each with the facts that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anliku.catalog.prose import sentences
from anliku.schema.base import Cited, Common
from anliku.schema.field import fact_about
from anliku.schema.walk import Path, fields_of, own_lines, prose, walk

NOT_STATED = frozenset({"ref", "role", "origin", "fit", "kind", "cite", "question", "questions"})
"""Keys of cited records that name a relation or a part, not a statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of prose, or the texts of one cited record."""

    path: Path
    text: str
    refs: tuple[str, ...]
    is_prose: bool = False
    by_editors: bool = False


def statements(record: Common) -> Iterator[Statement]:
    """Yield all statements: prose first, then structured ones; a nested record inherits `cite`."""
    for path, text in prose(record):
        for sentence in sentences(text):
            yield Statement(path, sentence.text, sentence.refs, True, sentence.by_editors)
    inherited: dict[Path, tuple[str, ...]] = {}
    for path, _, value in walk(record):
        if isinstance(value, Cited):
            refs = value.cite or inherited.get(path[:-1], ())
            inherited[path] = refs
            texts = [text for key, text in own_lines(value) if key not in NOT_STATED]
            yield Statement(path, "；".join(texts), refs)


def rests_on(record: Common) -> tuple[str, ...]:
    """Return the facts cited for what an entry says of its own matter, in order, each once.

    What is cited in fields that stand `apart` tells of something else: a related entry, a model
    that the case is held against, a condition that a reader should compare.
    """
    fields = fields_of(type(record))
    own = (s for s in statements(record) if not fact_about(fields[str(s.path[0])][1], "apart"))
    return tuple(dict.fromkeys(ref for statement in own for ref in statement.refs))
