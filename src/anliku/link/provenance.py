"""Rules on provenance: facts exist, figures and views are true to them, all are accounted for."""

from __future__ import annotations

import re
from functools import partial

from anliku.catalog.statements import Statement, statements
from anliku.check.nearest import suggest
from anliku.check.rule import Finding
from anliku.link.figures import figures, in_words
from anliku.link.linked import LinkedCatalog
from anliku.link.rule import Found
from anliku.schema.choices import VIEWS
from anliku.schema.source import Source

VIEW_WORDS = re.compile(
    "认为|觉得|看来|主张|建议|希望|看法|[所自]?称|说|指出|评价|形容|比作|比喻|提出|强调|判断|预计"
    "|设想|归纳|要求|提问|追问|设问|记者|呼吁|倡导|期望|担心|相信|理解为|视为|看作|当作"
)
"""Words that show a reader that a sentence is somebody's view."""


def facts_exist(linked: LinkedCatalog) -> Found:
    """出处指到的来源和事实都在。"""
    catalog, facts = linked.catalog, linked.facts
    sources = {entry.id: entry for entry in catalog.of_kind("source")}
    for entry in catalog.entries:
        for statement in statements(entry.record):
            for number, ref in enumerate(statement.refs):
                if ref in facts.by_ref:
                    continue
                source, _, fact = ref.partition("#")
                if source in catalog.unread:
                    continue
                where = statement.path if statement.is_prose else (*statement.path, "cite", number)
                if source not in sources:
                    yield (
                        entry,
                        Finding(where, f"没有来源 {source}", partial(suggest, source, sources)),
                    )
                    continue
                record = sources[source].record
                known = [f.id for f in record.facts] if isinstance(record, Source) else []
                yield (
                    entry,
                    Finding(
                        where, f"来源 {source} 里没有事实 {fact}", partial(suggest, fact, known)
                    ),
                )
        if isinstance(entry.record, Source):
            for index, item in enumerate(entry.record.facts):
                for number, ref in enumerate(item.also):
                    if not facts.has(ref) and ref.partition("#")[0] not in catalog.unread:
                        yield (
                            entry,
                            Finding(
                                ("facts", index, "also", number),
                                f"没有事实或段落 {ref}",
                                "核对来源编号和事实编号；那边没有另立事实的，写段落编号",
                            ),
                        )


def figures_are_covered(linked: LinkedCatalog) -> Found:
    """有出处的句子里，每个数字都在所引的事实里。"""
    for entry in linked.catalog.entries:
        for statement in statements(entry.record):
            refs = [ref for ref in statement.refs if ref in linked.facts.by_ref]
            if not refs or len(refs) < len(statement.refs):
                continue
            for figure in sorted(figures(statement.text) - figures(linked.facts.texts(refs))):
                yield (
                    entry,
                    Finding(
                        statement.path,
                        f"数字 {in_words(figure)} 不在所引的事实里（{'、'.join(refs)}）",
                        "改成事实里的数字，或补引说到它的事实；来源没有的数字不写",
                    ),
                )


def views_are_worded(linked: LinkedCatalog) -> Found:
    """只凭看法、建议的句子，要写明是谁的看法；页面也会标出。"""
    for entry in linked.catalog.entries:
        if not (entry.is_published and entry.kind.must_cite):
            continue
        for statement in statements(entry.record):
            if not statement.is_prose or statement.by_editors:
                continue
            if rests_on_views(statement, linked) and not VIEW_WORDS.search(statement.text):
                yield (
                    entry,
                    Finding(
                        statement.path,
                        f"这一句只凭看法，却写成了事实：{statement.text[:24]}",
                        "写明是谁的看法，例如“受访者认为……”",
                    ),
                )


def rests_on_views(statement: Statement, linked: LinkedCatalog) -> bool:
    """Tell whether all that a statement cites is somebody's view, advice or supposition."""
    bases = [linked.facts.by_ref[r].fact.basis for r in statement.refs if r in linked.facts.by_ref]
    return bool(bases) and all(basis in VIEWS for basis in bases)


def facts_are_accounted_for(linked: LinkedCatalog) -> Found:
    """来源的每条事实，要么有条目引用，要么写进 not_used 并说明理由，二者只取其一。"""
    for entry in linked.catalog.of_kind("source"):
        record = entry.record
        if not (entry.is_published and isinstance(record, Source)):
            continue
        left_out = {item.fact: index for index, item in enumerate(record.not_used)}
        for index, fact in enumerate(record.facts):
            used = bool(linked.facts.uses.get(f"{entry.id}#{fact.id}"))
            if not used and fact.id not in left_out and not linked.catalog.unread:
                yield (
                    entry,
                    Finding(
                        ("facts", index),
                        f"事实 {fact.id} 没有条目引用",
                        "引用它，或写进 not_used 并说明理由",
                    ),
                )
            if used and fact.id in left_out:
                yield (
                    entry,
                    Finding(
                        ("not_used", left_out[fact.id]),
                        f"事实 {fact.id} 有条目引用，却列在 not_used 里",
                        "从 not_used 里删去它",
                    ),
                )
