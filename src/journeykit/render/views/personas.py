"""Personas as cards: who they are, how they feel along the way, and what is still open for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from journeykit.model.derive import Facts, Point
from journeykit.model.elements import Action, Pain
from journeykit.render.language import say
from journeykit.render.persona import walked_by
from journeykit.render.views import words
from journeykit.render.views.front import Front, Sign, Tally, front
from journeykit.render.views.poster.curve import face
from journeykit.render.views.poster.header import Card, header
from journeykit.render.views.poster.lookup import Lookup
from journeykit.render.views.poster.spline import Segment, monotone, path

#: The size of a curve, and how far its points stay from the edges.
WIDTH, HEIGHT, EDGE = 360.0, 72.0, 12.0


@dataclass(frozen=True)
class Spot:
    """A place of the curve in its own size; `face` is a feeling's token (n2 to p2), x where it has no score."""

    x: float
    y: float
    face: str
    said: str


@dataclass(frozen=True)
class Extreme:
    """The low point or the peak: its score, what happens there, how it feels and why."""

    spot: Spot
    score: str
    text: str
    feeling: str
    because: str


@dataclass(frozen=True)
class Sparkline:
    """A curve in small: `line` is the data of an SVG path, `seams` are where a stage ends and the next begins."""

    line: str
    spots: tuple[Spot, ...]
    seams: tuple[float, ...]
    low: Extreme | None
    peak: Extreme | None
    mean: str


@dataclass(frozen=True)
class Portrait:
    """A persona. `primary` where it is the one whose journey this is, of several."""

    key: str
    card: Card
    primary: bool
    curve: Sparkline | None
    tallies: tuple[Tally, ...]


@dataclass(frozen=True)
class Personas:
    """The view."""

    front: Front
    portraits: tuple[Portrait, ...]


def personas(facts: Facts) -> Personas:
    """The personas of a map, each with its own curve and what is open for it."""
    lookup = Lookup(facts)
    cards = zip(facts.journey.personas, header(lookup).personas, strict=True)
    portraits = tuple(_portrait(facts, key, card) for key, card in cards)
    lacking = say("This map has no personas yet: say under personas who walks the journey.")
    return Personas(
        front(
            lookup,
            say("Personas"),
            say("Who walks this journey, how it feels to them, and what is still open."),
            "" if portraits else lacking,
            (),
            _signs(portraits),
            _made(portraits),
            (letter for one in portraits for letter in one.card.evidence),
        ),
        portraits,
    )


def _portrait(facts: Facts, key: str, card: Card) -> Portrait:
    own = Facts(walked_by(facts, key))
    primary = key == facts.primary and len(facts.journey.personas) > 1
    return Portrait(key, card, primary, _sparkline(own, key), tuple(_tallies(own)))


def _tallies(own: Facts) -> list[Tally]:
    """What is open for a persona, in the map as it walks it."""
    states = [state.state for state in own.asked]
    unanswered = len(states) - states.count("answered")
    actions = sum(len(stage.actions) for stage in own.journey.stages)
    planned = say("{number} planned", number=words.plain(states.count("planned")))
    hurts = [one for one in own.gaps.elements if isinstance(one, Pain)]
    gaps = len(own.gaps.elements) - len(hurts)
    grave = sum(one.severity in ("critical", "high") for one in hurts)
    return [
        Tally(
            say("Open questions"),
            words.plain(unanswered),
            say("of {number}", number=words.plain(len(states))) if states else "",
            planned if "planned" in states else "",
            "neg" if unanswered else "",
        ),
        Tally(
            say("Open pains"),
            words.plain(len(hurts)),
            "",
            say("{number} high or critical", number=words.plain(grave)) if grave else "",
            "neg" if hurts else "",
        ),
        Tally(
            say("Open gaps"),
            words.plain(gaps),
            "",
            "",
            "neg" if gaps else "",
        ),
        Tally(say("Actions"), words.plain(actions)),
    ]


def _sparkline(own: Facts, key: str) -> Sparkline | None:
    curve = own.curves[key]
    if not curve.places:
        return None
    count = len(curve.places)
    step = (WIDTH - 2 * EDGE) / max(1, count - 1)
    start = WIDTH / 2 if count == 1 else EDGE
    drawn = [(point, _spot(point, start + step * place)) for place, point in enumerate(curve.places)]
    seams = (round((a.x + b.x) / 2, 1) for (p, a), (q, b) in pairwise(drawn) if p.stage != q.stage)
    scored = [(point, spot) for point, spot in drawn if point.score is not None]
    low = next((pair for pair in scored if pair[0] == curve.low), None)
    peak = next((pair for pair in scored if pair[0] == curve.peak), None)
    flat = low is None or peak is None or low[0].score == peak[0].score
    return Sparkline(
        _line(drawn),
        tuple(spot for _, spot in drawn),
        tuple(seams),
        _extreme(*low) if low else None,
        _extreme(*peak) if peak and not flat else None,
        words.signed(curve.mean) if curve.mean is not None else "",
    )


def _line(drawn: Sequence[tuple[Point, Spot]]) -> str:
    """The line through the scored places; it breaks where a feeling has no score."""
    segments: list[Segment] = []
    for is_scored, run in groupby(drawn, lambda pair: pair[0].score is not None):
        if is_scored:
            segments += monotone([(spot.x, spot.y) for _, spot in run])
    return path(segments)


def _spot(point: Point, x: float) -> Spot:
    score = point.score
    level = 2 - words.half(score) if score is not None else 2.0
    y = EDGE + level / 4 * (HEIGHT - 2 * EDGE)
    feeling = point.emotion.feeling or ""
    said = [_text(point), feeling, words.signed(score) if score is not None else say("not scored")]
    return Spot(round(x, 1), round(y, 1), face(score), words.commas(part for part in said if part))


def _text(point: Point) -> str:
    return point.owner.action if isinstance(point.owner, Action) else point.owner.stage


def _extreme(point: Point, spot: Spot) -> Extreme:
    emotion = point.emotion
    return Extreme(spot, words.signed(point.score or 0), _text(point), emotion.feeling or "", emotion.because or "")


def _signs(portraits: Sequence[Portrait]) -> list[Sign]:
    curves = [one.curve for one in portraits if one.curve]
    known = (
        ("low", say("Low point"), any(curve.low for curve in curves)),
        ("peak", say("Peak"), any(curve.peak for curve in curves)),
        ("hollow", say("Feeling known, score not recorded"),
         any(spot.face == "x" for curve in curves for spot in curve.spots)),
    )  # fmt: skip
    return [Sign(key, text) for key, text, occurs in known if occurs]


def _made(portraits: Sequence[Portrait]) -> list[tuple[str, str]]:
    if not portraits:
        return []
    return [
        (say("Curve"), say("a point for each action with a score, from −2 to 2; a thin line ends a stage.")),
        (say("Open questions"), say("those of this persona or of nobody, without an answer and without live help.")),
        (say("Open pains"), say("pains of this persona or of nobody that are open or planned; gaps likewise.")),
    ]
