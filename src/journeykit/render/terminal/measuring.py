"""How a stage is left and watched: who leaves, the gate, health and alerts, a line each."""

from __future__ import annotations

from journeykit.model.elements import Checkpoint, Signal, Stage
from journeykit.render.taming import one_line
from journeykit.render.terminal.marks import figure, percent
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import Line, Run, joined, line


def measuring(page: Page, stage: Stage, indent: int) -> list[Line]:
    """The leaves, the gate, the health and the alerts of a stage, as far as it has them."""
    lines: list[Line] = []
    for leave in stage.leaves:
        share = f"{percent(leave.share)} " if leave.share is not None else ""
        because = line(Run(" because ", "dim"), Run(one_line(leave.because), "voice")) if leave.because else ()
        lines += page.note(indent, "leave ", line(share, one_line(leave.leave), because))
    alerts = [f"{one_line(alert.alert)}: {one_line(str(alert.when))}" for alert in stage.alerts]
    rows = (("gate  ", map(_checkpoint, stage.gate)), ("health", map(_signal, stage.health)), ("alerts", alerts))
    for label, parts in rows:
        if body := joined((line(part) for part in parts), "; "):
            lines += page.note(indent, label, body)
    return lines


def _checkpoint(checkpoint: Checkpoint) -> str:
    words = [one_line(checkpoint.checkpoint)]
    if checkpoint.at_least is not None:
        words.append(f"{figure(checkpoint.at_least)} times")
    if checkpoint.per:
        words.append(f"in {one_line(str(checkpoint.per))}")
    if checkpoint.within:
        words.append(f"within {one_line(str(checkpoint.within))}")
    return " ".join(words) + (" (optional)" if checkpoint.optional else "")


def _signal(signal: Signal) -> str:
    words = [one_line(signal.signal)]
    if signal.target is not None:
        words.append(figure(signal.target))
    if signal.at_most is not None:
        words.append(f"at most {figure(signal.at_most)}")
    if signal.per:
        words.append(f"in {one_line(str(signal.per))}")
    return " ".join(words) + (f" (weight {figure(signal.weight)})" if signal.weight != 1 else "")
