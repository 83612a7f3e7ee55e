"""Depth, size and number are bounded before the parser, and nothing takes long."""

from __future__ import annotations

import time

import pytest

from anliku.read import read_document

MIB = 1 << 20
SECONDS = 3.0  # the aim is 0.5; a busy machine is slower


@pytest.mark.parametrize("depth", [21, 900, 20_000, 100_000, 1_000_000])
@pytest.mark.parametrize("piece", ["[", "- ", "{a: "])
def test_depth_is_reported(piece: str, depth: int) -> None:
    """Depth that kills the parser never reaches it."""
    raw = (b"a: " if piece == "[" else b"") + (piece * depth).encode()
    start = time.process_time()
    _, found = read_document("x.yml", raw[:MIB])
    assert time.process_time() - start < SECONDS
    assert "AK003" in {d.code for d in found}
    assert {d.location.line for d in found} == {1}


def test_depth_of_indentation_is_reported_at_the_first_line_too_deep() -> None:
    """Twenty levels pass, the twenty-first is reported where it begins."""
    lines = [" " * n + "a:" for n in range(20)]
    assert read_document("x.yml", "\n".join([*lines[:-1], " " * 19 + "a: b"]).encode())[1] == ()
    deep = "\n".join([*lines, " " * 20 + "a: b"])
    _, found = read_document("x.yml", deep.encode())
    assert [(d.location.line, d.code) for d in found] == [(21, "AK003")]


def test_depth_counts_both_kinds() -> None:
    """Indentation and brackets add up."""
    text = "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 10))
    good = text + " " * 10 + "c: " + "[" * 9 + "]" * 9
    assert read_document("x.yml", good.encode())[1] == ()
    bad = text + " " * 10 + "c: " + "[" * 10 + "]" * 10
    assert [d.code for d in read_document("x.yml", bad.encode())[1]] == ["AK003"]


def test_size() -> None:
    """One byte too many is refused without reading; the limit itself is read."""
    raw = b"a: " + b"x" * (MIB - 3)
    assert read_document("x.yml", raw)[1] == ()
    _, found = read_document("x.yml", raw + b"x")
    assert [d.code for d in found] == ["AK002"]
    assert "拆" in found[0].hint


def test_many_lines_and_values() -> None:
    """Too many lines or values are refused with the way to split."""
    lines = "".join(f"k{n}: v\n" for n in range(10_001))
    assert [d.code for d in read_document("x.yml", lines.encode())[1]] == ["AK002"]
    values = "tags: [" + "a, " * 100_000 + "]"
    assert [d.code for d in read_document("x.yml", values.encode())[1]] == ["AK002"]


def test_findings_are_bounded() -> None:
    """A hundred findings, and one that says there are more."""
    _, found = read_document("x.yml", ("标题：甲\n" * 5000).encode())
    assert "AK015" in {d.code for d in found[-3:]}
    assert len(found) == 101


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 9_999,
        "\n" * 9_999,
        " " * MIB,
        "\t" * MIB,
        "：" * (MIB // 3),
        ":" * MIB,
        '"' * MIB,
        'a: "' + "\\" * (MIB - 8) + '"',
        'a: ["' + '"b" ' * (MIB // 4 - 4) + "]",
        "a: [" + "b[" * (MIB // 2 - 4),
        "a: [" + "甲，" * (MIB // 6 - 4) + "]",
        'a: "\n' * 9_999,
        "a: [b\n" * 9_999,
        "a:\n" + "  [b,\n" * 9_990,
        "a: b\n" + "  c\n" * 9_990,
        "a: [\n" + "  b\n" * 9_990 + "]",
        "a: b" + " #" * (MIB // 2 - 4),
        "a" + " " * (MIB - 4) + "b",
        "\u200b" * (MIB // 3),
        "缁忚繃" * (MIB // 9),
        "\r" * (MIB - 2) + "\n",
        "a:\n" + "".join(" " * (n % 7 + 1) + "b: c\n" for n in range(9_990)),
        "<<<<<<< a\n=======\n>>>>>>> b\n" * 3_300,
        "date: " + "2020-" * (MIB // 6),
    ],
)
def test_no_text_takes_long(text: str) -> None:
    """No scan and no pattern is quadratic."""
    raw = text.encode()
    assert len(raw) <= MIB
    start = time.process_time()
    read_document("x.yml", raw)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "raw",
    [b"\x00" * MIB, b"\xff" * MIB, b"\xe4" * MIB, b"\n\xe4\xb8\xad\xff" * (MIB // 5),
     ("标题\n".encode() + "标题\n".encode("gbk")) * 5_000],
)  # fmt: skip
def test_no_bytes_take_long(raw: bytes) -> None:
    """Guessing an encoding looks at a sample."""
    start = time.process_time()
    assert read_document("x.yml", raw)[1]
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "a" * 9_000,
        "甲" * 9_000,
        "a" * 9_000 + "：甲",
        "a" * 9_000 + ":甲",
        "ａ" * 9_000 + ": 甲",
        "“" + "甲" * 9_000 + "”: 甲",
        "title: 甲\n" + "a" * 9_000,
        "title: [" + "甲" * 9_000,
    ],
    ids=lambda text: f"{text[:2]}…{text[-3:]}".replace("\n", " "),
)
def test_a_long_line_is_not_repeated_in_the_message(text: str) -> None:
    """Whoever pasted a page into one line reads a message of one line."""
    _, found = read_document("cases/studies/chang.yml", text.encode())
    assert found
    for one in found:
        assert len(one.message) + len(one.hint) < 200, one


def test_a_key_on_two_lines_is_placed_within_the_file() -> None:
    """The folded text of such a key has no columns: its beginning is named."""
    raw = '{《\n""}'.encode()
    _, found = read_document("cases/studies/liang.yml", raw)
    lines = raw.decode().split("\n")
    assert found
    assert all(d.location.column <= len(lines[d.location.line - 1]) + 1 for d in found)
