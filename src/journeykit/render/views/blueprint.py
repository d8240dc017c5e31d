"""The service blueprint: what customers do and meet, and what has to happen behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from journeykit.model.derive import Facts
from journeykit.model.derive.arrows import Arrow, Spot
from journeykit.model.elements import LANES, Action, Help, Stage, Touchpoint
from journeykit.model.elements.moments import Lane
from journeykit.render.language import say
from journeykit.render.views.steps import Step, Steps, every, lasting, listed, persona_names, rhythm
from journeykit.render.views.words import commas, day, human, link, plain

#: How far below the best touchpoint of its promise one may stay without a word, on the scale from 1 to 5.
_FAR_BELOW = 2


@dataclass(frozen=True)
class LaneStep:
    """A step of a lane. `handed_by` is the owner before, where the owner changed."""

    key: str
    text: str
    who: str
    wait: str | None
    handed_by: str | None


@dataclass(frozen=True)
class Contact:
    """Where customers meet the organisation: a touchpoint, or a channel alone (`channel` is then "").

    `quality` and `expected` run from 1 to 5; `remark` says what is wrong with it, `href` where to see it.
    """

    key: str
    name: str
    channel: str
    quality: float | None
    expected: float | None
    state: str
    remark: str
    href: str | None


@dataclass(frozen=True)
class HelpCard:
    """Help for the questions of a column. `line` says where it is offered and its state."""

    key: str
    name: str
    line: str
    is_live: bool
    href: str | None


@dataclass(frozen=True)
class Behind:
    """What stands below an action, or below a whole stage: contacts, help and the steps of each lane."""

    contacts: tuple[Contact, ...]
    helps: tuple[HelpCard, ...]
    lanes: dict[str, tuple[LaneStep, ...]]


@dataclass(frozen=True)
class BlueprintColumn:
    """An action and what stands below it; `step` is None in a stage without actions."""

    step: Step | None
    behind: Behind


@dataclass(frozen=True)
class BlueprintStage:
    """A stage with its columns, and what belongs to it as a whole."""

    key: str
    number: int
    name: str
    line: str
    columns: tuple[BlueprintColumn, ...]
    behind: Behind


@dataclass(frozen=True)
class BlueprintView:
    """The whole blueprint. `arrows` are the ways from an action to the one after it."""

    title: str
    lang: str
    whose: str | None
    stages: tuple[BlueprintStage, ...]
    arrows: tuple[Arrow, ...]

    @property
    def subtitle(self) -> str:
        """What the picture shows, in a sentence."""
        return say("Service blueprint: what the customer meets, and what has to happen behind it")

    @property
    def steps(self) -> tuple[Step, ...]:
        """All actions, in order."""
        return tuple(column.step for stage in self.stages for column in stage.columns if column.step)

    def has(self, lane: str) -> bool:
        """Whether a lane holds anything."""
        owners = [part.behind for stage in self.stages for part in (stage, *stage.columns)]
        return any(behind.lanes[lane] for behind in owners)


def _lane(steps: Iterable[Lane], facts: Facts) -> tuple[LaneStep, ...]:
    found, before = [], None
    for step in steps:
        handed = before if before and step.owner and step.owner != before else None
        person = persona_names(facts, (step.persona,)) if step.persona else None
        who = " · ".join(filter(None, (step.owner, person)))
        found.append(LaneStep(facts.address(step), step.text, who, lasting(step.wait), handed))
        before = step.owner or before
    return tuple(found)


class _Blueprint:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.steps = Steps(facts)

    def touchpoint(self, key: str, point: Touchpoint, place: str) -> Contact:
        """A touchpoint, and whether it keeps the promises that others keep."""
        journey = self.facts.journey
        channel = journey.channels[point.channel].name if point.channel in journey.channels else point.channel
        remarks = []
        for parity in self.facts.promises.values():
            if key == parity.worst and parity.best and parity.gap is not None and parity.gap >= _FAR_BELOW:
                best = journey.touchpoints[parity.best].name
                remarks.append(say("{number} below {touchpoint}", number=plain(parity.gap), touchpoint=best))
            elif key in parity.broken_by:
                remarks.append(say("breaks its promise"))
        line = listed(channel, every(point.every))
        remark = "; ".join(dict.fromkeys(remarks))
        return Contact(place, point.name, line, point.quality, point.expected, point.state, remark, link(point.url))

    def contact(self, action: Action, place: str) -> tuple[Contact, ...]:
        """What a customer meets in an action."""
        journey = self.facts.journey
        point = journey.touchpoints.get(action.touchpoint or "")
        if point is not None and action.touchpoint:
            return (self.touchpoint(action.touchpoint, point, f"{place}/touchpoint"),)
        channel, _ = self.steps.place(action)
        return (Contact(f"{place}/channel", channel, "", None, None, "live", "", None),) if channel else ()

    def helped(self, keys: Iterable[str], place: str) -> tuple[HelpCard, ...]:
        """Help by its ids, each once."""
        library = self.facts.journey.help
        return tuple(
            self.help_card(library[key], f"{place}/help/{key}") for key in dict.fromkeys(keys) if key in library
        )

    def help_card(self, help_: Help, key: str) -> HelpCard:
        """Help with its channels and state in a line."""
        return HelpCard(key, help_.name, help_line(help_, self.facts), self.facts.is_live(help_), link(help_.url))

    def behind(self, owner: Action | Stage, contacts: tuple[Contact, ...]) -> Behind:
        """What stands below an action or a stage."""
        key = self.facts.address(owner)
        asked = [help_ for question in owner.questions for help_ in question.help]
        offered = owner.help if isinstance(owner, Stage) else ()
        lanes = {lane: _lane(getattr(owner, lane), self.facts) for lane in LANES}
        return Behind(contacts, self.helped([*offered, *asked], key), lanes)

    def stage(self, number: int, stage: Stage) -> BlueprintStage:
        """A stage with its columns."""
        key = self.facts.address(stage)
        library = self.facts.journey.touchpoints
        contacts = tuple(
            self.touchpoint(point, library[point], f"{key}/touchpoints/{point}")
            for point in dict.fromkeys(stage.touchpoints)
            if point in library
        )
        nothing = Behind((), (), dict.fromkeys(LANES, ()))
        columns = tuple(
            BlueprintColumn(
                self.steps.step(action), self.behind(action, self.contact(action, self.facts.address(action)))
            )
            for action in stage.actions
        ) or (BlueprintColumn(None, nothing),)
        line = listed(lasting(stage.duration), rhythm(stage.repeats), say("optional") if stage.optional else None)
        return BlueprintStage(key, number, stage.stage, line, columns, self.behind(stage, contacts))


def help_line(help_: Help, facts: Facts) -> str:
    """Where help is offered, its state, when it is due, and the principle it leans on."""
    channels = facts.journey.channels
    names = [channels[key].name if key in channels else key for key in help_.channels]
    state = human(help_.state)
    if help_.due and help_.state in ("planned", "draft"):
        state = say("{state}, {day}", state=state, day=day(help_.due))
    principle = human(help_.principle) if help_.principle else None
    return commas(filter(None, ([commas(names)] if names else [say("everywhere")]) + [state, principle]))


def _neighbours(facts: Facts) -> tuple[Arrow, ...]:
    """The arrows that lead from one action to the next in the order of the map."""
    spots = [Spot(i, k) for i, stage in enumerate(facts.journey.stages) for k in range(len(stage.actions))]
    after = dict(pairwise(spots))
    found = [arrow for arrow in facts.arrows if after.get(arrow.source) == arrow.target]
    # Of two arrows to the same action the one for everybody is enough.
    return tuple(
        {(arrow.source, arrow.target): arrow for arrow in sorted(found, key=lambda arrow: not arrow.when)}.values()
    )


def blueprint(facts: Facts) -> BlueprintView:
    """The service blueprint of a map."""
    journey = facts.journey
    made = _Blueprint(facts)
    whose = persona_names(facts, (facts.primary,)) if len(journey.personas) > 1 else None
    stages = tuple(made.stage(number, stage) for number, stage in enumerate(journey.stages, 1))
    return BlueprintView(journey.title, journey.lang, whose, stages, _neighbours(facts))
