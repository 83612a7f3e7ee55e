"""Editions: marks planted in every instructors' field, looked for in every byte of every file."""

from __future__ import annotations

import gzip
import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
import yaml
from pydantic import BaseModel

from anliku.catalog.learners import for_learners
from anliku.schema.field import fact_about
from anliku.schema.kinds import KINDS
from anliku.schema.skeleton import record_in
from anliku.schema.walk import fields_of
from tests.library import EXAMPLE, anliku, linked_root, tree, whole_root

NOTE = "cases/teaching-notes/shili-shouke.yml"
SECRET, OPEN = "龘", "靐"
NUMBERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"
"""Characters of no word: even a search index that keeps pairs of characters would show them."""


def hidden_fields(record: type[BaseModel], path: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the path of each instructors' field, and whether it can be left out."""
    for key, (_, info) in fields_of(record).items():
        inner, _ = record_in(info.annotation)
        if fact_about(info, "instructors"):
            yield f"{path}{key}", not info.is_required()
        elif inner is not None:
            yield from hidden_fields(inner, f"{path}{key}.")


def test_instructors_fields_can_be_taken_out() -> None:
    """Each is optional, so that an entry without it is an entry; the known ones are flagged."""
    found = dict(hidden_fields(KINDS["teaching_note"].record))
    assert all(found.values())
    assert {"answer_points", "analysis_path", "board_plan", "pitfalls_in_class"} <= set(found)
    assert {"questions.hint", "plan.say", "plan.activity", "role_cards.knows"} <= set(found)
    assert {"opening", "closing", "key_points", "online_variant.say"} <= set(found)


def planted(value: object, record: type[BaseModel] | None, marks: list[str], *, hidden: bool):
    """Return what was read with a mark of its own on each text of an instructors' field."""
    if isinstance(value, list):
        return [planted(item, record, marks, hidden=hidden) for item in value]
    if isinstance(value, dict):
        done = {}
        for key, inner in value.items():
            field = fields_of(record).get(key) if record else None
            is_hidden = hidden or bool(field and fact_about(field[1], "instructors"))
            nested = record_in(field[1].annotation)[0] if field else None
            # Parts of hidden records that are ids or citations must stay what they are.
            stays = key in {"cite", "question"}
            done[key] = inner if stays else planted(inner, nested, marks, hidden=is_hidden)
        return done
    if hidden and isinstance(value, str):
        marks.append(f"{SECRET}{NUMBERS[len(marks)]}")
        return f"{value}{marks[-1]}"
    return value


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Return a copy of the example with marks, and the marks."""
    root = tmp_path_factory.mktemp("banben") / "ku"
    shutil.copytree(EXAMPLE, root)
    note = root / NOTE
    marks: list[str] = []
    value = yaml.load(note.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    value = planted(value, KINDS["teaching_note"].record, marks, hidden=False)
    value["background"] = f"谁都看得到{OPEN}一句"
    note.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root, marks


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file, and what is packed in it: zip (also docx, pptx, xlsx), gzip, PDF."""
    for path, content in tree(folder).items():
        yield from unpacked(path, content)


def unpacked(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file and, if it is an archive, all inside."""
    yield path, content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from unpacked(f"{path}!{name}", archive.read(name))
    elif content.startswith(b"%PDF"):
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        yield f"{path}!", "\n".join(page.extract_text() for page in pages).encode()
    elif content.startswith(b"\x1f\x8b"):
        yield from unpacked(f"{path}!", gzip.decompress(content))


def ways_to_write(char: str) -> list[bytes]:
    """Return how a character may stand in a file."""
    code = ord(char)
    escaped = [f"\\u{code:04x}", f"\\u{code:04X}", f"&#{code};", f"&#x{code:x};", f"&#x{code:X};"]
    quoted = "".join(f"%{byte:02X}" for byte in char.encode())
    written = [*escaped, quoted, quoted.lower()]
    coded = [char.encode("utf-8"), char.encode("utf-16-le"), char.encode("utf-16-be")]
    return [*coded, *(text.encode() for text in written)]


def holding(folder: Path, char: str) -> set[str]:
    """Return the files that hold a character, however it is written."""
    ways = ways_to_write(char)[:1] + ways_to_write(char)[3:]
    return {path for path, content in everything(folder) if any(way in content for way in ways)}


@pytest.fixture(scope="module")
def learner(marked, tmp_path_factory):
    """Build the learners' edition as mkdocs.yml asks for it."""
    root, _ = marked
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("cases: cases", "cases: cases\n      edition: learner"), "utf-8")
    folder = tmp_path_factory.mktemp("xueyuan") / "site"
    done = anliku("build", "--root", root, "--site-dir", folder)
    config.write_text(text, "utf-8")
    assert (done.code, done.err) == (0, "")
    return folder


def test_learners_meet_no_mark(marked, learner) -> None:
    """No file of the learners' edition holds a mark; what all may see is there, search included."""
    _, marks = marked
    assert len(marks) >= 15
    assert holding(learner, SECRET) == set()
    open_to_all = holding(learner, OPEN)
    assert "teaching-notes/shili-shouke.html" in open_to_all
    assert any(path.startswith("assets/search/index/") for path in open_to_all)
    assert not list(learner.rglob("*jiaoshibao*"))
    note = (learner / "teaching-notes/shili-shouke.html").read_text(encoding="utf-8")
    assert "教师包" not in note


def test_option_of_the_command_goes_first(marked, tmp_path) -> None:
    """`--edition` says otherwise than mkdocs.yml, and is followed."""
    root, marks = marked
    folder = tmp_path / "site"
    done = anliku("build", "--root", root, "--site-dir", folder, "--edition", "instructor")
    assert (done.code, done.err) == (0, "")
    note = (folder / "teaching-notes/shili-shouke.html").read_text(encoding="utf-8")
    assert [mark for mark in marks if mark not in note] == []


def test_public_edition_keeps_marks_in_the_packs(marked, tmp_path) -> None:
    """By default pages are as for learners, and the 教师包 holds all; both say so."""
    root, marks = marked
    folder = tmp_path / "out"
    assert anliku("export", "--root", root, "--to", folder).code == 0
    pack = "downloads/shili-shouke-jiaoshibao.html"
    found = {path.partition("!")[0] for path in holding(folder, SECRET)}
    zips = {f"downloads/{name}-jiaoshibao.zip" for name in ("shili-shouke", "shili-qingdan")}
    assert found == {pack, *zips}
    text = (folder / pack).read_text(encoding="utf-8")
    assert [mark for mark in marks if mark not in text] == []
    assert text.count("<script") == 0
    page = (folder / "teaching-notes/shili-shouke.html").read_text(encoding="utf-8")
    for shown in (text, page):
        assert "公开的网站和仓库拦不住存心要找的人" in shown
    assert f'href="../{pack}"' in page


def test_unknown_edition_is_refused() -> None:
    """A slip in the name builds nothing."""
    done = anliku("export", "--root", EXAMPLE, "--to", "nirgends", "--edition", "lerner")
    assert done.code == 2
    assert "learner" in done.err


def test_what_was_read_is_cut_as_well() -> None:
    """The text of the file, as read, keeps no more than the record; other entries stay the same."""
    whole, shown = whole_root(EXAMPLE).catalog, linked_root(EXAMPLE).catalog
    before, after = whole.by_id["shili-shouke"], shown.by_id["shili-shouke"]
    assert "answer_points" in before.document.value
    assert "answer_points" not in after.document.value
    assert "不外露" not in str(after.document.value)
    assert "会排看望名单" in str(after.document.value)
    others = [e.id for e in whole.entries if e is not shown.by_id[e.id]]
    assert others == ["shili-shouke"]
    assert for_learners(shown) is shown
