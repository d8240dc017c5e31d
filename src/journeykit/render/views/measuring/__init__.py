"""What was measured, as a page shows it: how customers stand, how well they are, what they said, the ways they took."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeykit.measure.report import Measured
from journeykit.model.document import Document
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.front import Front, Tally, front
from journeykit.render.views.measuring.health import Bands, Course, bands, changed, course
from journeykit.render.views.measuring.said import Said, Survey, said
from journeykit.render.views.measuring.stages import GateStage, StageRow, funnel, gates
from journeykit.render.views.measuring.ways import Ways, ways
from journeykit.render.views.measuring.worth import Going, Worth, going, worth
from journeykit.render.views.poster.header import Badge
from journeykit.render.views.poster.lookup import Lookup


@dataclass(frozen=True)
class MeasuringView:
    """The page. What there is no data for is empty or None. `changed` says what is new since the last snapshot."""

    front: Front
    notes: tuple[str, ...]
    funnel: tuple[StageRow, ...]
    groups: tuple[tuple[str, tuple[StageRow, ...]], ...]
    gates: tuple[GateStage, ...]
    health: tuple[Bands, ...]
    changed: tuple[str, ...]
    course: Course | None
    said: Said | None
    ways: Ways | None
    going: tuple[Going, ...]
    worth: tuple[Worth, ...]


#: So many groups are shown at most; the others are in the data.
_MOST_GROUPS = 12


def measuring(document: Document, measured: Measured) -> MeasuringView:
    """The page of what was measured of a map."""
    whole = measured.whole
    groups = tuple((one.group or say("Not said"), funnel(one)) for one in measured.groups[:_MOST_GROUPS])
    told = said(measured)
    return MeasuringView(
        _front(document, measured, told),
        measured.notes,
        funnel(whole) if whole else (),
        groups,
        gates(whole) if whole else (),
        bands(measured.health),
        changed(measured.since),
        course(measured.history),
        told,
        ways(measured),
        going(measured.results),
        worth(measured.worth or ()),
    )


def _front(document: Document, measured: Measured, told: Said | None) -> Front:
    whole = measured.whole
    if whole:
        summary = say_many("{number} customer was seen.", "{number} customers were seen.", whole.seen)
        here = [stage for stage in whole.stages if stage.here]
        if here:
            most = max(here, key=lambda stage: stage.here)
            summary += " " + say("Most are in “{stage}”: {count}.", stage=most.name, count=words.plain(most.here))
    else:
        summary = say("Answers of customers, without what they did.")
    badges = [Badge("clock", words.day(measured.day), say("measured on"))]
    for one in measured.intakes:
        texts = (
            ("{number} event", "{number} events") if one.role == "events" else ("{number} answer", "{number} answers")
        )
        badges.append(Badge("stack", say_many(*texts, one.kept), "", ""))
    found = front(Lookup(document.facts), say("Measured"), summary, "", _tallies(measured, told), (), _made(measured))
    return replace(found, badges=tuple(badges))


def _tallies(measured: Measured, told: Said | None) -> list[Tally]:
    found = []
    whole = measured.whole
    if whole:
        remark = say("{count} in no stage", count=words.plain(whole.nowhere)) if whole.nowhere else ""
        found.append(Tally(say("Customers"), words.plain(whole.seen), "", remark))
        stuck = sum(stage.stuck or 0 for stage in whole.stages)
        timed = sum(stage.here for stage in whole.stages if stage.stuck is not None)
        if any(stage.stuck is not None for stage in whole.stages):
            unit = say("of {number}", number=words.plain(timed))
            found.append(Tally(say("Stuck"), words.plain(stuck), unit, say("longer in a stage than it should last"),
                               "neg" if stuck else ""))  # fmt: skip
        left = sum(stage.left for stage in whole.stages)
        found.append(Tally(say("Left"), words.plain(left), say("of {number}", number=words.plain(whole.seen))))
    n = sum(one.n for one in measured.health)
    if n:
        mean = sum((one.mean or 0) * one.n for one in measured.health) / n
        unwell = sum(one.unwell for one in measured.health)
        remark = say("{unwell} of {all} are unwell", unwell=words.plain(unwell), all=words.plain(n))
        found.append(Tally(say("Mean health"), words.plain(mean, 1), say("of 100"), remark, "neg" if mean < 50 else ""))
    for one in told.surveys if told else ():
        remark = say("95% between {low} and {high}", low=one.low, high=one.high) if one.low else one.few
        found.append(Tally(one.name, one.figure, one.unit, remark))
    if measured.conformance and measured.conformance.fitness is not None:
        share = words.percent(measured.conformance.fitness)
        found.append(Tally(say("Steps as planned"), share, "", say("follow an arrow of the map")))
    return found


def _made(measured: Measured) -> list[tuple[str, str]]:
    known = [
        (say("Entered"), say("everybody who ever came into the stage, each once."), measured.whole),
        (say("Moved on"), say("of these, who are or were in a later stage."), measured.whole),
        (
            say("Days"),
            say("from entering a stage to entering a later one; 9 of 10 took no longer than the second figure."),
            measured.whole,
        ),
        (
            say("Health"),
            say("the weighted mean of the share reached of each signal's target; under 50 unwell, from 80 well."),
            measured.health,
        ),
        *((kind.upper(), f"{method}.", True) for kind, method in measured.methods),
        (say("Interval"), say("holds the true figure in 95 of 100 samples like this one."), measured.feedback),
        (
            say("Steps as planned"),
            say("along an arrow of the map, over optional actions, or repeating what repeats."),
            measured.conformance,
        ),
    ]
    return [(term, text) for term, text, occurs in known if occurs]


__all__ = ["MeasuringView", "Survey", "measuring"]
