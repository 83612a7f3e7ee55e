"""The graph: every entry has a row and a link, drawings lose nothing and are always the same."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from anliku.link.neighbours import DRAWN, graph_entries, ties
from anliku.render.around import FAR, NEAR, surroundings
from anliku.render.graph import MOST_CASES, PAGE_SIZE, Graph, graph_pages
from anliku.render.grid import MOST
from anliku.render.layers import crossings, ordered
from anliku.render.site import Site
from tests.library import EXAMPLE, ROOT, linked_root
from tests.render.many import many

LIBRARIES = pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "cases"])


@LIBRARIES
def test_every_entry_has_a_row_with_its_neighbours(root) -> None:
    """The list names each entry of the graph, and under it each of its neighbours, as links."""
    linked = linked_root(root)
    body = "".join(page.body for page in graph_pages(linked, Site(), "关系图"))
    rows = {
        part.partition('"')[0]: part.partition("</li>")[0] for part in body.split('<li id="n-')[1:]
    }
    entries = graph_entries(linked)
    assert set(rows) == {entry.id for entry in entries}
    for entry in entries:
        assert f'href="{entry.address}"' in rows[entry.id]
        for tie in ties(entry, linked):
            assert f'href="{tie.entry.address}"' in rows[entry.id]


@LIBRARIES
def test_ties_are_seen_from_both_sides(root) -> None:
    """Whoever has a neighbour is its neighbour; nobody is his own; drafts are no neighbours."""
    linked = linked_root(root)
    found = {(e.id, tie.entry.id) for e in graph_entries(linked) for tie in ties(e, linked)}
    assert found
    assert {(other, one) for one, other in found} == found
    assert [pair for pair in found if pair[0] == pair[1]] == []
    shown = {e.id for e in linked.published if e.kind.name in DRAWN}
    assert {one for one, _ in found} <= shown


def test_comparisons_are_no_ties() -> None:
    """That an editor sets two cases side by side does not tie them."""
    linked = linked_root(ROOT)
    cases = {e.id for e in linked.published if e.kind.name == "case"}
    assert not any(
        tie.entry.id in cases for id_ in cases for tie in ties(linked.catalog.by_id[id_], linked)
    )


def test_grid_has_a_dot_for_each_use() -> None:
    """Every practice that a case used is a dot in its row and column, and there is no other."""
    linked = linked_root(ROOT)
    graph = Graph(linked)
    dots = {
        (row.entry.id, practice)
        for grid in graph.practice_grids
        for row in grid.rows
        for x, practice in row.dots
        if x in {c.x for c in grid.columns if c.entry.id == practice}
    }
    assert dots == {
        (edge.origin.id, edge.target.id)
        for edge in linked.edges
        if edge.relation.kind == "case"
        and edge.target.kind.name == "practice"
        and edge.origin.is_published
        and edge.target.is_published
    }
    assert {row.entry.id for grid in graph.practice_grids for row in grid.rows} == {
        entry.id for entry in graph.of_kind("case")
    }
    assert {c.entry.id for grid in graph.practice_grids for c in grid.columns} == {
        entry.id for entry in graph.of_kind("practice")
    }
    assert max(len(grid.columns) for grid in graph.practice_grids) <= MOST


def test_who_with_whom_has_every_line() -> None:
    """Who is tied twice is drawn with all ties; the others are counted."""
    graph = Graph(linked_root(ROOT))
    figure = graph.actors_figure
    assert figure is not None
    drawn = {frozenset(line.ends) for line in figure.lines}
    shown = {node.entry.id for node in figure.nodes}
    for entry in graph.of_kind("organization", "person"):
        for tie in graph.ties[entry.id] if entry.id in shown else ():
            if tie.entry.id in shown:
                assert frozenset((entry.id, tie.entry.id)) in drawn
    assert "aiyouxi" in shown
    assert 0 < graph.alone < len(graph.of_kind("organization"))


@LIBRARIES
def test_names_stay_within_the_drawing(root) -> None:
    """No name of a drawing reaches beyond it or into the next column; no two share a place."""
    linked = linked_root(root)
    found = [surroundings(entry, linked) for entry in linked.published]
    figures = [one.figure for one in found if one]
    figures += [figure for figure in [Graph(linked).actors_figure] if figure]
    assert figures
    for figure in figures:
        rights = {column.x: column.right for column in figure.columns}
        for node in figure.nodes:
            assert 0 <= node.x < node.end <= rights[node.x] <= figure.width
            assert 0 < node.y < figure.height
        places = [(node.x, node.y) for node in figure.nodes]
        assert len(places) == len(set(places))
        pitch = {column.x: column.pitch for column in figure.columns}
        for one, other in combinations(figure.nodes, 2):
            if one.x == other.x:
                assert abs(one.y - other.y) >= min(pitch[one.x], 18) - 0.2


def test_practice_shows_by_whom() -> None:
    """A practice's own drawing leads over its cases to those who took part."""
    linked = linked_root(ROOT)
    found = surroundings(linked.catalog.by_id["lianhe-pengtou"], linked)
    assert found is not None
    by = {branch.tie.entry.id: {t.entry.id for t in branch.further} for branch in found.branches}
    assert "aiyouxi" in by["chengdu-420-joint-2013"]
    lines = {line.ends for line in found.figure.lines}
    assert ("chengdu-420-joint-2013", "aiyouxi") in lines
    assert ("lianhe-pengtou", "chengdu-420-joint-2013") in lines


def test_large_libraries_are_not_drawn_as_a_tangle() -> None:
    """With many cases the whole is a list in pages, and what surrounds an entry is cut."""
    linked = many(10)
    graph = Graph(linked)
    assert len(graph.of_kind("case")) > MOST_CASES
    assert graph.practice_grids == ()
    pages = list(graph_pages(linked, Site(), "关系图"))
    assert len(pages) == -(-len(graph.entries) // PAGE_SIZE) > 1
    assert "案例很多" in pages[0].body
    for entry in graph.entries:
        found = surroundings(entry, linked)
        if found:
            assert len(found.branches) <= NEAR
            assert len(found.branches) + found.left_out == len(ties(entry, linked))
            assert len(found.figure.nodes) <= 1 + NEAR + FAR


def test_same_library_same_drawing() -> None:
    """Twice rendered, byte for byte the same."""
    linked = linked_root(ROOT)
    one, other = (list(graph_pages(linked, Site(), "关系图")) for _ in range(2))
    assert one == other


def slow_crossings(columns, lines) -> int:
    """Count crossings pair by pair."""
    place = {node: (c, n) for c, column in enumerate(columns) for n, node in enumerate(column)}
    ends = [tuple(sorted((place[a], place[b]))) for a, b in lines]
    return sum(
        one[0][0] == other[0][0] and (one[0][1] - other[0][1]) * (one[1][1] - other[1][1]) < 0
        for one, other in combinations(ends, 2)
    )


@pytest.mark.parametrize("seed", range(5))
def test_order_of_layers(seed: int) -> None:
    """Every node stays in its column, lines never cross more than before; always the same."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    columns = [[f"{c}{n}" for n in range(8)] for c in "abc"]
    lines = [(f"{c}{dice.randrange(8)}", f"{d}{dice.randrange(8)}") for c, d in ("ab", "bc") * 9]
    found = ordered(columns, lines)
    assert [sorted(column) for column in found] == columns
    assert crossings(found, lines) == slow_crossings(found, lines)
    assert crossings(found, lines) <= crossings(columns, lines)
    assert ordered(columns, lines) == found


def test_layers_untangle_what_can_be_untangled() -> None:
    """Two crossed lines are laid side by side."""
    columns, lines = [["a", "b"], ["c", "d"]], [("a", "d"), ("b", "c")]
    assert crossings(columns, lines) == 1
    assert crossings(ordered(columns, lines), lines) == 0
