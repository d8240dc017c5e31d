"""What every element of a map has, and the shorthand its fields are written in."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from journeykit.model.values import (
    CalendarDate,
    Dated,
    Duration,
    Identifier,
    Lasting,
    Reference,
    ShareOf,
    Words,
    YesNo,
)


def as_list(raw: Any) -> Any:
    """Where a list is expected, a single value is a list of one."""
    return raw if type(raw) is list or isinstance(raw, tuple) else [raw]


def said(description: str, default: Any = None) -> Any:
    """An optional field and its description, which the schema and the documentation repeat."""
    return Field(default, description=description)


def must(description: str) -> Any:
    """A required field and its description."""
    return Field(description=description)


def listed(description: str) -> Any:
    """A list, empty when it is not written, and its description."""
    return Field((), description=description)


Text = Annotated[str, Words()]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
Yes = Annotated[bool, YesNo()]
Share = Annotated[float, ShareOf()]
Date = Annotated[CalendarDate, Dated()]
Time = Annotated[Duration, Lasting()]

PersonaRef = Annotated[str, Reference("persona")]
PersonaRefs = Annotated[tuple[PersonaRef, ...], BeforeValidator(as_list)]
ChannelRef = Annotated[str, Reference("channel")]
ChannelRefs = Annotated[tuple[ChannelRef, ...], BeforeValidator(as_list)]
TouchpointRef = Annotated[str, Reference("touchpoint")]
TouchpointRefs = Annotated[tuple[TouchpointRef, ...], BeforeValidator(as_list)]
PromiseRef = Annotated[str, Reference("promise")]
PromiseRefs = Annotated[tuple[PromiseRef, ...], BeforeValidator(as_list)]
HelpRef = Annotated[str, Reference("help")]
HelpRefs = Annotated[tuple[HelpRef, ...], BeforeValidator(as_list)]
MetricRef = Annotated[str, Reference("metric")]
MetricRefs = Annotated[tuple[MetricRef, ...], BeforeValidator(as_list)]
EvidenceRefs = Annotated[tuple[Annotated[str, Reference("evidence")], ...], BeforeValidator(as_list)]


def _own_apart(raw: dict[str, Any]) -> dict[str, Any]:
    """The mapping with its `x-…` keys under one."""
    own = {key: value for key, value in raw.items() if key.startswith("x-")}
    return {**{key: value for key, value in raw.items() if key not in own}, "x-": own}


class Part(BaseModel):
    """A piece of a map: frozen, closed to unknown keys, open to `x-…` keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    #: The key that holds the text of the piece, and for which a plain string stands; "" where there is none.
    short: ClassVar[str] = ""

    extensions: Mapping[str, Any] = Field(default_factory=dict, alias="x-", description="Keys of your own.")

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, raw: Any) -> Any:
        if isinstance(raw, str) and cls.short:
            return {cls.short: raw}
        if isinstance(raw, dict):
            for key in raw:
                if key[:2] == "x-":
                    return _own_apart(raw)
        return raw


class Element(Part):
    """A piece of a map with an identity: it can be referred to, suppressed, compared."""

    #: The word for such an element: its own key, and the name of its kind in diffs and diagnostics.
    noun: ClassVar[str] = ""

    id: Annotated[str, Identifier()] | None = said("A name that stays when the text is reworded.")
    formerly: Texts = listed("Ids this element had before.")
    note: Text | None = said("A remark for those who keep the map; shown nowhere else.")

    @property
    def text(self) -> str:
        """The element's own words: what the key that names it holds."""
        return str(getattr(self, self.short))


class LibraryEntry(Element):
    """An element of a library: a mapping under its id, referred to by it from everywhere else."""

    short: ClassVar[str] = "name"
    name: Text = must("What people call it.")
    overrides: Yes = said("Yes where this entry stands in for the shared library's of the same id.", False)
