"""SARIF as the standard has it. `SHAPE` is that part of the OASIS schema 2.1.0 that is used here, and closed."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from journeykit.render.reports import RuleInfo
from journeykit.render.reports.sarif import report
from journeykit.source.diagnostic import SEVERITY_ORDER, Diagnostic, Edit, Fix, Related, Summary
from journeykit.source.position import Span

SPAN = Span(7, 19, 7, 25)
FOUND = Diagnostic(
    "JK008", "unknown-reference", "error", "channel 'brünch' is not there", "did you mean `branch`?", "maps/b.yaml",
    SPAN, "stages/a", "channels", (Related("here", "lib.yaml", Span(3, 1, 3, 7), "channels/branch"),),
    Fix((Edit(SPAN, "branch"), Edit(Span(9, 1, 10, 1), "")), safe=False), "f00",
)  # fmt: skip
RULES = [
    RuleInfo("JK202", "unanswered-question", "warning", "Nothing answers.", "They leave.", "bad: 1\n", "good: 1\n"),
    RuleInfo("JK008", "unknown-reference", "error", "It is not there."),
]


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    properties = {**required, **optional}
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def several(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": least > 0}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed({"text": TEXT}, markdown=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
BAG = {"type": "object", "properties": {"tags": several(TEXT)}}
NUMBER = {"type": "integer", "minimum": 1}
ARTIFACT = closed({"uri": {"type": "string", "pattern": r"^([a-z]+://)?([\w.~/-]|%[0-9A-F]{2})+$"}}, uriBaseId=TEXT)
REGION = closed(dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER))
LOCATION = closed(
    {"physicalLocation": closed({"artifactLocation": ARTIFACT, "region": REGION})},
    id={"type": "integer", "minimum": -1},
    message=MESSAGE,
    logicalLocations=several(closed({"fullyQualifiedName": TEXT, "kind": TEXT}), 1),
)
RULE = closed(
    {"id": TEXT, "name": TEXT, "shortDescription": MESSAGE, "fullDescription": MESSAGE, "help": MESSAGE,
     "defaultConfiguration": closed({"level": LEVEL}), "properties": BAG},
)  # fmt: skip
REPLACEMENT = closed({"deletedRegion": REGION}, insertedContent=closed({"text": TEXT}))
CHANGE = closed({"artifactLocation": ARTIFACT, "replacements": several(REPLACEMENT, 1)})
RESULT = closed(
    {"ruleId": TEXT, "ruleIndex": {"type": "integer", "minimum": 0}, "level": LEVEL, "message": MESSAGE,
     "locations": several(LOCATION)},
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    relatedLocations=several(LOCATION, 1),
    fixes=several(closed({"description": MESSAGE, "artifactChanges": several(CHANGE, 1), "properties": BAG}), 1),
)  # fmt: skip
RUN = closed({
    "tool": closed({"driver": closed({"name": TEXT, "version": TEXT, "rules": several(RULE)})}),
    "originalUriBaseIds": {"type": "object", "additionalProperties": closed({"description": MESSAGE})},
    "columnKind": {"const": "unicodeCodePoints"},
    "results": several(RESULT),
})  # fmt: skip
SHAPE = closed({"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": several(RUN, 1)})


def run(*found: Diagnostic, rules: list[RuleInfo] = RULES) -> dict[str, Any]:
    document = json.loads(report(found, Summary(1, 1, 0, 0), lambda path, line: "", rules=rules))
    jsonschema.Draft202012Validator(SHAPE).validate(document)
    return document["runs"][0]


def test_it_has_the_shape_without_findings_and_without_rules() -> None:
    assert run(rules=[])["results"] == []
    assert len(run()["tool"]["driver"]["rules"]) == 2


def test_a_result_key_by_key() -> None:
    region = {"startLine": 7, "startColumn": 19, "endLine": 7, "endColumn": 25}
    artifact = {"uri": "maps/b.yaml", "uriBaseId": "%SRCROOT%"}
    assert run(FOUND)["results"] == [{
        "ruleId": "JK008", "ruleIndex": 0, "level": "error",
        "message": {"text": "channel 'brünch' is not there\ndid you mean `branch`?"},
        "locations": [{
            "physicalLocation": {"artifactLocation": artifact, "region": region},
            "logicalLocations": [{"fullyQualifiedName": "stages/a", "kind": "element"}],
        }],
        "partialFingerprints": {"journeyFingerprint/v1": "f00"},
        "relatedLocations": [{
            "id": 1, "message": {"text": "here"},
            "physicalLocation": {
                "artifactLocation": {"uri": "lib.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 7},
            },
            "logicalLocations": [{"fullyQualifiedName": "channels/branch", "kind": "element"}],
        }],
        "fixes": [{
            "description": {"text": "did you mean `branch`?"},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": [
                {"deletedRegion": region, "insertedContent": {"text": "branch"}},
                {"deletedRegion": {"startLine": 9, "startColumn": 1, "endLine": 10, "endColumn": 1}},
            ]}],
            "properties": {"safe": False},
        }],
    }]  # fmt: skip


def test_a_rule_brings_its_documentation() -> None:
    rule = run()["tool"]["driver"]["rules"][1]
    assert rule["id"] == "JK202"
    assert rule["shortDescription"]["text"] == "Nothing answers."
    assert rule["fullDescription"]["text"] == "They leave."
    assert rule["defaultConfiguration"]["level"] == "warning"
    assert rule["properties"]["problem.severity"] == "warning"
    assert rule["help"]["text"] == (
        "Nothing answers.\n\nThey leave.\n\nBreaks the rule:\n\nbad: 1\n\nPut right:\n\ngood: 1"
    )
    assert rule["help"]["markdown"] == (
        "Nothing answers.\n\nThey leave.\n\n**Breaks the rule**\n\n```yaml\nbad: 1\n```\n\n"
        "**Put right**\n\n```yaml\ngood: 1\n```"
    )


def test_every_result_points_at_its_rule_known_or_not() -> None:
    own = replace(FOUND, code="AC001", name="own-rule", severity="info")
    told = run(replace(FOUND, code="JK202"), own, FOUND)
    rules = told["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in told["results"]] == ["JK202", "AC001", "JK008"]
    assert rules[0]["name"] == "own-rule"


def test_severities_are_levels() -> None:
    told = run(*(replace(FOUND, severity=severity) for severity in SEVERITY_ORDER))
    assert [result["level"] for result in told["results"]] == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("./a b/ü%.yaml", {"uri": "a%20b/%C3%BC%25.yaml", "uriBaseId": "%SRCROOT%"}),
        ("HEAD:a#?[].yaml", {"uri": "HEAD%3Aa%23%3F%5B%5D.yaml", "uriBaseId": "%SRCROOT%"}),
        ("a\udcff.yaml", {"uri": "a%FF.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/abs/a b.yaml", {"uri": "file:///abs/a%20b.yaml"}),
    ],
)
def test_paths_are_relative_and_percent_encoded(path: str, artifact: dict[str, str]) -> None:
    (result,) = run(replace(FOUND, path=path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"] == artifact


def test_words_of_a_map_are_no_links() -> None:
    (result,) = run(replace(FOUND, message="see [here](1)\n\x1b", hint=""))["results"]
    assert result["message"]["text"] == "see [here] (1) \\x1b"
