"""`anliku check`: all findings in three forms, for some paths or all, with the right exit code."""

from __future__ import annotations

import json
import os

import pytest

from tests.library import anliku

BAD = "title: 示例\ntilte: 示例\n"
REMINDER = "title: 赋能\n"


@pytest.fixture
def faulty(project):
    """Return the project with one faulty and one unreadable entry."""
    (project / "cases/terms/huai.yml").write_text(BAD, encoding="utf-8")
    (project / "cases/people").mkdir()
    (project / "cases/people/luan.yml").write_text("title：示例\n", encoding="utf-8")
    return project


def test_sound_library(run, project) -> None:
    """Nothing to say: exit code 0 and one sentence."""
    assert run("check") == run("check", "--root", project)
    done = run("check")
    assert (done.code, done.out, done.err) == (0, "", "没有发现问题。\n")


@pytest.mark.usefixtures("faulty")
def test_text(run) -> None:
    """Each finding takes two lines: place, severity, code and words; then the cure."""
    done = run("check")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("cases/people/luan.yml:1:6 错误 AK025 “title”")
    assert lines[1].startswith("  → ")
    assert lines[-2] == "cases/terms/huai.yml:2:1 错误 AK101 不认识的字段 tilte"
    assert lines[-1] == "  → 是不是 title（标题）？"
    assert [line for line in lines[1::2] if not line.startswith("  → ")] == []
    assert done.err == f"共 {len(lines) // 2} 处错误，0 处提醒。\n"


@pytest.mark.usefixtures("faulty")
def test_json(run) -> None:
    """JSON has the stable keys, sorted by place, and nothing else on either stream."""
    done = run("check", "--format", "json")
    assert (done.code, done.err) == (1, "")
    found = json.loads(done.out)["diagnostics"]
    keys = {"file", "line", "column", "severity", "code", "message", "hint"}
    assert [set(one) for one in found] == [keys] * len(found)
    assert {one["file"] for one in found} == {"cases/people/luan.yml", "cases/terms/huai.yml"}
    places = [(one["file"], one["line"], one["column"]) for one in found]
    assert sorted(places) == places
    assert found[-1] == {
        "file": "cases/terms/huai.yml",
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "AK101",
        "message": "不认识的字段 tilte",
        "hint": "是不是 title（标题）？",
    }


@pytest.mark.usefixtures("project")
def test_json_without_findings(run) -> None:
    """A sound library is an empty list, not an empty text."""
    assert json.loads(run("check", "--format", "json").out) == {"diagnostics": []}


@pytest.mark.usefixtures("faulty")
def test_github(run) -> None:
    """Each finding is one workflow command with file, line and column."""
    done = run("check", "--format", "github")
    assert done.code == 1
    lines = done.out.splitlines()
    assert [line for line in lines if not line.startswith("::error file=cases/")] == []
    assert lines[-1] == (
        "::error file=cases/terms/huai.yml,line=2,col=1,title=AK101::"
        "不认识的字段 tilte → 是不是 title（标题）？"
    )


def test_reminders_do_not_fail(run, project) -> None:
    """A reminder is shown and counted, and the exit code stays 0."""
    path = project / "cases/terms/shili.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("示例。", "赋能。"), encoding="utf-8")
    done = run("check")
    assert done.code == 0
    assert "cases/terms/shili.yml:2:10 提醒 AK201" in done.out
    assert done.err == "共 0 处错误，1 处提醒。\n"


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("cases/terms", {"cases/terms/huai.yml"}),
        ("cases/terms/huai.yml", {"cases/terms/huai.yml"}),
        ("cases/terms/shili.yml", set()),
        ("cases/people", {"cases/people/luan.yml"}),
        ("cases", {"cases/people/luan.yml", "cases/terms/huai.yml"}),
        (".", {"cases/people/luan.yml", "cases/terms/huai.yml"}),
    ],
)
@pytest.mark.usefixtures("faulty")
def test_paths(run, path: str, files: set[str]) -> None:
    """Only findings at or below the named paths are shown and decide the exit code."""
    done = run("check", path, "--format", "json")
    assert files == {one["file"] for one in json.loads(done.out)["diagnostics"]}
    assert done.code == bool(files)


def test_a_path_is_checked_with_its_whole_library(run, faulty) -> None:
    """Links out of the named file are judged by the library, from any folder."""
    path = faulty / "cases/terms/lian.yml"
    path.write_text(
        (faulty / "cases/terms/shili.yml").read_text(encoding="utf-8")
        + "related:\n  - {ref: shili, role: 近义}\n  - {ref: meiyou, role: 近义}\n",
        encoding="utf-8",
    )
    os.chdir("/")
    found = json.loads(run("check", path, "--format", "json").out)["diagnostics"]
    assert [(one["file"], one["code"]) for one in found] == [("cases/terms/lian.yml", "AK401")]


def test_syntax(run, faulty) -> None:
    """--syntax takes any keys, and any file, and still finds what is no YAML."""
    done = run("check", "--syntax")
    assert done.code == 1
    assert [line.split()[0] for line in done.out.splitlines()[::2]] == ["cases/people/luan.yml:1:6"]
    assert run("check", "--syntax", "cases/terms").code == 0
    loose = faulty / "sui bian.yml"
    loose.write_text("sui: [bian]\n", encoding="utf-8")
    assert run("check", "--syntax", loose).code == 0


def test_exception_is_accepted_until_its_end(run, project) -> None:
    """cases/exceptions.yml silences a finding with a reason and an end; else it is an error."""
    path = project / "cases/terms/shili.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("updated: 2026", "updated: 2025"))
    assert "AK302" in run("check").out
    table = project / "cases/exceptions.yml"
    row = "  - {entry: terms/shili, code: AK302, reason: 示例, until: 2999-01-01}\n"
    table.write_text(f"exceptions:\n{row}", encoding="utf-8")
    assert (run("check").code, run("check").out) == (0, "")
    table.write_text(f"exceptions:\n{row.replace('2999', '2020')}", encoding="utf-8")
    assert [line.split()[2] for line in run("check").out.splitlines()[::2]] == ["AK320", "AK302"]
    table.write_text(f"exceptions:\n{row.replace('AK302', 'AK301')}", encoding="utf-8")
    assert "cases/exceptions.yml:2:5 错误 AK320" in run("check").out
    table.write_text("exceptions:\n  - {entry: terms/shili}\n", encoding="utf-8")
    assert [line.split()[2] for line in run("check").out.splitlines()[::2]].count("AK102") == 3


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("x.yaml", "AK092", "错误"),
        ("X.YML", "AK092", "错误"),
        ("shili (1).yml", "AK091", "提醒"),
        ("shili 副本.yml", "AK091", "提醒"),
        ("~$shili.yml", "AK091", "提醒"),
        ("shili.yml.bak", "AK091", "提醒"),
        ("notes.txt", "AK091", "提醒"),
    ],
)
def test_odd_files(run, project, name: str, code: str, severity: str) -> None:
    """Copies, leftovers and wrong endings are named, not read; only wrong endings stop a build."""
    (project / "cases/terms" / name).write_bytes(b"\xff")
    done = run("check")
    assert done.code == (severity == "错误")
    assert f"cases/terms/{name}:1:1 {severity} {code} " in done.out
    assert len(done.out.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_links_and_pipes_are_not_followed(run, project, tmp_path) -> None:
    """A link out of the folder is refused, and a pipe does not make the command hang."""
    (tmp_path / "secret.yml").write_text("title: 秘密\n", encoding="utf-8")
    (project / "cases/terms/lian.yml").symlink_to(tmp_path / "secret.yml")
    os.mkfifo(project / "cases/terms/guan.yml")
    (project / "cases/terms/jia.yml").mkdir()
    done = run("check")
    assert done.code == 1
    assert [line.split()[2] for line in done.out.splitlines()[::2]] == ["AK090"] * 3
    assert "秘密" not in done.out
    assert "这是链接，不是文件" in done.out


def test_system_files_are_no_matter(run, project) -> None:
    """What systems leave in folders is passed over in silence."""
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"):
        (project / "cases/terms" / name).write_bytes(b"\0")
    assert (run("check").code, run("check").out) == (0, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frobnicate"], "没有“frobnicate”，可用的有：check、new"),
        ([], "还要写上 命令。"),
        (["check", "--format", "xml"], "没有“xml”，可用的有：github、json、text。"),
        (["check", "--zzz"], "不认识 --zzz。"),
        (["check", "meiyou.yml"], "没有这个文件或文件夹：meiyou.yml"),
        (["export"], "还要写上 --to。"),
        (["serve", "--port", "abc"], "--port 要写整数，写的是“abc”。"),
        (["check", "--root"], "--root 后面还要写内容。"),
        (["check", "--root", "meiyou"], "找不到 cases/ 文件夹。"),
        (["build", "--root", "meiyou"], "找不到 cases/ 文件夹。"),
        (["export", "--root", "meiyou", "--to", "x"], "找不到 cases/ 文件夹。"),
        (["new", "term", "x", "--root", "meiyou"], "找不到 cases/ 文件夹。"),
        (["new", "trem", "x"], "没有“trem”这个种类。是不是“term”？"),
        (["new", "term", "Bad_Id"], "“Bad_Id”不能作编号"),
        (["new", "term", "shili"], "编号 shili 已经有了：cases/terms/shili.yml"),
        (["schema", "trem"], "没有“trem”这个种类。是不是“term”？"),
        (["trace", "x", "--text", "meiyou.txt"], "读不了 meiyou.txt"),
    ],
)
def test_wrong_usage(run, project, words: list[str], said: str) -> None:
    """Wrong usage ends with exit code 2 and a Chinese sentence, and writes nothing."""
    before = sorted(project.rglob("*"))
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert sorted(project.rglob("*")) == before


def test_commands_run_as_programs(project) -> None:
    """The same holds for the installed program, in a terminal that knows no Chinese."""
    done = anliku("check", cwd=project, LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert (done.code, done.err) == (0, "没有发现问题。\n")
    assert anliku("--version").out.startswith("anliku ")
