import json

from journeykit.render.reports.json import report
from journeykit.source.diagnostic import Diagnostic, Edit, Fix, Related, Summary
from journeykit.source.position import Span

FOUND = Diagnostic(
    "JK008", "unknown-reference", "error", "channel 'brünch' is not there", "did you mean `branch`?", "maps/b.yaml",
    Span(7, 19, 7, 25), "stages/a", "channels", (Related("here", "lib.yaml", Span(3, 1, 3, 7), "channels/branch"),),
    Fix((Edit(Span(7, 19, 7, 25), "branch"),)), "f00",
)  # fmt: skip


def test_the_document_is_as_specified_key_by_key() -> None:
    document = json.loads(report([FOUND], Summary(3, 1, 0, 0), lambda path, line: ""))
    place = {"line": 7, "column": 19, "end_line": 7, "end_column": 25}
    assert document == {
        "version": 1,
        "summary": {"maps": 3, "errors": 1, "warnings": 0, "infos": 0},
        "diagnostics": [{
            "path": "maps/b.yaml", **place, "code": "JK008", "name": "unknown-reference", "severity": "error",
            "message": "channel 'brünch' is not there", "hint": "did you mean `branch`?", "element": "stages/a",
            "related": [{"path": "lib.yaml", "line": 3, "column": 1, "end_line": 3, "end_column": 7,
                         "element": "channels/branch", "message": "here"}],
            "fix": {"safe": True, "edits": [{**place, "text": "branch"}]}, "fingerprint": "f00",
        }],
    }  # fmt: skip
    assert list(document["diagnostics"][0]) == [
        "path", "line", "column", "end_line", "end_column", "code", "name", "severity", "message", "hint", "element",
        "related", "fix", "fingerprint",
    ]  # fmt: skip


def test_findings_stand_by_path_line_column_and_code() -> None:
    from dataclasses import replace

    unordered = [FOUND, replace(FOUND, span=Span(2, 1, 2, 2)), replace(FOUND, path="maps/a.yaml")]
    document = json.loads(report(unordered, Summary(1, 3, 0, 0), lambda path, line: ""))
    assert [(one["path"], one["line"]) for one in document["diagnostics"]] == [
        ("maps/a.yaml", 7), ("maps/b.yaml", 2), ("maps/b.yaml", 7),
    ]  # fmt: skip


def test_a_file_name_that_is_not_utf8_can_be_written() -> None:
    from dataclasses import replace

    text = report([replace(FOUND, path="a\udcff.yaml")], Summary(1, 1, 0, 0), lambda path, line: "")
    assert json.loads(text.encode())["diagnostics"][0]["path"] == "a\udcff.yaml"
