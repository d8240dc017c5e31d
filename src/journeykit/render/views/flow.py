"""The flow of a journey: stages as columns, what customers do in them, and the ways between."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.model.derive import Facts
from journeykit.model.derive.arrows import Arrow, Spot
from journeykit.model.elements import Leave, Stage
from journeykit.render.language import say, say_many
from journeykit.render.views.steps import Step, Steps, lasting, listed, persona_names, rhythm
from journeykit.render.views.words import percent


@dataclass(frozen=True)
class Exit:
    """Customers who leave the journey in a stage, where to, and why."""

    key: str
    text: str
    because: str | None
    details: str


@dataclass(frozen=True)
class FlowStage:
    """A column. `facts` is the line under its name: how long, and what for."""

    key: str
    number: int
    name: str
    facts: str
    phase: str | None
    optional: bool
    steps: tuple[Step, ...]
    exits: tuple[Exit, ...]


@dataclass(frozen=True)
class FlowView:
    """The whole flow. `whose` is the persona whose feelings colour it, where the map has several."""

    title: str
    lang: str
    whose: str | None
    stages: tuple[FlowStage, ...]
    arrows: tuple[Arrow, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @property
    def subtitle(self) -> str:
        """What the picture shows, in a sentence."""
        steps = self.steps
        stages = say_many("{number} stage", "{number} stages", len(self.stages))
        if not steps:
            return say("{stages}, no actions yet", stages=stages)
        actions = say_many("{number} action", "{number} actions", len(steps))
        if not any(step.feelings for step in steps):
            return say("Flow of {actions} in {stages}", actions=actions, stages=stages)
        if not self.whose:
            return say("Flow of {actions} in {stages}, coloured by feeling", actions=actions, stages=stages)
        return say(
            "Flow of {actions} in {stages}, coloured by the feelings of {persona}",
            actions=actions,
            stages=stages,
            persona=self.whose,
        )

    @property
    def others(self) -> tuple[Spot, ...]:
        """The other maps that arrows lead to, each once."""
        return tuple(dict.fromkeys(arrow.target for arrow in self.arrows if arrow.target.map is not None))


def _exit(leave: Leave, facts: Facts) -> Exit:
    share = percent(leave.share) if leave.share is not None else None
    details = listed(share, leave.to and say("to {place}", place=leave.to))
    return Exit(facts.address(leave), leave.leave, leave.because, details)


def stage_line(stage: Stage) -> str:
    """How long a stage takes, how often it comes round, and what customers want from it."""
    short = listed(lasting(stage.duration), rhythm(stage.repeats), say("optional") if stage.optional else None)
    return ". ".join(filter(None, (short, stage.goal)))


def flow(facts: Facts) -> FlowView:
    """The flow of a map."""
    journey = facts.journey
    steps = Steps(facts)
    stages = tuple(
        FlowStage(
            key=facts.address(stage),
            number=number,
            name=stage.stage,
            facts=stage_line(stage),
            phase=stage.phase,
            optional=stage.optional,
            steps=steps.of(stage),
            exits=tuple(_exit(leave, facts) for leave in stage.leaves),
        )
        for number, stage in enumerate(journey.stages, 1)
    )
    whose = persona_names(facts, (facts.primary,)) if len(journey.personas) > 1 else None
    return FlowView(journey.title, journey.lang, whose, stages, facts.arrows)
