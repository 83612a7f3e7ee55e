"""The straight line from files to output files: read, check, link, render, publish."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial

from anliku.catalog import Entry
from anliku.catalog.learners import for_learners
from anliku.check import check
from anliku.check.exceptions import apply_exceptions
from anliku.diagnostic import Diagnostic, any_errors, in_order
from anliku.disk import RawFile
from anliku.link import link
from anliku.link.linked import LinkedCatalog
from anliku.packs import handed_out, outline_of, print_view
from anliku.printing import PdfFile, print_pdf
from anliku.publish import publish
from anliku.publish.frame import PageFrame
from anliku.publish.output import OutputFile
from anliku.publish.pack_files import pack_zips
from anliku.publish.teacher_packs import teacher_packs
from anliku.read import Document, read_document
from anliku.render import render
from anliku.render.booklet import booklet
from anliku.render.offline_page import Booklet
from anliku.render.pack_leaves import FOLDER, PDF
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.whole import newest
from anliku.schema.edition import Edition

EXCEPTIONS = "exceptions.yml"


@dataclass(frozen=True)
class Examined:
    """A library after the stages that may complain; `linked` is None when there are errors.

    `linked` is what the edition may show: everything that is rendered or published comes from it.
    `whole` holds instructors' fields in every edition but the learners', for 教师包 only.
    """

    linked: LinkedCatalog | None
    diagnostics: tuple[Diagnostic, ...]
    whole: LinkedCatalog | None = None

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


def examine(
    files: Iterable[RawFile],
    today: date,
    before: Iterable[Diagnostic] = (),
    edition: Edition = Edition.PUBLIC,
) -> Examined:
    """Read, check and link. `before`: what the shell found while collecting the files."""
    documents, unread, missing = read_all(files)
    exceptions = next((d for d in documents if d.path.endswith(f"/{EXCEPTIONS}")), None)
    entries = [d for d in documents if d is not exceptions]
    catalog, unsound = check(entries, missing)
    linked, unlinked = link(catalog)
    found = apply_exceptions(exceptions, in_order(before, unread, unsound, unlinked), today)
    if any_errors(found):
        return Examined(None, found)
    shown = linked if edition is Edition.INSTRUCTOR else _for_learners(linked)
    return Examined(shown, found, None if edition is Edition.LEARNER else linked)


def _for_learners(linked: LinkedCatalog) -> LinkedCatalog:
    """Link anew without instructors' fields, so that nothing computed from them is left either."""
    catalog = for_learners(linked.catalog)
    return linked if catalog is linked.catalog else LinkedCatalog.of(catalog)


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


def make_prints(linked: LinkedCatalog, site: Site, browser: str) -> tuple[OutputFile, ...]:
    """Print the packs of the reading lists, two at a time: each waits for a browser of its own.

    Raises:
        NotPrinted: the browser did not print one.
    """

    def one(entry: Entry) -> OutputFile:
        outline = handed_out(outline_of(entry, linked, site))
        day = entry.record.updated
        pdf = print_pdf(browser, partial(print_view, entry, outline, linked, site), day)
        return OutputFile(f"{FOLDER.format(id=entry.id)}/{PDF.name}", pdf)

    lists = [entry for entry in linked.published if entry.kind.name == "reading_list"]
    with ThreadPoolExecutor(2) as workers:
        return tuple(workers.map(one, lists))


def make_files(
    linked: LinkedCatalog,
    site: Site,
    pages: Iterable[Page],
    frame: PageFrame,
    booklet: Booklet | None = None,
) -> tuple[OutputFile, ...]:
    """Put pages into their frame and add everything else that is published."""
    return publish(linked, site, tuple(pages), frame, booklet)


def make_downloads(examined: Examined, site: Site) -> tuple[OutputFile, ...]:
    """Return what is for instructors only, beside the pages; nothing in the learners' edition."""
    whole = examined.whole
    return () if whole is None else (*teacher_packs(whole, site), *pack_zips(whole, site))
