from __future__ import annotations

import json


def test_the_rules_are_listed_by_code(journey) -> None:
    lines = journey("rules").out.splitlines()
    assert lines == sorted(lines)
    assert lines[0].startswith("JK001  syntax")


def test_json_has_every_rule_with_its_options(journey) -> None:
    listed = json.loads(journey("rules", "--format", "json").out)
    assert listed["version"] == 1
    (one,) = [rule for rule in listed["rules"] if rule["code"] == "JK202"]
    assert one["name"] == "unanswered-question"
    assert one["severity"] == "warning"
    assert one["summary"]


def test_markdown_is_a_table_a_family(journey) -> None:
    assert "## JK2 Questions and help\n\n| code | name |" in journey("rules", "-f", "markdown").out
    assert journey("rules", "-f", "yaml").code == 2
