"""Draw the picture beside shared links anew: scripts/og/og.html, 1200 × 630, by Chromium.

The picture itself is kept in the project, since fonts differ from machine to machine.
"""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "scripts" / "og" / "og.html"
PICTURE = ROOT / "src" / "anliku" / "assets" / "share" / "og.png"


def main() -> None:
    """Draw it."""
    with sync_playwright() as playwright:
        path = os.environ.get("ANLIKU_CHROMIUM")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.goto(SOURCE.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"画好了：{PICTURE.relative_to(ROOT)}，{PICTURE.stat().st_size} 字节")


if __name__ == "__main__":
    main()
