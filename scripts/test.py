"""跑测试：python3 scripts/test.py [pytest 的参数]."""

from _chromium import CURE, get
from _environment import DEVELOPMENT, PYTHON, ensure
from _terminal import Stop, in_ci, run, say, start


def main(arguments: list[str]) -> int:
    """Run pytest; its closing line comes last, its exit code is ours."""
    ensure(DEVELOPMENT)
    chromium = get()
    pytest = [PYTHON, "-m", "pytest", *_spread(arguments), *arguments]
    if chromium:
        return run(pytest, ANLIKU_CHROMIUM=chromium)
    if in_ci():
        raise Stop(f"没有 Chromium，浏览器测试跑不了。{CURE}")
    say(f"！！没有 Chromium，这次不跑浏览器测试（下面记为 deselected）。{CURE}")
    return run([*pytest, "--deselect", "tests/browser"])


def _spread(arguments: list[str]) -> list[str]:
    """Run whole files on two workers at once, unless somebody asks for a part or for other ways."""
    asked = any(not one.startswith("-") or one[:2] in {"-n", "-k", "-x"} for one in arguments)
    return [] if asked else ["-n", "2", "--dist", "loadfile"]


if __name__ == "__main__":
    start(main)
