"""`anliku trace`: sentences copied from a source and figures that it does not hold."""

from __future__ import annotations

import pytest

COPIED = "居民骨干挨家挨户上门看望并且记下名字"  # 18 characters
TEXT = f"报道原文。那天{COPIED}，三四十人的社工站把事情归成9 种。"


@pytest.fixture
def source(example):
    """Return a function that plants a text into an entry and traces it."""
    path = example / "cases/recommendations/shili-jianyi.yml"

    def plant(sentence: str, source: str = TEXT):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("临时排来不及", sentence), encoding="utf-8")
        (example / "yuanwen.txt").write_text(source, encoding="utf-8")
        return ["trace", "shili-baodao", "--text", example / "yuanwen.txt", "--root", example]

    return plant


def test_nothing_copied(run, source) -> None:
    """Own words and own figures pass."""
    done = run(*source("自己的话"))
    assert (done.code, done.out) == (0, "没有照抄的长句，也没有原文里没有的数字。\n")


def test_copied_sentence(run, source) -> None:
    """A planted run of more than 12 characters is found in full, at its place, and fails."""
    done = run(*source(f"原来{COPIED}啊"))
    assert done.code == 1
    first, last = done.out.splitlines()
    assert first.startswith("cases/recommendations/shili-jianyi.yml:")
    assert first.endswith(f"和原文连着 {len(COPIED)} 字相同：{COPIED}")
    assert last == "共 1 处要看。"


def test_line_breaks_of_the_source_do_not_hide_a_copy(run, source) -> None:
    """A text in narrow columns is joined before it is compared."""
    narrow = "\n".join(TEXT[n : n + 5] for n in range(0, len(TEXT), 5))
    assert run(*source(COPIED, narrow)).code == 1


@pytest.mark.parametrize(("length", "code"), [(12, 0), (13, 1)])
def test_limit(run, source, length: int, code: int) -> None:
    """Twelve characters in a row may be shared, thirteen may not."""
    assert code == run(*source(f"甲{COPIED[:length]}乙")).code


def test_runs_end_at_punctuation(run, source) -> None:
    """Two short runs with a comma between them are no long one."""
    assert run(*source(f"{COPIED[:9]}，{COPIED[9:]}")).code == 0


def test_foreign_figure(run, source) -> None:
    """A figure of a fact that the source's text does not hold is named with its fact."""
    done = run(*source("自己的话", TEXT.replace("9 种", "几种")))
    assert done.code == 1
    assert "事实 f3 的数字 9 原文里没有" in done.out


def test_titles_and_names_may_be_the_same(run, source) -> None:
    """Titles of entries and sources are exempt."""
    done = run(
        *source("见示例报道：一个社区怎样看望独居老人", f"{TEXT}示例报道：一个社区怎样看望独居老人")
    )
    assert done.code == 0


def test_unknown_source(run, source) -> None:
    """A wrong id gets the nearest one."""
    done = run("trace", "shili-baodoa", *source("自己的话")[2:])
    assert done.code == 2
    assert done.err == "没有来源 shili-baodoa。是不是“shili-baodao”？\n"


def test_text_that_is_no_text(run, source, example) -> None:
    """A file that is no UTF-8 text is refused with a sentence."""
    words = source("自己的话")
    (example / "yuanwen.txt").write_bytes("原文".encode("gb18030"))
    done = run(*words)
    assert done.code == 2
    assert "要一份 UTF-8 的纯文本" in done.err
