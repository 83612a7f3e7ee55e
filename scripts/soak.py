"""久测读取和检查：python3 scripts/soak.py [--count 100000] [--seed N] [--jobs 2]."""

from _environment import DEVELOPMENT, PYTHON, ensure
from _terminal import run, start


def main(arguments: list[str]) -> int:
    """Damage entries and judge what comes of them; the closing line comes last."""
    ensure(DEVELOPMENT)
    return run([PYTHON, "-m", "tests.read.soak", *arguments])


if __name__ == "__main__":
    start(main)
