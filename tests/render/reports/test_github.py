from journeykit.render.reports.github import report
from journeykit.source.diagnostic import Diagnostic, Severity, Summary
from journeykit.source.position import Span


def told(*findings: Diagnostic) -> list[str]:
    return report(findings, Summary(1, 0, 0, 0), lambda path, line: "").splitlines()


def found(severity: Severity, message: str = "m", hint: str = "", span: Span = Span(4, 9, 4, 12)) -> Diagnostic:
    return Diagnostic("JK205", "some-rule", severity, message, hint, "maps/a,b:c%.yaml", span)


def test_everything_is_escaped() -> None:
    assert told(found("error", "100%: a, b::c\r\nd\x1b", "do: this")) == [
        "::error file=maps/a%2Cb%3Ac%25.yaml,line=4,endLine=4,col=9,endColumn=12,title=JK205 some-rule"
        "::100%25: a, b::c d\\x1b%0Ado: this"
    ]


def test_the_worst_come_first_and_infos_are_notices() -> None:
    lines = told(found("info"), found("warning"), found("error"))
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_columns_are_left_out_over_several_lines() -> None:
    assert "line=4,endLine=6,title=" in told(found("error", span=Span(4, 9, 6, 2)))[0]


def test_an_info_of_a_rule_is_told_once_with_its_other_places() -> None:
    lines = told(found("info"), found("info", span=Span(8, 1, 8, 2)), found("info", span=Span(9, 1, 9, 2)))
    assert len(lines) == 1
    assert lines[0].endswith("::m%0AAlso in lines 8 and 9")
