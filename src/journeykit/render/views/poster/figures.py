"""The strip of figures under the header: what the map comes to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from journeykit.model.derive import Point
from journeykit.model.elements import Element
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.poster.lookup import Lookup
from journeykit.render.views.poster.spline import monotone, path

_MOST_SYMBOLS = 10
_BARS = {"low": 1, "medium": 2, "high": 3, "critical": 4, "unrated": 0}
SPARK = (150, 34)


@dataclass(frozen=True)
class Sub:
    """A line under a figure: a symbol (`star`, or `severity` with so many bars) and a text; `full` where it is cut."""

    text: str
    icon: str = ""
    bars: int = 0
    full: str = ""


@dataclass(frozen=True)
class Part:
    """A stage's part of the whole length of time."""

    days: float
    number: int


@dataclass(frozen=True)
class Figure:
    """A figure, what it counts, and how it is made (`made`)."""

    name: str
    number: str
    unit: str
    subs: tuple[Sub, ...] = ()
    tone: str = ""
    symbols: tuple[str, ...] = ()
    share: float | None = None
    spark: str = ""
    lows: tuple[tuple[float, float], ...] = ()
    parts: tuple[Part, ...] = ()
    made: tuple[str, str] = ("", "")


def figures(lookup: Lookup) -> tuple[Figure, ...]:
    """The figures of a map; what it says nothing about is left out."""
    made = (_questions(lookup), _gaps(lookup), _lows(lookup), _truths(lookup))
    more = (_promises(lookup), _evidence(lookup), _duration(lookup))
    return tuple(figure for figure in (*made, *more) if figure)


def _questions(lookup: Lookup) -> Figure | None:
    states = list(lookup.facts.questions.values())
    if not states:
        return None
    counts = Counter(state.state for state in states)
    wrong = sum(state.wrong_place for state in states)
    texts = [
        say("{number} planned", number=counts["planned"]) if counts["planned"] else "",
        say("{number} open", number=counts["open"]) if counts["open"] else "",
        say("{number} in the wrong place", number=wrong) if wrong else "",
    ]
    ordered = [kind for kind in ("answered", "planned", "open") for _ in range(counts[kind])]
    return Figure(
        say("Questions answered"),
        str(counts["answered"]),
        say("of {number}", number=len(states)),
        (Sub(words.commas(filter(None, texts)) or say("none open")),),
        symbols=tuple(ordered) if len(ordered) <= _MOST_SYMBOLS else (),
        share=counts["answered"] / len(states) if len(ordered) > _MOST_SYMBOLS else None,
        made=(say("Answered"), say("an answer, or live help.")),
    )


def _gaps(lookup: Lookup) -> Figure | None:
    if not any(lookup.facts.every("gaps")) and not any(lookup.facts.every("pains")):
        return None
    gaps = lookup.facts.gaps
    if gaps.by_severity.keys() - {"unrated"}:
        lookup.marks.note("severity")
    return Figure(
        say("Open gaps"),
        str(len(gaps.elements)),
        "",
        tuple(
            Sub(f"{count} {words.human(severity)}", "severity", _BARS[severity])
            for severity, count in gaps.by_severity.items()
            if count
        ),
        made=(say("Open gaps"), say("gaps and pains that are open or planned.")),
    )


def _text_of(lookup: Lookup, point: Point) -> str:
    place = lookup.facts.outline.by_address[point.element]
    element: Element = place.element
    return element.text


def _lows(lookup: Lookup) -> Figure | None:
    curve = lookup.facts.curves[lookup.facts.primary]
    if not curve.low or not curve.peak or curve.low.score is None:
        return None
    score = curve.low.score
    lows = [point for point in curve.points if point.score == score]
    names = [_text_of(lookup, point) for point in lows]
    width, _ = SPARK
    span = max(1, len(curve.points) - 1)
    spots = [
        (4 + (width - 8) * (place / span if len(curve.points) > 1 else 0.5), 4 + (2 - words.half(value)) / 4 * 26)
        for place, value in enumerate(curve.scores)
    ]
    avatar = lookup.avatars.get(lookup.facts.primary)
    text = words.commas(words.short(name, 46) for name in names[:2])
    if len(names) > 2:
        text = say("{names} and {number} more", names=text, number=len(names) - 2)
    return Figure(
        say("Low point") if len(lows) == 1 else say("Low points"),
        words.signed(score),
        words.times(len(lows)),
        (Sub(text, full=words.commas(names[:12])),),
        tone="neg" if score < 0 else "",
        spark=path(monotone(spots)),
        lows=tuple(
            (round(x, 1), round(y, 1)) for (x, y), value in zip(spots, curve.scores, strict=True) if value == score
        ),
        made=(
            say("Low point"),
            say("the lowest score of {persona}.", persona=words.short(avatar.name, 40))
            if avatar
            else say("the lowest score of the curve."),
        ),
    )


def _truths(lookup: Lookup) -> Figure | None:
    facts = lookup.facts
    scores = {point.element: point.score for point in facts.curves[facts.primary].points}
    actions = [action for stage in lookup.journey.stages for action in stage.actions if action.moment_of_truth]
    if not actions:
        return None
    subs = []
    for action in actions[:2]:
        score = scores.get(facts.address(action))
        tail = f", {words.signed(score)}" if score is not None else ""
        subs.append(Sub(words.short(action.action, 34) + tail, "star", full=action.action))
    if len(actions) > 2:
        subs.append(Sub(say("and {number} more", number=len(actions) - 2)))
    return Figure(say("Moments of truth"), str(len(actions)), "", tuple(subs))


def _promises(lookup: Lookup) -> Figure | None:
    journey, promises = lookup.journey, lookup.facts.promises
    carried = {key: parity for key, parity in promises.items() if parity.carriers}
    if not carried:
        return None
    bad = {key: parity for key, parity in carried.items() if parity.is_misaligned}
    subs = []
    for parity in list(bad.values())[:1]:
        if parity.broken_by:
            missing = journey.touchpoints[parity.broken_by[0]].name
            subs.append(Sub(say("{touchpoint} is missing", touchpoint=words.short(missing, 50)), full=missing))
        elif parity.best and parity.worst:
            best, worst = journey.touchpoints[parity.best], journey.touchpoints[parity.worst]
            text = say(
                "{most} at {best}, {least} at {worst}",
                most=words.plain(best.quality or 0),
                best=words.short(best.name, 30),
                least=words.plain(worst.quality or 0),
                worst=words.short(worst.name, 30),
            )
            subs.append(Sub(text, full=f"{best.name}, {worst.name}"))
    return Figure(
        say("Channels misaligned"),
        str(len(bad)),
        say_many("of {number} promise", "of {number} promises", len(carried)),
        tuple(subs) or (Sub(say("kept alike wherever rated")),),
        tone="neg" if bad else "",
        made=(
            say("Misaligned"),
            say("one promise, quality 2 or more apart and 3 or less at the worst, or a touchpoint missing."),
        ),
    )


def _evidence(lookup: Lookup) -> Figure | None:
    evidence = lookup.facts.evidence
    if evidence.share is None:
        return None
    backed = say_many(
        "{backed} of {number} claim cites a source",
        "{backed} of {number} claims cite a source",
        evidence.claims,
        backed=evidence.backed,
    )
    return Figure(
        say("Backed by evidence"),
        words.percent(evidence.share),
        "",
        (Sub(backed),),
        share=evidence.share,
        made=(say("Backed"), say("scored actions, pains, gaps and highlights that cite evidence.")),
    )


def _duration(lookup: Lookup) -> Figure | None:
    stages = lookup.journey.stages
    parts = [Part(stage.duration.in_days, n) for n, stage in enumerate(stages, 1) if stage.duration]
    total = sum(part.days for part in parts)
    if not parts or total <= 0:
        return None
    # The number stands large, its unit small beside it, on the side where the language has it.
    number, _, unit = words.span_of(total).partition(" ")
    missing = len(stages) - len(parts)
    without = say_many("{number} stage without a duration", "{number} stages without a duration", missing)
    subs = (Sub(without),) if missing else ()
    return Figure(
        say("From first stage to last") if len(stages) > 1 else say("Duration"),
        number,
        unit,
        subs,
        parts=tuple(parts) if len(parts) > 1 else (),
        made=(
            words.capital(unit) if unit else say("Duration"),
            say("the durations of the stages, added: {days}.", days=words.days(round(total)))
            if total >= 1
            else say("the durations of the stages, added."),
        ),
    )
