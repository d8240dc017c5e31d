"""The last feeling of the journey is a bad one: below 0, or well below the mean of all.

What people remember of a journey is its peak and its end. A bad end spoils what went well before it. A single feeling
is no curve yet and has no end, and where nothing is known of the last stage nobody knows how the journey ends. The same
goes for a persona that walks the last stage and last says in an earlier one how it feels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeykit.model.derive import Point
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.feelings import figure, place_of, stage_of, whose
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The actions or stages in which a curve ends low."""
    last = look.stages[-1]
    if not last.emotion and not any(action.emotion for action in last.actions):
        return
    found: dict[tuple[str, float, str], dict[str, Point]] = {}
    for persona, curve in look.curves.items():
        end, mean = curve.end, curve.mean
        if end is None or end.score is None or mean is None or len(curve.points) < 2:
            continue
        is_bad = end.score < 0
        if (is_bad or round(mean - end.score, 6) >= limit) and not _goes_on(look, persona, end):
            is_what = "is a bad one" if is_bad else "is well below the mean"
            found.setdefault((end.element, end.score, is_what), {})[persona] = end
    for (_, score, is_what), ends in found.items():
        end = next(iter(ends.values()))
        owner = end.owner
        for_whom = whose(look, ends)
        aside = ", on an optional way" if _is_aside(look, end) else ""
        over = f", and nothing after it is mapped{' for them' if for_whom else ''}" if _is_over(look, ends) else ""
        yield Finding(
            owner,
            f"the last feeling on the way{for_whom} {is_what}: {figure(score)} at {shown(owner.text)}{aside}{over}",
            "find out what would let the journey end well, or map what comes after it",
            "emotion",
            span=place_of(look, owner, end.emotion),
        )


def _goes_on(look: Look, persona: str, end: Point) -> bool:
    """Whether a persona does something in the last stage, and is last known to feel anything in an earlier one."""
    last = look.stages[-1]
    return stage_of(look, end) is not last and any(look.facts.walks(persona, action) for action in last.actions)


def _is_aside(look: Look, end: Point) -> bool:
    """Whether only some come to where a curve ends: the action is optional, or the whole stage."""
    owner = end.owner
    return owner.optional or stage_of(look, end).optional


def _is_over(look: Look, ends: Mapping[str, Point]) -> bool:
    """Whether curves end before the last stage, and nobody whose they are does or feels anything later."""
    stage = stage_of(look, next(iter(ends.values())))
    if stage is look.stages[-1]:
        return False
    number = next(number for number, one in enumerate(look.stages) if one is stage)
    for persona, end in ends.items():
        within = stage.actions[end.action + 1 :] if end.action is not None else ()
        later = [*within, *[action for one in look.stages[number + 1 :] for action in one.actions]]
        if look.curves[persona].places[-1] is not end or any(look.facts.walks(persona, action) for action in later):
            return False
    return True


RULE = Rule(
    code="JK407",
    name="bad-ending",
    severity="info",
    doc=__doc__,
    check=check,
    options={"limit": Option(1, "how far below the mean the last score may not lie")},
    bad="""\
stages:
  - stage: Review
    actions:
      - action: Rides to work
        channel: shop
        emotion: {score: -0.5, feeling: sore, because: the saddle is too hard}
        evidence: [counts]
""",
    good="""\
stages:
  - stage: Review
    actions:
      - action: Rides to work
        channel: shop
        emotion: {score: -0.5, feeling: sore, because: the saddle is too hard}
        evidence: [counts]
      - action: Gets a softer saddle
        channel: shop
        emotion: {score: 2, feeling: at ease}
        advocacy: true
        evidence: [counts]
""",
)
