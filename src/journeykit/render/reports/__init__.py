"""Findings as words: one report format a module, named as people ask for it.

Each has `report(diagnostics, summary, source_line)`; `source_line(path, number)` gives a line of a file, "" where it
cannot. Some take more by name: `rules` (sarif), `paths` (junit), `base` (markdown), `place` (markdown, github),
`unread` (junit, markdown, github), `left` (markdown, github).
"""

from collections.abc import Callable
from dataclasses import dataclass

from journeykit.source.diagnostic import Severity

SourceLine = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report says of a rule: what it finds, why that matters, a map that breaks it and the map put right.

    `severity` is the rule's own, before profiles. What a rule does not tell is "".
    """

    code: str
    name: str
    severity: Severity
    summary: str = ""
    why: str = ""
    bad: str = ""
    good: str = ""


def address(path: str) -> str:
    """A path as a relative reference, percent-encoded; the bytes of a name that is not UTF-8 stay as they were."""
    from urllib.parse import quote

    return quote(path.removeprefix("./"), safe="/", errors="surrogateescape")
