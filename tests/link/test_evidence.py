"""Evidence in four words, computed from what an entry cites."""

from __future__ import annotations

import pytest

from anliku.link.evidence import Evidence
from anliku.schema.field import fact_about
from anliku.schema.kinds import KINDS
from anliku.schema.walk import fields_of
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

DATES = "status: 草稿\nversion: 1\nadded: 2026-01-01\nupdated: 2026-01-01\n"


def source(fact: str, party: str = "他人", more: str = "") -> str:
    """Return a source with one fact f1."""
    return (
        f"title: 示例\nsummary: 示例。\n{DATES}csl: {{type: webpage, title: 示例}}\n"
        f"reliability: {{level: 中, why: 示例}}\nparty: {party}\nseen: 全文\nrights: 示例\n{more}"
        f"passages: [{{id: a, about: 全文}}]\nfacts:\n  - {{id: f1, at: [a], text: 示例, {fact}}}\n"
    )


SAID, OWN = "basis: 来源所述", "basis: 机构自述"
REPRINT = "republishes: [{ref: %s, role: 转载}]\n"
TABLE = [
    ("one source about others", {"a": source(SAID)}, "a#f1", Evidence.OTHER),
    ("an organization on itself", {"a": source(OWN)}, "a#f1", Evidence.SELF),
    ("published by itself", {"a": source(SAID, "本机构")}, "a#f1", Evidence.SELF),
    ("two sources", {"a": source(SAID), "b": source(OWN)}, "a#f1, b#f1", Evidence.SEVERAL),
    (
        "a reprint",
        {"a": source(SAID), "b": source(SAID, more=REPRINT % "a")},
        "a#f1, b#f1",
        Evidence.OTHER,
    ),
    (
        "reprints of reprints",
        {
            "a": source(SAID),
            "b": source(SAID, more=REPRINT % "a"),
            "c": source(SAID, more=REPRINT % "b"),
        },
        "c#f1, a#f1",
        Evidence.OTHER,
    ),
    (
        "two reprints of a third",
        {
            "a": source(SAID),
            "b": source(SAID, more=REPRINT % "a"),
            "c": source(SAID, more=REPRINT % "a"),
        },
        "b#f1, c#f1",
        Evidence.OTHER,
    ),
    (
        "a reprint and a second source",
        {"a": source(SAID), "b": source(SAID, more=REPRINT % "a"), "c": source(SAID)},
        "b#f1, c#f1",
        Evidence.SEVERAL,
    ),
    (
        "a fact that another source states, too",
        {"a": source(f"{SAID}, also: [b#f1]"), "b": source(SAID)},
        "a#f1",
        Evidence.SEVERAL,
    ),
    (
        "a fact that a reprint states, too",
        {"a": source(f"{SAID}, also: [b#f1]"), "b": source(SAID, more=REPRINT % "a")},
        "a#f1",
        Evidence.OTHER,
    ),
    ("an evaluation", {"a": source(f"{SAID}, evaluation: true")}, "a#f1", Evidence.EVALUATED),
    (
        "an evaluation among self-descriptions",
        {"a": source(OWN), "b": source(f"{SAID}, evaluation: true")},
        "a#f1, b#f1",
        Evidence.EVALUATED,
    ),
    ("nothing cited", {"a": source(SAID)}, "", None),
]


@pytest.mark.parametrize(
    ("sources", "cite", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_evidence(sources: dict[str, str], cite: str, expected: Evidence | None) -> None:
    """What an entry cites decides the word; reprints count as one with what they reprint."""
    case = f"title: 示例\ntakeaway: 示例\nsummary: 示例。\n{DATES}actions:\n  - what: 示例\n"
    texts = {f"sources/{name}.yml": text for name, text in sources.items()}
    texts["studies/shili.yml"] = case + f"    cite: [{cite}]\n"
    linked = examine_texts(texts).linked
    assert linked is not None
    assert expected == linked.evidence.get("shili")


@pytest.mark.parametrize(
    "apart",
    [
        "related: [{ref: bieli, role: 可对照, cite: [b#f1]}]",
        "transfer: [{condition: 示例, origin: 编者归纳, cite: [b#f1]}]",
        "models: [{ref: moshi, fit: 部分相似, why: 示例, cite: [b#f1]}]",
    ],
    ids=lambda text: text.partition(":")[0],
)
def test_comparisons_are_no_evidence(apart: str) -> None:
    """What is cited for a comparison neither adds a source nor makes a self-description."""
    case = f"title: 示例\ntakeaway: 示例\nsummary: 示例。\n{DATES}"
    own = "actions:\n  - {what: 示例, cite: [a#f1]}\n"
    linked = examine_texts(
        {
            "sources/a.yml": source(SAID),
            "sources/b.yml": source(f"{OWN}, evaluation: true"),
            "models/moshi.yml": f"title: 模式\nsummary: 示例。\n{DATES}",
            "studies/bieli.yml": case.replace("title: 示例", "title: 别例"),
            "studies/shili.yml": f"{case}{own}{apart}\n",
            "studies/ziji.yml": f"{case.replace('title: 示例', 'title: 自己')}{apart}\n",
        }
    ).linked
    assert linked is not None
    assert linked.evidence["shili"] is Evidence.OTHER
    assert "ziji" not in linked.evidence  # nothing is cited for itself


def test_links_that_tell_of_the_case_are_evidence() -> None:
    """How the case used a practice is told of the case."""
    linked = linked_root(ROOT)
    stands_apart = {
        (kind.name, key)
        for kind in KINDS.values()
        for key, (_, info) in fields_of(kind.record).items()
        if fact_about(info, "apart")
    }
    assert stands_apart == {
        ("case", "related"),
        ("case", "transfer"),
        ("case", "models"),
        ("model", "related"),
        ("term", "related"),
        ("recommendation", "practices"),
        ("challenge", "answered_by"),
    }
    # Others did something alike; the advice itself is one speaker's.
    assert linked.evidence["guanxi-weiben"] is Evidence.OTHER


def test_labels_are_the_four_words() -> None:
    """The words on the pages are the decided ones."""
    assert [one.label for one in Evidence] == [
        "单一来源·本机构自述",
        "单一来源·他人介绍",
        "多个独立来源",
        "有独立评估",
    ]


def test_evidence_of_the_example() -> None:
    """Prose, structured claims and links count alike; drafts and the uncited have none."""
    found = linked_root(EXAMPLE).evidence
    assert {
        key: found[key]
        for key in found
        if key
        in {
            "shili-songfan",
            "shili-louzhang",
            "shili-moshi",
            "shili-moshi-er",
            "shili-zuofa",
        }
    } == {
        "shili-songfan": Evidence.SEVERAL,
        "shili-louzhang": Evidence.SEVERAL,  # f2 is stated by the organization's own paper, too
        "shili-moshi": Evidence.EVALUATED,
        "shili-moshi-er": Evidence.OTHER,
        "shili-zuofa": Evidence.SELF,
    }
    assert "shili-caogao" not in found


FOUNDING = (
    "cong-chouwuzi-dao-zhuanye",
    "shuji-zhuren-xuexiqun",
    "tongxing-zhuanye-gongju",
    "xinjiyuan-special-task",
    "yudong-liucheng-gengxin",
    "zaixian-kangyi-daoyin",
)
"""Cases that only the founding interview tells of."""


def test_founding_cases_rest_on_one_interview() -> None:
    """No case of the founding interview claims more than a single source."""
    linked = linked_root(ROOT)
    assert {linked.evidence[id_] for id_ in FOUNDING} <= {Evidence.SELF, Evidence.OTHER}


def test_a_second_source_raises_the_evidence() -> None:
    """爱有戏 is told of by a newspaper too; what its partners did still rests on the interview."""
    linked = linked_root(ROOT)
    assert linked.evidence["chengdu-aiyouxi-2020"] is Evidence.SEVERAL
    assert linked.evidence["aiyouxi-zhushequ-xiezuo"] is Evidence.OTHER
