"""矩阵: which cases there are for whom and for what; an empty cell is a case that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from anliku.link.evidence import Evidence
from anliku.link.linked import LinkedCatalog
from anliku.render.facets import FacetTable, FacetValue, facet_table
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.render.templates_env import environment
from anliku.render.view import View

AXES = (("beneficiaries", "tasks"), ("tasks", "model"), ("beneficiaries", "model"))
"""What readers ask for first comes first; models are the second choice: many cases fit none."""
NARROW = 12
"""A table with no more columns than this fits beside its headings on a tablet."""
WIDEST = 36
"""A table with more columns than this is cut into several."""
STYLE, SCRIPT = "browse/matrix.css", "browse/matrix.js"


@dataclass(frozen=True, slots=True)
class Cell:
    """The cases of a row and a column; `evidence` is the best that one of them has."""

    row: FacetValue
    column: FacetValue
    count: int
    evidence: Evidence | None
    query: str
    """What browse.html and the brief are asked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number of cases and its cells, one for each column."""

    value: FacetValue
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[Cell]:
        """Cells with cases, the most first."""
        return sorted((cell for cell in self.cells if cell.count), key=lambda cell: -cell.count)

    @property
    def empty(self) -> list[Cell]:
        """Cells without a case."""
        return [cell for cell in self.cells if not cell.count]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of counts. `parts`: its columns, cut where they would not fit side by side."""

    rows_by: FacetTable
    columns_by: FacetTable
    rows: tuple[Row, ...]
    parts: tuple[tuple[int, int], ...]
    """First column and the one after the last."""

    @property
    def id(self) -> str:
        """The anchor on the page."""
        return f"{self.rows_by.key}-{self.columns_by.key}"

    @property
    def title(self) -> str:
        """As 服务对象 × 服务内容."""
        return f"{self.rows_by.label} × {self.columns_by.label}"

    @property
    def is_narrow(self) -> bool:
        """Tell whether the columns' headings can be written across."""
        return len(self.columns_by.values) <= NARROW

    @property
    def empty(self) -> int:
        """How many cells have no case."""
        return sum(len(row.empty) for row in self.rows)


def matrix(linked: LinkedCatalog, rows_by: FacetTable, columns_by: FacetTable) -> Matrix:
    """Count cases by two facets."""
    members = {value.label: {e.id for e in value.entries} for value in columns_by.values}

    def cell(row: FacetValue, column: FacetValue) -> Cell:
        shared = [entry.id for entry in row.entries if entry.id in members[column.label]]
        found = {linked.evidence[entry_id] for entry_id in shared if entry_id in linked.evidence}
        best = next((evidence for evidence in reversed(Evidence) if evidence in found), None)
        query = urlencode({rows_by.key: row.label, columns_by.key: column.label})
        return Cell(row, column, len(shared), best, query)

    rows = tuple(
        Row(row, tuple(cell(row, column) for column in columns_by.values)) for row in rows_by.values
    )
    return Matrix(rows_by, columns_by, rows, tuple(_parts(len(columns_by.values))))


def _parts(columns: int) -> Iterator[tuple[int, int]]:
    """Yield parts of about the same size."""
    count = -(-columns // WIDEST)
    for part in range(count):
        yield part * columns // count, (part + 1) * columns // count


def matrices(linked: LinkedCatalog) -> list[Matrix]:
    """Return the matrices that have a row and a column."""
    cases = [entry for entry in linked.published if entry.kind.name == "case"]
    tables = {key: facet_table(linked, key, cases) for key in _keys(AXES)}
    pairs = ((tables[rows], tables[columns]) for rows, columns in AXES)
    return [
        matrix(linked, rows, columns) for rows, columns in pairs if rows.values and columns.values
    ]


def _keys(axes: Iterable[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(key for pair in axes for key in pair))


def matrix_page(linked: LinkedCatalog, site: Site, title: str) -> Page:
    """Render matrix.html."""
    view = View(linked, site, "matrix.html")
    found = matrices(linked)
    tables = {table.key: table for one in found for table in (one.rows_by, one.columns_by)}
    cases = sum(entry.kind.name == "case" for entry in linked.published)
    body = (
        environment()
        .get_template("matrix.html")
        .render(
            v=view,
            title=title,
            matrices=found,
            axes=[tables[key] for key in _keys(AXES) if key in tables],
            cases=cases,
            evidences=list(Evidence),
        )
    )
    return Page(
        "matrix.html", title, body, site.tagline, "browse", styles=(STYLE,), scripts=(SCRIPT,)
    )
