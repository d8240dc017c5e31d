from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator


def test_the_schema_is_a_schema_with_a_description_for_every_key(journey, folder: Path) -> None:
    ended = journey("schema")
    schema = json.loads(ended.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    objects = [
        schema,
        *schema["$defs"].values(),
        *(one for d in schema["$defs"].values() for one in d.get("anyOf", [])),
    ]
    keys = [(key, told) for one in objects for key, told in one.get("properties", {}).items()]
    assert len(keys) > 200
    assert [key for key, told in keys if not told.get("description")] == []


def test_it_is_written_whole_to_a_file(journey, folder: Path) -> None:
    assert journey("schema", "-o", "s.json").code == 0
    assert json.loads(Path("s.json").read_text())["title"] == "A customer journey map"
    assert json.loads(journey("schema", "--library").out)["title"] == "A library that journey maps share"


def test_a_dash_is_standard_output(journey, folder: Path) -> None:
    assert journey("schema", "-o", "-").out == journey("schema").out != ""
    assert not Path("-").exists()
