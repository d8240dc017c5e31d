"""Figures as JSON, version 1. What does not exist is null, an empty list []; numbers are not rounded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from journeykit.model.derive import Curve, Facts, Point, freshness
from journeykit.model.document import Document
from journeykit.render.figures import Maps


def write(maps: Maps, today: date) -> str:
    """The figures of every map on a day."""
    found = {"version": 1, "maps": [figures(document, today) for document in maps]}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def figures(document: Document, today: date) -> dict[str, Any]:
    """The figures of one map."""
    assert document.journey is not None
    journey, facts, outline = document.journey, document.facts, document.outline
    fresh = freshness(journey, today)
    return {
        "path": document.source.name,
        "id": outline.root.id,
        "revision": journey.revision,
        "title": journey.title,
        "stages": [outline.id(stage) for stage in journey.stages],
        "counts": counts(facts),
        "questions": _questions(facts),
        "curves": {persona: _curve(curve) for persona, curve in facts.curves.items()},
        "promises": {
            key: {
                "parity": parity.gap,
                "best": _touchpoint(parity.best),
                "worst": _touchpoint(parity.worst),
                "broken_by": [_touchpoint(point) for point in parity.broken_by],
            }
            for key, parity in facts.promises.items()
        },
        "gaps": {"open": len(facts.gaps.elements), "by_severity": facts.gaps.by_severity},
        "opportunities": [{"element": ranked.element, "score": ranked.score} for ranked in facts.opportunities],
        "evidence": {
            "claims": facts.evidence.claims,
            "backed": facts.evidence.backed,
            "share": facts.evidence.share,
        },
        "channels": {stage: list(channels) for stage, channels in facts.channels.items()},
        "freshness": {
            "reviewed": str(fresh.reviewed) if fresh.reviewed else None,
            "due": fresh.due.isoformat() if fresh.due else None,
            "overdue_days": fresh.overdue_days,
        },
    }


def counts(facts: Facts) -> dict[str, int]:
    """How many elements of each kind a map has, wherever they stand."""
    nouns = [place.element.noun for place in facts.outline]
    kinds = ("stage", "action", "question", "pain", "gap", "risk", "opportunity", "touchpoint")
    return {plural(kind): nouns.count(kind) for kind in kinds}


def plural(noun: str) -> str:
    """The plural of a kind's name."""
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


@dataclass(frozen=True)
class Tally:
    """How many questions are answered, planned, open, and answered in the wrong place."""

    answered: int
    planned: int
    open: int
    wrong_place: int


def tally(facts: Facts) -> Tally:
    """The questions of a map by their state."""
    states = [state.state for state in facts.questions.values()]
    wrong = sum(state.wrong_place for state in facts.questions.values())
    return Tally(states.count("answered"), states.count("planned"), states.count("open"), wrong)


def _questions(facts: Facts) -> dict[str, Any]:
    counted = tally(facts)
    return {
        "answered": counted.answered,
        "planned": counted.planned,
        "open": counted.open,
        "wrong_place": counted.wrong_place,
        "list": [
            {"element": address, "state": state.state, "wrong_place": state.wrong_place}
            for address, state in facts.questions.items()
        ],
    }


def _curve(curve: Curve) -> dict[str, Any]:
    fall = curve.biggest_fall
    return {
        "points": [
            {"element": point.element, "stage": point.stage, "score": point.score, "feeling": point.emotion.feeling}
            for point in curve.points
        ],
        "low": _extreme(curve.low),
        "peak": _extreme(curve.peak),
        "end": _extreme(curve.end),
        "mean": curve.mean,
        "biggest_fall": {"from": fall.start.element, "to": fall.end.element, "by": fall.by} if fall else None,
    }


def _extreme(point: Point | None) -> dict[str, Any] | None:
    return {"element": point.element, "score": point.score} if point else None


def _touchpoint(key: str | None) -> str | None:
    return f"touchpoints/{key}" if key else None
