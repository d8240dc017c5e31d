"""What happens in a moment of the journey: needs, thoughts, questions, pains, gaps, and what could mend them."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from journeykit.model.elements.base import (
    ChannelRef,
    ChannelRefs,
    Date,
    Element,
    EvidenceRefs,
    HelpRef,
    HelpRefs,
    MetricRef,
    Part,
    PersonaRef,
    PersonaRefs,
    PromiseRef,
    Share,
    Text,
    Texts,
    Time,
    TouchpointRef,
    as_list,
    listed,
    must,
    said,
)
from journeykit.model.elements.library import Rating
from journeykit.model.values import Amount, Money, OneOf, Scale

Score = Annotated[float, Scale(-2, 2)]
Severity = Annotated[str, OneOf(("low", "medium", "high", "critical"))]
OpenState = Annotated[str, OneOf(("open", "planned", "closed", "accepted"))]
Level = Annotated[str, OneOf(("low", "medium", "high"))]
Confidence = Annotated[str, OneOf(("assumption", "reasoned", "validated"))]


class Need(Element):
    """Something the customer needs at this moment."""

    noun: ClassVar[str] = "need"
    short: ClassVar[str] = "need"
    need: Text = must("The need, in the customer's words.")
    persona: PersonaRefs = listed("Whose need it is.")
    evidence: EvidenceRefs = listed("What it rests on.")


class Thought(Element):
    """Something that goes through the customer's mind."""

    noun: ClassVar[str] = "thought"
    short: ClassVar[str] = "thought"
    thought: Text = must("The thought, in the customer's words.")
    persona: PersonaRefs = listed("Whose thought it is.")
    evidence: EvidenceRefs = listed("What it rests on.")


class Quote(Element):
    """Something a customer said."""

    noun: ClassVar[str] = "quote"
    short: ClassVar[str] = "quote"
    quote: Text = must("What they said, word for word.")
    persona: PersonaRef | None = said("Which persona speaks so.")
    evidence: EvidenceRefs = listed("Where it was said.")
    date: Date | None = said("When it was said.")


class Emotion(Part):
    """How someone feels: a score, a word for it, the reason. `feeling` stands alone as a plain word."""

    score: Score | None = said("From −2 (very bad) to 2 (very good).")
    feeling: Text | None = said("A word for it: lost, relieved, proud.")
    because: Text | None = said("Why they feel so.")
    desired: Score | None = said("The score we want them to have.")
    persona: PersonaRefs = listed("Who feels so; else those of the action, else the primary persona.")
    confidence: Confidence | None = said("How sure we are.")
    evidence: EvidenceRefs = listed("What it rests on.")


class Opportunity(Element):
    """Something that could be done about it."""

    noun: ClassVar[str] = "opportunity"
    short: ClassVar[str] = "opportunity"
    opportunity: Text = must("What could be done.")
    process: Annotated[str, OneOf(("introduce", "refine", "retire"))] | None = said("Something new, better or gone.")
    impact: Rating | None = said("What it would do for customers.")
    effort: Rating | None = said("What it would take.")
    value: Annotated[Amount, Money()] | None = said("What it would bring a year.")
    cost: Annotated[Amount, Money()] | None = said("What it would cost.")
    state: Annotated[str, OneOf(("idea", "planned", "doing", "done", "dropped"))] = said("How far it is.", "idea")
    owner: Text | None = said("Who does it.")
    due: Date | None = said("When it will be done.")
    ticket: Text | None = said("Where the work is kept.")
    metric: MetricRef | None = said("The metric that will tell.")
    help: HelpRef | None = said("The help it makes or changes.")


Opportunities = Annotated[tuple[Opportunity, ...], BeforeValidator(as_list)]


class Question(Element):
    """Something customers ask, in the channels where they look for the answer."""

    noun: ClassVar[str] = "question"
    short: ClassVar[str] = "question"
    question: Text = must("The question, in the customer's words.")
    kind: Annotated[str, OneOf(("question", "objection", "concern"))] = said("What sort of question.", "question")
    importance: Rating | None = said("How much hangs on the answer.")
    persona: PersonaRefs = listed("Who asks it.")
    channels: ChannelRefs = listed("Where they look for the answer.")
    help: HelpRefs = listed("The help that answers it.")
    answer: Text | None = said("The answer itself, when it is given on the spot.")
    share: Share | None = said("The share of customers who ask it.")
    evidence: EvidenceRefs = listed("What tells us they ask it.")


class Pain(Element):
    """Something that hurts."""

    noun: ClassVar[str] = "pain"
    short: ClassVar[str] = "pain"
    pain: Text = must("What hurts.")
    severity: Severity | None = said("How much.")
    state: OpenState = said("Whether it is still there.", "open")
    persona: PersonaRefs = listed("Whom it hurts.")
    channel: ChannelRef | None = said("In which channel.")
    touchpoint: TouchpointRef | None = said("At which touchpoint.")
    because: Text | None = said("Why.")
    evidence: EvidenceRefs = listed("What it rests on.")
    opportunities: Opportunities = listed("What could mend it.")


class Highlight(Element):
    """Something that delights."""

    noun: ClassVar[str] = "highlight"
    short: ClassVar[str] = "highlight"
    highlight: Text = must("What delights.")
    persona: PersonaRefs = listed("Whom it delights.")
    channel: ChannelRef | None = said("In which channel.")
    touchpoint: TouchpointRef | None = said("At which touchpoint.")
    because: Text | None = said("Why.")
    evidence: EvidenceRefs = listed("What it rests on.")


class Gap(Element):
    """Where the experience wanted and the one received part."""

    noun: ClassVar[str] = "gap"
    short: ClassVar[str] = "gap"
    gap: Text = must("The gap in a sentence.")
    desired: Text | None = said("The experience wanted.")
    received: Text | None = said("The experience received.")
    severity: Severity | None = said("How bad it is.")
    state: OpenState = said("Whether it is still there.", "open")
    touchpoint: TouchpointRef | None = said("At which touchpoint.")
    promise: PromiseRef | None = said("The promise it breaks.")
    persona: PersonaRefs = listed("Whom it concerns.")
    evidence: EvidenceRefs = listed("What it rests on.")
    opportunities: Opportunities = listed("What could close it.")


class Risk(Element):
    """Something that may go wrong."""

    noun: ClassVar[str] = "risk"
    short: ClassVar[str] = "risk"
    risk: Text = must("What may happen.")
    likelihood: Level | None = said("How likely it is.")
    harm: Level | None = said("How much harm it would do.")
    touchpoint: TouchpointRef | None = said("At which touchpoint.")
    mitigations: HelpRefs = listed("The help that keeps it small.")
    opportunities: Opportunities = listed("What could be done about it.")


class Leave(Element):
    """A way out: customers who leave the journey here."""

    noun: ClassVar[str] = "leave"
    short: ClassVar[str] = "leave"
    leave: Text = must("What those do who leave.")
    because: Text | None = said("Why they leave.")
    share: Share | None = said("The share of customers who leave here.")
    to: Text | None = said("Where they go.")
    event: Texts = listed("Its names in the data.")


class Lane(Element):
    """A step of the service blueprint."""

    owner: Text | None = said("Who does it.")
    wait: Time | None = said("How long it makes the customer wait.")
    persona: PersonaRef | None = said("The member of staff who does it.")


class Frontstage(Lane):
    """What the organisation does in the customer's sight."""

    noun: ClassVar[str] = "frontstage"
    short: ClassVar[str] = "frontstage"
    frontstage: Text = must("What is done in the customer's sight.")


class Backstage(Lane):
    """What the organisation does behind the line of visibility."""

    noun: ClassVar[str] = "backstage"
    short: ClassVar[str] = "backstage"
    backstage: Text = must("What is done out of the customer's sight.")


class Support(Lane):
    """A system or process that the others lean on."""

    noun: ClassVar[str] = "support"
    short: ClassVar[str] = "support"
    support: Text = must("The system or process.")


class Physical(Lane):
    """Something the customer can see or hold."""

    noun: ClassVar[str] = "physical"
    short: ClassVar[str] = "physical"
    physical: Text = must("The thing the customer sees or holds.")
