"""Each slip that editors make, good files beside them, and cures that mend."""

from __future__ import annotations

import re

import pytest

from anliku.diagnostic import Diagnostic
from anliku.read import CODES, read_document
from tests.read.blocks import Block, load_blocks, read_blocks

AT_LEAST_BAD, AT_LEAST_GOOD, AT_LEAST_MENDED = 120, 40, 40
ELSEWHERE = {"AK002", "AK003", "AK004", "AK005", "AK015", "AK098", "AK099"}


BAD, GOOD, MENDED = load_blocks("bad.txt"), load_blocks("good.txt"), load_blocks("mended.txt")


def _read(text: str) -> tuple[Diagnostic, ...]:
    return read_document("x.yml", text.encode())[1]


def _places(found: tuple[Diagnostic, ...]) -> str:
    return "".join(f"{d.location.line}:{d.location.column} {d.code}\n" for d in found)


def test_all_blocks_were_collected() -> None:
    """A slip in a fixture must not make cases vanish."""
    assert len(BAD) >= AT_LEAST_BAD
    assert len(GOOD) >= AT_LEAST_GOOD
    assert len(MENDED) >= AT_LEAST_MENDED


@pytest.mark.parametrize("text", ["标题\n.\na: b\n", "标题\n\n.\na\n.\n.\n", "a\n.\nb\n.\n"])
def test_malformed_block_is_an_error(text: str) -> None:
    """A block without its three dots is reported, not skipped."""
    with pytest.raises(ValueError, match="malformed"):
        read_blocks(text)


@pytest.mark.parametrize("block", BAD, ids=str)
def test_bad_file_is_refused_at_the_place_to_change(block: Block) -> None:
    """Every slip is reported once, at the line and column that the editor has to change."""
    assert _places(_read(block.text)) == block.expected


@pytest.mark.parametrize("block", GOOD, ids=str)
def test_good_file_passes(block: Block) -> None:
    """Legitimate punctuation raises no alarm."""
    document, found = read_document("x.yml", block.text.encode())
    assert found == ()
    assert document is not None


@pytest.mark.parametrize("block", MENDED, ids=str)
def test_cure_mends(block: Block) -> None:
    """The file fails; after what its hint says, it passes."""
    assert _read(block.text)
    assert _read(block.expected) == ()


@pytest.mark.parametrize("block", BAD, ids=str)
def test_every_finding_has_a_chinese_message_and_cure(block: Block) -> None:
    """No English, no empty hint, no line break, nothing endless."""
    for finding in _read(block.text):
        assert re.search(r"[\u4e00-\u9fff]", finding.message)
        assert re.search(r"[\u4e00-\u9fff]", finding.hint)
        assert "\n" not in finding.message + finding.hint
        assert len(finding.message) < 100
        assert finding.code in CODES


def test_every_code_has_a_case() -> None:
    """The table holds no code that nothing raises (some are tested with bytes or large files)."""
    raised = set(re.findall(r"AK\d{3}", "".join(block.expected for block in BAD)))
    assert raised | ELSEWHERE == set(CODES)


@pytest.mark.parametrize("block", BAD, ids=str)
def test_line_ends_do_not_matter(block: Block) -> None:
    """CRLF and a BOM change nothing in what is found."""
    raw = b"\xef\xbb\xbf" + block.text.replace("\n", "\r\n").encode()
    assert _places(read_document("x.yml", raw)[1]) == block.expected
