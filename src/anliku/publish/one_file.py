"""The library as one HTML file: no request, no neighbour, readable where scripts do not run."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files

import rjsmin
from markupsafe import Markup

from anliku.link.linked import LinkedCatalog
from anliku.publish.finder_files import finder_files
from anliku.publish.output import OutputFile
from anliku.render.offline_page import HTML
from anliku.render.one_file import CONTENTS, FINDER, finder_section, shelves
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.whole import newest
from anliku.schema.edtf import in_words
from anliku.schema.kinds import KINDS
from anliku.search import engine_script

STYLES = ("anliku.css", "print.css", "finder/finder.css", "offline/one.css")
ON_PAPER = frozenset({"print.css"})
"""Sheets that a page loads with media="print"."""
SCRIPTS = ("anliku.js", "search/show.js", "finder/fit.js", "finder/finder.js", "offline/one.js")
MOST = 2_000
"""Entries of a file that a phone still opens and a chat still takes: about twelve megabytes."""
_TEXTS = re.compile(r"^t/")
"""Full texts of the index: they stand on the page."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FIRST = 'document.documentElement.classList.replace("no-js","js")'


def fits_one_file(linked: LinkedCatalog) -> bool:
    """Tell whether the library is small enough for one file."""
    return len(linked.published) <= MOST


def one_file(linked: LinkedCatalog, site: Site, index: Mapping[str, str]) -> OutputFile:
    """Return the file. `index`: the files of the search index by their path below its folder."""
    style = _squeezed("\n".join(map(_sheet, STYLES)))
    own = dict(zip(SCRIPTS, map(_minified, SCRIPTS), strict=True))
    data = "".join(text for path, text in index.items() if not _TEXTS.match(path))
    rules = finder_files(linked)[0].content.decode().translate({ord("<"): "\\u003c"})
    scripts = [_FIRST, engine_script() + data, rules, *own.values()]
    html = (
        environment()
        .get_template("one_file.html")
        .render(
            site=site,
            as_of=in_words(newest(linked).isoformat()),
            contents=CONTENTS,
            finder_anchor=FINDER,
            finder=finder_section(linked, site),
            shelves=list(shelves(linked, site)),
            kinds=KINDS,
            style=Markup(style),  # noqa: S704 - our own sheets
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - ours, data without "<"
            policy=_policy(style, scripts),
        )
    )
    return OutputFile.text(HTML, f"{html}\n")


def _policy(style: str, scripts: Iterable[str]) -> str:
    """Return a policy that allows these very scripts and this sheet, and no request at all."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; "
        f"style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return (files("anliku") / "assets" / name).read_text(encoding="utf-8")


def _sheet(name: str) -> str:
    return f"@media print {{\n{_asset(name)}\n}}" if name in ON_PAPER else _asset(name)


def _minified(name: str) -> str:
    return str(rjsmin.jsmin(_asset(name)))


def _squeezed(css: str) -> str:
    """Return a sheet without comments and the blanks of its lines."""
    return re.sub(r"\s*\n\s*", "\n", _COMMENT.sub("", css)).strip()
