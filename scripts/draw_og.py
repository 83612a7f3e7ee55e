"""重画分享图：python3 scripts/draw_og.py（改了 scripts/og/og.html 才需要）."""

from _chromium import CURE, get
from _environment import DEVELOPMENT, PYTHON, ensure
from _terminal import ROOT, Stop, run, start


def main(_: list[str]) -> int:
    """Draw assets/share/og.png anew."""
    ensure(DEVELOPMENT)
    chromium = get()
    if not chromium:
        raise Stop(f"没有 Chromium，画不了。{CURE}")
    return run([PYTHON, str(ROOT / "scripts" / "_drawing.py")], ANLIKU_CHROMIUM=chromium)


if __name__ == "__main__":
    start(main)
