"""Findings as they are told to people: the worst first, and an info of one rule once a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeykit.source.diagnostic import SEVERITY_ORDER, Diagnostic


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, and those of the same rule and map that are told with it."""

    finding: Diagnostic
    others: tuple[Diagnostic, ...] = ()


def told(diagnostics: Iterable[Diagnostic]) -> list[Told]:
    """The findings in their order; an info of one rule stands once a map, with its other places."""
    groups: dict[object, list[Diagnostic]] = {}
    for number, found in enumerate(diagnostics):
        key = (found.path, found.code) if found.severity == "info" else number
        groups.setdefault(key, []).append(found)
    return [Told(first, tuple(others)) for first, *others in groups.values()]


def worst_first(findings: Iterable[Told]) -> list[Told]:
    """Errors, then warnings, then infos; else in their order."""
    return sorted(findings, key=lambda one: SEVERITY_ORDER.index(one.finding.severity))


def places(others: Sequence[Diagnostic]) -> str:
    """The lines of findings in words: `line 12`, `lines 12, 30 and 44`."""
    lines = list(dict.fromkeys(str(other.span.line) for other in others))
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(lines[:-1])} and {lines[-1]}"
