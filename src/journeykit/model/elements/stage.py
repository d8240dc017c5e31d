"""Stages and the actions in them."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from journeykit.model.elements.base import (
    ChannelRef,
    Element,
    EvidenceRefs,
    HelpRefs,
    MetricRefs,
    Part,
    PersonaRefs,
    Text,
    Texts,
    Time,
    TouchpointRef,
    TouchpointRefs,
    Yes,
    as_list,
    listed,
    must,
    said,
)
from journeykit.model.elements.measuring import Alert, Checkpoint, Enter, Signal
from journeykit.model.elements.moments import (
    Backstage,
    Confidence,
    Emotion,
    Frontstage,
    Gap,
    Highlight,
    Leave,
    Need,
    Opportunities,
    Pain,
    Physical,
    Question,
    Quote,
    Risk,
    Support,
    Thought,
)
from journeykit.model.values import Duration, Reason, Repeating, number


def _emotions(raw: Any) -> Any:
    """A number is a score, a word a feeling; one emotion is a list of one."""
    emotions = []
    for item in as_list(raw):
        if isinstance(item, str):
            emotions.append({"feeling" if number(item) is None else "score": item})
        else:
            emotions.append(item)
    return emotions


Emotions = Annotated[tuple[Emotion, ...], BeforeValidator(_emotions)]
Needs = Annotated[tuple[Need, ...], BeforeValidator(as_list)]
Thoughts = Annotated[tuple[Thought, ...], BeforeValidator(as_list)]
Quotes = Annotated[tuple[Quote, ...], BeforeValidator(as_list)]
Questions = Annotated[tuple[Question, ...], BeforeValidator(as_list)]
Pains = Annotated[tuple[Pain, ...], BeforeValidator(as_list)]
Highlights = Annotated[tuple[Highlight, ...], BeforeValidator(as_list)]
Gaps = Annotated[tuple[Gap, ...], BeforeValidator(as_list)]
Risks = Annotated[tuple[Risk, ...], BeforeValidator(as_list)]
Leaves = Annotated[tuple[Leave, ...], BeforeValidator(as_list)]
Frontstages = Annotated[tuple[Frontstage, ...], BeforeValidator(as_list)]
Backstages = Annotated[tuple[Backstage, ...], BeforeValidator(as_list)]
Supports = Annotated[tuple[Support, ...], BeforeValidator(as_list)]
Physicals = Annotated[tuple[Physical, ...], BeforeValidator(as_list)]

#: The fields that a moment may have: a stage shows its own and its actions'.
MOMENT_KEYS = (
    "needs", "thoughts", "quotes", "questions", "pains", "highlights", "gaps", "risks", "opportunities",
)  # fmt: skip
#: The lanes of the service blueprint, from the customer's sight to the cellar.
LANES = ("frontstage", "backstage", "support", "physical")


class Moment(Element):
    """What a stage and an action have in common."""

    needs: Needs = listed("What customers need here.")
    thoughts: Thoughts = listed("What goes through their minds.")
    quotes: Quotes = listed("What they said, word for word.")
    questions: Questions = listed("What they ask.")
    pains: Pains = listed("What hurts.")
    highlights: Highlights = listed("What delights.")
    gaps: Gaps = listed("Where the experience wanted and the one received part.")
    risks: Risks = listed("What may go wrong.")
    opportunities: Opportunities = listed("What could be done.")
    frontstage: Frontstages = listed("What is done in the customer's sight.")
    backstage: Backstages = listed("What is done out of the customer's sight.")
    support: Supports = listed("Systems and processes the others lean on.")
    physical: Physicals = listed("What the customer sees or holds.")


class Next(Part):
    """Where the journey goes from an action."""

    short: ClassVar[str] = "to"
    to: Text = must("An action of this stage, a stage, `stage/action`, or `map:other-map`.")
    when: Text | None = said("For whom, or in which case; without it, always.")


class Action(Moment):
    """Something a customer does."""

    noun: ClassVar[str] = "action"
    short: ClassVar[str] = "action"
    action: Text = must("What the customer does, in their words.")
    persona: PersonaRefs = listed("Who does it; without it, everybody.")
    channel: ChannelRef | None = said("The channel it goes through; else its touchpoint's.")
    touchpoint: TouchpointRef | None = said("The touchpoint it happens at.")
    emotion: Emotions = listed("How they feel: a number from −2 to 2, a word, or both with the reason.")
    moment_of_truth: Annotated[bool | str, Reason()] = said(
        "Yes, or the reason, where this moment decides whether they stay.", False
    )
    advocacy: Yes = said("Yes where the customer speaks for us here.", False)
    optional: Yes = said("Yes where not everybody does it.", False)
    repeats: Annotated[Duration | bool | None, Repeating()] = said("Yes, or how often it comes round.")
    at: Text | None = said("When it happens, in words: payday, a Tuesday evening.")
    duration: Time | None = said("How long it takes.")
    confidence: Confidence | None = said("How sure we are that it is so.")
    evidence: EvidenceRefs = listed("What it rests on.")
    goal: Text | None = said("What the customer wants from it.")
    next: Annotated[tuple[Next, ...], BeforeValidator(as_list)] = listed("Where the journey goes from here.")
    event: Texts = listed("Its names in the data; without it, an event named like its id.")
    metrics: MetricRefs = listed("What is measured here.")


class Stage(Moment):
    """A stretch of the journey, with its actions."""

    noun: ClassVar[str] = "stage"
    short: ClassVar[str] = "stage"
    stage: Text = must("The name of the stage.")
    as_: Text | None = Field(None, alias="as", description="The stage of the template that this one stands for.")
    phase: Text | None = said("The phase it belongs to, where stages fall into phases.")
    goal: Text | None = said("What the customer wants from it.")
    business_goal: Text | None = said("What the organisation wants from it.")
    success: Text | None = said("How the customer would say that it went well.")
    owner: Text | None = said("Who in the organisation answers for it.")
    duration: Time | None = said("How long it usually takes.")
    optional: Yes = said("Yes where not everybody passes through it.", False)
    repeats: Annotated[Duration | bool | None, Repeating()] = said("Yes, or how often it comes round.")
    touchpoints: TouchpointRefs = listed("Touchpoints of the stage that no action names.")
    help: HelpRefs = listed("Help offered here whatever is asked.")
    emotion: Emotions = listed("How customers feel over the whole stage.")
    actions: Annotated[tuple[Action, ...], BeforeValidator(as_list)] = listed("What customers do, in order.")
    leaves: Leaves = listed("Those who leave here.")
    metrics: MetricRefs = listed("What is measured here.")
    enter: Enter | None = said("What in the data says that a customer has entered.")
    gate: Annotated[tuple[Checkpoint, ...], BeforeValidator(as_list)] = listed("What must hold to pass on.")
    health: Annotated[tuple[Signal, ...], BeforeValidator(as_list)] = listed("What tells that a customer is well.")
    alerts: Annotated[tuple[Alert, ...], BeforeValidator(as_list)] = listed("When to be alarmed, or glad.")
