"""Figures as a table for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journeykit.model.derive import SEVERITIES, Facts, freshness
from journeykit.model.document import Document
from journeykit.render.figures import Maps
from journeykit.render.figures.json import tally
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import cut, width
from journeykit.render.terminal.styled import Line, Run, line
from journeykit.render.views.words import signed

_HEADS = ("Map", "Stages", "Answered", "Open gaps", "Low", "Mean", "Evidence", "Reviewed")
_SHORTEST = 16
_RIGHT = frozenset({1, 2, 4, 5, 6})


def write(maps: Maps, today: date, limit: int | None = None) -> list[Line]:
    """The figures of every map on a day, a line each; titles are cut only where a width is given."""
    rows = [_row(document, today) for document in maps]
    sizes = [max(width(row[at][0]) for row in [*rows, [(head, "") for head in _HEADS]]) for at in range(len(_HEADS))]
    if limit is None:
        # A very long title pushes its own row aside, not everybody's.
        sizes[0] = min(sizes[0], 72)
    else:
        room = limit - sum(sizes[1:]) - 2 * (len(sizes) - 1)
        if room < _SHORTEST:
            # The date it is due again gives way to the name of the map.
            sizes[-1] = max(len(_HEADS[-1]), sizes[-1] + room - _SHORTEST)
        sizes[0] = max(_SHORTEST, min(sizes[0], room))
    heads = _line([(head, "dim") for head in _HEADS], sizes, limit)
    return [heads, *(_line(row, sizes, limit) for row in rows)] if rows else []


def _line(cells: Sequence[tuple[str, str]], sizes: Sequence[int], limit: int | None) -> Line:
    parts: list[Run] = []
    for at, ((text, style), size) in enumerate(zip(cells, sizes, strict=True)):
        shown = cut(text, size if limit is not None else None)
        blanks = " " * max(0, size - width(shown))
        parts.append(Run(f"{blanks if at in _RIGHT else ''}", ""))
        parts.append(Run(shown, style))  # type: ignore[arg-type]
        parts.append(Run(f"{'' if at in _RIGHT else blanks}{'  ' if at < len(sizes) - 1 else ''}", ""))
    return line(*parts)


def _row(document: Document, today: date) -> list[tuple[str, str]]:
    facts = document.facts
    journey = facts.journey
    questions = tally(facts)
    asked = len(facts.questions)
    curve = facts.curves[facts.primary]
    low = curve.low.score if curve.low else None
    share = facts.evidence.share
    revision = f" ({one_line(journey.revision)})" if journey.revision else ""
    return [
        (one_line(journey.title) + revision, "strong"),
        (str(len(journey.stages)), ""),
        (f"{questions.answered}/{asked}" if asked else "–", "bad" if questions.open else ""),
        (_gaps(facts), ""),
        (_score(low), "bad" if low is not None and low < 0 else ""),
        (_score(curve.mean), ""),
        (f"{share:.0%}" if share is not None else "–", ""),
        _reviewed(document, today),
    ]


def _gaps(facts: Facts) -> str:
    by_severity = facts.gaps.by_severity
    total = len(facts.gaps.elements)
    worst = [f"{by_severity[key]} {key}" for key in SEVERITIES if by_severity[key]][:2]
    return f"{total}: {', '.join(worst)}" if worst else str(total)


def _score(score: float | None) -> str:
    return "–" if score is None else signed(score)


def _reviewed(document: Document, today: date) -> tuple[str, str]:
    assert document.journey is not None
    fresh = freshness(document.journey, today)
    if fresh.reviewed is None:
        return "never", "bad"
    if fresh.overdue_days:
        return f"{fresh.reviewed}, {fresh.overdue_days} days overdue", "bad"
    return f"{fresh.reviewed}, next by {fresh.due}", ""
