from journeykit.render.findings import places, told, worst_first
from journeykit.source.diagnostic import Diagnostic, Severity
from journeykit.source.position import Span


def found(code: str, severity: Severity, line: int, path: str = "a.yaml") -> Diagnostic:
    return Diagnostic(code, "name", severity, "message", "hint", path, Span(line, 1, line, 2))


def test_an_info_of_a_rule_is_told_once_a_map() -> None:
    one, two, elsewhere = found("JK205", "info", 3), found("JK205", "info", 9), found("JK205", "info", 3, "b.yaml")
    other = found("JK108", "info", 4)
    assert [(t.finding, t.others) for t in told([one, other, two, elsewhere])] == [
        (one, (two,)), (other, ()), (elsewhere, ()),
    ]  # fmt: skip


def test_warnings_are_told_each() -> None:
    assert len(told([found("JK202", "warning", 3), found("JK202", "warning", 9)])) == 2


def test_the_worst_come_first_and_equals_keep_their_order() -> None:
    findings = [found("A", "info", 1), found("B", "warning", 2), found("C", "error", 3), found("D", "error", 4)]
    assert [one.finding.code for one in worst_first(told(findings))] == ["C", "D", "B", "A"]


def test_places_in_words() -> None:
    lines = [found("A", "info", line) for line in (3, 9, 9, 12)]
    assert places(lines[:1]) == "line 3"
    assert places(lines) == "lines 3, 9 and 12"
