"""SARIF 2.1.0, the exchange format of static analysis, which code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journeykit import __version__
from journeykit.render.reports import RuleInfo, SourceLine, address
from journeykit.render.taming import one_line, tame
from journeykit.source.diagnostic import Diagnostic, Edit, Fix, Related, Summary
from journeykit.source.position import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
#: GitHub's word for the weight of a rule that is no matter of security.
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
#: The base of relative paths: the folder of the run, which is the repository's in CI.
_ROOT = "%SRCROOT%"


def report(
    diagnostics: Sequence[Diagnostic],
    summary: Summary,
    source_line: SourceLine,
    rules: Sequence[RuleInfo] = (),
) -> str:
    """One run with its table of rules and all findings; a rule that is found and not in `rules` is added by name."""
    known = {rule.code: rule for rule in rules}
    for found in diagnostics:
        known.setdefault(found.code, RuleInfo(found.code, found.name, found.severity))
    codes = sorted(known)
    index = {code: number for number, code in enumerate(codes)}
    driver = {"name": "journey", "version": __version__, "rules": [_rule(known[code]) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which journey was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, index[found.code]) for found in diagnostics],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: RuleInfo) -> dict[str, Any]:
    summary = rule.summary or rule.name
    text = [summary, rule.why]
    markdown = [summary, rule.why]
    for heading, sample in (("Breaks the rule", rule.bad), ("Put right", rule.good)):
        if sample:
            text.append(f"{heading}:\n\n{sample.rstrip()}")
            markdown.append(f"**{heading}**\n\n```yaml\n{sample.rstrip()}\n```")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": rule.why or summary},
        "help": {"text": _paragraphs(text), "markdown": _paragraphs(markdown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["customer-journey"], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _paragraphs(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _result(found: Diagnostic, index: int) -> dict[str, Any]:
    message = _words(found.message)
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": f"{message}\n{_words(found.hint)}" if found.hint else message},
        "locations": [_location(found.path, found.span, found.element)],
    }
    if found.fingerprint:
        result["partialFingerprints"] = {"journeyFingerprint/v1": found.fingerprint}
    if found.related:
        result["relatedLocations"] = [_related(number, other) for number, other in enumerate(found.related, 1)]
    if found.fix:
        result["fixes"] = [_fix(found, found.fix)]
    return result


def _words(text: str) -> str:
    """A text of ours or of the map on one line, in which SARIF sees no link."""
    return one_line(text).replace("](", "] (")


def _related(number: int, other: Related) -> dict[str, Any]:
    location = _location(other.path, other.span, other.element)
    return {"id": number, "message": {"text": _words(other.message) or "related"}, **location}


def _location(path: str, span: Span, element: str) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(span)}}
    if element:
        location["logicalLocations"] = [{"fullyQualifiedName": tame(element), "kind": "element"}]
    return location


def _artifact(path: str) -> dict[str, str]:
    if path.startswith("/"):
        return {"uri": f"file://{address(path)}"}
    return {"uri": address(path), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(found: Diagnostic, fix: Fix) -> dict[str, Any]:
    replacements = [_replacement(edit) for edit in fix.edits]
    return {
        "description": {"text": _words(found.hint or found.message)},
        "artifactChanges": [{"artifactLocation": _artifact(found.path), "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    replacement: dict[str, Any] = {"deletedRegion": _region(edit.span)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement
