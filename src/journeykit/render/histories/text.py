"""The history of a map for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journeykit.diff.headline import headline
from journeykit.diff.revision import Step
from journeykit.model.derive import Facts
from journeykit.render.taming import one_line, tame
from journeykit.render.terminal.cells import width
from journeykit.render.terminal.styled import Line, Run, Style, line
from journeykit.render.views.words import percent, signed

_BARS = "▁▂▄▆█"
_PLAIN = "_.-=#"
_HEADS = ("Revision", "Day", "Feeling", "Answered", "Open gaps", "Evidence", "Curve")
_TONES: dict[str, Style] = {"better": "good", "worse": "bad", "neutral": ""}


def write(steps: Sequence[Step], name: str, unicode: bool = True) -> list[Line]:
    """A table of the revisions, each with its figures and its curve, then what each changed and why."""
    rows = [_row(step, unicode) for step in steps]
    sizes = [max(width(row[at]) for row in (_HEADS, *rows)) for at in range(len(_HEADS))]
    titles = [step.document.journey.title for step in steps if step.document.journey]
    lines = [line(Run(one_line(titles[-1] if titles else name), "strong")), line("")]
    lines.append(_line(_HEADS, sizes, "dim"))
    lines += [_line(row, sizes) for row in rows]
    for before, step in pairwise(steps):
        ends = (" → " if unicode else " -> ").join((one_line(before.name), one_line(step.name)))
        lines += [line(""), line(Run(ends, "title"))]
        lines += _changed(step)
    return lines


def _row(step: Step, unicode: bool) -> tuple[str, ...]:
    if step.document.journey is None:
        return (one_line(step.name), step.day, "cannot be read", "", "", "", "")
    facts = step.document.facts
    curve = facts.curves[facts.primary]
    answered = sum(state.state == "answered" for state in facts.asked)
    bars = _BARS if unicode else _PLAIN
    return (
        one_line(step.name),
        step.day or "today",
        signed(curve.mean) if curve.mean is not None else "–",
        f"{answered} of {len(facts.asked)}" if facts.asked else "–",
        str(len(facts.gaps.elements)),
        percent(facts.evidence.share) if facts.evidence.share is not None else "–",
        _curve(facts, bars),
    )


def _curve(facts: Facts, bars: str) -> str:
    """The primary persona's curve, a bar a point; a blank where a feeling has no score."""
    places = facts.curves[facts.primary].places
    return "".join(bars[round(place.score) + 2] if place.score is not None else " " for place in places)


def _line(cells: Sequence[str], sizes: Sequence[int], style: Style = "") -> Line:
    padded = (cell + " " * (size - width(cell)) for cell, size in zip(cells, sizes, strict=True))
    return line(Run("  ".join(padded).rstrip(), style))


def _changed(step: Step) -> list[Line]:
    assert step.change is not None
    lines = [line(Run(one_line(note), "warning")) for note in step.change.notes]
    if step.change.diff:
        lines.append(line(*(Run(tame(piece.text), _TONES[piece.effect]) for piece in headline(step.change.diff))))
    journey = step.document.journey
    if journey and journey.why:
        lines.append(line(Run("Why: ", "dim"), one_line(journey.why)))
    return lines
