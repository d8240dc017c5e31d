"""GitLab's Code Quality report, which shows findings in the changes of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journeykit.render.reports import SourceLine
from journeykit.render.taming import one_line, tame
from journeykit.source.diagnostic import Diagnostic, Summary

#: GitLab also has critical and blocker; a map stops nobody from working.
_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(diagnostics: Sequence[Diagnostic], summary: Summary, source_line: SourceLine) -> str:
    """The findings in their order, one object each; `[]` when there are none."""
    return json.dumps([_issue(found) for found in diagnostics], indent=2, ensure_ascii=False) + "\n"


def _issue(found: Diagnostic) -> dict[str, Any]:
    message, hint = one_line(found.message), one_line(found.hint)
    return {
        "description": f"{message}; {hint}" if hint else message,
        "check_name": f"{found.code} {found.name}",
        # It does not depend on the line: a finding that moved is the same one.
        "fingerprint": found.fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {
            # GitLab joins a path to the repository only without the dot.
            "path": tame(found.path).removeprefix("./"),
            "lines": {"begin": found.span.line},
        },
    }
