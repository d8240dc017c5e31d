import json
from dataclasses import replace

from journeykit.render.reports.gitlab import report
from journeykit.source.diagnostic import Diagnostic, Summary, in_order
from journeykit.source.position import Span

FOUND = Diagnostic(
    "JK202", "unanswered-question", "warning", "nothing answers 'a\nb\x1b'", "link `help:`", "./maps/a.yaml",
    Span(41, 9, 41, 62), "stages/a", fingerprint="f00",
)  # fmt: skip
SUMMARY = Summary(1, 0, 1, 0)


def issues(*found: Diagnostic) -> list[dict[str, object]]:
    return json.loads(report(found, SUMMARY, lambda path, line: ""))


def test_a_finding_is_an_issue_key_by_key() -> None:
    assert issues(FOUND) == [{
        "description": "nothing answers 'a b\\x1b'; link `help:`",
        "check_name": "JK202 unanswered-question",
        "fingerprint": "f00",
        "severity": "minor",
        "location": {"path": "maps/a.yaml", "lines": {"begin": 41}},
    }]  # fmt: skip


def test_without_a_hint_there_is_the_message() -> None:
    assert issues(replace(FOUND, message="m", hint=""))[0]["description"] == "m"


def test_severities_are_gitlabs() -> None:
    told = issues(*(replace(FOUND, severity=severity) for severity in ("error", "warning", "info")))
    assert [one["severity"] for one in told] == ["major", "minor", "info"]


def test_fingerprints_survive_moved_lines_and_are_not_equal() -> None:
    def fingerprints(line: int) -> list[object]:
        twice = [replace(FOUND, span=Span(line + by, 9, line + by, 12)) for by in (0, 1)]
        return [one["fingerprint"] for one in issues(*in_order(twice))]

    assert fingerprints(41) == fingerprints(90)
    assert len(set(fingerprints(41))) == 2


def test_no_findings_are_an_empty_list() -> None:
    assert report([], SUMMARY, lambda path, line: "") == "[]\n"


def test_a_file_name_that_is_not_utf8_can_be_written() -> None:
    told = report([replace(FOUND, path="a\udcff.yaml")], SUMMARY, lambda path, line: "")
    assert json.loads(told.encode())[0]["location"]["path"] == "a\\udcff.yaml"
