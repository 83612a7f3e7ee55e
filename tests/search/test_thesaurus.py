"""Words of one meaning: how groups are made, and how they are found in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anliku.search import Thesaurus
from anliku.search.grams import loosened
from anliku.search.normal import normal
from tests.search.sample import ELEMENTS, WORDS, concept, thesaurus, vocabulary


def found(words: Thesaurus, text: str) -> list[tuple[str, float]]:
    """Return the words that are found in a text, with their weights."""
    spelled = normal(text)
    return [(word, weight) for word, _, weight in words.find(spelled, loosened(spelled))]


def group_words(words: Thesaurus) -> list[set[str]]:
    """Return the words of each group."""
    return [set(group.words) for group in words.groups]


def test_longest_word_counts_whole_the_one_inside_half() -> None:
    """老人 in 独居老人 says half of what it says alone."""
    assert found(WORDS, "独居老人") == [("独居老人", 1.0), ("老人", 0.5)]
    assert found(WORDS, "老人") == [("老人", 1.0)]
    assert found(WORDS, "独居老人，老人")[-1] == ("老人", 1.0)


def test_words_that_only_overlap_count_whole() -> None:
    """Neither of two words that share a character lies within the other."""
    words = thesaurus(concept("社区照护"), concept("照护人手"))
    text = normal("社区照护人手")
    assert [w for _, _, w in words.find(text, text)] == [1.0, 1.0]


def test_no_word_across_two_others() -> None:
    """流感 does not stand in 交流感受, but it does in 流感疫苗."""
    assert "流感" not in [word for word, _ in found(WORDS, "大家交流感受")]
    assert "流感" in [word for word, _ in found(WORDS, "流感疫苗")]


def test_broader_groups_count_less_with_each_step() -> None:
    """A word stands for its own group, half for the one above, less for the next."""
    words = thesaurus(
        concept("照护对象", id="a"),
        concept("老年人", id="b", broader="a"),
        concept("独居老人", id="c", broader="b"),
    )
    shares = dict(words.groups_of("独居老人"))
    assert shares == {2: 1.0, 1: 0.5, 0: 0.25}


def test_broader_groups_may_run_in_a_circle() -> None:
    """Concepts that are each other's broader one end, each counted once."""
    words = thesaurus(concept("甲组", id="a", broader="b"), concept("乙组", id="b", broader="a"))
    assert [number for number, _ in words.groups_of("甲组")] == [0, 1]


def test_same_label_is_one_group() -> None:
    """Concepts of two vocabularies with one label put their words together; 窄 anywhere is 窄."""
    one = vocabulary(concept("志愿者", "义工"), concept("关爱", "关心", scope="宽"))
    other = vocabulary(concept("志愿者", "志工", scope="宽"), concept("关爱", scope="宽"))
    words = Thesaurus.from_vocabularies([one, other])
    assert group_words(words) == [{"志愿者", "义工", "志工"}, {"关爱", "关心"}]
    assert [group.wide for group in words.groups] == [False, True]


def test_broader_of_another_vocabulary() -> None:
    """A broader concept is one of its own vocabulary; its group may hold words of another."""
    one = vocabulary(concept("老年人", "银发族", id="x"))
    other = vocabulary(concept("老年人", id="y"), concept("独居老人", broader="y"))
    words = Thesaurus.from_vocabularies([one, other])
    above = [number for number, share in words.groups_of("独居老人") if share < 1]
    assert [set(words.groups[n].words) for n in above] == [{"老年人", "银发族"}]


def test_word_of_two_groups() -> None:
    """A word with two meanings stands for both."""
    words = thesaurus(concept("封控", "管控"), concept("风险管理", "管控"))
    assert words.holders("管控") == [0, 1]


@pytest.mark.parametrize("word", ["老", "独居 老人", "独居、留守", "A4纸", "！！"])
def test_what_no_query_can_hold_is_no_word(word: str) -> None:
    """A word is one run of two characters or more; the others of its group stay."""
    words = thesaurus(concept("示例词", word, "别的词"))
    assert group_words(words) == [{"示例词", "别的词"}]


def test_words_are_spelled_as_texts_are() -> None:
    """Traditional, fullwidth and capital letters of a vocabulary make no second word."""
    words = thesaurus(concept("獨居老人", "独居老人", "ＰＴＳＤ"))
    assert group_words(words) == [{"独居老人", "ptsd"}]
    assert words.holders("PTSD".lower()) == [0]


@pytest.mark.parametrize("text", ["独居长者", "空巢长者", "留守孩子", "智力障碍人员"])
def test_elements_stand_for_one_another(text: str) -> None:
    """A compound is found however its element is written, and is shown as it is written."""
    assert text in [word for word, _ in found(WORDS, f"街上的{text}很少")]


def test_elements_keep_places() -> None:
    """The basic form is as long as the text, so that a place in it is a place in the text."""
    text = "孩子、长者和亲属，长者，人士"
    assert WORDS.basic(text) == "儿童、老人和家属，老人，人员"


@given(st.text(alphabet="孩子长者儿童老人亲属人士，a", max_size=30))
def test_basic_form_is_final(text: str) -> None:
    """The basic form has no other, and is as long as the text."""
    assert WORDS.basic(WORDS.basic(text)) == WORDS.basic(text)
    assert len(WORDS.basic(text)) == len(text)


@given(
    st.lists(
        st.sampled_from([*WORDS.words, "，", "的", "今天", *(e for row in ELEMENTS for e in row)])
    )
)
def test_found_words_stand_in_the_text(pieces: list[str]) -> None:
    """What is found stands there, belongs to some group, and weighs half or whole."""
    text = "".join(pieces)
    for word, basic, weight in WORDS.find(text, loosened(text)):
        assert word in text
        assert WORDS.basic(word) == basic
        assert WORDS.holders(word)
        assert weight in {0.5, 1.0}


def test_empty_thesaurus_finds_nothing() -> None:
    """Without a vocabulary nothing is found, and nothing breaks."""
    empty = Thesaurus.from_vocabularies([])
    assert empty.groups == ()
    assert found(empty, "独居老人") == []
    assert empty.basic("独居长者") == "独居长者"
