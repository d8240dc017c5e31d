"""A finding a line: `FILE:LINE:COL: severity CODE name message`."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.render.reports import SourceLine
from journeykit.render.taming import one_line, tame
from journeykit.source.diagnostic import Diagnostic, Summary


def report(diagnostics: Sequence[Diagnostic], summary: Summary, source_line: SourceLine) -> str:
    """The findings, a line each, in their order; "" when there are none."""
    return "".join(
        f"{tame(found.path)}:{found.span.line}:{found.span.column}: {found.severity} {found.code} {found.name} "
        f"{one_line(found.message)}\n"
        for found in diagnostics
    )
