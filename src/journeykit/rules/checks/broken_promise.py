"""A touchpoint that keeps a promise far worse than the best one does, or is missing where it should keep it.

A promise is made once and believed everywhere. Customers who were helped well in one place and badly in the next do
not think of two departments: they think that the promise was a lie. Where a gap or a pain already names the touchpoint,
the finding says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Gap, Pain, Touchpoint
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Option, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import at_touchpoint, rated, troubles_at
from journeykit.rules.wording import listed


def _broken(look: Look, key: str, touchpoint: Touchpoint, most: float, distance: float) -> Iterator[tuple[str, str]]:
    """The promises that a touchpoint breaks, each with the best touchpoint that carries it ("" where none is rated)."""
    own = touchpoint.quality
    is_met = look.facts.is_met(touchpoint)
    for promise in touchpoint.promises:
        parity = look.facts.promises.get(promise)
        if parity is None:
            continue
        if key in parity.broken_by:
            yield promise, parity.best or ""
        elif parity.best and is_met and own is not None and own <= most:
            best = look.journey.touchpoints[parity.best].quality
            if best is not None and best - own >= distance:
                yield promise, parity.best


def check(look: Look, quality: float, distance: float) -> Iterator[Finding]:
    """One finding a touchpoint, with all promises it breaks."""
    if not look.journey.promises:
        return
    found: dict[str, dict[str, str]] = {}
    for key, touchpoint in look.own("touchpoints"):
        own = touchpoint.quality
        is_bad = touchpoint.state == "missing" or (own is not None and own <= quality)
        if is_bad and (broken := dict(_broken(look, key, touchpoint, quality, distance))):
            found[key] = broken
    troubles = troubles_at(look) if found else {}
    for key, broken in found.items():
        trouble = troubles.get(key)
        told = trouble if trouble is not None and trouble.state != "closed" else None
        yield _finding(look, look.journey.touchpoints[key], broken, told)


def _finding(look: Look, touchpoint: Touchpoint, broken: dict[str, str], told: Gap | Pain | None) -> Finding:
    journey = look.journey
    names = {promise: journey.promises[promise].name for promise in broken}
    promises = f"the promise{'s' if len(broken) > 1 else ''} {listed(names.values())}"
    best = [journey.touchpoints[key] for key in dict.fromkeys(broken.values()) if key]
    related: list[Elsewhere] = []
    for promise, key in broken.items():
        if key:
            kept = f"{shown(names[promise])} is kept here with quality {rated(journey.touchpoints[key].quality)}"
            related += at_touchpoint(look, key, kept, "quality")
    as_told = ""
    if told is not None:
        as_told = f", as the {told.noun} {shown(told.text)} says"
        related.append(Elsewhere(f"this {told.noun} says so", told))
    if touchpoint.state == "missing":
        return Finding(
            touchpoint,
            f"{shown(touchpoint.name)} is missing, and so breaks {promises}{as_told}",
            "put it there, or promise only what you can keep there",
            "state",
            tuple(related),
        )
    highest = max(best, key=lambda other: other.quality or 0)
    return Finding(
        touchpoint,
        f"{shown(touchpoint.name)} breaks {promises}: its quality is {rated(touchpoint.quality)}, "
        f"that of {shown(highest.name)} is {rated(highest.quality)}{as_told}",
        f"bring it up to {shown(highest.name)}, or promise only what you can keep there",
        "quality",
        tuple(related),
    )


RULE = Rule(
    code="JK302",
    name="broken-promise",
    severity="warning",
    doc=__doc__,
    check=check,
    for_library=True,
    options={
        "quality": Option(3, "the quality, from 1 to 5, above which no touchpoint breaks a promise"),
        "distance": Option(2, "how far below the best it has to stand"),
    },
    bad="""\
promises:
  back: Bring it back whenever you like
touchpoints:
  counter: {promises: [back]}
  form: {name: Returns form, channel: web, promises: [back], quality: 2, owner: Web team}
stages:
  - stage: Review
    touchpoints: [form]
""",
    good="""\
promises:
  back: Bring it back whenever you like
touchpoints:
  counter: {promises: [back]}
  form: {name: Returns form, channel: web, promises: [back], quality: 4, owner: Web team}
stages:
  - stage: Review
    touchpoints: [form]
""",
)
