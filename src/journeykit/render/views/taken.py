"""The flow as it was taken: how often each action was seen, and each arrow followed, of what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeykit.model.derive import Facts
from journeykit.model.derive.arrows import Arrow, Spot
from journeykit.render.language import say, say_many
from journeykit.render.views import words

if TYPE_CHECKING:
    from journeykit.measure.conformance import Conformance


@dataclass(frozen=True)
class Passage:
    """An arrow of the map in the data: how often it was followed, and the median of the seconds that took; None where
    several pairs of events stand for it, for medians cannot be added up.
    """

    count: int
    seconds: float | None

    @property
    def text(self) -> str:
        """The count and the time in words."""
        count = words.plain(self.count)
        return count if self.seconds is None else f"{count} · {words.span_of(self.seconds / 86_400)}"


@dataclass(frozen=True)
class Taken:
    """How often actions were seen, by their addresses, and how arrows were followed; what was not seen is not there."""

    counts: Mapping[str, int]
    ways: Mapping[Arrow, Passage]

    @property
    def most(self) -> int:
        """The count of the arrow followed most."""
        return max((one.count for one in self.ways.values()), default=0)

    def seen(self, address: str) -> str:
        """How often an action was seen, in words."""
        count = self.counts.get(address, 0)
        return say_many("seen {number} time", "seen {number} times", count) if count else say("never seen")


def taken(facts: Facts, told: Conformance) -> Taken:
    """What was measured, laid on the actions and arrows of a map.

    An arrow between stages is that from the last action of the one to the first of the other. Arrows between the same
    two actions, each for another case, cannot be told apart in data: all have the figures of the step. A step over
    optional actions follows no arrow of its own; it stands for none here.
    """
    named = (*told.seen, *told.unseen)
    of_event: dict[str, list[str]] = {}
    for one in named:
        for event in one.events:
            of_event.setdefault(event, []).append(one.element)
    arrows: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in facts.arrows:
        ends = _address(facts, arrow.source, True), _address(facts, arrow.target, False)
        if ends[0] and ends[1]:
            arrows.setdefault((ends[0], ends[1]), []).append(arrow)
    found: dict[Arrow, Passage] = {}
    for step in told.kept:
        pairs = ((a, b) for a in of_event.get(step.source, ()) for b in of_event.get(step.target, ()))
        for arrow in next((arrows[pair] for pair in pairs if pair in arrows), ()):
            before = found.get(arrow)
            found[arrow] = Passage(before.count + step.count, None) if before else Passage(step.count, step.seconds)
    return Taken({one.element: one.count for one in told.seen}, found)


def _address(facts: Facts, spot: Spot, leaves: bool) -> str | None:
    """The action that an arrow leaves or reaches; None for another map, and for a stage without actions."""
    if spot.map is not None:
        return None
    actions = facts.journey.stages[spot.stage].actions
    if not actions:
        return None
    return facts.address(actions[spot.action if spot.action is not None else -1 if leaves else 0])
