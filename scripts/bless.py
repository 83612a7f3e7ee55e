"""认可新的输出：python3 scripts/bless.py（重写 tests/golden，并列出变化）."""

import shutil
import sys
import tempfile

from _environment import DEVELOPMENT, PYTHON, ensure
from _terminal import ROOT, Stop, run, start

EXAMPLE = ROOT / "tests" / "example"
GOLDEN = ROOT / "tests" / "golden"
OFFICE = ("*.docx", "*.pptx", "*.zip")
"""Left out: half of their bytes are other people's templates; tests/packs reads them back."""


def export(to: str) -> list[str]:
    """Return the command that writes the pages and data of the example: the one place for it."""
    return [PYTHON, "-m", "anliku", "export", "--root", str(EXAMPLE), "--to", to]


def main(_: list[str]) -> int:
    """Replace the golden files only when the whole export succeeded."""
    ensure(DEVELOPMENT)
    with tempfile.TemporaryDirectory() as folder:
        fresh = f"{folder}/golden"
        if run(export(fresh)):
            raise Stop("没有导出成功，tests/golden 未改动。")
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(fresh, GOLDEN, ignore=shutil.ignore_patterns(*OFFICE))
    run(["git", "add", "--intent-to-add", "--", str(GOLDEN)])  # so that new files show, too
    pager = [] if sys.stdout.isatty() else ["--no-pager"]
    return run(["git", *pager, "diff", "--stat", "--patch", "--", str(GOLDEN)])


if __name__ == "__main__":
    start(main)
