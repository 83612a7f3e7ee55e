"""The commands a person types, run for real with a stand-in for .venv, under LANG=C."""

import os
import signal
import socket
import subprocess
import sys
import time

BROWSER = "请安装 Chromium 或 Chrome"


def names(finished):
    found = [words for words, _ in finished.commands()]
    return [words for words in found if not words.startswith("python -c")]  # looks for a browser


def test_serve_builds_then_serves_where_asked(finished):
    done = finished.run("serve.py", "--host", "127.0.0.1", "--port", "8765")
    assert done.returncode == 0
    assert names(finished) == [
        "python -m anliku build --pdf",
        "python -m anliku serve --host 127.0.0.1 --port 8765",
    ]


def test_what_is_started_speaks_utf8_and_sees_no_foreign_packages(finished):
    finished.run("serve.py")
    for _, kept in finished.commands():
        assert kept["PYTHONUTF8"] == "1"
        assert kept["PYTHONPATH"] is None


def test_serve_stops_at_a_failed_build(finished):
    done = finished.run("serve.py", plan={"build": 1})
    assert done.returncode == 1
    assert names(finished) == ["python -m anliku build --pdf"]


def test_a_busy_port_is_named(finished):
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        done = finished.run("serve.py", "--port", port)
    assert done.returncode == 1
    assert f"127.0.0.1 的端口 {port} 用不了" in done.text


def test_pytest_gets_the_arguments_and_the_browser_and_has_the_last_word(finished):
    done = finished.run("test.py", "-k", "两个 词", plan={"pytest": 3})
    assert done.returncode == 3
    words, kept = finished.commands()[-1]
    assert words == "python -m pytest -k 两个 词"
    assert kept["ANLIKU_CHROMIUM"] == str(finished.folder / "bin/chromium")
    assert done.text.splitlines()[-1] == "== 1 passed =="


def test_without_a_browser_a_desk_is_told_loudly(finished):
    done = finished.run("test.py", path="empty")
    assert done.returncode == 0
    assert names(finished)[-1] == "python -m pytest -n 2 --dist loadfile --deselect tests/browser"
    assert "！！没有 Chromium，这次不跑浏览器测试" in done.text
    assert done.text.splitlines()[-1] == "== 1 passed =="


def test_without_a_browser_ci_fails(finished):
    done = finished.run("test.py", path="empty", CI="true")
    assert done.returncode == 1
    assert BROWSER in done.text
    assert not any("pytest" in words for words in names(finished))


def test_every_check_runs_and_one_failure_fails(finished):
    done = finished.run("check.py", plan={"ruff format": 1, "typos": 2})
    assert done.returncode == 1
    assert len(names(finished)) == 6
    assert done.text.splitlines()[-1] == "✗ 没有通过：ruff format、typos"


def test_checks_that_pass_say_so(finished):
    done = finished.run("check.py")
    assert done.returncode == 0
    assert done.text.splitlines()[-1] == "✓ 全部通过"


def test_a_failed_export_leaves_the_golden_files(finished):
    golden = finished.folder / "tests/golden/page.html"
    golden.parent.mkdir(parents=True)
    golden.touch()
    done = finished.run("bless.py", plan={"export": 1})
    assert done.returncode == 1
    assert "tests/golden 未改动" in done.text
    assert golden.exists()


def test_a_failed_installation_shows_its_end_and_what_to_try(finished):
    stamp = finished.folder / ".venv/anliku-setup.json"
    stamp.unlink()
    finished.program(
        finished.folder / ".venv/bin/python",
        "case $* in *--version|-c*) exit 0;; esac; echo 连不上; exit 1",
    )
    done = finished.run("test.py")
    assert done.returncode == 1
    assert "  │ 连不上" in done.text
    assert "镜像" in done.text
    assert stamp.read_text() == "{}"


def stopped_by(finished, which):
    finished.install(
        "python",
        "import sys, time\nif 'serve' in sys.argv: print('serving', flush=True); time.sleep(60)\n",
    )
    with subprocess.Popen(
        [sys.executable, str(finished.folder / "scripts/serve.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": "", "LC_ALL": "C"},
        start_new_session=True,
    ) as process:
        while process.stdout.readline() != b"serving\n":
            assert process.poll() is None
        began = time.monotonic()
        which(process)
        _, errors = process.communicate(timeout=20)  # ends only when the server has ended, too
        assert time.monotonic() - began < 10
    return process.returncode, errors.decode("utf-8")


def test_ctrl_c_ends_everything(finished):
    code, errors = stopped_by(finished, lambda p: os.killpg(p.pid, signal.SIGINT))
    assert code == 130
    assert "serve.py" not in errors  # the stand-in has a traceback; the script has none


def test_a_terminated_script_leaves_no_server_behind(finished):
    code, errors = stopped_by(finished, lambda p: p.terminate())
    assert code == 143
    assert errors == ""
