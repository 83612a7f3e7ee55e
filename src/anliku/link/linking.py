"""Rules on links: they lead somewhere allowed, are stored once, and never run in circles."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from anliku.catalog import Catalog, Entry, Merged
from anliku.check.nearest import nearest, suggest
from anliku.check.rule import Finding
from anliku.diagnostic import Severity
from anliku.link.edges import relation_of, role_of, stored_links
from anliku.link.linked import LinkedCatalog
from anliku.link.rule import Found
from anliku.schema.choices import PUBLISHED
from anliku.schema.kinds import KINDS
from anliku.schema.reading_list import ReadingItem
from anliku.schema.relations import NO_CYCLE


def ids_are_unique(linked: LinkedCatalog) -> Found:
    """条目编号在全库里只用一次，不分种类。"""
    first: dict[str, str] = {}
    everything: list[Entry | Merged] = [*linked.catalog.entries, *linked.catalog.merged]
    for entry in sorted(everything, key=lambda e: e.document.path):
        other = first.setdefault(entry.id, entry.document.path)
        if other != entry.document.path:
            yield (
                entry,
                Finding(
                    (),
                    f"编号 {entry.id} 已经被 {other} 用了",
                    "给其中一个换文件名，并改掉指向它的 ref",
                ),
            )


def links_lead_somewhere(linked: LinkedCatalog) -> Found:
    """ref 指到的条目都在。"""
    catalog = linked.catalog
    for entry in catalog.entries:
        for path, link, ref in stored_links(entry):
            wanted = [ref]
            if isinstance(link, ReadingItem) and link.teaching_note:
                wanted.append(link.teaching_note)
            for target in wanted:
                if target in catalog.by_id or target in catalog.unread:
                    continue
                key = "ref" if target == ref else "teaching_note"
                targets = relation_of(entry, path).targets if key == "ref" else (key,)
                hint = partial(_meant, target, targets, catalog)
                yield entry, Finding((*path, key), f"没有条目 {target}", hint)
    for merged in catalog.merged:
        target = merged.stub.merged_into
        if target not in catalog.by_id and target not in catalog.unread:
            yield (
                merged,
                Finding(("merged_into",), f"没有条目 {target}", suggest(target, catalog.by_id)),
            )


def _meant(target: str, targets: tuple[str, ...], catalog: Catalog) -> str:
    """Say what a link that leads nowhere was probably to lead to."""
    for merged in catalog.merged:
        if merged.id == target:
            into = merged.stub.merged_into
            return f"它已并入 {into}，改写成 {into}"
    same_kind = [entry.id for entry in catalog.of_kind(*targets)]
    close = nearest(target, same_kind) or nearest(target, catalog.by_id)
    if close:
        return f"是不是 {close}？"
    folders = "、".join(f"cases/{KINDS[name].folder}/" for name in targets)
    return f"先在 {folders} 里建这个条目，或改成已有的编号"


def links_are_of_the_right_kind(linked: LinkedCatalog) -> Found:
    """每种联系只指向关系表里许可的种类。"""
    for edge in linked.edges:
        if edge.target.kind.name not in edge.relation.targets:
            allowed = "、".join(KINDS[name].label for name in edge.relation.targets)
            yield (
                edge.origin,
                Finding(
                    (*edge.path, "ref"),
                    f"“{edge.relation.forward}”不能指向{edge.target.kind.label} {edge.target.id}",
                    f"这里只能是：{allowed}",
                ),
            )


def roles_are_known(linked: LinkedCatalog) -> Found:
    """联系里的角色是关系表里有的。"""
    for entry in linked.catalog.entries:
        for path, link, _ in stored_links(entry):
            roles, role = relation_of(entry, path).roles, role_of(link)
            if roles and role not in roles:
                known = f"可用的有：{'、'.join(roles)}"
                if not role:
                    yield entry, Finding(path, "这个联系没有写角色", f"加上 role。{known}")
                else:
                    hint = partial(_meant_role, role, roles, known)
                    yield entry, Finding((*path, "role"), f"不认识的角色“{role}”", hint)


def _meant_role(role: str, roles: tuple[str, ...], known: str) -> str:
    close = nearest(role, roles)
    return f"是不是“{close}”？{known}" if close else known


def links_are_stored_once(linked: LinkedCatalog) -> Found:
    """一个联系只写一次：不重复，不指向自己，不在两边都写。"""
    seen: dict[tuple[str, ...], str] = {}
    for edge in linked.edges:
        if edge.origin.id == edge.target.id:
            yield edge.origin, Finding((*edge.path, "ref"), "条目指向了自己", "删去这个联系")
            continue
        pair = (edge.origin.id, edge.target.id)
        key = tuple(sorted(pair)) if edge.relation.symmetric else pair
        if edge.relation.kind == "reading_list":
            continue
        same = seen.setdefault(
            (edge.relation.kind, edge.relation.field, edge.role, *key), edge.origin.id
        )
        if (
            edge.relation.kind,
            edge.relation.field,
            edge.role,
            *key,
        ) in seen and same != edge.origin.id:
            yield (
                edge.origin,
                Finding(
                    edge.path,
                    f"和 {edge.target.id} 的联系在那一边已经写了",
                    "两边只留一边，另一边由程序算出",
                ),
            )
    yield from _repeated_links(linked)


def _repeated_links(linked: LinkedCatalog) -> Found:
    for entry in linked.catalog.entries:
        seen: set[tuple[object, ...]] = set()
        for path, link, ref in stored_links(entry):
            if entry.kind.name == "reading_list":
                continue
            key = (path[0], ref, role_of(link))
            if key in seen:
                yield entry, Finding((*path, "ref"), f"和 {ref} 的联系写了两遍", "删去一个")
            seen.add(key)


def links_never_circle(linked: LinkedCatalog) -> Found:
    """转载、隶属、并入这样的联系不绕回自己。"""
    ahead: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in linked.edges:
        relation = (edge.relation.kind, edge.relation.field)
        if relation in NO_CYCLE and edge.role != "合作":
            ahead[edge.relation.field, edge.origin.id].append(edge.target.id)
    for edge in linked.edges:
        start = edge.origin.id
        if (edge.relation.kind, edge.relation.field) not in NO_CYCLE or edge.target.id == start:
            continue
        if _reaches(edge.target.id, start, edge.relation.field, ahead) and edge.role != "合作":
            yield (
                edge.origin,
                Finding(
                    (*edge.path, "ref"),
                    f"“{edge.relation.forward}”绕了一圈又回到 {start}",
                    "断开其中一个",
                ),
            )


def _reaches(start: str, goal: str, field: str, ahead: dict[tuple[str, str], list[str]]) -> bool:
    todo, seen = [start], {start}
    while todo:
        at = todo.pop()
        if at == goal:
            return True
        for target in ahead.get((field, at), ()):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return False


def published_links_to_published(linked: LinkedCatalog) -> Found:
    """已发布的条目只连到已发布的条目。"""
    for edge in linked.edges:
        if edge.origin.is_published and edge.target.record.status not in PUBLISHED:
            yield (
                edge.origin,
                Finding(
                    (*edge.path, "ref"),
                    f"{edge.target.id} 还是{edge.target.record.status}，读者看不到",
                    "先发布它，或暂时删去这个联系",
                    severity=Severity.WARNING,
                ),
            )
