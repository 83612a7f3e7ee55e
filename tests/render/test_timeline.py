"""The timeline: every date is there, drawn as exactly as it is known and no more."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from anliku.render.dated import case_years, cases_of, dated_actions, span_of, undated
from anliku.render.lettering import ems, lines
from anliku.render.site import Site
from anliku.render.time_axis import Axis
from anliku.render.time_figure import LEFT, RIGHT, ROWS, strip, year_figures
from anliku.render.time_marks import time_mark
from anliku.render.time_overview import overview
from anliku.render.timeline import PAGE_SIZE, timeline_pages
from tests.library import EXAMPLE, ROOT, linked_root
from tests.render.many import many

LIBRARIES = pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "cases"])


def day(text: str) -> int:
    """Return a day as a number."""
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("when", "first", "last", "shape", "about"),
    [
        ("2013-04-21", "2013-04-21", "2013-04-21", "day", False),
        ("2020-02", "2020-02-01", "2020-02-29", "within", False),
        ("2021-02", "2021-02-01", "2021-02-28", "within", False),
        ("2010", "2010-01-01", "2010-12-31", "within", False),
        ("201X", "2010-01-01", "2019-12-31", "within", False),
        ("2015?", "2015-01-01", "2015-12-31", "within", True),
        ("2015-03-01~", "2015-03-01", "2015-03-01", "day", True),
        ("2020-02-26/2020-03-03", "2020-02-26", "2020-03-03", "interval", False),
        ("2022-03-28/..", "2022-03-28", None, "interval", False),
        ("../2022-03", None, "2022-03-31", "interval", False),
    ],
)
def test_marks(when: str, first, last, shape: str, about: bool) -> None:
    """A day is a day, a month a span, an end that is not known no end, a doubt a doubt."""
    mark = time_mark(when)
    assert mark.first == (day(first) if first else None)
    assert mark.last == (day(last) if last else None)
    assert (mark.shape, mark.is_about) == (shape, about)


@pytest.mark.parametrize(
    ("when", "core"),
    [
        ("2020-02-26/2020-03-03", ("2020-02-26", "2020-03-03")),
        ("2004-10/2005-01", ("2004-10-31", "2005-01-01")),
        ("2022-10/2022-11", ("2022-10-31", "2022-11-01")),
        ("2022-03/2022-03", None),
        ("2022-03-28/..", None),
        ("2020-02", None),
    ],
)
def test_only_what_is_sure_is_filled(when: str, core) -> None:
    """An interval from month to month surely covers only what lies between the two months."""
    assert time_mark(when).core == (tuple(map(day, core)) if core else None)


def test_bars_lie_where_their_days_are() -> None:
    """The axis is a straight line; what reaches beyond it says so and stays within."""
    axis = Axis(day("2020-01-01"), day("2020-12-31"), 0, 366)
    month = axis.bar(time_mark("2020-02"))
    assert (month.x, month.width, month.goes_on, month.from_before) == (31, 29, False, False)
    assert axis.bar(time_mark("2020-02-01")).x == 31.5
    beyond = axis.bar(time_mark("2020-09/2021-01"))
    assert (beyond.x + beyond.width, beyond.goes_on, beyond.from_before) == (366, True, False)
    before = axis.bar(time_mark("../2020-01-10"))
    assert (before.x, before.width, before.from_before) == (0, 10, True)


@pytest.mark.parametrize(
    ("first", "last", "most"),
    [
        ("2013-04-20", "2013-04-29", 12),
        ("2013-04-01", "2013-05-31", 12),
        ("2020-01-01", "2020-12-31", 12),
        ("2019-01-01", "2022-12-31", 9),
        ("1995-01-01", "2024-12-31", 9),
    ],
)
def test_ticks_have_room(first: str, last: str, most: int) -> None:
    """There are a few words along the axis, in order, and no two touch."""
    ticks = [t for t in Axis(day(first), day(last), LEFT, RIGHT).ticks if t.words]
    assert 2 <= len(ticks) <= most
    for one, other in pairwise(ticks):
        assert one.x + 6 * ems(one.words) < other.x


@LIBRARIES
def test_every_dated_action_is_drawn_or_listed(root) -> None:
    """The pages link to each dated action, and each case without a date stands at the end."""
    linked = linked_root(root)
    cases = cases_of(linked)
    body = "".join(page.body for page in timeline_pages(linked, Site(), "时间线"))
    listed = body[body.index('class="ak-tl') :]
    dated = [one for entry in cases for one in dated_actions(entry)]
    assert dated
    for one in dated:
        assert f'href="{one.address}"' in listed
        assert one.words in listed
    for entry in undated(linked):
        assert f'href="{entry.address}"' in body[body.index('id="undated"') :]
    counted = {row.entry.id for row in case_years(cases)} | {e.id for e in undated(linked)}
    assert counted == {entry.id for entry in cases}


@LIBRARIES
def test_every_address_is_the_id_of_an_action(root) -> None:
    """A case's page has the anchors that the timeline leads to."""
    from anliku.render.entry_pages import entry_pages  # noqa: PLC0415 - only here

    linked = linked_root(root)
    pages = {page.entry_id: page.body for page in entry_pages(linked, Site())}
    for entry in cases_of(linked):
        for one in dated_actions(entry):
            assert f'id="{one.address.partition("#")[2]}"' in pages[entry.id]


def test_figures_hold_every_action_of_their_year() -> None:
    """Nothing of a year is left out of its drawing, nothing lies outside of it."""
    rows = list(case_years(cases_of(linked_root(ROOT))))
    drawn = 0
    for year in sorted({row.year for row in rows}):
        of_year = [row for row in rows if row.year == year]
        nodes = [n for f in year_figures(of_year) for lane in f.lanes for n in lane.nodes]
        if not nodes:
            continue
        drawn += 1
        assert {(a.entry.id, a.number) for n in nodes for a in n.actions} == {
            (a.entry.id, a.number) for row in of_year for a in row.actions
        }
        for node in nodes:
            assert LEFT <= node.bar.x <= node.bar.x + node.bar.width <= RIGHT
            assert node.words.startswith(node.actions[0].words)
    assert drawn >= 4


def test_drawings_fit_on_a_sheet() -> None:
    """A year with many cases is cut into drawings of a sheet's height, its axis the same."""
    rows = list(case_years(cases_of(many(10))))
    year = max({row.year for row in rows}, key=lambda y: sum(row.year == y for row in rows))
    of_year = [row for row in rows if row.year == year]
    figures = list(year_figures(of_year))
    assert len(of_year) > ROWS
    assert sum(len(figure.lanes) for figure in figures) == len(of_year)
    assert len({figure.axis for figure in figures}) == 1
    assert max(len(figure.lanes) for figure in figures) <= ROWS


def test_long_timelines_are_cut_into_pages() -> None:
    """Each case of a year stands on one of the pages; every year can be reached from each."""
    linked = many(10)
    rows = list(case_years(cases_of(linked)))
    pages = list(timeline_pages(linked, Site(), "时间线"))
    assert len(pages) == -(-len(rows) // PAGE_SIZE) > 1
    bodies = {page.path: page.body for page in pages}
    jumps = set(re.findall(r'href="(timeline[^"#]*)?#(y\d+)"', pages[1].body))
    assert {int(anchor[1:]) for _, anchor in jumps} == {row.year for row in rows}
    for path, anchor in jumps:
        assert f'id="{anchor}"' in bodies[path or pages[1].path]
    assert sum(body.count("<h3>") for body in bodies.values()) == len(rows) + len(undated(linked))


def test_same_library_same_drawing() -> None:
    """Twice rendered, byte for byte the same."""
    linked = linked_root(ROOT)
    one, other = (list(timeline_pages(linked, Site(), "时间线")) for _ in range(2))
    assert one == other


def test_overview_has_each_event_once() -> None:
    """The drawing of all years names each first event of a dated case, in order of time."""
    rows = list(case_years(cases_of(linked_root(ROOT))))
    found = overview(rows)
    assert found is not None
    names = [one.name for one in found.stretches]
    assert set(names) == {row.entry.record.events[0] for row in rows}
    assert len(names) == len(set(names))
    assert overview([]) is None


def test_strip_only_where_it_says_something() -> None:
    """A case with three dates has its own line; marks in a row of it do not touch."""
    cases = cases_of(linked_root(ROOT))
    strips = {entry.id: strip(entry) for entry in cases}
    for entry in cases:
        assert (strips[entry.id] is not None) == (
            len({one.when for one in dated_actions(entry)}) >= 3
        )
    found = strips["guangzhou-hongmian"]
    assert found is not None
    for one in found.nodes:
        for other in found.nodes:
            if one is not other and one.y == other.y and one.bar.x <= other.bar.x:
                assert one.bar.x + one.bar.width < other.bar.x


def test_open_periods_are_open() -> None:
    """A case of which only the beginning is stated has no end in the drawing."""
    linked = linked_root(ROOT)
    span = span_of(linked.catalog.by_id["chengdu-420-joint-2013"])
    assert span is not None
    assert span.mark.last is None
    assert span.words == "2013 年 4 月起"


def test_lines_of_letters() -> None:
    """Names break between Han characters and Latin words, never before a comma, and say if cut."""
    assert lines("一二三四五", 5, 1) == ("一二三四五",)
    assert lines("一二三四五六", 3, 2) == ("一二三", "四五六")
    assert lines("一二三，四五", 3, 2) == ("一二三，", "四五")
    assert lines("一二三四五六七", 3, 2) == ("一二三", "四五…")
    assert lines("一 Garden on", 4, 3) == ("一", "Garden", "on")
