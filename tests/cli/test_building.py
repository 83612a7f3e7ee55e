"""`anliku build` and `anliku export`: a whole site or none, never over what is not ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from anliku.cli.building import NO_ADDRESS
from anliku.cli.swap import MARKER, NotOurs, replaced
from tests.library import anliku, tree


@pytest.fixture
def site(tmp_path):
    """Return a folder that looks like an earlier build."""
    folder = tmp_path / "网 站"
    folder.mkdir()
    (folder / MARKER).write_text("", encoding="utf-8")
    (folder / "index.html").write_text("旧的首页", encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", ["title：示例\n", "title: 示例\n", "\0"])
def test_a_broken_file_leaves_the_site_untouched(example, site, text: str) -> None:
    """When the library has errors nothing is built and the old site keeps every byte."""
    (example / "cases/terms/huai.yml").write_text(text, encoding="utf-8")
    before = tree(site)
    done = anliku("build", "--root", example, "--site-dir", site)
    assert (done.code, done.out) == (1, "")
    assert "cases/terms/huai.yml:1:" in done.err
    assert "原来的网站没有动" in done.err
    assert before == tree(site)
    assert sorted(path.name for path in site.parent.iterdir()) == sorted([example.name, site.name])


def test_a_new_build_replaces_the_old_one_whole(example, site) -> None:
    """After a build the folder holds the new site only, with nothing beside it."""
    (site / "cases").mkdir()
    (site / "cases/old.html").write_text("旧的", encoding="utf-8")
    done = anliku("build", "--root", example, "--site-dir", site)
    assert (done.code, done.out) == (0, f"网站生成好了：{site}\n{NO_ADDRESS}\n")
    found = tree(site)
    assert "cases/old.html" not in found
    assert "cases/shili-songfan.html" in found
    assert found["index.html"] != "旧的首页".encode()
    assert sorted(path.name for path in site.parent.iterdir()) == sorted([example.name, site.name])


@pytest.mark.parametrize("place", ["foreign", "cases", "docs", ".", "..", "file"])
def test_build_refuses_foreign_folders(run, example, tmp_path, place: str) -> None:
    """A folder with other files, one of the project, or a file is never written over."""
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign/dear.txt").write_text("留着", encoding="utf-8")
    (tmp_path / "file").write_text("留着", encoding="utf-8")
    before = tree(tmp_path)
    target = tmp_path / place if place in ("foreign", "file") else example / place
    done = run("build", "--root", example, "--site-dir", target)
    assert (done.code, done.out) == (2, "")
    assert str(target.resolve()) in done.err
    assert before == tree(tmp_path)


def test_an_interrupted_build_leaves_the_site_untouched(site) -> None:
    """Whatever stops a build, the old site stays and the half-built folder goes."""
    before = tree(site)
    building = replaced(site, ())
    fresh = building.__enter__()
    (fresh / "index.html").write_text("半截", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        building.gen.throw(KeyboardInterrupt())
    assert before == tree(site)
    assert [path.name for path in site.parent.iterdir()] == [site.name]


def test_a_failing_swap_brings_the_old_site_back(site, monkeypatch) -> None:
    """When the new site cannot be put in place, the old one stands where it stood."""
    before = tree(site)
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name.startswith(".anliku-new-"):
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="No space"), replaced(site, ()) as fresh:
        (fresh / "index.html").write_text("新的", encoding="utf-8")
    assert before == tree(site)
    assert [path.name for path in site.parent.iterdir()] == [site.name]


def test_an_empty_folder_may_be_built_into(tmp_path) -> None:
    """An empty folder is free to take; its content is marked as ours afterwards."""
    target = tmp_path / "site"
    target.mkdir()
    with replaced(target, ()) as fresh:
        (fresh / "index.html").write_text("新", encoding="utf-8")
    assert set(tree(target)) == {"index.html", MARKER}
    with replaced(target, ()) as fresh:
        (fresh / "about.html").write_text("新", encoding="utf-8")
    assert set(tree(target)) == {"about.html", MARKER}
    (target / MARKER).unlink()
    with pytest.raises(NotOurs), replaced(target, ()):
        pass


def test_export_says_what_it_wrote(run, example, tmp_path) -> None:
    """The export ends with the number of files; a second one into the same folder changes none."""
    done = run("export", "--root", example, "--to", tmp_path / "out")
    written = tree(tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"写好了 {len(written)} 个文件：{tmp_path / 'out'}\n"
    assert run("export", "--root", example, "--to", tmp_path / "out").code == 0
    assert written == tree(tmp_path / "out")


def test_export_of_a_faulty_library_writes_nothing(run, example, tmp_path) -> None:
    """With errors there is no export, not even a folder."""
    (example / "cases/terms/huai.yml").write_text("title: 示例\n", encoding="utf-8")
    done = run("export", "--root", example, "--to", tmp_path / "out")
    assert (done.code, done.out) == (1, "")
    assert "AK102" in done.err
    assert not (tmp_path / "out").exists()


def test_example_is_not_touched_by_building(example) -> None:
    """Building writes nothing into cases/ and docs/."""
    before = {part: tree(example / part) for part in ("cases", "docs")}
    assert anliku("build", "--root", example).code == 0
    assert before == {part: tree(example / part) for part in ("cases", "docs")}
    shutil.rmtree(example / "site")
