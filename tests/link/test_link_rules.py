"""Every rule between entries, with a bad and a good block for each code."""

from __future__ import annotations

from pathlib import Path

import pytest

from anliku.diagnostic import Severity
from anliku.link.rules import LINK_RULES
from tests.blocks import Block, read_blocks
from tests.library import examine_texts

FIXTURE = Path(__file__).parent / "blocks" / "links.txt"
BLOCKS = read_blocks(FIXTURE)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.title)
def test_block(block: Block) -> None:
    """The small library yields exactly the findings written under it."""
    assert block.expected == tuple(
        f"{str(d.location).removeprefix('cases/')} {d.code}"
        + (" 提醒" if d.severity is Severity.WARNING else "")
        for d in examine_texts(block.files).diagnostics
    )


def test_all_blocks_are_collected() -> None:
    """Each title in the fixture is a test: none is lost by a slip in the format."""
    titles = FIXTURE.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("AK") for line in titles) == len(BLOCKS)


@pytest.mark.parametrize("code", [rule.code for rule in LINK_RULES])
def test_code_has_a_bad_and_a_good_block(code: str) -> None:
    """Each code is found in a library called bad, and in none of those called good."""
    mine = [block for block in BLOCKS if block.title.startswith(f"{code} ")]
    bad = [block for block in mine if block.title.startswith(f"{code} 坏：")]
    good = [block for block in mine if block.title.startswith(f"{code} 好：")]
    assert len(bad) + len(good) == len(mine)
    assert [b.title for b in bad if not any(f" {code}" in line for line in b.expected)] == []
    assert bad
    assert good
    assert [line for block in good for line in block.expected if code in line] == []


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.title)
def test_findings_have_a_cure(block: Block) -> None:
    """Each finding says what to do, in Chinese, and says it once."""
    for found in examine_texts(block.files).diagnostics:
        assert any("一" <= char <= "鿿" for char in found.hint), found
        assert found.hint.count("可用的有") <= 1


def test_rules_are_in_order_and_have_words() -> None:
    """Codes are unique and ascend; the docstring of each rule is a sentence in Chinese."""
    codes = [rule.code for rule in LINK_RULES]
    assert sorted(set(codes)) == codes
    assert [rule.code for rule in LINK_RULES if not rule.words.endswith("。")] == []
