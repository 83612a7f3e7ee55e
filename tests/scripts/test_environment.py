"""When .venv is made, kept, added to and made again, and by which way."""

import pathlib
import threading

import pytest


@pytest.fixture
def machine(load, monkeypatch):
    """Return the module on a machine where every command succeeds and is only written down."""
    environment = load("_environment")
    environment.ran = []

    python = pathlib.Path(environment.PYTHON)

    def answers(command):
        if "venv" in command or "virtualenv" in command:
            python.parent.mkdir(parents=True)
            python.touch()
        return command[0] != str(python) or python.exists()

    def quietly(command, _failure):
        environment.ran.append(" ".join(command[command.index("install") + 2 :]))

    monkeypatch.setattr(environment, "answers", answers)
    monkeypatch.setattr(environment, "quietly", quietly)
    return environment


LOCKED = "--require-hashes --only-binary :all: -r "
EDITABLE = "--no-deps --no-build-isolation -e ."


def rerun(machine, lock):
    machine.ran.clear()
    machine.ensure(lock)
    return machine.ran


def made_again(machine, lock):
    """Tell whether .venv is replaced, not only added to."""
    old = machine.VENV / "old"
    old.touch()
    rerun(machine, lock)
    return not old.exists()


def test_the_first_run_installs_the_lock_then_the_project(machine):
    assert rerun(machine, "requirements.txt") == [LOCKED + "requirements.txt", EDITABLE]


def test_the_second_run_does_nothing_at_all(machine, monkeypatch):
    machine.ensure("requirements.txt")
    monkeypatch.setattr(machine, "answers", None)
    assert rerun(machine, "requirements.txt") == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_changed_lock_makes_it_again(machine, project, lock):
    machine.ensure(lock)
    (project / lock).write_text("a==2\n")
    assert made_again(machine, lock)


def test_line_ends_of_a_checkout_are_no_change(machine, project):
    machine.ensure("requirements.txt")
    (project / "requirements.txt").write_bytes(b"a==1\r\n")
    assert rerun(machine, "requirements.txt") == []


def test_another_python_makes_it_again(machine, monkeypatch):
    machine.ensure("requirements.txt")
    monkeypatch.setattr(machine.sys, "version_info", (3, 99, 0))
    assert made_again(machine, "requirements.txt")


def test_a_moved_folder_makes_it_again(machine):
    machine.ensure("requirements.txt")
    machine._write_stamp({**machine._stamp(), "root": "elsewhere"})
    assert made_again(machine, "requirements.txt")


def test_changed_entry_points_install_only_the_project(machine, project):
    machine.ensure("requirements.txt")
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert rerun(machine, "requirements.txt") == [EDITABLE]


def test_a_venv_that_no_longer_starts_is_made_again(machine, project, monkeypatch):
    machine.ensure("requirements.txt")
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    answers = machine.answers
    monkeypatch.setattr(machine, "answers", lambda words: "-c" not in words and answers(words))
    assert made_again(machine, "requirements.txt")


def test_src_is_linked_by_a_relative_path_without_chinese(machine, project):
    packages = pathlib.Path(machine.PYTHON).parents[1] / "lib/python3.11/site-packages"
    packages.mkdir(parents=True)
    link = packages / "anliku.pth"
    link.write_text(str(project / "src"), encoding="utf-8")
    machine._link_relatively()
    assert link.read_bytes().isascii()
    assert (packages / link.read_text()).resolve() == project / "src"


def test_the_tests_add_to_what_the_site_has(machine):
    machine.ensure("requirements.txt")
    assert not made_again(machine, "requirements-dev.txt")
    assert machine.ran == [LOCKED + "requirements-dev.txt", EDITABLE]
    assert rerun(machine, "requirements.txt") == []


@pytest.mark.parametrize("fails_at", ["requirements.txt", EDITABLE])
def test_an_interrupted_set_up_is_made_again(machine, monkeypatch, fails_at):
    def interrupted(command, _failure):
        if " ".join(command).endswith(fails_at):
            raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(machine, "quietly", interrupted)
        with pytest.raises(KeyboardInterrupt):
            machine.ensure("requirements.txt")
    assert made_again(machine, "requirements.txt")
    assert rerun(machine, "requirements.txt") == []


def test_a_venv_made_by_hand_is_added_to(machine):
    machine.answers([machine.BASE, "-m", "venv"])
    assert not made_again(machine, "requirements.txt")
    assert rerun(machine, "requirements.txt") == []


def test_a_broken_stamp_makes_it_again(machine):
    machine.ensure("requirements.txt")
    machine.STAMP.write_text("{", encoding="utf-8")
    assert made_again(machine, "requirements.txt")


def only(machine, monkeypatch, *works, on_path=None):
    """Let only those commands succeed that contain one of these words."""
    everything = machine.answers

    def answers(command):
        words = " ".join(map(str, command))
        return any(way in words for way in works) and everything(command)

    monkeypatch.setattr(machine, "answers", answers)
    monkeypatch.setattr(machine.shutil, "which", lambda name: name if name == on_path else None)


def test_a_pip_outside_fills_a_venv_without_pip(machine, monkeypatch):
    only(machine, monkeypatch, "--without-pip", f"pip --python {machine.PYTHON}")
    machine._create()
    assert machine._installer()[:5] == [machine.BASE, "-m", "pip", "--python", machine.PYTHON]


def test_virtualenv_serves_where_venv_is_missing(machine, monkeypatch):
    only(machine, monkeypatch, "-m virtualenv", f"{machine.PYTHON} -m pip")
    machine._create()
    assert machine._installer()[0] == machine.PYTHON


def test_uv_serves_where_nothing_else_is(machine, monkeypatch):
    only(machine, monkeypatch, "uv venv", on_path="uv")
    machine._create()
    assert machine._installer()[:3] == ["uv", "pip", "install"]


def test_a_debian_without_venv_is_told_what_to_install(machine, monkeypatch):
    only(machine, monkeypatch, on_path="apt-get")
    monkeypatch.setattr(machine, "BASE", "/usr/bin/python3")
    monkeypatch.setattr(machine, "apt_install", lambda *_: False)
    monkeypatch.setattr(machine, "quietly", lambda *_: None)
    with pytest.raises(machine.Stop, match="sudo apt install python3-venv"):
        machine._create()


def test_a_debian_that_lets_us_gets_venv_installed(machine, monkeypatch):
    def apt_install(*packages):
        assert packages == ("python3-venv",)
        machine.answers = everything
        return True

    everything = machine.answers
    only(machine, monkeypatch, on_path="apt-get")
    monkeypatch.setattr(machine, "BASE", "/usr/bin/python3")
    monkeypatch.setattr(machine, "apt_install", apt_install)
    machine._create()
    assert machine._installer()[0] == machine.PYTHON


def test_a_second_run_waits_for_the_first(machine, capsys):
    done = []
    with machine._one_at_a_time():
        second = threading.Thread(target=lambda: done.append(machine.ensure("requirements.txt")))
        second.start()
        second.join(0.8)
        assert done == []
        assert machine.ran == []
    second.join(10)
    assert done == [None]
    assert "等它做完" in capsys.readouterr().out
