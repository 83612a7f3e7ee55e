"""What the list builder is told of the library."""

from __future__ import annotations

import json
import re

import pytest
import rispy

from anliku.link.reading_plan import list_time, when_of
from anliku.publish.list_files import known_entries, list_files, published_lists, references
from anliku.render.site import Site
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

SITE = Site(url="https://anliku.example/")
RETIRED = "terms/shili-shuofa.yml"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return the example as {path: text}, with one term taken down."""
    cases = EXAMPLE / "cases"
    found = {
        path.relative_to(cases).as_posix(): path.read_text(encoding="utf-8")
        for path in cases.rglob("*.yml")
    }
    found[RETIRED] = re.sub(r"(?m)^status: .*$", "status: 已撤回", found[RETIRED], count=1)
    return found


def linked_of(texts: dict[str, str]):
    """Examine a library that has no errors."""
    examined = examine_texts(texts)
    assert examined.linked is not None, examined.diagnostics
    return examined.linked


def test_published_entries_are_known_and_others_explained(texts) -> None:
    """Drafts appear nowhere; merged and retired ids are named with what became of them."""
    known = known_entries(linked_of(texts), SITE)
    ids = {row[0] for rows in known["entries"].values() for row in rows}
    assert {"shili-songfan", "shili-louzhang", "shili-shouke", "shili-baodao"} <= ids
    assert not ids & {"shili-caogao", "shili-jiutiaomu", "shili-shuofa", "shili-qingdan"}
    assert known["merged"] == {"shili-jiutiaomu": "shili-songfan", "shili-jiuren": "shili-ren"}
    assert known["retired"] == ["shili-shuofa"]
    assert "shili-caogao" not in json.dumps(known, ensure_ascii=False)
    assert set(known["entries"]) == set(known["kinds"])


def test_companions_bring_their_class(texts) -> None:
    """A case knows its teaching notes; a note its minutes and its A page."""
    known = known_entries(linked_of(texts), SITE)
    assert known["notes"]["shili-songfan"] == ["shili-shouke"]
    minutes, page = known["classes"]["shili-shouke"]
    assert minutes == 40
    assert re.fullmatch(r"class/\w+\.html", page)


def test_sources_are_not_counted(texts) -> None:
    """Our page on a source is not the literature: no minutes; cases have some."""
    known = known_entries(linked_of(texts), SITE)
    assert {minutes for _, _, minutes in known["entries"]["source"]} == {0}
    assert all(minutes > 0 for _, _, minutes in known["entries"]["case"])


@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "library"])
def test_builder_and_list_pages_count_the_same(root) -> None:
    """What the builder adds up for a published list is what the list's own page says."""
    linked = linked_root(root)
    known = known_entries(linked, SITE)
    counted = {row[0]: row[2] for rows in known["entries"].values() for row in rows}
    lists = published_lists(linked)
    assert lists
    for list_id, built in lists.items():
        time = list_time(linked.catalog.by_id[list_id], linked)
        shown = [(section, one) for section in time.sections for one in section.items]
        assert len(shown) == len(built["items"])
        for (section, one), item in zip(shown, built["items"], strict=True):
            of_class = known["classes"].get(item["with"], [0])[0]
            assert (item["minutes"] or of_class or counted[item["id"]]) == (one.minutes or 0)
            before_or_after = re.search("课前|课后", item["session"])
            assert bool(before_or_after) == (when_of(section.section) != "课上")
            assert item["id"] in counted


def test_published_lists_fit_the_builder() -> None:
    """Nothing of a published list is cut by the builder's limits, and notes end as sentences."""
    for built in published_lists(linked_root(ROOT)).values():
        assert len(built["title"]) <= 80
        assert len(built["course"]) <= 80
        assert len({item["id"] for item in built["items"]}) == len(built["items"]) <= 60
        for item in built["items"]:
            assert len(item["session"]) <= 40
            assert len(item["note"]) <= 300
            assert not re.search(r"[。？！]{2}", item["note"])


def test_references_are_those_of_the_pages(texts) -> None:
    """Every listed entry has one: the work itself for a source, with room for the day."""
    linked = linked_of(texts)
    cited = references(linked, SITE)
    known = known_entries(linked, SITE)
    assert set(cited) == {row[0] for rows in known["entries"].values() for row in rows}
    gbt, ris = cited["shili-songfan"]
    assert "YYYY-MM-DD" in gbt
    assert "Y2  - YYYY/MM/DD" in ris
    assert "https://anliku.example/cases/shili-songfan.html" in gbt
    (read,) = rispy.loads(ris)
    assert read["title"].startswith("示例：暴雨后")
    assert "案例库编辑部" not in cited["shili-baodao"][0]


def test_files_are_scripts_without_markup(texts) -> None:
    """Data cannot end the script element it is pasted into; the same input, the same bytes."""
    linked = linked_of(texts)
    files = {file.path: file.content for file in list_files(linked, SITE)}
    assert set(files) == {
        f"assets/list/{name}.js" for name in ("list", "qr", "entries", "published", "cited")
    }
    for name in ("entries", "published", "cited"):
        assert b"</" not in files[f"assets/list/{name}.js"]
    assert files == {file.path: file.content for file in list_files(linked, SITE)}
