"""What was measured, for programs. What does not exist is null, an empty list []; numbers are not rounded."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from journeykit.measure.feedback import Feedback, Shift
from journeykit.measure.history import Past
from journeykit.measure.report import Measured
from journeykit.measure.results import Result
from journeykit.measure.snapshots import Since
from journeykit.measure.standing import StageFigures, Standing
from journeykit.model.document import Document

VERSION = 1


def write(document: Document, measured: Measured) -> str:
    """The figures as JSON."""
    journey = document.journey
    assert journey is not None
    data = {
        "version": VERSION,
        "map": {"path": document.source.name, "id": document.outline.root.id, "title": journey.title},
        "day": measured.day.isoformat(),
        "data": [
            {"role": one.role, "source": one.name, "rows": one.rows, "kept": one.kept,
             "remarks": [asdict(remark) for remark in one.remarks]}
            for one in measured.intakes
        ],
        "notes": list(measured.notes),
        "customers": _standing(measured.whole) if measured.whole else None,
        "groups": [_standing(one) for one in measured.groups],
        "segments": [_standing(one) for one in measured.segments],
        "health": [asdict(one) for one in measured.health],
        "history": [_past(one) for one in measured.history],
        "since": _since(measured.since),
        "worth": [asdict(one) for one in measured.worth] if measured.worth is not None else None,
        "goes_together": [_result(one) for one in measured.results],
        "methods": dict(measured.methods),
        "feedback": [_feedback(one) for one in measured.feedback],
        "feedback_groups": [_feedback(one) for one in measured.feedback_groups],
        "shifts": [_shift(one) for one in measured.shifts],
        "flow": _flow(measured),
        "conformance": _conformance(measured),
    }  # fmt: skip
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _standing(one: Standing) -> dict[str, Any]:
    stages = [_stage(stage) for stage in one.stages]
    return {"group": one.group, "seen": one.seen, "nowhere": one.nowhere, "stages": stages}


def _stage(one: StageFigures) -> dict[str, Any]:
    told: dict[str, Any] = asdict(one)
    for name in ("to_move_on", "since"):
        median, p90 = told[name]
        told[name] = {"median_days": median, "p90_days": p90}
    return told


def _past(one: Past) -> dict[str, Any]:
    unwell, between, well = one.bands
    told = {"n": one.n, "mean": one.mean, "unwell": unwell, "between": between, "well": well}
    return {"day": one.day.isoformat(), **told, "stages": [asdict(stage) for stage in one.stages]}


def _since(one: Since | None) -> dict[str, Any] | None:
    return {**asdict(one), "day": one.day.isoformat()} if one else None


def _result(one: Result) -> dict[str, Any]:
    return {
        "element": one.element,
        "gate": one.gate,
        "with": {"customers": one.with_, "passed": one.with_passed, "share": one.share_with},
        "without": {"customers": one.without, "passed": one.without_passed, "share": one.share_without},
        "difference": one.difference,
        "interval": one.interval,
        "small": one.is_small,
    }


def _feedback(one: Feedback) -> dict[str, Any]:
    return {**asdict(one), "counts": list(one.counts) if one.counts else None, "small": one.is_small}


def _shift(one: Shift) -> dict[str, Any]:
    return {
        "kind": one.after.kind,
        "from": one.before.group,
        "to": one.after.group,
        "by": one.by,
        "margin": one.margin,
        "noise": one.is_noise,
    }


def _flow(measured: Measured) -> dict[str, Any] | None:
    graph = measured.graph
    if graph is None:
        return None
    steps = [
        {"from": step.source, "to": step.target, "count": step.count, "median_seconds": step.seconds}
        for step in graph.steps
    ]
    return {"ways": graph.ways, "events": graph.events, "starts": graph.starts, "ends": graph.ends, "steps": steps}


def _conformance(measured: Measured) -> dict[str, Any] | None:
    told = measured.conformance
    if told is None:
        return None
    sorts = {
        name: [{"from": step.source, "to": step.target, "count": step.count} for step in getattr(told, name)]
        for name in ("kept", "skipped", "repeated", "back")
    }
    return {
        "fitness": told.fitness,
        **sorts,
        "seen": [{"element": one.element, "count": one.count} for one in told.seen],
        "unseen": [one.element for one in told.unseen],
        "unknown": [{"event": name, "count": count} for name, count in told.unknown],
    }
