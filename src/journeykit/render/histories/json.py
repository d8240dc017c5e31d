"""The history of a map for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from journeykit.diff.revision import Step
from journeykit.render.changes.json import change_of, summary_of
from journeykit.render.figures.json import figures

VERSION = 1


def write(steps: Sequence[Step], name: str) -> str:
    """The revisions with their figures and curves, and what each changed."""
    data = {"version": VERSION, "path": name, "revisions": [_step(step) for step in steps]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _step(step: Step) -> dict[str, Any]:
    document, change = step.document, step.change
    journey = document.journey
    diff = change.diff if change else None
    return {
        "name": step.name,
        "date": step.day or None,
        "source": document.source.name,
        "revision": journey.revision if journey else None,
        "title": journey.title if journey else None,
        "why": journey.why if journey else None,
        "notes": list(change.notes) if change else [],
        # When it is due does not hang on the day asked for; how long it is overdue does, and is left out.
        "figures": _figures(step),
        "summary": summary_of(diff) if diff else None,
        "changes": [change_of(one, change) for one in diff.changes] if diff and change else [],
    }


def _figures(step: Step) -> dict[str, Any] | None:
    if step.document.journey is None:
        return None
    told = figures(step.document, date.min)
    told["freshness"].pop("overdue_days")
    return told
