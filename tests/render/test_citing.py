"""The box 引用这一条, and the files beside it."""

from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy

from anliku.publish.cite_files import cite_files
from anliku.render.citing import cited
from anliku.render.site import Site
from tests.library import EXAMPLE, ROOT, linked_root

SITE = Site(url="https://anliku.example/")


@pytest.fixture(scope="module")
def linked():
    return linked_root(ROOT)


def shown(one, filled: str) -> str:
    """Return the text of the box, with the slot filled as the script does it, or not at all."""
    today = one.slot
    forms = {"YYYY-MM-DD": "2026-12-01", "YYYY/MM/DD": "2026/12/01", "YYYY, M, D": "2026, 12, 1"}
    for form, day in (forms | {"MONTH D, YYYY": "December 1, 2026"}).items():
        today = today.replace(form, day)
    return one.before + (today if filled == "with" else one.blank) + one.after


@pytest.mark.parametrize("filled", ["with", "without"])
def test_every_format_of_every_page_reads_back(linked, filled: str) -> None:
    """With a script, and without one."""
    for entry in linked.published:
        formats = {one.key: shown(one, filled) for one in cited(entry, SITE)}
        own = entry.kind.name != "source"
        title = entry.title if own else entry.record.csl.title
        assert list(formats) == ["gbt", "apa", "bib", "ris", "json"]
        assert "9999" not in "".join(formats.values())
        (record,) = rispy.loads(formats["ris"])
        (item,) = json.loads(formats["json"])
        assert record["title"] == item["title"] == title
        assert title in formats["gbt"]
        assert title in formats["apa"]
        if own:
            assert item["version"] == str(entry.record.version)
            assert ("accessed" in item) == ("access_date" in record) == (filled == "with")
            assert ("2026-12-01" in formats["gbt"]) == (filled == "with")
            assert ("December 1, 2026" in formats["apa"]) == (filled == "with")
    # One reader of BibTeX for all: it is slow to begin.
    entries = [entry for entry in linked.published if "#" not in entry.kind.page]
    text = "\n".join(shown(cited(entry, SITE)[2], filled) for entry in entries)
    read = bibtexparser.parse_string(text)
    assert read.failed_blocks == []
    assert [entry.key for entry in read.entries] == [entry.id for entry in entries]


def test_the_script_fills_a_known_pattern(linked) -> None:
    """The patterns are those that anliku.js replaces."""
    script = (ROOT / "src/anliku/assets/anliku.js").read_text(encoding="utf-8")
    patterns = {
        one.slot.replace("\n", "") for one in cited(linked.catalog.by_id["xinjiyuan"], SITE)
    }
    for form in ("YYYY-MM-DD", "YYYY/MM/DD", "YYYY, M, D", "MONTH D, YYYY"):
        assert any(form in pattern for pattern in patterns)
        assert f'"{form}": ' in script


def test_three_files_for_each_page_with_the_summary(linked) -> None:
    files = {file.path: file.content.decode() for file in cite_files(linked, SITE)}
    pages = [entry for entry in linked.published if "#" not in entry.kind.page]
    assert len(files) == 3 * len(pages)
    for entry in pages:
        (record,) = rispy.loads(files[f"cite/{entry.id}.ris"])
        (item,) = json.loads(files[f"cite/{entry.id}.json"])
        assert f"{{{entry.id},\n" in files[f"cite/{entry.id}.bib"]
        assert record["id"] == item["id"] == entry.id
        if entry.kind.name != "source":
            assert record["abstract"] == item["abstract"]
            assert "access_date" not in record
        assert "\r\n" in files[f"cite/{entry.id}.ris"]


def test_a_site_without_an_address_gives_none() -> None:
    for file in cite_files(linked_root(EXAMPLE), Site()):
        if "shili-songfan" in file.path:
            assert b"http" not in file.content
