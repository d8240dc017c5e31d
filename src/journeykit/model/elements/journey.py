"""The whole map."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from journeykit.model.elements.base import Date, Element, Part, Text, Texts, Time, as_list, listed, must, said
from journeykit.model.elements.library import Channel, Evidence, Help, Metric, Persona, Promise, Touchpoint
from journeykit.model.elements.moments import Opportunities
from journeykit.model.elements.stage import Risks, Stage
from journeykit.model.values import Duration, OneOf, UnfitError, Value, shown

#: The libraries of a map, by the key they stand under, in the order of the format.
LIBRARIES = {
    "personas": Persona,
    "channels": Channel,
    "touchpoints": Touchpoint,
    "promises": Promise,
    "help": Help,
    "metrics": Metric,
    "evidence": Evidence,
}


class FormatVersion(Value):
    """The version of the format: 1."""

    known: ClassVar[tuple[str, ...]] = ("1",)

    def read(self, raw: object) -> int:
        if raw not in self.known:
            raise UnfitError(f"format version {shown(raw)} is not known to this program", "write `journey: 1`", "JK010")
        return int(str(raw))

    def schema(self) -> dict[str, object]:
        return {"enum": [1, "1"]}

    def label(self) -> str:
        return "1"


class Scope(Part):
    """Where the journey begins and ends."""

    starts: Text | None = said("What begins it.")
    ends: Text | None = said("What ends it.")
    excludes: Texts = listed("What is left out.")


def _some(raw: object) -> object:
    """A list of one or more stages: a map without any is no map."""
    if raw == []:
        raise UnfitError("the list is empty", "write at least one: `stages: [First, Second]`", "JK004")
    return as_list(raw)


def _library(description: str) -> Any:
    return Field(default_factory=dict, description=description)


Stages = Annotated[tuple[Stage, ...], BeforeValidator(_some)]


class Libraries(Part):
    """The seven libraries: at the top of a map, or in a file that several maps share."""

    personas: Mapping[str, Persona] = _library("Who walks the journey.")
    channels: Mapping[str, Channel] = _library("The ways by which you meet.")
    touchpoints: Mapping[str, Touchpoint] = _library("Where in a channel you meet.")
    promises: Mapping[str, Promise] = _library("What customers are promised.")
    help: Mapping[str, Help] = _library("What answers their questions.")
    metrics: Mapping[str, Metric] = _library("Figures that tell how it goes.")
    evidence: Mapping[str, Evidence] = _library("Research the map rests on.")


class Journey(Libraries, Element):
    """A customer journey map."""

    noun: ClassVar[str] = "map"
    short: ClassVar[str] = "title"
    journey: Annotated[int, FormatVersion()] = must("The version of the format: 1.")
    title: Text = must("What the journey is, from the customer's side.")
    summary: Text | None = said("The journey in a sentence.")
    state: Annotated[str, OneOf(("current", "future", "research"))] = said(
        "The journey as it is, as it should be, or as it is being found out.", "current"
    )
    status: Annotated[str, OneOf(("draft", "in-review", "live", "retired"))] = said("How far the map is.", "live")
    template: Text | None = said("The set of stages that must be present.")
    lang: Text = said("The language of the texts.", "en")
    owner: Text | None = said("Who keeps the map.")
    contributors: Texts = listed("Who helped to make it.")
    reviewed: Date | None = said("When it was last looked over.")
    review_every: Time = said("How often it has to be.", Duration(12, 0, "12 months"))
    revision: Text | None = said("The name of this revision, such as the year.")
    supersedes: Text | None = said("The revision it takes over from.")
    why: Text | None = said("Why there is a new revision.")
    parent: Text | None = said("The map of which this is a part.")
    tags: Texts = listed("Words to find it by.")
    scope: Scope | None = said("Where the journey begins and ends.")
    opportunities: Opportunities = listed("What could be done about the whole journey.")
    risks: Risks = listed("What may go wrong on the whole journey.")
    stages: Stages = must("The stages, in order.")
