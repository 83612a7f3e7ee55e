"""Facets: whose values they are, what stands below what, and what readers must not see."""

from __future__ import annotations

from anliku.link.evidence import Evidence
from anliku.publish.search_facets import facet_values
from anliku.render.facets import HAS, ORDER, browsed, facet_tables
from anliku.schema.kinds import KINDS
from tests.library import EXAMPLE, linked_root


def tables() -> dict[str, dict[str, tuple[int, set[str]]]]:
    """Return depth and ids of each value of each facet of the example."""
    linked = linked_root(EXAMPLE)
    return {
        table.key: {v.label: (v.depth, {e.id for e in v.entries}) for v in table.values}
        for table in facet_tables(linked, browsed(linked))
    }


def test_every_facet_of_the_design_is_there() -> None:
    """The example has a value in each facet, so that none can get lost."""
    assert tuple(tables()) == ORDER


def test_newest_first() -> None:
    """Entries stand in the order of their last change, vocabularies not among them."""
    entries = browsed(linked_root(EXAMPLE))
    days = [entry.record.updated for entry in entries]
    assert days == sorted(days, reverse=True)
    assert {entry.kind.name for entry in entries} == set(KINDS) - {"vocabulary"}


def test_a_broader_value_holds_the_narrower_ones() -> None:
    """Who asks for 老人 finds 独居老人, too, and sees it below."""
    found = tables()["beneficiaries"]
    assert found["独居老人"][0] == found["老人"][0] + 1
    assert "shili-songfan" in found["独居老人"][1]
    assert found["独居老人"][1] <= found["老人"][1]
    assert list(found).index("老人") < list(found).index("独居老人")


def test_values_are_those_of_the_search() -> None:
    """What the search knows of an entry, browsing knows as well."""
    linked, found = linked_root(EXAMPLE), tables()
    for entry in browsed(linked):
        for key, values in facet_values(entry, linked).items():
            assert all(entry.id in found[key][value][1] for value in values), (entry.id, key)


def test_drafts_are_nowhere() -> None:
    """A draft is in no value, though it names a practice, and its links count for nothing."""
    ids = {name for values in tables().values() for _, names in values.values() for name in names}
    assert "shili-songfan" in ids
    assert "shili-caogao" not in ids
    assert "shili-jiutiaomu" not in ids


def test_what_can_be_taught() -> None:
    """Cases that a published teaching note is about have one, and nothing else has."""
    assert tables()["note"] == {HAS: (0, {"shili-songfan", "shili-louzhang"})}


def test_organizations_by_their_cases() -> None:
    """An organization's value holds itself and what names it."""
    found = tables()["organization"]["示例社工站"][1]
    assert {"shili-jigou", "shili-songfan"} <= found
    assert "shili-louzhang" not in found


def test_best_evidence_first() -> None:
    """Values of evidence run from the best to the weakest, and each entry has one of them."""
    found = tables()["evidence"]
    order = [evidence.label for evidence in reversed(Evidence)]
    assert list(found) == [label for label in order if label in found]
    ids = [name for _, names in found.values() for name in names]
    assert len(ids) == len(set(ids))
