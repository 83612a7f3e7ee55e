"""A page, B page, questions, worksheet; minutes of reading lists; the page 备课."""

from __future__ import annotations

import re
from functools import cache

import pytest

from anliku.catalog import Entry
from anliku.link.class_names import HiddenName, hidden_names, seen_in, stood_in
from anliku.link.class_pages import PARTS, a_page, before_b, class_address
from anliku.link.linked import LinkedCatalog
from anliku.link.reading_plan import list_time, when_of
from anliku.link.reading_time import characters_of
from anliku.pipeline import make_pages
from anliku.publish.search_records import search_records
from anliku.publish.sitemap import sitemap
from anliku.render.class_pages import class_pages
from anliku.render.entry_pages import entry_pages
from anliku.render.page import Page
from anliku.render.site import Site
from anliku.schema.edition import Edition
from anliku.schema.reading_list import Section
from anliku.schema.reading_speed import CHARACTERS_PER_MINUTE, characters, minutes_for
from anliku.schema.teaching_note import TeachingNote
from tests.library import EXAMPLE, ROOT, examine_texts, linked_root

NOTE = "shili-shouke"


@cache
def pages(edition: Edition = Edition.PUBLIC) -> dict[str, Page]:
    """Return the pages of the example."""
    return {page.path: page for page in make_pages(linked_root(EXAMPLE), Site(edition=edition))}


def page_of(part: str) -> Page:
    """Return a page of the example's class."""
    return pages()[class_address(NOTE, part)]


def note() -> Entry:
    """Return the example's teaching note."""
    return linked_root(EXAMPLE).catalog.by_id[NOTE]


def test_addresses_say_nothing_and_never_change() -> None:
    """Each page of a class has its own short address, the same in every build."""
    assert class_address(NOTE, "a") == "class/tjynba.html"
    found = [class_address(NOTE, part) for part in PARTS]
    assert len(set(found)) == len(PARTS)
    assert all(re.fullmatch(r"class/[2-9a-z]{6}\.html", address) for address in found)
    assert set(found) <= set(pages())
    every = [
        class_address(entry.id, part)
        for entry in linked_root(ROOT).catalog.entries
        for part in PARTS
    ]
    assert len(set(every)) == len(every)


def test_a_page_names_nothing() -> None:
    """Neither its text nor its source holds the case, its names, the note, or the B page."""
    linked = linked_root(EXAMPLE)
    page = page_of("a")
    source = " ".join((page.path, page.title, page.description, page.body, str(page.meta)))
    assert "暴雨之后，这个社工站" in page.body or "这家机构要和居民骨干一起上门" in page.body
    assert seen_in(source, hidden_names(note(), linked)) == []
    ids = {entry.id for entry in linked.catalog.entries}
    assert [entry_id for entry_id in ids if entry_id in source] == []
    assert [part for part in PARTS[1:] if class_address(NOTE, part) in source] == []
    assert "ak-cite" not in page.body
    assert "[@" not in page.body
    assert "今天下午只够走十户，先看望谁？" in page.body
    assert "谁说的" not in page.body  # a question for after the B page


def test_real_a_pages_name_nothing() -> None:
    """The same for every class of the library, as a browser gets it: names, ids, case titles."""
    linked = linked_root(ROOT)
    made = {page.path: page for page in class_pages(linked, Site())}
    notes = [e for e in linked.published if e.kind.name == "teaching_note"]
    ids = {entry.id for entry in linked.catalog.entries if "-" in entry.id}
    taught = 0
    for entry in notes:
        page = made.get(class_address(entry.id, "a"))
        if page is None:
            continue
        taught += 1
        source = f"{page.title} {page.body}"
        assert seen_in(source, hidden_names(entry, linked)) == [], entry.id
        assert [one for one in ids if one in source] == [], entry.id
        assert "[[" not in source
        assert "[@" not in source
        assert class_address(entry.id, "b") not in source
    assert taught == sum(a_page(entry, linked) is not None for entry in notes) > 0


def test_b_page_tells_and_cites() -> None:
    """The B page leads to the case and shows what rests on what."""
    body = page_of("b").body
    assert 'href="../cases/shili-songfan.html"' in body
    assert "上门看望独居老人" in body
    assert "ak-cite" in body
    assert "指标：没有数据" in body


def test_sheets_hold_no_answers() -> None:
    """The questions stand in two parts, without hints and points; the worksheet is blank."""
    body = page_of("questions").body
    first, _, later = body.partition('id="later"')
    assert "先看望谁？" in first
    assert "这是谁说的？" in later
    assert "不外露" not in body
    assert "<td></td>" in page_of("worksheet").body


def test_class_pages_are_not_found_by_searching() -> None:
    """They stand in no map of the site and no search record, and ask robots to stay away."""
    linked, site = linked_root(EXAMPLE), Site(url="https://example.org/")
    every = tuple(pages().values())
    addresses = [class_address(NOTE, part) for part in PARTS]
    maps = "".join(file.content.decode() for file in sitemap(linked, site, every))
    assert "cases/shili-songfan.html" in maps
    assert [address for address in addresses if address in maps] == []
    records = search_records(linked, every)
    assert not {record.url for record in records} & set(addresses)
    assert [address for address in addresses if pages()[address].is_listed] == []


def test_names_are_stood_in_for() -> None:
    """Organizations become 这家机构; several of a kind are told apart; other names stay."""
    linked = linked_root(EXAMPLE)
    one = (HiddenName("示例社工站", "shili-jigou"),)
    assert (
        stood_in("示例社工站来了，示例社工站走了。", one, linked) == "这家机构来了，这家机构走了。"
    )
    other = HiddenName("邻居社", "shili-ren")
    two = (*one, other)
    assert stood_in("邻居社和示例社工站", two, linked) == "甲机构和乙机构"
    place = (HiddenName("示例社区", "shili-shequ"),)
    assert stood_in("到示例社区去", place, linked) == "到这家机构去"  # its legal form is unstated
    assert stood_in("红楼", (HiddenName("红楼"),), linked) == "红楼"


def test_longer_names_are_seen_once() -> None:
    """Of a name within another only the longer one is reported."""
    names = (HiddenName("楼栋式模式"), HiddenName("楼栋式"))
    assert seen_in("用了楼栋式模式", names) == ["楼栋式模式"]
    assert seen_in("用了楼栋式", names) == ["楼栋式"]


def test_questions_before_the_b_page() -> None:
    """The plan says which; without a step that reads the B page, their purpose does."""
    record = note().record
    assert isinstance(record, TeachingNote)
    assert [q.id for q in before_b(record)] == ["q1"]
    plain = record.model_copy(update={"plan": record.plan[:1]})
    assert [q.id for q in before_b(plain)] == ["q1"]
    late = [step.model_copy(update={"step": "讨论"}) for step in record.plan]
    questions = [q.model_copy(update={"purpose": "辨依据"}) for q in record.questions]
    assert before_b(record.model_copy(update={"plan": late, "questions": questions})) == ()


def test_class_of_a_note_without_a_page() -> None:
    """A note without an A page still has questions and a worksheet, and no B page."""
    record = note().record.model_copy(update={"a_page": None})
    entry = Entry(note().kind, NOTE, record, note().document)
    assert a_page(entry, linked_root(EXAMPLE)) is None


def test_characters_are_counted_as_readers_do() -> None:
    """A Han character is one, a word or number in other letters is one, stops are none."""
    assert characters("社工，3 人（WHO 2020）。") == 6
    assert minutes_for(1) == 1
    assert minutes_for(CHARACTERS_PER_MINUTE) == 1
    assert minutes_for(CHARACTERS_PER_MINUTE + 1) == 2


def test_only_what_is_to_be_read_is_counted() -> None:
    """Labels of fields in `where` narrow the count; editors' notes never count."""
    linked = linked_root(EXAMPLE)
    record = linked.catalog.by_id["shili-songfan"].record
    whole, summary = characters_of(record), characters_of(record, "只读摘要")
    assert 0 < summary < whole
    assert characters_of(record, "随便看看") == whole
    longer = record.model_copy(update={"editor_notes": ("很长的说明" * 100,)})
    assert characters_of(longer) == whole


def test_minutes_of_a_list() -> None:
    """Given minutes stand, a class takes its plan, the rest is counted by characters."""
    linked = linked_root(EXAMPLE)
    time = list_time(linked.catalog.by_id["shili-qingdan"], linked)
    before, in_class, after = time.sections
    assert [section.when for section in time.sections] == ["课前", "课上", "课后"]
    assert [item.how for item in before.items] == ["按字数估算", "编者给定", "按字数估算"]
    assert before.items[1].minutes == 12
    assert (in_class.items[0].how, in_class.minutes, in_class.over) == ("按课堂计划", 40, 0)
    assert time.over == 0
    assert time.total("课后") == after.minutes > 0


LIST = """title: 示例清单
summary: 示例。
status: 已发布
version: 1
added: 2026-01-01
updated: 2026-01-01
maintainer: 示例
last_checked: 2026-01-01
duration: {duration}
sections:
  - title: 第一节
    items:
      - {{ref: laiyuan, importance: 必读, minutes: {minutes}}}
      - {{ref: laiyuan, importance: 备查}}
"""
SOURCE = """title: 一篇外部文献
summary: 示例。
status: 已发布
version: 1
added: 2026-01-01
updated: 2026-01-01
csl: {type: webpage, title: 示例}
reliability: {level: 中, why: 示例}
party: 他人
seen: 全文
rights: 示例
passages: [{id: a, about: 全文}]
facts: [{id: f1, at: [a], basis: 来源所述, text: 甲}]
unstated: [csl.author, csl.issued, csl.page, csl.publisher, csl.container-title, csl.URL]
not_used: [{fact: f1, reason: 示例}]
"""


def small(duration: int, minutes: int) -> LinkedCatalog:
    """Return a library with one list."""
    texts = {
        "reading-lists/danzi.yml": LIST.format(duration=duration, minutes=minutes),
        "sources/laiyuan.yml": SOURCE,
    }
    examined = examine_texts(texts)
    assert examined.linked is not None, examined.diagnostics
    return examined.linked


@pytest.mark.parametrize(
    ("duration", "minutes", "said"),
    [
        (30, 50, "排不下</strong>　课上的内容要 50 分钟，课只有 30 分钟，还差 20 分钟"),
        (60, 50, "排得下</strong>　课上的内容约 50 分钟，课有 60 分钟，余 10 分钟"),
        (50, 50, "正好</strong>"),
    ],
)
def test_page_says_whether_the_list_fits(duration: int, minutes: int, said: str) -> None:
    """By how many minutes the class is too short or too long is on the page, with the speed."""
    found = {page.path: page.body for page in entry_pages(small(duration, minutes), Site())}
    body = found["reading-lists/danzi.html"]
    assert said in body
    assert f"每分钟 {CHARACTERS_PER_MINUTE} 字" in body
    assert "另有 1 条外部文献没有算进去" in body


def test_part_of_a_class_takes_its_steps() -> None:
    """A list that names some questions of a note takes the minutes of their steps."""
    linked = linked_root(EXAMPLE)
    entry = linked.catalog.by_id["shili-qingdan"]
    section = entry.record.sections[1]  # type: ignore[attr-defined]
    item = section.items[0].model_copy(update={"questions": ("q1",)})
    section = section.model_copy(update={"items": (item,)})
    record = entry.record.model_copy(update={"sections": (section,)})
    time = list_time(Entry(entry.kind, entry.id, record, entry.document), linked)
    assert time.sections[0].minutes == 10


def test_list_sends_learners_to_the_a_page_first() -> None:
    """Where a class has an A page, the list leads there under its title; the case comes after."""
    body = pages()["reading-lists/shili-qingdan.html"].body
    address = class_address(NOTE, "a")
    assert f'<a href="../{address}">暴雨之后，先看望谁</a>' in body
    assert 'shili-songfan.html">案例页</a>' in body
    assert body.index(address) < body.index("shili-songfan.html")
    assert "示例：暴雨后按楼栋看望独居老人" not in body


@pytest.mark.parametrize(
    ("title", "when", "is_read"),
    [("课前阅读", None, "课前"), ("第一周", None, "课上"), ("课前", "课后", "课后")],
)
def test_when_a_section_is_read(title: str, when: str | None, is_read: str) -> None:
    """As stated, else by its heading, else in class."""
    item = {"ref": "a", "importance": "必读"}
    value = {"title": title, "items": [item], **({"when": when} if when else {})}
    assert when_of(Section.model_validate(value)) == is_read


def test_note_page_without_answers() -> None:
    """The note's page has the plan by the clock, numbers of questions, links to the sheets."""
    body = pages()["teaching-notes/shili-shouke.html"].body
    for words in ("第 6—16 分钟", "会排看望名单", "对应目标 1", "借鉴对照表", "试讲一次", "60%"):
        assert words in body
    for part in PARTS:
        assert f'href="../{class_address(NOTE, part)}"' in body
    assert "不外露" not in body
    assert "答题要点：" not in body


def test_case_leads_to_its_notes() -> None:
    """The page of a case says how it is taught, once."""
    body = pages()["cases/shili-songfan.html"].body
    assert 'id="teaching"' in body
    assert body.count("teaching-notes/shili-shouke.html") == 1
    assert 'id="teaching"' not in pages()["cases/shili-jiutiaomu.html"].body


def test_teaching_page_lists_every_class() -> None:
    """Minutes, people and audience are there as data and as words; the pack only where it is."""
    body = pages()["teaching.html"].body
    assert 'data-minutes="40" data-min="8" data-max="30" data-audiences="示例学员"' in body
    assert "8—30 人" in body
    assert "reading-lists/shili-qingdan.html" in body
    assert "downloads/" in body
    assert "downloads/" not in pages(Edition.LEARNER)["teaching.html"].body


def test_links_of_an_a_page_become_words() -> None:
    """A link without words of its own shows no id: the title stands there, and is stood in for."""
    linked = linked_root(EXAMPLE)
    record = note().record
    assert isinstance(record, TeachingNote)
    assert record.a_page is not None
    page = record.a_page.model_copy(
        update={"text": "去找[[shili-jigou]]，或[[shili-ren|那个人]]。"}
    )
    changed = record.model_copy(update={"a_page": page})
    made = a_page(Entry(note().kind, NOTE, changed, note().document), linked)
    assert made is not None
    assert made.parts == (("", "去找这家机构，或那个人。"),)
