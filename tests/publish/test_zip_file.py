"""The offline copy as a zip: the same bytes for the same files, names that Windows can hold."""

from __future__ import annotations

import io
import zipfile

from anliku.publish.output import OutputFile
from anliku.publish.zip_file import FOLDER, OPEN, unfit_names, zip_file
from anliku.render.site import Site
from tests.library import tree

FILES = [
    OutputFile.text(path, path)
    for path in ("index.html", "cases/a.html", "robots.txt", "assets/x.css.map", "old.zip")
]


def test_the_same_bytes_in_whatever_order() -> None:
    """Order and clock leave no trace."""
    one = zip_file(FILES, Site(), "2026 年")
    assert one == zip_file(reversed(FILES), Site(), "2026 年")
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_is_in_it() -> None:
    """A page to open, and the site beside it without what only a server or another copy needs."""
    with zipfile.ZipFile(io.BytesIO(zip_file(FILES, Site(), "2026 年"))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        page = archive.read(OPEN).decode()
    assert names == [OPEN, f"{FOLDER}/cases/a.html", f"{FOLDER}/index.html"]
    assert f'href="{FOLDER}/index.html"' in page
    assert "内容截至 2026 年" in page


def test_names_that_windows_cannot_hold() -> None:
    """Reserved names, twins but for case, signs, ends and lengths are refused."""
    good = ["cases/console.html", "a/b-1.js", "com.html"]
    bad = ["a/con.html", "a/b?.html", "a/B-1.js", "x./y", f"{'x' * 160}.html", "aux/b.css"]
    assert sorted(unfit_names([*good, *bad])) == sorted({*bad, "a/b-1.js"} - {"a/B-1.js"})


def test_the_site_can_be_unpacked_on_windows(site) -> None:
    """Every name of the real site is fit."""
    assert unfit_names(list(tree(site))) == []
