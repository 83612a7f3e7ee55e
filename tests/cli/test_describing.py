"""`anliku new` and `anliku schema`: drafts that pass, and a schema that fits the entries."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest

from anliku.schema.field import field
from anliku.schema.json_schema import all_schemas
from anliku.schema.kinds import KINDS
from anliku.schema.walk import fields_of
from tests.library import ROOT, linked_root


def test_new_drafts_have_no_errors(run, real) -> None:
    """A draft of any kind passes the check of the real library before a word is changed."""
    for kind in KINDS.values():
        name = f"cases/{kind.folder}/shili-{kind.folder}.yml"
        done = run("new", kind.name, f"shili-{kind.folder}", "--root", real)
        assert (done.code, done.err) == (0, "")
        assert name in done.out
        assert b"\r" not in (real / name).read_bytes()
    checked = run("check", "--root", real, "--format", "json")
    found = json.loads(checked.out)["diagnostics"]
    assert [one for one in found if one["severity"] == "error"] == []
    assert {one["file"] for one in found} <= {
        f"cases/{kind.folder}/shili-{kind.folder}.yml" for kind in KINDS.values()
    }
    assert checked.code == 0


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_new_draft_explains_every_field(run, project, kind) -> None:
    """The draft names each field with its label and help."""
    run("new", kind.label, "shili-xin")
    text = (project / "cases" / kind.folder / "shili-xin.yml").read_text(encoding="utf-8")
    missing = [
        key
        for key, (_, info) in fields_of(kind.record).items()
        if f"\n# {info.title}：{info.description}" not in text or f"{key}:" not in text
    ]
    assert missing == []


@pytest.mark.parametrize("word", ["case", "studies", "实务案例"])
def test_new_takes_kind_folder_or_label(run, project, word: str) -> None:
    """A kind may be named as in the code, as the folder, or in Chinese."""
    assert run("new", word, "shili-xin").code == 0
    assert (project / "cases/studies/shili-xin.yml").is_file()


def test_schema_command(run) -> None:
    """The command prints one schema, or all by folder, as JSON and nothing else."""
    done = run("schema")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == all_schemas()
    assert set(json.loads(done.out)) == {kind.folder for kind in KINDS.values()}
    assert json.loads(run("schema", "案例使用说明").out) == all_schemas()["teaching-notes"]


def bad_parts(value: Any, where: str = "") -> list[str]:
    """Return what is no valid part of a JSON Schema of 2020-12, as far as we use it."""
    known = {*inspect.signature(field).parameters, "format"}
    known |= {"$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default"}
    known |= {"description", "enum", "examples", "items", "pattern", "properties", "required"}
    known |= {"title", "type"}
    types = {"array", "boolean", "integer", "null", "number", "object", "string"}
    if not isinstance(value, dict):
        return [f"{where}: {value!r}"]
    bad = [f"{where}: {key}" for key in value.keys() - known]
    bad += [f"{where}: type {value['type']}"] if value.get("type", "string") not in types else []
    for key in ("properties", "$defs"):
        for name, part in value.get(key, {}).items():
            bad += bad_parts(part, f"{where}/{key}/{name}")
    for part in value.get("anyOf", []):
        bad += bad_parts(part, f"{where}/anyOf")
    return bad + (bad_parts(value["items"], f"{where}/items") if "items" in value else [])


@pytest.mark.parametrize("folder", all_schemas())
def test_schema_is_json_schema(folder: str) -> None:
    """Each schema uses only keywords of JSON Schema and ours, and all its references lead on."""
    schema = all_schemas()[folder]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert bad_parts(schema) == []
    text = json.dumps(schema, ensure_ascii=False)
    refs = {part.partition('"')[0] for part in text.split('"$ref": "')[1:]}
    assert refs <= {f"#/$defs/{name}" for name in schema["$defs"]}


def refusals(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> list[str]:
    """Return why a schema refuses a value as the reader has it: scalars are text."""
    if "$ref" in schema:
        return refusals(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root)
    if "anyOf" in schema:
        tries = [refusals(part, value, root) for part in schema["anyOf"]]
        return min(tries, key=len)
    if "enum" in schema or "const" in schema:
        known = schema.get("enum", [schema.get("const")])
        return [] if value in known else [f"{value!r} not in {known}"]
    match schema.get("type"):
        case "object":
            return _object(schema, value, root)
        case "array":
            if not isinstance(value, list):
                return [f"no list: {value!r}"]
            return [why for item in value for why in refusals(schema["items"], item, root)]
        case "null":
            return [] if value is None else [f"not null: {value!r}"]
        case "integer":
            return [] if isinstance(value, str) and value.isdigit() else [f"no number: {value!r}"]
        case "boolean":
            return [] if value in ("true", "false") else [f"neither true nor false: {value!r}"]
        case _:
            return [] if isinstance(value, str) else [f"no text: {value!r}"]


def _object(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> list[str]:
    if not isinstance(value, dict):
        return [f"no object: {value!r}"]
    parts = schema["properties"]
    assert schema["additionalProperties"] is False
    found = [f"unknown key {key}" for key in value.keys() - parts.keys()]
    found += [f"lacks {key}" for key in set(schema.get("required", ())) - value.keys()]
    for key in value.keys() & parts.keys():
        found += [f"{key}: {why}" for why in refusals(parts[key], value[key], root)]
    return found


def test_schema_takes_the_real_entries() -> None:
    """Every real entry, as it is written, fits the schema of its kind."""
    schemas = all_schemas()
    bad = {}
    for entry in linked_root(ROOT).catalog.entries:
        value = entry.document.value
        if entry.kind.name == "tool" and isinstance(value.get("issuer"), dict):
            value = {**value, "issuer": [value["issuer"]]}
        found = refusals(schemas[entry.kind.folder], value, schemas[entry.kind.folder])
        if found:
            bad[entry.id] = found
    assert bad == {}


def test_schema_refuses_what_the_check_refuses() -> None:
    """The walk above is no rubber stamp: unknown, missing and wrong values are refused."""
    schema = all_schemas()["terms"]
    assert refusals(schema, {"tilte": "示例"}, schema)
    assert "lacks title" in refusals(schema, {}, schema)
    assert refusals(schema["properties"]["status"], "草搞", schema)
    assert refusals(schema["properties"]["keywords"], "示例", schema)
