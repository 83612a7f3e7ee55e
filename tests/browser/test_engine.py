"""The engine in a browser, on a small library: over http and from a folder."""

from __future__ import annotations

import functools
import http.server
import json
import re
import shutil
import threading
from importlib.resources import files
from itertools import count
from pathlib import Path

import pytest
from opencc import OpenCC

from anliku.search import Facet, SearchRecord, Section, Thesaurus
from anliku.search.normal import RUN, normal, simplified
from tests.browser.conftest import Quiet
from tests.search.reader import called
from tests.search.sample import FACETS, RECORDS, WORDS, concept, thesaurus
from tests.search.shelf import Engine, put

PARTS = files("anliku") / "assets" / "engine"
NUMBERED = count()
BY_ID = {record.id: record for record in RECORDS}
ODD = (
    "", " ", "　\t\n", "，。！？", "...", "-", "\0", "😀", "👨‍👩‍👧", "𠮷", "ﷺ",
    "ａｂ１", "药", "a", "7",
    "的", "怎么办", "的的的的", "老人" * 2500, "x" * 5000,
    "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "'\";alert(1)//",
    ".*", "[", "(?:", "\\", "\\u0000", "%E7%8B", "$&",
    "__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "null", "undefined",
    "=独居老人", "§1", "^独居", "¶1", "独居~老人|",
)  # fmt: skip
QUERIES = (
    "", "独居老人", "老人", "社工", "志愿者排班", "残疾人", "孩子电话", "chenxi", "心里疏导",
    "獨居長者", "三十人的社工机构", "大机构", "聋哑人", "的",
)  # fmt: skip


# ---- A library, and pages that search it --------------------------------------------------------


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """Return a folder for libraries; its name needs quoting."""
    return tmp_path_factory.mktemp("jiansuo") / "案例 库#1"


@pytest.fixture(scope="module")
def address(shelf: Path):
    """Serve that folder on a free port of this machine."""
    shelf.mkdir()
    handler = functools.partial(Quiet, directory=str(shelf))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def context(browser):
    """Return a browser with nothing in it."""
    one = browser.new_context(locale="zh-CN")
    one.set_default_timeout(10_000)
    yield one
    one.close()


@pytest.fixture
def opening(context, address: str):
    """Return a function that opens a library; whatever leaves its origin fails the test."""
    made: list[Engine] = []

    def make(folder: Path, place: str = "http") -> Engine:
        at = f"{address}{folder.name}/" if place == "http" else f"{folder.as_uri()}/"
        made.append(Engine(context.new_page(), at).open())
        return made[-1]

    yield make
    for one in made:
        one.page.close()
    assert [url for one in made for url in one.asked if not url.startswith(one.home)] == []
    assert [fault for one in made for fault in one.faults] == []


@pytest.fixture(scope="module")
def sample(shelf: Path, address: str) -> Path:  # noqa: ARG001 - the folder must be there
    """Return the folder of the sample."""
    return put(shelf / "sample", RECORDS, WORDS, FACETS)


@pytest.fixture(scope="module")
def lasting(context, address: str):
    """Return a function that opens a library once; its page serves many tests."""
    made: dict[str, Engine] = {}

    def make(folder: Path) -> Engine:
        home = f"{address}{folder.name}/"
        if home not in made:
            made[home] = Engine(context.new_page(), home).open()
        return made[home]

    yield make
    for one in made.values():
        one.page.close()


@pytest.fixture
def engine(lasting, sample: Path):
    """Return a page over the sample that many tests share."""
    one = lasting(sample)
    one.faults.clear()
    yield one
    assert [url for url in one.asked if not url.startswith(one.home)] == []
    assert one.faults == []


@pytest.fixture
def small(opening, shelf: Path):
    """Return a function that makes a library of a few records and opens it."""

    def make(records: list[SearchRecord], words: Thesaurus | None = None, facets=()) -> Engine:
        folder = shelf / f"small{next(NUMBERED)}"
        return opening(put(folder, records, words or thesaurus(), facets))

    return make


def entry(key: str, title: str, text: str = "", **given: object) -> SearchRecord:
    """Return a record with one section."""
    return SearchRecord(
        key, "study", title, f"{key}.html", sections=(Section("做法", text),), **given
    )


# ---- Words of one meaning -----------------------------------------------------------------------


@pytest.mark.parametrize("query", ["孤寡老人", "空巢老人", "独居老人"])
def test_synonyms_find_one_another(engine: Engine, query: str) -> None:
    """A word finds entries that have only another word of its group."""
    assert set(engine.ids(query)[:2]) == {"songcai", "tanfang"}


def test_near_words_stand_behind_the_word_itself(engine: Engine) -> None:
    """In a wide group what was typed comes first, and the near word is still there."""
    assert engine.ids("宽心聊天")[:2] == ["liaotian", "shudao"]
    assert engine.ids("心理疏导")[:2] == ["shudao", "liaotian"]


def test_narrow_before_wide(small) -> None:
    """Words of the same meaning come before near words, whatever their place in the library."""
    words = thesaurus(
        concept("志愿者", "义工"), concept("帮手", "志愿者", "热心街坊", "邻里能人", scope="宽")
    )
    records = [entry("a", "召集热心街坊"), entry("b", "召集义工"), entry("c", "召集邻里能人")]
    assert small(records, words).ids("志愿者")[0] == "b"
    records = [entry("b", "召集热心街坊"), entry("c", "召集义工"), entry("a", "召集邻里能人")]
    assert small(records, words).ids("志愿者")[0] == "c"


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("空巢长者", "tanfang"),
        ("独居长者", "songcai"),
        ("留守孩子", "liushou"),
        ("智力障碍人员", "zhizhang"),
    ],
)
def test_elements_of_words(engine: Engine, query: str, wanted: str) -> None:
    """A compound is understood with another element that nobody listed."""
    assert wanted in engine.ids(query)[:2]
    assert engine.search(query)["corrected"] == ""


def test_no_word_across_two_others(engine: Engine) -> None:
    """流感 does not find those who 交流感受; it finds its synonym."""
    assert engine.ids("流感") == ["liugan", "shengbing"]


def test_broader_word_finds_narrower_ones(engine: Engine) -> None:
    """残障人士 finds 智力障碍人士, behind those who have it themselves."""
    found = engine.ids("残障人士")
    assert found.index("canzhang") < found.index("zhizhang")


# ---- Pinyin, traditional characters, slips -----------------------------------------------------


@pytest.mark.parametrize(
    ("query", "reading", "wanted"),
    [
        ("chenxishegong", "晨曦社工", "chenxi"),
        ("CHENXISHEGONG", "晨曦社工", "chenxi"),
        ("chen xi she gong", "晨曦社工", "chenxi"),
        ("cxsg", "晨曦社工", "chenxi"),
        ("chenxi", "晨曦社工", "chenxi"),
        ("xhsgz", "新禾社工站", "xinhe"),
        ("tongxing", "同行", "tongxing"),
        ("tonghang", "同行", "tongxing"),
        ("tonghangshegongzhan", "同行社工站", "tongxing"),
        ("qinjiapingshegongzhan", "覃家坪社工站", "qinjiaping"),
        ("qjpsgz", "覃家坪社工站", "qinjiaping"),
        ("dujulaoren", "独居老人", "songcai"),
        ("ｌｉｕｇａｎ", "流感", "liugan"),
    ],
)
def test_pinyin(engine: Engine, query: str, reading: str, wanted: str) -> None:
    """Names and words are read in full, by initials, begun, and in either way of a polyphone."""
    answer = engine.search(query)
    assert reading in answer["readings"]
    assert wanted in [hit["id"] for hit in answer["hits"][:3]]
    assert answer["corrected"] == ""


def test_a_corrected_reading_replaces_the_other(engine: Engine) -> None:
    """A name is not found by the reading that an editor has corrected."""
    assert engine.search("tanjiapingshegongzhan")["readings"] == []


def test_ambiguous_initials_show_every_reading(engine: Engine) -> None:
    """xh may be 新禾 or 星河: both are told, and an entry of each stands at the top."""
    answer = engine.search("xh")
    assert {"新禾", "星河"} <= set(answer["readings"])
    top = [BY_ID[hit["id"]] for hit in answer["hits"][: len(answer["readings"])]]
    assert {name for record in top for name in record.names} >= {"新禾", "星河"}


@pytest.mark.parametrize(
    ("query", "readings", "wanted"),
    [
        ("dujulaorensongyao", ["独居老人", "送药"], "songcai"),
        ("dujulaoren songyao", ["独居老人", "送药"], "songcai"),
        ("liushouertongrexian", ["留守儿童", "热线"], "liushou"),
    ],
)
def test_several_words_of_pinyin(
    engine: Engine, query: str, readings: list[str], wanted: str
) -> None:
    """Several words in a row are read one after another."""
    answer = engine.search(query)
    assert answer["readings"] == readings
    assert answer["hits"][0]["id"] == wanted


def test_pinyin_beside_characters(engine: Engine) -> None:
    """Letters beside characters are read, and the characters stay."""
    answer = engine.search("老人songyao")
    assert answer["readings"] == ["送药"]
    assert answer["hits"][0]["id"] == "songcai"


@pytest.mark.parametrize("query", ["PTSD", "ptsd", "ＰＴＳＤ"])
def test_a_latin_word_of_the_library_is_no_pinyin(engine: Engine, query: str) -> None:
    """A word that stands in the library is looked for as it is."""
    answer = engine.search(query)
    assert (answer["readings"], answer["hits"][0]["id"]) == ([], "ptsd")


def test_traditional_characters(engine: Engine) -> None:
    """Every title typed in traditional characters brings what the simplified title brings."""
    convert = OpenCC("s2t").convert
    titles = [record.title for record in RECORDS if convert(record.title) != record.title]
    typed = [convert(title) for title in titles]
    assert len(titles) > 15
    plain = engine.searches(titles)
    for title, old, new in zip(titles, engine.searches(typed), plain, strict=True):
        assert [hit["id"] for hit in old["hits"]] == [hit["id"] for hit in new["hits"]], title
        assert RUN.findall(old["simplified"]) == RUN.findall(normal(title))
        assert new["simplified"] == ""


def test_traditional_library(small) -> None:
    """An entry in traditional characters is found by simplified ones, and the other way round."""
    one = small([entry("a", "獨居長者送藥"), entry("b", "排班的辦法")])
    assert one.ids("独居长者") == one.ids("獨居長者") == ["a"]


@pytest.mark.parametrize(("query", "title"), [("灾後重建", "灾后重建"), ("徵集物品", "征集物品")])
def test_traditional_characters_of_gb2312(small, query: str, title: str) -> None:
    """Some traditional characters stand in GB 2312, too."""
    answer = small([entry("a", title), entry("b", "排班")]).search(query)
    assert answer["simplified"] == title


SLIPS = (
    ("毒居老人", "独居老人", "songcai"),
    ("心里疏导", "心理疏导", "shudao"),
    ("刘感", "流感", "liugan"),
    ("星河公溢", "星河公益", "xinghe"),
    ("新和社工站", "新禾社工站", "xinhe"),
    ("宽心聊夫", "宽心聊天", "liaotian"),
    ("智力障碍人土", "智力障碍人士", "zhizhang"),
    ("海岛志愿服务总对", "海岛志愿服务总队", "haidao"),
    ("给毒居老人送药", "给独居老人送药", "songcai"),
)


@pytest.mark.parametrize(("query", "meant", "wanted"), SLIPS)
def test_slips_are_mended(engine: Engine, query: str, meant: str, wanted: str) -> None:
    """A character that sounds the same or looks alike is mended; the whole query is told."""
    answer = engine.search(query)
    assert answer["corrected"] == meant
    assert wanted in [hit["id"] for hit in answer["hits"][:2]]


@pytest.mark.parametrize("query", [query for query, _, _ in SLIPS])
def test_exact_never_mends(engine: Engine, query: str) -> None:
    """“仍搜原词” searches for what was typed, also right after the mended search."""
    assert engine.search(query)["corrected"] != ""
    answer = engine.search(query, exact=True)
    assert answer["corrected"] == ""
    assert all(part in query for part in answer["parts"])


def mended(engine: Engine, told: set[str]) -> dict[str, str]:
    """Return what was taken for a slip, with what it was mended to."""
    queries = sorted(told)
    answers = zip(queries, engine.searches(queries), strict=True)
    return {query: answer["corrected"] for query, answer in answers if answer["corrected"]}


def test_words_of_the_library_are_never_mended(engine: Engine) -> None:
    """No title, name, keyword or word of a group is taken for a slip."""
    told = {word for record in RECORDS for word in (record.title, *record.names, *record.tags)}
    assert mended(engine, told | set(WORDS.words) | {"智力障碍人士", "独居长者", "留守孩子"}) == {}


def test_clauses_of_the_library_are_never_mended(engine: Engine) -> None:
    """Whoever types or pastes a clause of an entry has made no slip."""
    texts = [text for r in RECORDS for text in (r.summary, *(s.text for s in r.sections))]
    assert mended(engine, set(re.findall(r"[\u3400-\u9fff]{2,}", "\n".join(texts)))) == {}


def test_a_word_is_not_cut_by_mending(small) -> None:
    """A word that the library knows by its group stays, although a near phrase stands in it."""
    words = thesaurus(concept("障碍者", "残疾人"), concept("智力障碍人士", "心智障碍者"))
    records = [entry("a", "障碍者出行"), entry("b", "心智障碍者就业"), entry("c", "别的事")]
    answer = small(records, words).search("智力障碍人士")
    assert answer["corrected"] == ""
    assert answer["hits"][0]["id"] == "b"


def test_mending_one_word_spares_the_next(small) -> None:
    """Beside a slip, a word that is right stays, although no text has its characters in a row."""
    words = thesaurus(concept("障碍者", "残疾人"), concept("智力障碍人士", "心智障碍者"))
    records = [
        entry("a", "障碍者出行", tags=("障碍者",)),
        entry("b", "心智障碍者就业", tags=("心智障碍者",)),
        entry("c", "独居老人", tags=("独居老人",)),
    ]
    answer = small(records, words).search("毒居老人和智力障碍人士")
    assert answer["corrected"] == "独居老人和智力障碍人士"


# ---- Sizes --------------------------------------------------------------------------------------

HEADS = {
    "two": (1, 2), "five": (4, 5), "nine": (7, 9), "dozen": (12, 18), "thirty": (25, 30),
    "forty": (31, 45), "eighty": (60, 90), "hundreds": (120, 200), "five-hundred": (400, 600),
    "thousands": (1200, None), "unknown": None,
}  # fmt: skip
NUMBERED_SIZES = (
    ("三十人机构", "thirty", "two five nine hundreds five-hundred thousands unknown"),
    ("30人的社工机构", "thirty", "two five nine hundreds five-hundred thousands unknown"),
    ("10人以下的团队", "two five nine", "thirty forty eighty hundreds thousands unknown"),
    ("不到十人的机构", "two five nine", "thirty forty eighty hundreds thousands unknown"),
)
SIZES = (
    ("我们只有五六个人", "five nine", "dozen thirty forty eighty hundreds thousands unknown"),
    ("几十人的机构", "thirty forty eighty", "two five nine hundreds five-hundred thousands"),
    ("三四十人的机构", "thirty forty", "two five nine dozen hundreds thousands unknown"),
    ("上百人的机构", "hundreds five-hundred thousands", "two five nine dozen thirty forty unknown"),
    ("大机构", "hundreds five-hundred thousands", "two five nine dozen thirty forty unknown"),
    ("小机构", "two five nine", "thirty forty eighty hundreds thousands unknown"),
)


@pytest.fixture(scope="module")
def sized(shelf: Path, lasting) -> Engine:
    """Return a library of organizations that differ in their heads only; no text tells them."""
    records = [entry(key, "街角的站点", size=size) for key, size in HEADS.items()]
    return lasting(put(shelf / "sized", records, thesaurus(), ()))


@pytest.mark.parametrize(("query", "fitting", "others"), SIZES, ids=[row[0] for row in SIZES])
def test_a_size_asks_for_intervals_that_overlap(
    sized: Engine, query: str, fitting: str, others: str
) -> None:
    """A query of nothing but a size finds the organizations of this size, and no others."""
    found = set(sized.ids(query))
    assert set(fitting.split()) <= found
    assert not found & set(others.split())


@pytest.mark.parametrize(
    ("query", "fitting", "others"), NUMBERED_SIZES, ids=[row[0] for row in NUMBERED_SIZES]
)
def test_a_numbered_size_needs_no_number_in_the_text(
    sized: Engine, query: str, fitting: str, others: str
) -> None:
    """三十人机构 finds an organization of 25 to 30 heads whose texts do not say so."""
    found = set(sized.ids(query))
    assert set(fitting.split()) <= found
    assert not found & set(others.split())


@pytest.mark.parametrize(
    ("query", "fitting", "others"),
    [
        ("几十人", "thirty forty eighty", "two five hundreds thousands"),
        ("上百人", "hundreds five-hundred thousands", "two five thirty forty"),
        ("20到30人的机构", "thirty dozen", "two five hundreds thousands"),
        ("上千人的机构", "thousands", "two five thirty forty hundreds"),
    ],
)
def test_further_ways_to_say_a_size(sized: Engine, query: str, fitting: str, others: str) -> None:
    """A bare size, a range of two numbers, and thousands are sizes, too."""
    found = set(sized.ids(query))
    assert set(fitting.split()) <= found
    assert not found & set(others.split())


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("三十人机构 排班", "thirty"),
        ("排班 我们只有五六个人", "five"),
        ("大机构怎么排班", "thousands"),
    ],
)
def test_a_size_beside_a_matter_is_no_filter(small, query: str, first: str) -> None:
    """Entries of this size come first; the others about the matter are still there."""
    sizes = {key: HEADS[key] for key in ("five", "thirty", "thousands", "unknown")}
    records = [entry(key, "排班的办法", size=size) for key, size in sizes.items()]
    found = small([*records, entry("other", "买菜的账目", size=HEADS[first])]).ids(query)
    assert found[0] == first
    assert set(found[:4]) == set(sizes)


def test_ages_and_numbers_of_people_served_are_no_sizes(sized: Engine) -> None:
    """六十岁以上 is no size of an organization."""
    assert sized.ids("六十岁以上的奶奶") == []


# ---- Odd queries --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("居老人", "独居老人"),
        ("守儿童", "留守儿童"),
        ("独居老", "独居老人"),
        ("理疏导", "心理疏导"),
    ],
)
def test_words_cut_inside(engine: Engine, query: str, wanted: str) -> None:
    """A word whose first or last character is missing finds the word, unmended."""
    answer = engine.search(query)
    assert wanted in BY_ID[answer["hits"][0]["id"]].tags
    assert answer["corrected"] in {"", wanted}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("独居老人没人送药怎么办？", "songcai"),
        ("怎么陪智力障碍人士做检测", "zhizhang"),
        ("晚上孩子打电话来哭应该怎么接", "liushou"),
        ("口罩不够的时候先给谁呢", "wuzi"),
        ("有没有轮椅下不了楼帮忙代购的例子", "canzhang"),
        ("想找筹款账目怎么公布的做法", "mukuan"),
    ],
)
def test_whole_questions(engine: Engine, query: str, wanted: str) -> None:
    """What is asked around the matter does not hide it."""
    assert engine.ids(query)[0] == wanted


def test_every_title_finds_its_entry(engine: Engine) -> None:
    """Who types a title gets that entry first."""
    titles = [record.title for record in RECORDS]
    first = [answer["hits"][0]["id"] for answer in engine.searches(titles)]
    assert first == [record.id for record in RECORDS]


def test_one_character(engine: Engine) -> None:
    """One character finds the titles that have it."""
    assert set(engine.ids("药")) >= {"songcai"}
    assert set(engine.ids("岛")) >= {"haidao", "lunzhi"}


@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_odd_queries_are_answered(engine: Engine, query: str) -> None:
    """Any text is searched, counted and compared without a fault, a dialog, or a trace."""
    before = engine.call("() => Object.getOwnPropertyNames(Object.prototype).length")
    for options in ({}, {"exact": True}, {"filters": {"place": ["城区"]}}):
        answer = engine.search(query, **options)
        assert answer["total"] >= len(answer["hits"])
        assert all(hit["id"] in BY_ID for hit in answer["hits"])
        assert engine.counts(query, **options).keys() == {facet.key for facet in FACETS}
    assert len(engine.near(query)) <= 4
    assert engine.call("() => Object.getOwnPropertyNames(Object.prototype).length") == before
    assert engine.call("() => document.querySelectorAll('img, script:not([src])').length") == 0


@pytest.mark.parametrize("query", ["", "   ", "，。！", "😀", ".*"])
def test_nothing_asked_finds_nothing(engine: Engine, query: str) -> None:
    """Blanks and punctuation are no question; with a filter they show all that passes."""
    answer = engine.search(query)
    assert (answer["total"], answer["hits"], answer["corrected"]) == (0, [], "")
    island = {record.id for record in RECORDS if "海岛" in record.facets.get("place", ())}
    assert set(engine.ids(query, filters={"place": ["海岛"]})) == island


@pytest.mark.parametrize("query", ["constructor", "qqqqzzzz", "__proto__"])
def test_what_is_not_there_is_not_found(engine: Engine, query: str) -> None:
    """A word of no entry finds none."""
    assert engine.search(query)["total"] == 0


def test_a_long_latin_word(small) -> None:
    """A word of many letters is found by itself."""
    word = "anxiety" * 6
    one = small([entry("a", "一个词", word), entry("b", "别的")])
    assert one.ids(word) == ["a"]


def test_empty_and_tiny_libraries(small) -> None:
    """A library of nothing finds nothing, one of one entry finds that."""
    assert small([]).search("独居老人")["total"] == 0
    assert small([entry("a", "独居老人")]).ids("独居老人") == ["a"]


# ---- What an answer holds -----------------------------------------------------------------------


def test_hits_are_cards_in_order(engine: Engine) -> None:
    """A hit is the card of its record; scores fall; the limit cuts and changes nothing else."""
    whole = engine.search("社工", limit=100)
    assert whole["total"] == len(whole["hits"]) > 3
    scores = [hit["score"] for hit in whole["hits"]]
    assert scores == sorted(scores, reverse=True)
    for hit in whole["hits"]:
        record = BY_ID[hit["id"]]
        assert (hit["kind"], hit["title"], hit["url"]) == (record.kind, record.title, record.url)
        assert hit["note"] == record.note
        assert record.summary.startswith(hit["summary"].removesuffix("…"))
    for limit in (0, 1, 3):
        cut = engine.search("社工", limit=limit)
        assert cut["hits"] == whole["hits"][:limit]
        assert cut["total"] == whole["total"]


def test_parts_and_marks(engine: Engine) -> None:
    """The query is told as it was cut; marks are its words and their synonyms, longest first."""
    answer = engine.search("独居老人送药")
    assert answer["parts"] == ["独居老人", "送药"]
    assert {"独居老人", "空巢老人", "送药"} <= set(answer["marks"])
    assert [len(m) for m in answer["marks"]] == sorted(map(len, answer["marks"]), reverse=True)
    assert len(set(answer["marks"])) == len(answer["marks"])


def test_passages_are_cut_from_their_section(engine: Engine) -> None:
    """A passage names its section, and its text stands there, around a word that was asked."""
    answer = engine.search("独居老人取药")
    found = engine.passages([hit["id"] for hit in answer["hits"]], answer["marks"])
    assert "songcai" in found
    for key, passage in found.items():
        section = next(s for s in BY_ID[key].sections if s.heading == passage["heading"])
        assert passage["anchor"] == section.anchor
        assert passage["text"].strip("…") in section.text
        assert any(mark in passage["text"] for mark in answer["marks"])
        assert len(passage["text"]) <= 110


def test_no_passage_where_only_the_title_answers(engine: Engine) -> None:
    """A hit by its title has no passage; neither have ids that nobody found, or no marks."""
    answer = engine.search("方言广播稿")
    assert answer["hits"][0]["id"] == "fangyan"
    assert "fangyan" not in engine.passages(["fangyan", "nobody"], answer["marks"])
    assert engine.passages(["fangyan"], []) == {}
    assert engine.passages([], ["老人"]) == {}


def test_a_passage_of_a_long_text_is_short(small) -> None:
    """Of 20,000 characters a passage shows the place that was asked for."""
    text = "上门之前先打电话。" * 2222 + "末尾写着鹭鸶两个字。" + "上门之前先打电话。" * 10
    one = small([entry("a", "记录", text), entry("b", "别的")])
    assert one.ids("鹭鸶") == ["a"]
    passage = one.passages(["a"], ["鹭鸶"])["a"]["text"]
    assert "鹭鸶" in passage
    assert len(passage) <= 110


def test_near_phrases_are_phrases_of_the_library(engine: Engine) -> None:
    """For an empty result up to four phrases are offered, and each finds something."""
    offered = engine.near("独居老爷爷")
    assert "独居老人" in offered
    assert len(offered) == len(set(offered)) <= 4
    assert all(answer["total"] for answer in engine.searches(offered))
    assert engine.near("獨居老爺爺") == offered
    assert engine.near("qqqq") == []


# ---- Facets -------------------------------------------------------------------------------------


def test_or_within_a_facet_and_between_facets(engine: Engine) -> None:
    """Two ticks of a facet add; ticks of two facets narrow."""
    for query in ("", "社工", "老人"):
        base = set(engine.ids(query, limit=100)) or set(BY_ID)
        for filters in (
            {"phase": ["准备", "恢复"]},
            {"phase": ["应急"], "place": ["城区"]},
            {"phase": ["应急", "恢复"], "place": ["城区", "乡镇"], "kind": ["案例"]},
        ):
            wanted = {key for key in base if passes(BY_ID[key], filters)}
            answer = engine.search(query, filters=filters, limit=100)
            assert wanted, "a case that tests nothing"
            assert {hit["id"] for hit in answer["hits"]} == wanted
            assert answer["total"] == len(wanted)


def passes(record: SearchRecord, filters: dict[str, list[str]]) -> bool:
    """Say whether a record has one of the values of every facet."""
    return all(set(values) & set(record.facets.get(key, ())) for key, values in filters.items())


def test_filters_keep_the_order(engine: Engine) -> None:
    """A filter takes hits away and changes neither the order nor the scores of the others."""
    whole = engine.search("社工", limit=100)["hits"]
    kept = engine.search("社工", limit=100, filters={"place": ["城区"]})["hits"]
    assert kept == [hit for hit in whole if "城区" in BY_ID[hit["id"]].facets.get("place", ())]


def test_empty_filters_are_no_filters(engine: Engine) -> None:
    """A facet without a tick does not narrow."""
    assert engine.search("老人", filters={"place": []}) == engine.search("老人")


def test_values_that_nobody_knows_find_nothing(engine: Engine) -> None:
    """An unknown value or facet, as from an old address, gives no hit and no fault."""
    for filters in ({"place": ["月球"]}, {"colour": ["红"]}, {"__proto__x": ["1"]}):
        assert engine.search("老人", filters=filters)["total"] == 0
    assert engine.search("老人", filters={"place": ["月球", "城区"]})["total"] > 0


def test_counts_of_the_whole_library(engine: Engine) -> None:
    """Without a question and ticks, each value counts its entries, in the order of the facet."""
    rows = engine.call("() => anliku.counts('', {})")
    assert [(row["key"], row["label"]) for row in rows] == [(f.key, f.label) for f in FACETS]
    assert engine.counts("") == {
        facet.key: {
            value: sum(value in r.facets.get(facet.key, ()) for r in RECORDS)
            for value in facet.values
        }
        for facet in FACETS
    }


TICKED = (
    {},
    {"place": ["城区"]},
    {"phase": ["应急", "恢复"]},
    {"people": ["儿童"], "place": ["乡镇"]},
)
COUNTED = """async (query, ticked) => {
    const apart = [];
    for (const filters of ticked) {
        for (const { key, values } of await anliku.counts(query, { filters })) {
            for (const { value, count, chosen } of values) {
                const next = Object.assign({}, filters, { [key]: [value] });
                const { total } = await anliku.search(query, { filters: next, limit: 1 });
                const is = (filters[key] || []).includes(value);
                const fits = total === count && chosen === is;
                if (!fits) apart.push([filters, key, value, count, total]);
            }
        }
    }
    return apart;
}"""


def test_a_count_is_what_a_tick_would_show(engine: Engine) -> None:
    """The count of a value ignores its facet's ticks and is the total after ticking just it."""
    apart = {query: engine.call(COUNTED, query, TICKED) for query in QUERIES}
    assert {query: rows for query, rows in apart.items() if rows} == {}


def test_a_rare_facet_with_a_frequent_word(small) -> None:
    """The one entry of a rare value is found by a word that all have, though others say it more."""
    facets = (Facet("place", "地点", ("城区", "海岛")),)
    records = [
        entry(f"r{n}", "社工的排班办法", "社工排班。" * 5, facets={"place": ("城区",)})
        for n in range(80)
    ]
    text = "船来了就换人，" * 40 + "社工不多。"
    rare = entry("rare", "码头上的交接", text, facets={"place": ("海岛",)})
    one = small([*records, rare], facets=facets)
    answer = one.search("社工", filters={"place": ["海岛"]})
    assert ([hit["id"] for hit in answer["hits"]], answer["total"]) == (["rare"], 1)
    assert one.counts("社工") == {"place": {"城区": 80, "海岛": 1}}


# ---- Files --------------------------------------------------------------------------------------

SAME = (
    "独居老人", "老人", "社工", "宽心聊天", "chenxi", "xh", "獨居長者", "毒居老人",
    "三十人机构 排班", "居老人", "独居老人没人送药怎么办", "药", "PTSD", "十二个人", "志愿者培训",
    "聋哑", "",
)  # fmt: skip


def test_same_answers_from_a_folder(opening, sample: Path) -> None:
    """Opened from file://, the library answers as over http: hits, order, scores, words, counts."""
    web, folder = opening(sample), opening(sample, "file")
    assert web.home.startswith("http:")
    assert folder.home.startswith("file:")
    assert web.searches(SAME) == folder.searches(SAME)
    assert web.counts("老人") == folder.counts("老人")
    assert web.near("独居老爷爷") == folder.near("独居老爷爷")
    ids, marks = ["songcai", "tanfang"], ["老人", "长者"]
    assert web.passages(ids, marks) == folder.passages(ids, marks) != {}


ALONE = (
    "独居老人",
    "儿童",
    "老人送药",
    "chenxi",
    "毒居老人",
    "几十人的机构",
    "志愿者培训",
    "居老人",
)
BEGUN = ("聊天", "安排", "障碍", "走访", "看护")


@pytest.mark.parametrize("queries", [ALONE, BEGUN], ids=["words", "pieces"])
def test_answers_do_not_depend_on_earlier_ones(
    opening, sample: Path, queries: tuple[str, ...]
) -> None:
    """A query brings the same in a fresh page as after many others, and beside them at once."""
    fresh = [opening(sample).search(query) for query in queries]
    later = opening(sample)
    later.searches([*SAME, *WORDS.words])
    assert later.searches(queries) == fresh
    beside = opening(sample)
    together = "(all) => Promise.all(all.map((query) => anliku.search(query)))"
    assert beside.call(together, [*queries, *WORDS.words])[: len(queries)] == fresh


def test_concurrent_queries_in_a_fresh_page(opening, sample: Path) -> None:
    """Searches, counts and near words that run at once do not disturb one another."""
    one, other = opening(sample), opening(sample)
    code = """(all) => Promise.all(all.map(async (query) => [
        await anliku.search(query), await anliku.counts(query), await anliku.near(query)]))"""
    after = """async (all) => { const found = []; for (const query of all) found.push([
        await anliku.search(query), await anliku.counts(query), await anliku.near(query)]);
        return found; }"""
    queries = ["独居老人", "社工", "chenxi", "毒居老人", "獨居長者"]
    assert one.call(code, queries) == other.call(after, queries)


def test_warm_loads_the_manifest_only(opening, sample: Path) -> None:
    """What is loaded ahead is one file; a second call loads nothing."""
    engine = opening(sample)
    engine.asked.clear()
    engine.call("() => anliku.warm().then(() => anliku.warm()).then(() => 1)")
    assert [url.removeprefix(engine.home) for url in engine.asked] == ["index/manifest.js"]


def test_each_file_is_asked_for_once(opening, sample: Path) -> None:
    """However many queries need it, a file travels once."""
    engine = opening(sample)
    engine.call("(all) => Promise.all(all.map((q) => anliku.search(q))).then(() => 1)", SAME)
    engine.searches(SAME)
    assert len(engine.asked) == len(set(engine.asked))


@pytest.fixture
def own(shelf: Path, sample: Path):
    """Return a copy of the sample whose files may be taken away."""
    return shutil.copytree(sample, shelf / f"own{next(NUMBERED)}")


@pytest.mark.parametrize("place", ["http", "file"])
@pytest.mark.parametrize(
    "missing", ["manifest.js", "facets.js", "words.js", "s", "c", "simplified.js"]
)
def test_a_missing_file_is_told_and_heals(
    opening, sample: Path, own: Path, place: str, missing: str
) -> None:
    """Without a file a search is refused, never answered with less; with it, it is whole again."""
    query, options = "獨居老人 shudao", {"filters": {"phase": ["应急"]}}
    expected = opening(sample).search(query, **options)
    assert expected["total"] > 0
    one = opening(own, place)
    away = own / "away"
    shutil.move(own / "index" / missing, away)
    ask = "anliku.search('獨居老人 shudao', {filters: {phase: ['应急']}})"
    for _ in range(2):
        assert "index file" in one.failure(ask)
    shutil.move(away, own / "index" / missing)
    assert one.search(query, **options) == expected


def test_absent_is_not_the_same_as_not_loaded(opening, sample: Path, own: Path) -> None:
    """Whichever shard is away, every query is refused or answered whole, and whole afterwards."""
    queries = ("独居老人", "志愿者排班", "毒居老人", "chenxi")
    expected = opening(sample).searches(queries)
    shards = sorted((own / "index" / "s").iterdir())
    refused = 0
    for shard in shards:
        one = opening(own)
        shard.rename(own / "away")
        for query, whole in zip(queries, expected, strict=True):
            code = "(q) => anliku.search(q).catch((error) => String(error))"
            answer = one.call(code, query)
            refused += isinstance(answer, str)
            assert isinstance(answer, str) or answer["total"] == whole["total"]
        (own / "away").rename(shard)
        assert one.searches(queries) == expected
    assert refused > 0


def test_what_is_not_loaded_is_no_answer(bare) -> None:
    """Asked before its shard is there, a term gives a fault that leaves no trace; then its row."""
    page = bare("codec", "files")
    told = page.evaluate("""() => {
        manifest = { shards: 1, steps: [1, 2, 3, 4], count: 1 };
        const asked = (act) => { try { return act(); } catch (error) { return String(error); } };
        const before = [asked(() => posting("独居")), asked(() => learn("独居"))];
        arrived.s0 = ["^独居~老人*|独居~!A"];
        learn("独居");
        const size = posting("独居").size;
        return { before, size, known: known.has("独居老人"), no: posting("老人") };
    }""")
    assert all("not loaded" in fault for fault in told.pop("before"))
    assert told == {"size": 1, "known": True, "no": None}


def test_a_torn_file_is_told(opening, own: Path) -> None:
    """A file that arrives but says nothing is a missing one."""
    for shard in (own / "index" / "s").iterdir():
        shard.write_text("// half a file\n", encoding="utf-8")
    assert "index file" in opening(own).failure("anliku.search('独居老人')")


def test_a_page_may_bring_the_whole_index_along(opening, sample: Path, shelf: Path) -> None:
    """A copy in one page holds all files of the index, and asks for none."""
    calls = [path.read_text(encoding="utf-8") for path in sorted((sample / "index").rglob("*.js"))]
    brought = dict(map(called, calls))
    folder = shelf / f"brought{next(NUMBERED)}"
    folder.mkdir()
    shutil.copy(sample / "search.js", folder)
    data = json.dumps(brought, ensure_ascii=False).replace("<", "\\u003c")
    page = f"<script>window.anlikuArrived = {data}</script><script src='search.js'></script>"
    (folder / "index.html").write_text(f'<meta charset="utf-8">{page}', encoding="utf-8")
    one = opening(folder, "file")
    assert one.searches(SAME) == opening(sample).searches(SAME)
    assert one.asked == [f"{one.home}index.html", f"{one.home}search.js"]


# ---- Both sides agree ---------------------------------------------------------------------------


@pytest.fixture
def bare(context):
    """Return a function that opens an empty page with some parts of the engine."""
    page = context.new_page()

    def make(*names: str):
        for name in names:
            page.add_script_tag(content=(PARTS / f"{name}.js").read_text(encoding="utf-8"))
        return page

    yield make
    page.close()


SPELL = r"""(codes) => codes.map((code) =>
    normal("乙" + String.fromCodePoint(code) + "乙").match(/[\u3400-\u9fff]+|[a-z0-9]+/g))"""


def spelled_apart(page, codes: list[int]) -> list[str]:
    """Return the characters that a query spells otherwise than a text."""
    table = simplified()
    heard = page.evaluate(SPELL, codes)
    return [
        f"{chr(code)} {code:x}"
        for code, runs in zip(codes, heard, strict=True)
        if [run.translate(table) for run in runs] != RUN.findall(normal(f"乙{chr(code)}乙"))
    ]


def test_both_sides_spell_chinese_texts_alike(bare) -> None:
    """ASCII, Chinese punctuation, radicals, numbers in circles, Han and fullwidth characters."""
    blocks = [
        (0x20, 0x7F), (0x2460, 0x2500), (0x2E80, 0x2FE0), (0x3000, 0x3030), (0x3200, 0x3400),
        (0x4E00, 0xA000), (0xF900, 0xFB00), (0xFF00, 0xFF66),
    ]  # fmt: skip
    codes = [code for first, after in blocks for code in range(first, after)]
    assert spelled_apart(bare("words"), codes) == []


def test_both_sides_spell_every_character_alike(bare) -> None:
    """A character is read alike in a text and in a query."""
    blocks = [(0x20, 0x3400), (0xF900, 0x10000), (0x1D400, 0x1D800)]
    codes = [code for first, after in blocks for code in range(first, after)]
    assert spelled_apart(bare("words"), codes) == []


BASIC = "(texts) => begin().then(() => texts.map(basic))"


@pytest.mark.parametrize(
    "elements",
    [
        (("老人", "长者"), ("儿童", "孩子")),
        (("青少年们", "小孩子们"), ("儿童", "小孩")),
        (),
    ],
    ids=["apart", "begun alike", "none"],
)
def test_both_sides_have_the_same_basic_form(bare, elements: tuple[tuple[str, ...], ...]) -> None:
    """Elements are replaced alike in a text and in a query."""
    words = thesaurus(elements=elements)
    texts = ["空巢长者", "留守孩子们", "小孩子们的小孩", "长者孩子长者", "", "a长者"]
    page = bare("codec", "files")
    lines = "|".join(" ".join(row) for row in words.elements)
    page.evaluate("(lines) => { arrived.manifest = [{ elements: lines }]; }", lines)
    assert page.evaluate(BASIC, texts) == [words.basic(text) for text in texts]
