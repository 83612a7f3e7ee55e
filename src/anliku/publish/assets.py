"""Style sheet, scripts and icon of the site, as output files."""

from __future__ import annotations

from importlib.resources import files

from anliku.publish.output import OutputFile

NAMES = (
    "anliku.css",
    "anliku.js",
    "browse/browse.css",
    "browse/matrix.css",
    "browse/matrix.js",
    "checklist/checklist.css",
    "checklist/checklist.js",
    "compare/compare.css",
    "favicon.svg",
    "figures/figures.css",
    "figures/figures.js",
    "finder/finder.css",
    "finder/finder.js",
    "finder/fit.js",
    "list/list.css",
    "offline/offline.css",
    "print.css",
    "search/box.js",
    "search/results.js",
    "search/show.js",
    "teaching/choose.js",
    "teaching/teaching.css",
    "share/dialog.js",
    "share/lines.js",
    "share/og.png",
    "share/picture.js",
    "share/share.css",
)


def assets() -> tuple[OutputFile, ...]:
    """Return the files under assets/; they are part of the package."""
    folder = files("anliku") / "assets"
    return tuple(
        OutputFile(f"assets/{name}", (folder / name).read_bytes())
        for name in NAMES
        if (folder / name).is_file()
    )
