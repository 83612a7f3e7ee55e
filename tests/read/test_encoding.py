"""Files in other encodings are named rightly, with the place and the cure."""

from __future__ import annotations

import pytest

from anliku.read import read_document

TEXT = """\
title: 社区防疫的分工
summary: 一家社工机构帮社区重新分工，受访者认为效率提高了。
status: 草稿
"""
TRADITIONAL = "title: 社區營造與義倉\nsummary: 由居民參與，一面改造社區空間，一面重建共同生活。\n"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (TEXT.encode("gbk"), "GBK"),
        (TEXT.replace("\n", "\r\n").encode("gbk"), "GBK"),
        (TEXT.encode("gb18030") + "name: 𠮷\n".encode("gb18030"), "GB18030"),
        ("# 注释\ntitle: 甲乙\n".encode("gbk"), "GBK"),
        (TRADITIONAL.encode("big5"), "Big5"),
        (TEXT.encode("utf-16"), "UTF-16 LE（带 BOM）"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16 BE（带 BOM）"),
        (TEXT.encode("utf-16-le"), "UTF-16 LE（不带 BOM）"),
        (TEXT.encode("utf-16-be"), "UTF-16 BE（不带 BOM）"),
        (TEXT.encode("utf-32"), "UTF-32 LE（带 BOM）"),
    ],
)
def test_other_encoding_is_named(raw: bytes, name: str) -> None:
    """The message names the encoding; the hint says how to save as UTF-8."""
    document, found = read_document("x.yml", raw)
    assert document is None
    assert [d.code for d in found] == ["AK004"]
    assert name in found[0].message
    assert "另存为" in found[0].hint
    assert "字节" in found[0].message


def test_place_of_the_first_strange_byte() -> None:
    """GBK in the second line is reported there, with the byte in the file."""
    _, found = read_document("x.yml", b"a: b\n" + "标题: 社区防疫\n".encode("gbk"))
    assert (found[0].location.line, found[0].location.column) == (2, 1)
    assert "第 6 个字节" in found[0].message


@pytest.mark.parametrize("name", ["gbk", "big5"])
def test_mixed_encodings(name: str) -> None:
    """Each line of another encoding is reported in a file that is UTF-8 otherwise."""
    other = {"gbk": "summary: 社区防疫的分工\n", "big5": "summary: 社區營造與義倉\n"}[name]
    raw = TEXT.encode() + other.encode(name) + "标签: 乙\n".encode() + other.encode(name)
    _, found = read_document("x.yml", raw)
    assert [(d.location.line, d.location.column, d.code) for d in found] == [
        (4, 10, "AK005"),
        (6, 10, "AK005"),
    ]
    assert {"gbk": "GBK", "big5": "Big5"}[name] in found[0].message


@pytest.mark.parametrize("cut", [1, 2])
def test_truncated_utf8(cut: int) -> None:
    """A file that ends inside a character was not saved or copied whole."""
    _, found = read_document("x.yml", "title: 甲\nsummary: 乙".encode()[:-cut])
    assert [(d.location.line, d.location.column, d.code) for d in found] == [(2, 10, "AK005")]
    assert "断" in found[0].message


def test_broken_byte() -> None:
    """A single wrong byte is reported at its place."""
    _, found = read_document("x.yml", TEXT.encode() + b"note: a\xffb\n")
    assert [(d.location.line, d.location.column, d.code) for d in found] == [(4, 8, "AK005")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_bom_and_line_ends_are_accepted(end: str, bom: bytes) -> None:
    """Windows and old Macs may save as they like; the data are the same."""
    document, found = read_document("x.yml", bom + TEXT.replace("\n", end).encode())
    assert found == ()
    assert document is not None
    assert document.value["status"] == "草稿"
    assert str(document.at(("status",), key=True)) == "x.yml:3:1"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "AK001"),
        (b"\n \n", "AK001"),
        (b"\xef\xbb\xbf", "AK001"),
        (b"a: b\x00c\n", "AK007"),
        (b"a: b\rc\n", "AK007"),
        ("a: b\x85c\n".encode(), "AK007"),
        ("a: b\u2028c\n".encode(), "AK008"),
        ("a: \ue000b\n".encode(), "AK008"),
        ("a: b\U000e0041c\n".encode(), "AK008"),
        ("a: 甲\ufe0f\ufe0f\n".encode(), "AK008"),
        (b'a: "b\\u200bc"\n', "AK008"),
        (b'a: "b\\0c"\n', "AK008"),
        ("\u951b涓枃锛屼腑鏂�: b\n".encode(), "AK006"),
        ("a: 锘縯itle\n".encode(), "AK006"),
        ("ï»¿a: b\n".encode(), "AK006"),
    ],
)
def test_strange_characters(raw: bytes, code: str) -> None:
    """Characters that nobody sees or means are refused."""
    document, found = read_document("x.yml", raw)
    assert document is None
    assert code in {d.code for d in found}


@pytest.mark.parametrize("text", ["社区防疫的分工", "效率提高，人手不足", "“答卷”如何（二）"])
def test_mojibake_says_what_it_was(text: str) -> None:
    """UTF-8 opened as GBK and saved: the message guesses the words."""
    garbled = text.encode().decode("gb18030", "ignore")
    _, found = read_document("x.yml", f"title: {garbled}\n".encode())
    assert found[0].code == "AK006"
    assert "原来可能是" in found[0].message
    assert text[:2] in found[0].message
