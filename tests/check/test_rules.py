"""Every rule on one entry, with a bad and a good block for each code."""

from __future__ import annotations

from pathlib import Path

import pytest

from anliku.check import check
from anliku.check.rules import RULES
from anliku.check.shape import SHAPE_CODES
from anliku.diagnostic import Diagnostic, Severity, in_order
from anliku.read import Document, read_document
from tests.blocks import Block, read_blocks

FOLDER = Path(__file__).parent / "blocks"
BLOCKS = read_blocks(FOLDER / "rules.txt")
AWFUL = read_blocks(FOLDER / "awful.txt")
CODES = [*SHAPE_CODES, *(rule.code for rule in RULES)]


def findings(block: Block) -> tuple[Diagnostic, ...]:
    """Read and check the files of a block."""
    documents: list[Document] = []
    found: list[Diagnostic] = []
    for path, text in block.files.items():
        document, unread = read_document(f"cases/{path}", text.encode())
        found += unread
        documents += [document] if document else []
    return in_order(found, check(documents)[1])


def shown(found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """Write findings as blocks have them."""
    return tuple(
        f"{d.location.line}:{d.location.column} {d.code}"
        + (" 提醒" if d.severity is Severity.WARNING else "")
        for d in found
    )


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.title)
def test_block(block: Block) -> None:
    """The block yields exactly the findings written under it."""
    assert block.expected == shown(findings(block))


def test_all_blocks_are_collected() -> None:
    """Each title in the fixture is a test: none is lost by a slip in the format."""
    titles = (FOLDER / "rules.txt").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("AK") for line in titles) == len(BLOCKS)
    assert len({block.title for block in BLOCKS}) == len(BLOCKS)


@pytest.mark.parametrize("code", CODES)
def test_code_has_a_bad_and_a_good_block(code: str) -> None:
    """Each code is found in a block called bad, and in none of those called good."""
    mine = [block for block in BLOCKS if block.title.startswith(f"{code} ")]
    bad = [block for block in mine if block.title.startswith(f"{code} 坏：")]
    good = [block for block in mine if block.title.startswith(f"{code} 好：")]
    assert len(bad) + len(good) == len(mine)
    assert any(f" {code}" in line for block in bad for line in block.expected)
    assert good
    assert [line for block in good for line in block.expected] == []


@pytest.mark.parametrize("block", [*BLOCKS, *AWFUL], ids=lambda block: block.title)
def test_findings_have_chinese_words_and_a_cure(block: Block) -> None:
    """Each finding says in Chinese what is wrong and what to do."""
    for found in findings(block):
        assert any("一" <= char <= "鿿" for char in found.message), found
        assert any("一" <= char <= "鿿" for char in found.hint), found
        assert "\n" not in found.message + found.hint


@pytest.mark.parametrize("block", AWFUL, ids=lambda block: block.title)
def test_awful_entry(block: Block) -> None:
    """No mistake hides another: one awful entry yields all its findings, in order of place."""
    found = findings(block)
    assert block.expected == shown(found)
    assert len(found) > 12


def test_rules_are_in_order_and_have_words() -> None:
    """Codes are unique and ascend; the docstring of each rule is a sentence in Chinese."""
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == codes
    assert [rule.code for rule in RULES if not rule.words.endswith("。")] == []


@pytest.mark.parametrize(
    "text", ["标题\n.\n@ a.yml\n.\n", "标题\n@ a.yml\n.\n.\n.\n", "a\n.\nb\n.\n.\n"]
)
def test_malformed_block_is_an_error(tmp_path: Path, text: str) -> None:
    """The reader of blocks refuses what is not a whole block."""
    (tmp_path / "bad.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="malformed block"):
        read_blocks(tmp_path / "bad.txt")
