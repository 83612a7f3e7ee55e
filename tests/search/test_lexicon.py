"""Phrases and how they are read: polyphones, corrected readings, rows for a browser."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search import SearchRecord, Thesaurus
from anliku.search.impacts import weigh
from anliku.search.lexicon import LONGEST, SHORT, lexicon
from anliku.search.normal import normal
from anliku.search.readings import alone, common_characters, either, reading, usual
from tests.search import reader
from tests.search.sample import RECORDS, WORDS, concept, thesaurus

HAN = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1)


def heard(records: tuple[SearchRecord, ...], words: Thesaurus) -> dict[str, list[tuple[str, ...]]]:
    """Return the readings of each phrase, as a reader of the file puts them together."""
    _, (rows, table, _) = reader.called(lexicon(records, words, weigh(records, words)))
    sounds = {c: s for s, all_ in re.findall(r"([a-z]+)([^a-z|]+)", table) for c in all_}
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in filter(None, rows.split("|")):
        phrase, rest = re.fullmatch(r"([\u3400-\u9fff]+)(.*)", row).groups()
        _, dot, own = rest.partition(".")
        said = tuple(own.split()) if dot else tuple(sounds[c] for c in phrase)
        found.setdefault(phrase, []).append(said)
    return found


@cache
def sample() -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases of the sample."""
    return heard(RECORDS, WORDS)


def test_every_phrase_is_read_character_by_character() -> None:
    """A syllable for each character, in letters."""
    assert len(sample()) > 50
    for phrase, ways in sample().items():
        for way in ways:
            assert len(way) == len(phrase), phrase
            assert all(re.fullmatch("[a-z]+", syllable) for syllable in way), phrase


def test_a_phrase_is_read_as_a_whole() -> None:
    """The first reading is that of the dictionary for the phrase, not for its characters."""
    corrected = {"覃家坪社工站"}
    odd = {p: w for p, w in sample().items() if p not in corrected and w[0] != reading(p)}
    assert odd == {}


def test_a_name_is_read_both_ways() -> None:
    """同行 is a name, and 行 has two readings; a phrase that is no name keeps one."""
    assert set(sample()["同行"]) == {("tong", "xing"), ("tong", "hang")}
    assert len(sample()["流行性感冒"]) == 1
    assert sample()["流行性感冒"] == [("liu", "xing", "xing", "gan", "mao")]


def test_ways_to_read_are_few() -> None:
    """A name of many such characters is not read in every mixture."""
    assert either("行长重传乐调") == []
    assert either("新禾") == []
    assert set(either("长乐")) | {reading("长乐")} == {
        (a, b) for a in ("chang", "zhang") for b in ("le", "yue")
    }


def test_an_editor_corrects_a_reading() -> None:
    """The reading that an entry gives takes the place of the dictionary's."""
    assert ("qin", "jia", "ping", "she", "gong", "zhan") in sample()["覃家坪社工站"]


@pytest.mark.parametrize(
    ("title", "pinyin", "expected"),
    [
        ("覃家坪", "Qín jiā píng", "qin jia ping"),
        ("覃家坪", "qin jia ping", "qin jia ping"),
        ("覃家坪", "Qínjiāpíng", "qin jia ping"),
        ("覃家坪", "QIN JIAPING", "qin jia ping"),
        ("率水社", "Lǜshuǐ Shè", "lv shui she"),
        ("率水社", "lü shui she", "lv shui she"),
        ("西安坊", "Xī'ān Fāng", "xi an fang"),
        ("行舟社", "háng zhōu shè", "hang zhou she"),
    ],
)
def test_an_editor_writes_pinyin_as_editors_do(title: str, pinyin: str, expected: str) -> None:
    """By words or by syllables, with tones or without; ü is typed as v."""
    record = SearchRecord("q", "organization", title, "q.html", reading=pinyin)
    assert heard((record,), thesaurus())[title] == [tuple(expected.split())]


@pytest.mark.parametrize("pinyin", ["", "qin", "qin jia ping she gong", "？", "覃家坪"])
def test_a_correction_that_does_not_fit_breaks_nothing(pinyin: str) -> None:
    """There is still a syllable for each character."""
    record = SearchRecord("q", "organization", "覃家坪", "q.html", reading=pinyin)
    assert [len(way) for way in heard((record,), thesaurus())["覃家坪"]] == [3]


def test_only_phrases_of_a_fit_length() -> None:
    """No single characters, no sentences, nothing but Han characters."""
    assert all(2 <= len(phrase) <= LONGEST for phrase in sample())
    long = [r.title for r in RECORDS if len(r.title) > SHORT]
    assert long
    assert not set(long) & sample().keys()


def test_names_tags_titles_and_words_are_phrases() -> None:
    """Whatever a reader may type by its sound is there."""
    names = {normal(name) for r in RECORDS for name in r.names if len(name) <= SHORT}
    tags = {tag for r in RECORDS for tag in r.tags if len(tag) > 1 and not tag.isascii()}
    titles = {r.title for r in RECORDS if len(r.title) <= SHORT}
    wanted = {p for p in names | tags | titles if re.fullmatch(r"[\u3400-\u9fff]+", p)}
    assert wanted <= sample().keys()
    assert {"志愿者", "募款"} <= sample().keys()


def test_words_that_nobody_wrote_are_no_phrases() -> None:
    """A group that no record has gives no phrase, or pinyin would lead to nothing."""
    words = thesaurus(concept("驻校社工", "学校社工"))
    assert "驻校社工" not in heard(RECORDS, words)


def test_empty_lexicon() -> None:
    """Without records there are no phrases; the common characters are still read."""
    _, (rows, table, level1) = reader.called(lexicon((), Thesaurus(()), weigh((), Thesaurus(()))))
    assert (rows, table) == ("", "")
    assert sum(map(int, re.findall(r"\d+", level1))) == len(common_characters()) == 3755


def test_common_characters_in_order() -> None:
    """The runs of readings tell for each character of level 1 how it is read."""
    runs = re.findall(r"([a-z?]+)(\d+)", alone("啊阿老姥人"))
    said = [syllable for syllable, count in runs for _ in range(int(count))]
    assert said == ["a", "a", "lao", "lao", "ren"]


@given(HAN)
def test_reading_has_a_syllable_for_each_character(phrase: str) -> None:
    """Han characters are read one by one, whatever they are."""
    assert len(reading(phrase)) == len(phrase)


def test_usual_reading_is_the_commonest() -> None:
    """A character that is read in two ways is listed under the one that most phrases have."""
    table = usual([("行业", ("hang", "ye")), ("同行", ("tong", "hang")), ("行走", ("xing", "zou"))])
    assert table == {"行": "hang", "业": "ye", "同": "tong", "走": "zou"}
