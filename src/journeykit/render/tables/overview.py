"""The table that comes first: what the map is, and its figures."""

from __future__ import annotations

from collections import Counter

from journeykit.model.derive import Facts
from journeykit.render.language import say
from journeykit.render.tables.base import Cell, Items, text, texts, word


def overview(items: Items) -> tuple[tuple[str, Cell, str], ...]:
    """What is known of the whole map: a name, what holds, and the kind of it (`text`, `number`, `date` …)."""
    facts = items.facts
    journey = facts.journey
    scope = journey.scope
    known = [
        (say("Title"), text(journey.title), "text"),
        (say("Summary"), text(journey.summary), "text"),
        (say("State"), word(journey.state), "text"),
        (say("Status"), word(journey.status), "text"),
        (say("Owner"), text(journey.owner), "text"),
        (say("Contributors"), texts(journey.contributors), "text"),
        (say("Revision"), text(journey.revision), "text"),
        (say("Why a new revision"), text(journey.why), "text"),
        (say("Reviewed"), journey.reviewed, "date"),
        (say("Begins"), text(scope and scope.starts), "text"),
        (say("Ends"), text(scope and scope.ends), "text"),
        (say("Leaves out"), texts(scope.excludes) if scope else None, "text"),
        *_figures(facts),
    ]
    return tuple((name, value, kind) for name, value, kind in known if value is not None)


def _figures(facts: Facts) -> list[tuple[str, Cell, str]]:
    states = Counter(asked.state for asked in facts.asked)
    curve = facts.curves[facts.primary]
    return [
        (say("Stages"), len(facts.journey.stages), "number"),
        (say("Actions"), sum(len(stage.actions) for stage in facts.journey.stages), "number"),
        (say("Questions"), len(facts.asked), "number"),
        (say("Questions answered"), states["answered"] if facts.asked else None, "number"),
        (say("Questions in the wrong place"), sum(one.wrong_place for one in facts.asked) or None, "number"),
        (say("Open gaps and pains"), len(facts.gaps.elements), "number"),
        (say("Mean feeling"), curve.mean, "score"),
        (say("Lowest feeling"), curve.low.score if curve.low else None, "score"),
        (say("Claims backed by evidence"), facts.evidence.share, "share"),
    ]
