"""The nearest valid name is offered for a name with one slip."""

from __future__ import annotations

import random
import string

import pytest
from pydantic import BaseModel

from anliku.check import check
from anliku.check.nearest import nearest, suggest
from anliku.read import read_document
from anliku.schema.kinds import KINDS
from anliku.schema.skeleton import record_in
from anliku.schema.walk import fields_of

ENOUGH = 0.95


def slips(name: str, chance: random.Random) -> set[str]:
    """Return every name with one letter lost, two swapped, or one replaced."""
    lost = {name[:n] + name[n + 1 :] for n in range(len(name))}
    swapped = {name[:n] + name[n + 1] + name[n] + name[n + 2 :] for n in range(len(name) - 1)}
    replaced = {
        name[:n] + chance.choice(string.ascii_lowercase) + name[n + 1 :] for n in range(len(name))
    }
    return (lost | swapped | replaced) - {name, ""}


def records_of(record: type[BaseModel]) -> set[type[BaseModel]]:
    """Return a record and all those inside it."""
    found = {record}
    for _, info in fields_of(record).values():
        inner, _ = record_in(info.annotation)
        if inner is not None:
            found |= records_of(inner)
    return found


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_one_slip_in_a_key_gets_the_right_suggestion(kind) -> None:
    """At least 95 of 100 misspelt keys lead to the key that was meant, in every kind."""
    chance = random.Random(20261123)  # noqa: S311 - the same slips every time
    right, wrong = 0, []
    for record in sorted(records_of(kind.record), key=lambda one: one.__name__):
        names = list(fields_of(record))
        for name in names:
            for slip in sorted(slips(name, chance) - set(names)):
                if nearest(slip, names) == name:
                    right += 1
                else:
                    wrong.append(f"{record.__name__}: {slip} → {nearest(slip, names)}, not {name}")
    assert right / (right + len(wrong)) >= ENOUGH, wrong


@pytest.mark.parametrize("name", list(fields_of(KINDS["case"].record)))
def test_slip_in_a_file_is_answered_with_key_and_label(name: str) -> None:
    """The message of AK101 names the key that was meant and its Chinese label."""
    slip = f"{name[0]}{name[2:]}" if len(name) > 3 else f"{name}x"
    text = f"{slip}: 示例\n"
    document, _ = read_document("cases/studies/shili.yml", text.encode())
    assert document is not None
    label = fields_of(KINDS["case"].record)[name][1].title
    hints = [d.hint for d in check([document])[1] if d.code == "AK101"]
    assert hints == [f"是不是 {name}（{label}）？"]


@pytest.mark.parametrize(
    ("word", "valid", "expected"),
    [
        ("tilte", ["title", "tasks"], "title"),
        ("TITLE", ["title"], "title"),
        ("xyz", ["title", "tasks"], None),
        ("专项联动", ["专项联动模式", "无缝融入式"], "专项联动模式"),
        ("title", [], None),
    ],
)
def test_nearest(word: str, valid: list[str], expected: str | None) -> None:
    """The nearest name is found whatever the case; nothing far away is offered."""
    assert expected == nearest(word, valid)


def test_suggest_lists_names_when_none_is_near() -> None:
    """Without a near name the first ones are listed, and that there are more."""
    assert suggest("tilte", ["title"]) == "是不是“title”？"
    assert suggest("zzz", ["甲", "乙"]) == "可用的有：甲、乙"
    assert suggest("zzz", [f"名{n}" for n in range(20)]).endswith("名11……")
    assert suggest("zzz", []) == "查一查有没有写错"
