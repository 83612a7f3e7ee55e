"""Links are stored once and seen from both sides; one table knows them all."""

from __future__ import annotations

from collections import Counter

import pytest
from pydantic import BaseModel

from anliku.link.edges import AnyLink, stored_links
from anliku.link.related import SHOWN, related
from anliku.schema.kinds import KINDS
from anliku.schema.relations import NO_CYCLE, RELATIONS
from anliku.schema.skeleton import record_in
from anliku.schema.walk import fields_of
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

DATES = "status: 草稿\nversion: 1\nadded: 2026-01-01\nupdated: 2026-01-01\n"

LIBRARIES = pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "cases"])


def holds_links(record: type[BaseModel]) -> bool:
    """Tell whether a record is a link or holds one."""
    if issubclass(record, AnyLink):
        return True
    inner = (record_in(info.annotation)[0] for _, info in fields_of(record).values())
    return any(holds_links(one) for one in inner if one is not None)


def test_every_field_of_links_has_a_relation_and_no_other() -> None:
    """The table of relations names exactly the fields of the schema that hold links."""
    fields = {
        (kind.name, key)
        for kind in KINDS.values()
        for key, (_, info) in fields_of(kind.record).items()
        for inner, _ in [record_in(info.annotation)]
        if inner is not None and holds_links(inner)
    }
    assert fields == set(RELATIONS)


def test_relations_name_known_kinds() -> None:
    """Targets are kinds, symmetric relations stay within one kind, words are on both sides."""
    for relation in RELATIONS.values():
        assert set(relation.targets) <= set(KINDS)
        assert relation.forward
        assert relation.backward
        assert not relation.symmetric or relation.targets == (relation.kind,)
    assert set(RELATIONS) >= NO_CYCLE


@LIBRARIES
def test_links_and_backlinks_mirror_each_other(root) -> None:
    """Each stored link is one edge, one outgoing at its origin and one incoming at its target."""
    linked = linked_root(root)
    stored = Counter(
        (entry.id, ref, path)
        for entry in linked.catalog.entries
        for path, _, ref in stored_links(entry)
    )
    there = [edge for edges in linked.outgoing.values() for edge in edges]
    back = [edge for edges in linked.incoming.values() for edge in edges]
    assert stored
    assert stored == Counter((e.origin.id, e.target.id, e.path) for e in there)
    assert stored == Counter((e.origin.id, e.target.id, e.path) for e in back)
    assert [e for e in there if e not in linked.incoming[e.target.id]] == []
    assert [e for e in back if e not in linked.outgoing[e.origin.id]] == []


@LIBRARIES
def test_edges_follow_the_table(root) -> None:
    """Each edge has the relation of the field that stores it, and its target is allowed there."""
    for edge in linked_root(root).edges:
        assert edge.relation == RELATIONS[edge.origin.kind.name, str(edge.path[0])]
        assert edge.target.kind.name in edge.relation.targets


@LIBRARIES
def test_related_entries_are_of_the_kind_and_have_a_reason(root) -> None:
    """Related entries are published others of the same kind, each with a reason, a few at most."""
    linked = linked_root(root)
    found = {entry.id: related(entry, linked) for entry in linked.published}
    assert any(found.values())
    for entry_id, items in found.items():
        entry = linked.catalog.by_id[entry_id]
        assert len(items) <= SHOWN
        assert len({item.entry.id for item in items} - {entry_id}) == len(items)
        assert [i for i in items if i.entry.kind != entry.kind or not i.reason] == []


def test_related_is_seen_from_both_sides() -> None:
    """Editors write a related case once; both pages show it with the same words."""
    linked = linked_root(EXAMPLE)
    one, other = (linked.catalog.by_id[key] for key in ("shili-songfan", "shili-louzhang"))
    assert [(i.entry.id, i.reason) for i in related(one, linked)] == [
        (other.id, "同一做法：都按楼栋分工")
    ]
    assert [(i.entry.id, i.reason) for i in related(other, linked)] == [
        (one.id, "同一做法：都按楼栋分工")
    ]


def test_a_note_is_read_from_where_the_reader_is() -> None:
    """这里 is always the entry on the screen; roles with a direction turn round, too."""
    case = "title: %s\ntakeaway: 示例\nsummary: 示例。\n" + DATES
    place = f"title: %s\nsummary: 示例。\n{DATES}names: [{{name: 示例, kind: 登记名}}]\n"
    linked = examine_texts(
        {
            "studies/yi.yml": case % "一"
            + "related: [{ref: er, role: 可对照, note: 这里靠人手，那里重排分工；这里的人多}]\n",
            "studies/er.yml": case % "二",
            "organizations/san.yml": place % "三"
            + "related: [{ref: si, role: 隶属, note: 由四管理}]\n",
            "organizations/si.yml": place % "四",
        }
    ).linked
    assert linked is not None
    said = {(e.origin.id, e.target.id): (e.role_there, e.note_there) for e in linked.edges}
    assert said == {
        ("yi", "er"): ("可对照", "那里靠人手，这里重排分工；那里的人多"),
        ("san", "si"): ("下属", "由四管理"),
    }


def test_notes_of_links_make_sense_from_both_sides() -> None:
    """Notes that stand on both pages name what they mean: 它, 前者 or 本案例 would change sides."""
    wrong = [
        (edge.origin.id, edge.target.id, edge.note)
        for edge in linked_root(ROOT).edges
        if edge.relation.field == "related" and edge.origin.kind == edge.target.kind
        for word in ("它", "本例", "本案例", "前者", "后者", "该组", "对方", "前身")
        if word in edge.note
    ]
    assert wrong == []


def test_turned_roles_are_roles() -> None:
    """A role that turns is one that the relation knows."""
    for relation in RELATIONS.values():
        assert {role for role, _ in relation.turned} <= set(relation.roles)
