"""Findings as JSON, version 1."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from journeykit.render.reports import SourceLine
from journeykit.source.diagnostic import Diagnostic, Fix, Related, Summary
from journeykit.source.position import Span

#: Halves of surrogate pairs come with file names that are not UTF-8; no encoder takes them, JSON's escapes do.
_HALVES = re.compile("[\ud800-\udfff]")


def report(diagnostics: Sequence[Diagnostic], summary: Summary, source_line: SourceLine) -> str:
    """The summary and every finding, by path, line, column and code."""
    found = [_diagnostic(one) for one in sorted(diagnostics, key=lambda diagnostic: diagnostic.order)]
    document = {"version": 1, "summary": asdict(summary), "diagnostics": found}
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    return {
        "path": found.path,
        **_span(found.span),
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "message": found.message,
        "hint": found.hint,
        "element": found.element,
        "related": [_related(other) for other in found.related],
        "fix": _fix(found.fix) if found.fix else None,
        "fingerprint": found.fingerprint,
    }


def _related(other: Related) -> dict[str, Any]:
    return {"path": other.path, **_span(other.span), "element": other.element, "message": other.message}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"safe": fix.safe, "edits": [{**_span(edit.span), "text": edit.text} for edit in fix.edits]}


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
