"""The directly-follows graph as far as a reader can take it in: the events seen most, and the steps between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.taken import Passage

if TYPE_CHECKING:
    from journeykit.measure.conformance import Conformance
    from journeykit.measure.flow import Graph

#: So many events are drawn at most, and so many steps for each.
MOST_EVENTS, STEPS_EACH = 24, 2.0
#: A way begins or ends at an event where this share of all ways does.
_LEAST_ENDS = 0.02


@dataclass(frozen=True)
class Event:
    """An event and how often it was seen; whether the map names it."""

    name: str
    count: int
    known: bool


@dataclass(frozen=True)
class Follow:
    """That an event followed another, by their places; None is the beginning of the ways, or their end."""

    source: int | None
    target: int | None
    passage: Passage


@dataclass(frozen=True)
class FollowsView:
    """The picture. `left` says what is not in it."""

    title: str
    description: str
    lang: str
    events: tuple[Event, ...]
    follows: tuple[Follow, ...]
    left: str

    @property
    def most(self) -> int:
        """The count of the step seen most."""
        return max((one.passage.count for one in self.follows), default=1)


def follows(graph: Graph, told: Conformance, title: str, lang: str) -> FollowsView:
    """The graph cut to its main part: the events seen most, the steps seen most, and for each event the one that leads
    to it most often and the one most often taken from it.
    """
    unknown = {name for name, _ in told.unknown}
    names = sorted(graph.events, key=lambda name: (-graph.events[name], name))[:MOST_EVENTS]
    places = {name: place for place, name in enumerate(names)}
    inside = [step for step in graph.steps if step.source in places and step.target in places]
    ranked = sorted(inside, key=lambda step: (-step.count, step.source, step.target))
    chosen = set(ranked[: round(STEPS_EACH * len(names))])
    for name in names:
        for own in (
            [step for step in ranked if step.source == name != step.target],
            [step for step in ranked if step.target == name != step.source],
        ):
            chosen |= set(own[:1])
    found = [
        Follow(places[step.source], places[step.target], Passage(step.count, step.seconds))
        for step in ranked
        if step in chosen
    ]
    for counts, begins in ((graph.starts, True), (graph.ends, False)):
        for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            if name in places and count >= _LEAST_ENDS * graph.ways:
                ends = (None, places[name]) if begins else (places[name], None)
                found.append(Follow(*ends, Passage(count, None)))
    left = ""
    if len(graph.events) > len(names) or len(graph.steps) > len(chosen):
        left = say(
            "Drawn are the {events} events seen most, of {all_events}, and the {steps} main steps, of {all_steps}.",
            events=words.plain(len(names)), all_events=words.plain(len(graph.events)),
            steps=words.plain(len(chosen)), all_steps=words.plain(len(graph.steps)),
        )  # fmt: skip
    return FollowsView(
        say("The ways customers took: {map}", map=title),
        say("Which event directly followed which, how often, and after what time by the median"),
        lang,
        tuple(Event(name, graph.events[name], name not in unknown) for name in names),
        tuple(found),
        left,
    )
