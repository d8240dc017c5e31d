"""The seven libraries: what a map describes once, and refers to by id."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from journeykit.model.elements.base import (
    ChannelRef,
    ChannelRefs,
    Date,
    EvidenceRefs,
    LibraryEntry,
    MetricRef,
    MetricRefs,
    PromiseRefs,
    Share,
    Text,
    Texts,
    Time,
    Yes,
    as_list,
    listed,
    must,
    said,
)
from journeykit.model.values import Number, OneOf, Quantity, Reference, Scale

Rating = Annotated[float, Scale(1, 5)]
Survey = Annotated[str, OneOf(("nps", "csat", "ces"))]
HELP_KINDS = (
    "article", "tool", "guide", "video", "message", "script", "welcome", "testimonial", "review", "referral", "person",
)  # fmt: skip
PRINCIPLES = (
    "social-proof", "authority", "scarcity", "reciprocity", "commitment", "liking", "loss-aversion",
)  # fmt: skip
METRIC_KINDS = ("nps", "csat", "ces", "health", "conversion", "ratio", "duration", "count", "money")
METHODS = (
    "interview", "survey", "analytics", "heat-map", "call-log", "observation", "diary", "ticket", "review", "workshop",
    "expert",
)  # fmt: skip
HIGHER_IS_BETTER = frozenset({"nps", "csat", "ces", "health", "conversion"})

Role = Annotated[str, OneOf(("buyer", "user", "payer", "influencer", "gatekeeper", "staff"))]


class Persona(LibraryEntry):
    """Someone who walks the journey."""

    noun: ClassVar[str] = "persona"
    role: Annotated[tuple[Role, ...], BeforeValidator(as_list)] = listed("Parts they play; without it, all of them.")
    primary: Yes = said("Yes for the one whose journey this is; else the first.", False)
    archetype: Text | None = said("The kind of customer, in two or three words.")
    segment: Text | None = said("The segment of the customer base they stand for.")
    summary: Text | None = said("Who they are, in a sentence.")
    quote: Text | None = said("Something they said that tells who they are.")
    goals: Texts = listed("What they want from life here, not from us.")
    needs: Texts = listed("What they need on the way.")
    frustrations: Texts = listed("What wears them out.")
    habits: Texts = listed("What they always do.")
    prefers: ChannelRefs = listed("Channels they like, the best first.")
    avoids: ChannelRefs = listed("Channels they avoid.")
    share: Share | None = said("Their share of the customers.")
    evidence: EvidenceRefs = listed("What this portrait rests on.")


class Channel(LibraryEntry):
    """A way by which customers and the organisation meet."""

    noun: ClassVar[str] = "channel"
    kind: Annotated[str, OneOf(("digital", "human", "physical", "automated"))] | None = said(
        "Digital, human, physical or automated."
    )
    media: Annotated[str, OneOf(("owned", "earned", "paid", "partner"))] = said("Who it belongs to.", "owned")
    owner: Text | None = said("Who keeps it.")


class Promise(LibraryEntry):
    """Something customers are promised, wherever they meet us."""

    noun: ClassVar[str] = "promise"


class Touchpoint(LibraryEntry):
    """A place in a channel where customers meet the organisation."""

    noun: ClassVar[str] = "touchpoint"
    channel: ChannelRef = must("The channel it lies in.")
    promises: PromiseRefs = listed("The promises it has to keep.")
    state: Annotated[str, OneOf(("planned", "live", "missing", "failing", "retired"))] = said("Its state.", "live")
    expected: Rating | None = said("The quality customers expect.")
    quality: Rating | None = said("The quality they receive.")
    importance: Rating | None = said("How much it matters to them.")
    initiator: Annotated[str, OneOf(("customer", "organisation", "partner"))] | None = said("Who starts it.")
    owner: Text | None = said("Who keeps it.")
    every: Time | None = said("How often it happens.")
    metrics: MetricRefs = listed("What is measured there.")
    evidence: EvidenceRefs = listed("What its ratings rest on.")
    url: Text | None = said("Where to see it.")


class Help(LibraryEntry):
    """Something that answers customers' questions: an article, a tool, a person."""

    noun: ClassVar[str] = "help"
    channels: ChannelRefs = listed("Where it is offered; without it, everywhere.")
    state: Annotated[str, OneOf(("planned", "draft", "live", "retired"))] = said("Only live help answers.", "live")
    kind: Annotated[str, OneOf(HELP_KINDS, open=True)] | None = said("What it is; another word is kept.")
    principle: Annotated[str, OneOf(PRINCIPLES, open=True)] | None = said(
        "The principle of persuasion it leans on; another word is kept."
    )
    owner: Text | None = said("Who keeps it true.")
    due: Date | None = said("When planned help will be there.")
    updated: Date | None = said("When it was last brought up to date.")
    every: Time | None = said("How often it is sent or held.")
    metric: MetricRef | None = said("The metric that tells whether it helps.")
    url: Text | None = said("Where to see it.")


class Metric(LibraryEntry):
    """A figure that tells how the journey goes."""

    noun: ClassVar[str] = "metric"
    kind: Annotated[str, OneOf(METRIC_KINDS, open=True)] | None = said("What it measures; another word is kept.")
    unit: Text | None = said('Its unit, such as "%", days or EUR.')
    better: Annotated[str, OneOf(("higher", "lower"))] | None = said(
        "Which way is better; nps, csat, ces, health and conversion know: higher."
    )
    survey: Survey | None = said("The survey whose answers fill it when the map is measured.")
    gate: Annotated[str, Reference("stage")] | None = said("The stage whose gate fills it when the map is measured.")
    now: Annotated[float, Quantity()] | None = said("Its value now.")
    was: Annotated[float, Quantity()] | None = said("Its value before.")
    target: Annotated[float, Quantity()] | None = said("The value wanted.")
    as_of: Date | None = said("The date of `now`.")
    sample: Annotated[int, Number(whole=True)] | None = said("How many customers it was taken from.")
    every: Time | None = said("How often it is taken.")
    source: Text | None = said("Where it comes from.")
    evidence: EvidenceRefs = listed("What it rests on.")

    @model_validator(mode="before")
    @classmethod
    def _per_cent(cls, raw: Any) -> Any:
        """A metric whose numbers carry `%` and that has no unit is in per cent."""
        if not isinstance(raw, dict):
            return raw
        percent = [key for key in ("now", "was", "target") if isinstance(raw.get(key), str) and raw[key].endswith("%")]
        if percent and "unit" not in raw:
            return {**raw, "unit": "%"}
        return raw

    @property
    def direction(self) -> str | None:
        """Which way is better: as written, else as its kind knows."""
        return self.better or ("higher" if self.kind in HIGHER_IS_BETTER else None)


class Evidence(LibraryEntry):
    """Research that the map's claims rest on."""

    noun: ClassVar[str] = "evidence"
    method: Annotated[str, OneOf(METHODS, open=True)] | None = said("How it was found out; another word is kept.")
    sample: Annotated[int, Number(whole=True)] | None = said("How many were asked or observed.")
    date: Date | None = said("When.")
    url: Text | None = said("Where to read it.")
