"""The matrix counts what browsing would find, and shows the best evidence of a cell."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from anliku.link.evidence import Evidence
from anliku.render.facets import facet_table
from anliku.render.matrix import WIDEST, Matrix, _parts, matrices, matrix_page
from anliku.render.site import Site
from tests.corpora.catalog import library
from tests.library import EXAMPLE, linked_root

LIBRARY = library(200, 5)


@pytest.fixture(params=matrices(LIBRARY), ids=lambda one: one.id)
def table(request) -> Matrix:
    """Return each of the matrices."""
    found: Matrix = request.param
    return found


def test_which_matrices_there_are() -> None:
    """服务对象 × 服务内容 comes first, the models second."""
    titles = [one.title for one in matrices(LIBRARY)]
    assert titles == ["服务对象 × 服务内容", "服务内容 × 参与模式", "服务对象 × 参与模式"]


def test_cells_count_the_cases_of_both_values(table: Matrix) -> None:
    """A cell holds as many cases as have both values; its query names them."""
    cases = [entry for entry in LIBRARY.published if entry.kind.name == "case"]
    ids = {
        (key, value.label): {entry.id for entry in value.entries}
        for key in (table.rows_by.key, table.columns_by.key)
        for value in facet_table(LIBRARY, key, cases).values
    }
    for row in table.rows:
        for cell in row.cells:
            asked = [(key, values[0]) for key, values in parse_qs(cell.query).items()]
            assert len(asked) == 2
            shared = ids[asked[0]] & ids[asked[1]]
            assert cell.count == len(shared)
            best = [e for e in reversed(Evidence) if e in map(LIBRARY.evidence.get, shared)]
            assert cell.evidence is (best[0] if best else None)
    counts = [cell.count for row in table.rows for cell in row.cells]
    assert max(counts) > 1
    assert 0 in counts


def test_rows_put_the_fullest_cells_first(table: Matrix) -> None:
    """The list of a row begins with its greatest number and leaves out no cell."""
    for row in table.rows:
        counts = [cell.count for cell in row.filled]
        assert counts == sorted(counts, reverse=True)
        assert len(row.filled) + len(row.empty) == len(row.cells)
    assert table.empty == sum(cell.count == 0 for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("columns", [1, 7, WIDEST, WIDEST + 1, 100])
def test_wide_tables_are_cut(columns: int) -> None:
    """Each part fits, their sizes are alike, and together they are the whole."""
    parts = list(_parts(columns))
    assert [n for first, last in parts for n in range(first, last)] == list(range(columns))
    sizes = [last - first for first, last in parts]
    assert max(sizes) <= WIDEST
    assert max(sizes) - min(sizes) <= 1


def test_drafts_and_other_kinds_count_for_nothing() -> None:
    """Only published cases are counted: the draft and the practice of the example are not."""
    (first, *_) = matrices(linked_root(EXAMPLE))
    assert [row.value.label for row in first.rows] == ["老人", "独居老人"]
    assert [column.label for column in first.columns_by.values] == ["上门看望", "分工协调"]
    assert {cell.count for row in first.rows for cell in row.cells} == {1}


def test_a_library_without_cases_has_a_page() -> None:
    """No matrix, no fault: the page asks for cases."""
    page = matrix_page(library(0, 1), Site(), "矩阵")
    assert "<table" not in page.body
    assert "来投稿" in page.body
