"""The straight line from files to output files: read, check, link, render, publish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from anliku.check import check
from anliku.check.exceptions import apply_exceptions
from anliku.diagnostic import Diagnostic, any_errors, in_order
from anliku.disk import RawFile
from anliku.link import link
from anliku.link.linked import LinkedCatalog
from anliku.printing import PdfFile, print_pdf
from anliku.publish import publish
from anliku.publish.frame import PageFrame
from anliku.publish.output import OutputFile
from anliku.read import Document, read_document
from anliku.render import render
from anliku.render.booklet import booklet
from anliku.render.offline_page import Booklet
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.whole import newest

EXCEPTIONS = "exceptions.yml"


@dataclass(frozen=True)
class Examined:
    """A library after the stages that may complain; `linked` is None when there are errors."""

    linked: LinkedCatalog | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Tell whether a build must stop here."""
        return any_errors(self.diagnostics)


def read_all(files: Iterable[RawFile]) -> tuple[list[Document], list[Diagnostic], list[str]]:
    """Read every file; the last value names the ids of those that could not be read."""
    documents: list[Document] = []
    found: list[Diagnostic] = []
    unread: list[str] = []
    for file in files:
        document, diagnostics = read_document(file.path, file.content)
        found.extend(diagnostics)
        if document is None:
            unread.append(file.path.rpartition("/")[2].rpartition(".")[0])
        else:
            documents.append(document)
    return documents, found, unread


def examine(files: Iterable[RawFile], today: date, before: Iterable[Diagnostic] = ()) -> Examined:
    """Read, check and link. `before`: what the shell found while collecting the files."""
    documents, unread, missing = read_all(files)
    exceptions = next((d for d in documents if d.path.endswith(f"/{EXCEPTIONS}")), None)
    entries = [d for d in documents if d is not exceptions]
    catalog, unsound = check(entries, missing)
    linked, unlinked = link(catalog)
    found = apply_exceptions(exceptions, in_order(before, unread, unsound, unlinked), today)
    return Examined(None if any_errors(found) else linked, found)


def make_pages(linked: LinkedCatalog, site: Site) -> tuple[Page, ...]:
    """Render every page of the library."""
    return render(linked, site)


def make_booklet(linked: LinkedCatalog, site: Site, browser: str) -> Booklet:
    """Print the booklet.

    Raises:
        NotPrinted: the browser did not print it.
    """
    pdf = print_pdf(browser, partial(booklet, linked, site), newest(linked))
    return Booklet(pdf, len(PdfFile.read(pdf).pages()))


def make_files(
    linked: LinkedCatalog,
    site: Site,
    pages: Iterable[Page],
    frame: PageFrame,
    booklet: Booklet | None = None,
) -> tuple[OutputFile, ...]:
    """Put pages into their frame and add everything else that is published."""
    return publish(linked, site, tuple(pages), frame, booklet)
