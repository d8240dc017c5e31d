from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as Xml

from journeykit.render.reports.junit import report
from journeykit.source.diagnostic import Diagnostic, Related, Summary
from journeykit.source.position import Span

FOUND = Diagnostic(
    "JK202", "unanswered-question", "warning", "nothing answers 'x'", "link help", "b.yaml", Span(41, 9, 41, 62),
    related=(Related("here", "lib.yaml", Span(3, 1, 3, 7)),),
)  # fmt: skip


def told(*found: Diagnostic, paths: Sequence[str] = ()) -> Xml.Element:
    text = report(found, Summary(1, 0, 0, 0), lambda path, line: f"\t{path} {line}", paths=paths)
    return Xml.fromstring(text.encode())


def test_a_file_is_a_suite_and_a_finding_a_test() -> None:
    root = told(FOUND, replace(FOUND, path="a.yaml"), replace(FOUND, code="JK101", name="missing-stage"))
    assert root.tag == "testsuites"
    assert [(suite.tag, suite.get("name"), suite.get("tests")) for suite in root] == [
        ("testsuite", "a.yaml", "1"), ("testsuite", "b.yaml", "2"),
    ]  # fmt: skip
    assert dict(root[0].attrib) == {
        "name": "a.yaml", "file": "a.yaml", "tests": "1", "failures": "1", "errors": "0", "skipped": "0", "time": "0",
    }  # fmt: skip
    case = root[1][0]
    assert dict(case.attrib) == {
        "classname": "b.yaml", "name": "JK202 unanswered-question: nothing answers 'x'", "time": "0",
    }  # fmt: skip
    (failure,) = case
    assert failure.tag == "failure"
    assert dict(failure.attrib) == {"message": "nothing answers 'x'", "type": "warning"}
    assert (failure.text or "").splitlines() == ["b.yaml:41:9: warning", "b.yaml 41", "link help", "lib.yaml:3: here"]


def test_counts_add_up_and_infos_pass() -> None:
    root = told(replace(FOUND, severity="error"), FOUND, replace(FOUND, severity="info"), paths=["a.yaml", "b.yaml"])
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "0")
    assert len(root.findall(".//testcase")) == 4
    assert len(root.findall(".//failure")) == 2
    (out,) = root.findall(".//system-out")
    assert (out.text or "").startswith("b.yaml:41:9: info\n")


def test_a_clean_file_is_a_test_that_passes() -> None:
    root = told(FOUND, paths=["b.yaml", "clean.yaml"])
    assert [suite.get("name") for suite in root] == ["b.yaml", "clean.yaml"]
    (case,) = root[1]
    assert case.get("name") == "nothing found"
    assert list(case) == []


def test_no_two_tests_of_a_file_have_one_name() -> None:
    names = [case.get("name") for case in told(FOUND, replace(FOUND, span=Span(50, 1, 50, 2)))[0]]
    assert names == [
        "JK202 unanswered-question: nothing answers 'x'", "JK202 unanswered-question: nothing answers 'x' (2)",
    ]  # fmt: skip


def test_what_xml_cannot_hold_is_shown_as_its_escape() -> None:
    every = "".join(map(chr, [*range(0x20), 0x7F, 0xD800, 0xFFFE, 0xFFFF])) + "<&\"']]>"
    hostile = replace(FOUND, message=every, hint=every, path=f"a{every}", related=())
    text = report([hostile], Summary(1, 0, 1, 0), lambda path, line: every)
    (failure,) = Xml.fromstring(text.encode()).findall(".//failure")
    message = failure.get("message") or ""
    assert message.startswith("\\x00\\x01")
    assert message.endswith("\\x7f\\ud800\\ufffe\\uffff<&\"']]>")


def test_no_files_are_no_suites() -> None:
    root = told()
    assert (root.get("tests"), len(root)) == ("0", 0)
