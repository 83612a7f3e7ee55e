"""Where a Chromium is looked for, and what counts as one."""

import pytest


@pytest.fixture
def chromium(load, monkeypatch, tmp_path):
    """Return the module on a machine without any browser."""
    module = load("_chromium")
    for name in ("ANLIKU_CHROMIUM", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH"):
        monkeypatch.delenv(name, raising=False)
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(module, "MAC", [])
    monkeypatch.setattr(module, "_playwright", lambda: None)
    monkeypatch.setattr(module, "answers", lambda _: True)
    (tmp_path / "bin").mkdir()
    return module


def browser(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o755)
    return str(path)


def test_none_is_none(chromium):
    assert chromium.find() is None


def test_the_path_given_wins(chromium, tmp_path, monkeypatch):
    browser(tmp_path / "bin/chromium")
    given = browser(tmp_path / "given")
    monkeypatch.setenv("ANLIKU_CHROMIUM", given)
    assert chromium.find() == given


def test_a_wrong_path_is_said_to_be_wrong(chromium, monkeypatch):
    monkeypatch.setenv("ANLIKU_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(chromium.Stop, match="ANLIKU_CHROMIUM 指的文件不存在"):
        chromium.find()


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "msedge"])
def test_one_on_the_path_is_found(chromium, tmp_path, name, monkeypatch):
    wanted = browser(tmp_path / "bin" / name)
    monkeypatch.setattr(chromium.shutil, "which", lambda n: wanted if n == name else None)
    assert chromium.find() == wanted


def test_one_in_the_applications_folder_is_found(chromium, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(chromium, "MAC", ["Google Chrome"])
    wanted = browser(tmp_path / "Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    assert chromium.find() == wanted


def test_windows_program_folders_are_looked_into(chromium, monkeypatch):
    monkeypatch.setenv("PROGRAMFILES", r"C:\Program Files")
    monkeypatch.setattr(chromium.pathlib.Path, "is_file", lambda path: "msedge" in str(path))
    wanted = r"C:\Program Files\Microsoft\Edge\Application\msedge.exe"
    assert chromium.find() == wanted


def test_playwrights_own_is_found(chromium, tmp_path, monkeypatch):
    own = browser(tmp_path / "own")
    monkeypatch.setattr(chromium, "_playwright", lambda: own)
    assert chromium.find() == own


def test_a_placeholder_that_does_not_start_is_no_browser(chromium, tmp_path, monkeypatch):
    browser(tmp_path / "bin/chromium-browser")
    monkeypatch.setattr(chromium, "_starts", lambda _: False)
    assert chromium.find() is None


def test_one_is_installed_where_apt_may(chromium, tmp_path, monkeypatch):
    wanted = tmp_path / "bin/chromium"
    monkeypatch.setattr(chromium, "apt_install", lambda *_: bool(browser(wanted)))
    monkeypatch.setattr(
        chromium.shutil, "which", lambda n: str(wanted) if n == "chromium" else None
    )
    assert chromium.get() == str(wanted)


def test_else_playwright_downloads_its_own(chromium, tmp_path, monkeypatch):
    monkeypatch.setattr(chromium, "apt_install", lambda *_: False)
    monkeypatch.setattr(chromium, "quietly", lambda *_: browser(tmp_path / "own"))
    monkeypatch.setattr(chromium, "_playwright", lambda: str(tmp_path / "own"))
    assert chromium.get() == str(tmp_path / "own")


def test_a_failed_download_is_told_and_is_none(chromium, monkeypatch, capsys):
    def fail(*_):
        raise chromium.Stop("没有下载成。")

    monkeypatch.setattr(chromium, "apt_install", lambda *_: False)
    monkeypatch.setattr(chromium, "quietly", fail)
    assert chromium.get() is None
    assert "没有下载成。" in capsys.readouterr().out
