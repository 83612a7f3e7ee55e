"""An offline copy as one zip: the same bytes for the same files, names that Windows can hold."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from anliku.publish.output import OutputFile
from anliku.render.site import Site
from anliku.render.templates_env import environment

OPEN = "打开我.html"
FOLDER = "anliku"
LEFT_OUT = re.compile(
    r"\.(?:map|gz|zip)$|^(?:404\.html|robots\.txt|sitemap\.xml|\.anliku-site)$|^assets/javascripts/"
)
"""What a folder has no use for: the server's files, scripts that no page loads, other copies."""
LONGEST = 150
"""Characters of a path; Windows holds 260, with the folder that it is unpacked into."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_RESERVED = re.compile(r"(?i)(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/|$)")
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ](?:/|$)')


def zip_file(files: Iterable[OutputFile], site: Site, as_of: str) -> bytes:
    """Return the zip: a page to open, and the site in a folder beside it.

    `as_of`: the newest day of the contents, in words.
    """
    page = environment().get_template("open_me.html")
    first = OutputFile.text(OPEN, page.render(site=site, folder=FOLDER, as_of=as_of) + "\n")
    kept = (
        OutputFile(f"{FOLDER}/{file.path}", file.content)
        for file in files
        if not LEFT_OUT.search(file.path)
    )
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for file in (first, *sorted(kept)):
            info = ZipInfo(file.path, _EARLIEST)
            info.create_system = 3  # whatever system writes it
            info.external_attr = 0o100644 << 16
            archive.writestr(info, file.content, ZIP_DEFLATED, 9)
    return stream.getvalue()


def unfit_names(paths: Sequence[str]) -> list[str]:
    """Return the paths that Windows cannot hold: reserved, too long, or alike but for case."""
    seen: dict[str, str] = {}
    found = []
    for path in sorted(paths):
        twin = seen.setdefault(path.casefold(), path) != path
        if twin or len(path) > LONGEST or _RESERVED.search(path) or _FORBIDDEN.search(path):
            found.append(path)
    return found
