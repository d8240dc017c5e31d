"""What the rules about feelings share: whose curve a finding is about, and how a place on it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from journeykit.model.derive import Curve, Point
from journeykit.model.elements import Action, Emotion, Stage
from journeykit.rules.base import Elsewhere
from journeykit.rules.look import Look
from journeykit.rules.wording import listed
from journeykit.source.position import Span

#: What tells that something goes wrong in a stage.
TROUBLES = ("pains", "gaps", "risks")


def figure(score: float) -> str:
    """A score as a message tells it, in three digits and with a true minus sign: −1.5."""
    return f"{round(score, 4):.3g}".replace("-", "−")


def stage_of(look: Look, point: Point) -> Stage:
    """The stage that a place on a curve lies in; found by its owner, for two stages may have one id by mistake."""
    owner = point.owner
    return owner if isinstance(owner, Stage) else look.actions[look.places[id(owner)]][0]


def place_of(look: Look, owner: Action | Stage, emotion: Emotion) -> Span | None:
    """Where one of several emotions of an action or a stage stands, the first of equals; None where it is alone."""
    tree = look.document.tree
    if len(owner.emotion) < 2 or tree is None:
        return None
    index = [_said(one) for one in owner.emotion].index(_said(emotion))
    return tree.value_span((*look.facts.outline.of(owner).path, "emotion", index))


def at_point(look: Look, point: Point, message: str) -> Elsewhere:
    """A place on a curve that belongs to a finding."""
    return Elsewhere(message, point.owner, "emotion", span=place_of(look, point.owner, point.emotion))


def _said(emotion: Emotion) -> tuple[object, ...]:
    return emotion.score, emotion.feeling, emotion.because, emotion.desired, emotion.confidence


def by_stage(look: Look, wanted: Callable[[Curve], Point | None]) -> Iterator[tuple[Stage, dict[str, Point]]]:
    """The stages that a point of the curves lies in, each with that point of every persona for whom it lies there."""
    found: dict[str, dict[str, Point]] = {}
    for persona, curve in look.curves.items():
        point = wanted(curve)
        if point is not None:
            found.setdefault(point.stage, {})[persona] = point
    for points in found.values():
        yield stage_of(look, next(iter(points.values()))), points


def whose(look: Look, personas: Iterable[str]) -> str:
    """For whom a finding on a curve holds: nothing where it holds for all who feel, else " for 'Ana' and 'Ben'"."""
    meant = set(personas)
    if all(persona in meant for persona, curve in look.curves.items() if curve.points):
        return ""
    return _for(look, [persona for persona in look.curves if persona in meant])


def of_whom(look: Look, owner: Action | Stage, emotions: Iterable[Emotion]) -> str:
    """Who feels some of several emotions of an action or a stage: " for 'Ben'"; nothing where there is but one."""
    if len(owner.emotion) < 2:
        return ""
    named = {persona for emotion in owner.emotion for persona in emotion.persona}
    owners = (isinstance(owner, Action) and owner.persona) or (look.facts.primary,)
    others = [persona for persona in owners if persona not in named]
    return _for(look, dict.fromkeys(persona for emotion in emotions for persona in emotion.persona or others))


def _for(look: Look, personas: Iterable[str]) -> str:
    known = look.journey.personas
    names = [known[persona].name for persona in personas if persona in known]
    return f" for {listed(names)}" if names else ""
