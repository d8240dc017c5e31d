from journeykit.render.reports.concise import report
from journeykit.source.diagnostic import Diagnostic, Summary
from journeykit.source.position import Span

FOUND = Diagnostic("JK202", "unanswered-question", "warning", "nothing answers 'a\nb\x1b[2J'", "hint", "a.yaml",
                   Span(41, 9, 41, 62))  # fmt: skip


def test_a_finding_is_a_line() -> None:
    told = report([FOUND, FOUND], Summary(1, 0, 2, 0), lambda path, line: "")
    assert told == "a.yaml:41:9: warning JK202 unanswered-question nothing answers 'a b\\x1b[2J'\n" * 2


def test_no_findings_is_nothing() -> None:
    assert report([], Summary(1, 0, 0, 0), lambda path, line: "") == ""
