"""`anliku bundle`: the right file or none, never half of one."""

from __future__ import annotations

import zipfile

import pytest

from anliku.publish.zip_file import FOLDER, OPEN
from anliku.render.offline_page import HTML
from tests.library import anliku, tree


def test_zip_and_single_file_hold_the_same(example, tmp_path) -> None:
    """The zip holds the site, the single file is the one that the site offers."""
    first, page = (tmp_path / "out" / name for name in ("a.zip", "一.html"))
    for target in (first, page):
        done = anliku("bundle", "--root", example, "--to", target)
        assert (done.code, done.err) == (0, "")
        assert str(target) in done.out
        assert "内容截至" in done.out
    with zipfile.ZipFile(first) as archive:
        names = archive.namelist()
        assert names[0] == OPEN
        assert {f"{FOLDER}/index.html", f"{FOLDER}/cases/shili-songfan.html"} < set(names)
        assert archive.read(f"{FOLDER}/{HTML}") == page.read_bytes()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.zip", "一.html"]


@pytest.mark.parametrize("name", ["x.tar", "x", "cases"])
def test_other_targets_are_refused(run, example, name: str) -> None:
    """Only a zip or an HTML file is written, and no folder is written over."""
    before = tree(example)
    done = run("bundle", "--root", example, "--to", example / name)
    assert (done.code, done.out) == (2, "")
    assert before == tree(example)


def test_errors_leave_the_old_copy(example, tmp_path) -> None:
    """A library with errors gives no copy, and the old one stays."""
    target = tmp_path / "x.zip"
    target.write_text("旧的", encoding="utf-8")
    (example / "cases/terms/huai.yml").write_text("title：示例\n", encoding="utf-8")
    done = anliku("bundle", "--root", example, "--to", target)
    assert (done.code, done.out) == (1, "")
    assert "cases/terms/huai.yml:1:" in done.err
    assert target.read_text(encoding="utf-8") == "旧的"


def test_without_a_browser_there_is_no_pdf(example, tmp_path) -> None:
    """Where no Chromium is found the site is built all the same, and its page says so."""
    site = tmp_path / "wangzhan"
    nowhere = {"PATH": str(tmp_path), "ANLIKU_CHROMIUM": ""}
    done = anliku("build", "--pdf", "--root", example, "--site-dir", site, **nowhere)
    assert done.code == 0
    assert "没有找到 Chromium" in done.err
    page = (site / "offline.html").read_text(encoding="utf-8")
    assert "这次没有 PDF" in page
    assert HTML in page
    assert not (site / "downloads/anliku.pdf").exists()
