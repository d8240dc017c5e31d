"""JUnit's XML, which CI servers show as tests: a suite a file, a test a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as Xml

from journeykit.render.reports import SourceLine
from journeykit.render.taming import one_line, tame
from journeykit.source.diagnostic import Diagnostic, Summary

#: What XML cannot hold, not even as a reference, and `tame` leaves.
_NOT_XML = re.compile("[\ufffe\uffff]")


def report(
    diagnostics: Sequence[Diagnostic],
    summary: Summary,
    source_line: SourceLine,
    paths: Iterable[str] = (),
    unread: Sequence[str] = (),
) -> str:
    """The findings as tests: errors and warnings fail, infos pass and say so in their output.

    `paths` are the files that were looked at: one without findings is a test that passes. `unread` tells of each file
    that could not be read why: a test that could not be run.
    """
    found: dict[str, list[Diagnostic]] = {path: [] for path in paths}
    for one in diagnostics:
        found.setdefault(one.path, []).append(one)
    suites = [_suite(path, found[path], source_line) for path in sorted(found)]
    suites += [_unread(unread)] if unread else []
    root = Xml.Element("testsuites", {"name": "journey validate", **_totals(suites)})
    root.extend(suites)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, "unicode")}\n'


def _totals(suites: Sequence[Xml.Element]) -> dict[str, str]:
    keys = ("tests", "failures", "errors")
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in keys}


def _suite(path: str, findings: Sequence[Diagnostic], source_line: SourceLine) -> Xml.Element:
    file = _xml(tame(path))
    failures = sum(found.severity != "info" for found in findings)
    counts = {"tests": max(1, len(findings)), "failures": failures, "errors": 0, "skipped": 0}
    told = {key: str(count) for key, count in counts.items()}
    # Jenkins knows `file` on a suite alone, and turns a report down that has it elsewhere.
    suite = Xml.Element("testsuite", {"name": file, "file": file, **told, "time": "0"})
    if not findings:
        _case(suite, file, "nothing found")
    names: dict[str, int] = {}
    for found in findings:
        name = f"{found.code} {found.name}: {_text(found.message)}"
        # CI servers tell tests apart, and follow them from run to run, by their names.
        names[name] = names.get(name, 0) + 1
        case = _case(suite, file, name if names[name] == 1 else f"{name} ({names[name]})")
        _tell(case, found, source_line)
    return suite


def _unread(problems: Sequence[str]) -> Xml.Element:
    count = str(len(problems))
    suite = Xml.Element("testsuite", {"name": "files", "tests": count, "failures": "0", "errors": count, "time": "0"})
    for problem in problems:
        Xml.SubElement(_case(suite, "files", _text(problem)), "error", {"message": _text(problem)})
    return suite


def _case(suite: Xml.Element, file: str, name: str) -> Xml.Element:
    return Xml.SubElement(suite, "testcase", {"classname": file, "name": name, "time": "0"})


def _tell(case: Xml.Element, found: Diagnostic, source_line: SourceLine) -> None:
    place = f"{_xml(tame(found.path))}:{found.span.line}:{found.span.column}: {found.severity}"
    parts = [place, _text(source_line(found.path, found.span.line)), _text(found.hint)]
    parts += [f"{_xml(tame(one.path))}:{one.span.line}: {_text(one.message)}" for one in found.related]
    if found.severity == "info":
        out = Xml.SubElement(case, "system-out")
    else:
        out = Xml.SubElement(case, "failure", {"message": _text(found.message), "type": found.severity})
    out.text = "\n".join(part for part in parts if part)


def _text(text: str) -> str:
    return _xml(one_line(text))


def _xml(text: str) -> str:
    return _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
