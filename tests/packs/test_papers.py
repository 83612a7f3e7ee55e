"""Messages, references and the print view, read by other people's programs where there are any."""

from __future__ import annotations

import io
import json
import re
from urllib.parse import parse_qs
from zipfile import ZipFile

import bibtexparser
import pytest
import rispy

from anliku.link.reading_plan import list_time
from anliku.packs import pack, zipped
from anliku.render import render
from anliku.render.pack_leaves import BIBTEX, CSL, FOR_ALL, MESSAGE, PLAIN, PLAN, PRINT, RIS
from anliku.schema.reading_list import ReadingList
from tests.library import EXAMPLE, ROOT, anliku, linked_root, whole_root
from tests.packs.packed import IDS, SITE, entry, made

LISTS = [one for one in IDS if isinstance(entry(one).record, ReadingList)]


@pytest.mark.parametrize("entry_id", LISTS)
def test_references_keep_every_item(entry_id) -> None:
    """RIS keeps notes and importance; BibTeX, CSL-JSON and plain text keep every item."""
    files = made(entry_id)
    items = [i for s in list_time(entry(entry_id), whole_root(ROOT)).sections for i in s.items]
    ids = {item.entry.id for item in items}
    ris = {one["id"]: one for one in rispy.loads(files[RIS].decode())}
    assert set(ris) == ids
    for item in items:
        record = ris[item.entry.id]
        assert record.get("notes", []) == ([item.item.note] if item.item.note else [])
        assert record["unknown_tag"]["U1"] == [item.item.importance]
        assert record["type_of_reference"] != "GEN"
    library = bibtexparser.parse_string(files[BIBTEX].decode())
    assert library.failed_blocks == []
    assert len(library.entries) == len(ids)
    assert {one["id"] for one in json.loads(files[CSL])} == ids
    lines = files[PLAIN].decode().splitlines()
    assert [line.partition("]")[0] for line in lines] == [f"[{n}" for n in range(1, len(ids) + 1)]


@pytest.mark.parametrize("entry_id", LISTS)
def test_message_names_what_to_read_before_and_after(entry_id) -> None:
    """Everything read at home stands in it with its address; the class's case does not."""
    text = made(entry_id)[MESSAGE].decode()
    assert text.startswith(f"【课前通知】{entry(entry_id).title}\n")
    for section in list_time(entry(entry_id), whole_root(ROOT)).sections:
        for item in section.items:
            if item.note is not None:
                assert item.entry.title not in text
            elif section.when != "课上":
                assert item.entry.title in text
                assert SITE.full(item.entry.address) in text
                assert (item.item.note or "") in text


@pytest.mark.parametrize("entry_id", IDS)
def test_print_view_is_whole_and_stands_alone(entry_id) -> None:
    """It loads nothing, its contents lead somewhere, and answers are in none."""
    html = made(entry_id)[PRINT].decode()
    assert (
        re.findall(r"(?:src|href)=\"(?!#|data:image/png|data:,|https://anli\.example/)[^\"]*", html)
        == []
    )
    anchors = set(re.findall(r' id="([^"]+)"', html))
    asked = set(re.findall(r'href="#([^"]+)"', html))
    assert asked <= anchors
    assert {"works"} <= asked
    for note in (n for n in whole_root(ROOT).published if n.kind.name == "teaching_note"):
        for answer in note.record.answer_points:
            assert not any(point in html for point in answer.points)


def test_print_view_has_the_text_of_what_is_read() -> None:
    """Entries on the list stand in it, those of the class as its A page and its B page."""
    html = made("new-worker-90")[PRINT].decode()
    words = whole_root(ROOT).catalog.by_id["zhuanxiang-liandong"].record.when[0].text
    assert "一家社工机构与社区防疫分工" in html
    assert html.index("A 页：") < html.index("B 页：后来怎样")
    assert words in html


def test_zip_has_chinese_names_and_no_loose_ends() -> None:
    """The 教师包 holds the plan and everything but the print view, under names for people."""
    whole = whole_root(ROOT)
    one = entry("new-worker-90")
    content = zipped(pack(one, whole, SITE, with_print=False))
    with ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    expected = {leaf.saved_as for leaf in (*FOR_ALL, PLAN)} - {PRINT.saved_as}
    assert names == expected
    assert content == zipped(pack(one, whole, SITE, with_print=False))


def test_command_writes_a_pack(tmp_path) -> None:
    """`anliku pack` writes the same files, with or without what is for instructors."""
    target = tmp_path / "包"
    done = anliku("pack", "shili-qingdan", "--root", EXAMPLE, "--to", target)
    assert (done.code, done.err) == (0, "")
    expected = {leaf.saved_as for leaf in (*FOR_ALL, PLAN)}
    assert {path.name for path in target.iterdir()} == expected
    learner = tmp_path / "学员"
    words = ("pack", "shili-qingdan", "--root", EXAMPLE, "--edition", "learner", "--to", learner)
    assert anliku(*words).code == 0
    assert {path.name for path in learner.iterdir()} == expected - {PLAN.saved_as}


def test_command_names_the_nearest_id(tmp_path) -> None:
    """An id that is no list is wrong usage, with what may be meant."""
    done = anliku("pack", "shili-qingda", "--root", EXAMPLE, "--to", tmp_path / "x")
    assert done.code == 2
    assert "没有编号为 shili-qingda 的学习清单或案例使用说明" in done.err
    assert "是不是“shili-qingdan”" in done.err
    assert not (tmp_path / "x").exists()


def test_every_list_page_is_offered_to_zotero() -> None:
    """One COinS for each item of a list."""
    linked = linked_root(EXAMPLE)
    pages = {p.entry_id: p for p in render(linked, SITE) if p.kind == "reading_list"}
    for entry_id, page in pages.items():
        spans = re.findall(r'<span class="Z3988" title="([^"]+)">', page.body)
        times = list_time(linked.catalog.by_id[entry_id], linked)
        items = [item for section in times.sections for item in section.items]
        titles = [parse_qs(span.replace("&amp;", "&"))["rft.title"][0] for span in spans]
        assert len(titles) == len(items) > 0
