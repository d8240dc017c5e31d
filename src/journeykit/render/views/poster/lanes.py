"""The lanes of a poster, in their order. A lane with nothing in any stage is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from journeykit.model.derive import is_on_target, metrics_by_stage
from journeykit.model.elements import Stage
from journeykit.render import LANES
from journeykit.render.language import say
from journeykit.render.views.poster.asking import asked, offered_box
from journeykit.render.views.poster.blueprint import chips
from journeykit.render.views.poster.doing import done, needs, voices
from journeykit.render.views.poster.improving import gaps, hazards, highlights, touchpoints
from journeykit.render.views.poster.items import Done, Item
from journeykit.render.views.poster.lookup import Lookup
from journeykit.render.views.poster.metrics import gauges, watched

Cell = Sequence[Item]


@dataclass(frozen=True)
class Lane:
    """A row: its heading and a cell for each stage. `shape` is the class of what wraps the items of a cell.

    `line` is the line of the blueprint above it, if any, and how it is drawn (solid, dashed, dotted).
    """

    key: str
    heading: str
    caption: str
    shape: str
    cells: tuple[Cell, ...]
    stat: str = ""
    line: tuple[str, str] | None = None

    @property
    def empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True)
class Group:
    """Rows that are shown and hidden together; without a `toggle` they always stay."""

    key: str
    toggle: str
    lanes: tuple[Lane, ...]

    @property
    def shown(self) -> bool:
        """Whether the group has a toggle."""
        return bool(self.toggle)


def doing(lookup: Lookup) -> tuple[tuple[Done, ...], ...]:
    """The actions of each stage."""
    found, number = [], 0
    for stage in lookup.journey.stages:
        row = []
        for action in stage.actions:
            number += 1
            row.append(done(lookup, stage, action, number))
        found.append(tuple(row))
    return tuple(found)


def groups(
    lookup: Lookup, cut_goals: Sequence[bool], channels: bool, wanted: Sequence[str] = LANES
) -> tuple[Group, ...]:
    """All lanes but those of actions, feelings and channels, by the group they are shown with.

    A group that is not `wanted` or has no lanes is left out, but for that of actions and feelings, and that of the
    `channels` where there are.
    """
    facts, journey = lookup.facts, lookup.journey
    stages = journey.stages

    def lane(
        key: str, heading: str, caption: str, shape: str, make: Callable[[Stage], Cell], stat: str = "", group: str = ""
    ) -> Lane:
        cells = tuple(make(stage) for stage in stages) if (group or key) in wanted else ()
        return Lane(key, heading, caption, shape, cells, stat)

    cut = dict(zip(map(id, stages), cut_goals, strict=True))
    need = lane("needs", say("Needs and checkpoints"), "", "stack", lambda s: needs(lookup, s, cut[id(s)]))
    voice = lane(
        "voices", say("In their words"), say("What customers say and think"), "wide", lambda s: voices(lookup, s)
    )
    states = list(facts.questions.values())
    answered = sum(state.state == "answered" for state in states)
    asking = lane(
        "asking",
        say("Asking"),
        say("Questions, where they are asked, and the help that answers them"),
        "qs",
        _questions(lookup),
        say("{count} of {all} answered", count=answered, all=len(states)) if states else "",
    )
    told: set[str] = set()
    points = lane(
        "points",
        say("Touchpoints"),
        say("Quality received against quality expected, 1 to 5"),
        "tps",
        lambda stage: touchpoints(lookup, stage, told),
        group="channels",
    )
    good = lane(
        "good",
        say("Highlights"),
        say("What delights and should stay"),
        "wide",
        lambda s: highlights(lookup, s),
        group="gaps",
    )
    scores = {ranked.element: ranked for ranked in facts.opportunities}
    bad = lane(
        "gaps",
        say("Gaps and opportunities"),
        say("Desired, received, and what could close the gap"),
        "wide",
        lambda stage: gaps(lookup, stage, scores),
        say("{number} open", number=len(facts.gaps.elements)) if facts.gaps.elements else "",
    )
    risk = lane(
        "risks",
        say("Risks and leaves"),
        say("What may go wrong, and those who leave"),
        "wide",
        lambda stage: hazards(lookup, facts.moments(stage, "risks"), stage.leaves),
    )
    keys = metrics_by_stage(facts)
    reached = [is_on_target(journey.metrics[key]) for key in dict.fromkeys(key for row in keys for key in row)]
    known = [value for value in reached if value is not None]
    measured = dict(zip(map(id, stages), keys, strict=True))
    figure = lane(
        "metrics",
        say("Metrics"),
        say("Now against target"),
        "wide",
        lambda s: gauges(lookup, measured[id(s)]),
        say("{count} of {all} on target", count=sum(known), all=len(known)) if known else "",
        group="risks",
    )
    health = lane(
        "health",
        say("Health and alerts"),
        say("What is watched, and who is told"),
        "stack",
        lambda s: watched(lookup, s),
        group="risks",
    )
    blue = _blueprint(lookup) if "blueprint" in wanted else ()
    found = (
        Group("base", "", (need,)),
        Group("voices", say("In their words"), (voice,)),
        Group("asking", say("Asking"), (asking,)),
        Group("channels", say("Channels"), (points,)),
        Group("gaps", say("Gaps and opportunities"), (good, bad)),
        Group("risks", say("Risks and metrics"), (risk, figure, health)),
        Group("blueprint", say("Blueprint"), blue),
    )
    kept = [replace(group, lanes=tuple(row for row in group.lanes if not row.empty)) for group in found]
    always = {"base", "channels"} if channels else {"base"}
    return tuple(group for group in kept if group.lanes or group.key in always)


def _questions(lookup: Lookup) -> Callable[[Stage], Cell]:
    numbers = {address: number for number, address in enumerate(lookup.facts.questions, 1)}

    def cell(stage: Stage) -> Cell:
        facts, found = lookup.facts, []
        for question in facts.moments(stage, "questions"):
            address = facts.address(question)
            found.append(asked(lookup, facts.questions[address], numbers[address]))
        library = lookup.journey.help
        return [*found, *(offered_box(lookup, library[key]) for key in stage.help if key in library)]

    return cell


def _blueprint(lookup: Lookup) -> tuple[Lane, ...]:
    stages = lookup.journey.stages
    rows = (
        ("frontstage", say("Frontstage"), (say("Line of interaction"), "solid")),
        ("backstage", say("Backstage"), (say("Line of visibility"), "dashed")),
        ("support", say("Support"), (say("Line of internal interaction"), "dotted")),
        ("physical", say("Physical evidence"), None),
    )
    return tuple(
        Lane(key, heading, "", "chips", tuple(chips(lookup, stage, key) for stage in stages), "", line)
        for key, heading, line in rows
    )
