"""What is written about the program against the program itself."""

from __future__ import annotations

import argparse
import html
import re
from functools import cache

import pytest
from pydantic import ValidationError

from anliku.check.rules import RULES
from anliku.check.shape import SHAPE_CODES
from anliku.cli import parser
from anliku.disk import DISK_CODES
from anliku.link.rules import LINK_RULES
from anliku.read import CODES, read_document
from anliku.render.field_guide import guide
from anliku.schema.kinds import KINDS
from anliku.schema.walk import fields_of
from tests.library import EXAMPLE, GOLDEN, ROOT, linked_root

WORDS = {
    **CODES,
    **DISK_CODES,
    **SHAPE_CODES,
    **{rule.code: rule.words for rule in (*RULES, *LINK_RULES)},
}
"""Every code whose words the code itself holds; AK320 is about the table of exceptions."""


@cache
def chapters() -> dict[str, str]:
    """Return the text under each heading `## AKnnn` of the page of rules."""
    page = (ROOT / "docs/contributing/rules.md").read_text(encoding="utf-8")
    parts = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    return {part.split("\n")[0].split()[0]: part for part in parts if part.startswith("AK")}


@pytest.mark.parametrize("code", WORDS)
def test_code_is_described(code: str) -> None:
    """Each code has a heading, and under it the rule in the words of the code."""
    assert WORDS[code].strip().rstrip("。") in "".join(chapters()[code].split("\n"))


def test_page_of_rules_describes_codes_that_exist() -> None:
    """No heading stands for a code that no rule uses, none stands twice, all ascend."""
    page = (ROOT / "docs/contributing/rules.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (AK\d{3})", page, flags=re.MULTILINE)
    assert sorted(set(headings)) == headings
    assert set(headings) == {*WORDS, "AK320"}


EXAMPLES = [
    (code, example)
    for code, text in chapters().items()
    if code in CODES
    for example in re.findall(r"✗.*?```yaml\n(.*?)```(.*?)(?=✗|\Z)", text, flags=re.DOTALL)
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[code for code, _ in EXAMPLES])
def test_example_of_a_reading_rule_is_true(code: str, example: tuple[str, str]) -> None:
    """The bad example yields the code and the words that the page quotes; the good does not."""
    bad, rest = example
    found = read_document("cases/terms/li.yml", bad.encode())[1]
    assert code in {one.code for one in found}
    quoted = html.unescape(re.sub(r"<[^>]+>", "", rest))
    for line in re.findall(rf"^.*错误 {code} .*", quoted, flags=re.MULTILINE):
        assert line.partition("错误 ")[2] in {f"{one.code} {one.message}" for one in found}
    for good in re.findall(r"✓.*?```yaml\n(.*?)```", rest, flags=re.DOTALL):
        assert code not in {
            one.code for one in read_document("cases/terms/li.yml", good.encode())[1]
        }


def test_most_reading_rules_have_an_example() -> None:
    """The test above has something to test."""
    assert len(EXAMPLES) > len(CODES) // 2


def test_codes_are_used_once() -> None:
    """A code belongs to one rule only, in whichever stage."""
    tables = [CODES, DISK_CODES, SHAPE_CODES, [r.code for r in RULES], [r.code for r in LINK_RULES]]
    codes = [code for table in tables for code in table]
    assert sorted(codes) == sorted(set(codes))


def test_every_code_in_the_program_is_in_a_table() -> None:
    """No module reports a code that the tables do not know."""
    used = {
        code
        for path in (ROOT / "src/anliku").rglob("*.py")
        for code in re.findall(r'"(AK\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == {*WORDS, "AK320"}


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the sub-commands by name."""
    choices = next(a.choices for a in parser()._actions if isinstance(a.choices, dict))
    assert isinstance(choices, dict)
    return choices


@pytest.mark.parametrize("name", commands())
def test_command_is_in_the_readme(name: str) -> None:
    """Each command is named in the README, as it is typed."""
    assert f"anliku {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", commands())
def test_command_and_options_have_help_in_chinese(name: str) -> None:
    """Each option says in Chinese what it is for."""
    silent = [
        action.dest
        for action in commands()[name]._actions
        if not re.search("[一-鿿]", str(action.help)) and action.dest != "kind"
    ]
    assert silent == []


def test_commands_in_readme_exist() -> None:
    """The README names no command that is not there."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`|bin/)anliku ([a-z]+)", text, flags=re.MULTILINE))
    assert named <= set(commands())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_field_is_in_the_guide(kind) -> None:
    """The generated page of fields names each kind, and each of its fields with label and help."""
    page = (GOLDEN / "contributing/fields.html").read_text(encoding="utf-8")
    assert f'id="{kind.name}"' in page
    assert f"<code>cases/{kind.folder}/</code>" in page
    chapters = {chapter.anchor: {row.key: row for row in chapter.rows} for chapter in guide()}
    rows = chapters["common"] | chapters[kind.name]
    for key, (_, info) in fields_of(kind.record).items():
        assert rows[key].label == info.title
        assert f"<code>{key}</code>" in page
        assert f"{info.title}" in page
        assert f"<div>{info.description}</div>" in page


def test_guide_calls_for_what_the_schema_calls_for() -> None:
    """What the guide marks as required is required in the schema, and nothing else is."""
    common, *kinds = guide()
    marked = {row.key for row in common.rows if row.needed == "必填" and "." not in row.key}
    assert {"title", "summary", "status", "version", "added", "updated"} == marked
    for chapter in kinds:
        fields = fields_of(KINDS[chapter.anchor].record)
        required = {key for key, (_, info) in fields.items() if info.is_required()} - marked
        assert required == {
            row.key for row in chapter.rows if row.needed == "必填" and "." not in row.key
        }


def test_examples_in_the_schema_are_valid() -> None:
    """Each example of a scalar field is taken by the field itself."""
    refused = []
    for kind in KINDS.values():
        for key, (name, info) in fields_of(kind.record).items():
            for example in info.examples or ():
                taken = [example] if "tuple" in str(info.annotation) else example
                try:
                    kind.record.__pydantic_validator__.validate_assignment(
                        kind.record.model_construct(), name, taken
                    )
                except ValidationError as error:
                    refused += [
                        f"{kind.name}.{key}: {e['msg']}"
                        for e in error.errors()
                        if e["loc"][:1] == (key,)
                    ]
    assert refused == []


def test_example_library_is_not_published() -> None:
    """The invented entries of the tests say so, and none of them is among the real ones."""
    invented = {entry.id for entry in linked_root(EXAMPLE).catalog.entries}
    real = {entry.id for entry in linked_root(ROOT).catalog.entries}
    vocabularies = {entry.id for entry in linked_root(EXAMPLE).catalog.of_kind("vocabulary")}
    assert invented & real == vocabularies
    titles = [e.title for e in linked_root(EXAMPLE).catalog.entries if e.id not in vocabularies]
    assert [title for title in titles if "示例" not in title] == []
