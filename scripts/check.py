"""查代码和数据：python3 scripts/check.py（所有检查都跑完，有一项不过就退出 1）."""

from _environment import DEVELOPMENT, PYTHON, ensure, program
from _terminal import run, say, start

CHECKS = {
    "ruff format": [program("ruff"), "format", "--check", "--quiet", "--diff", "."],
    "ruff check": [program("ruff"), "check", "--quiet", "."],
    "mypy": [program("mypy")],
    "import-linter": [program("lint-imports")],
    "typos": [program("typos")],
    "anliku check": [PYTHON, "-m", "anliku", "check"],
}


def main(_: list[str]) -> int:
    """Run every check and show every finding."""
    ensure(DEVELOPMENT)
    failed = []
    for name, command in CHECKS.items():
        say(f"── {name}")
        if run(command):
            failed.append(name)
    say(f"✗ 没有通过：{'、'.join(failed)}" if failed else "✓ 全部通过")
    return 1 if failed else 0


if __name__ == "__main__":
    start(main)
