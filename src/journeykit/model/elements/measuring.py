"""How a stage is entered, passed and watched."""

from typing import Annotated, ClassVar

from journeykit.model.conditions import Condition, When
from journeykit.model.elements.base import Element, MetricRef, Part, Text, Texts, Time, Yes, listed, must, said
from journeykit.model.elements.library import Survey
from journeykit.model.values import Number, OneOf

Positive = Annotated[float, Number(positive=True)]


class Enter(Part):
    """What in the data says that a customer has entered the stage."""

    event: Text | None = said("The event that marks the entry.")
    survey: Survey | None = said("The survey answered at the entry.")


class Checkpoint(Element):
    """Something a customer must have done to pass the gate of a stage."""

    noun: ClassVar[str] = "checkpoint"
    short: ClassVar[str] = "checkpoint"
    checkpoint: Text = must("What the customer has done when it is passed.")
    optional: Yes = said("Yes where the gate opens without it.", False)
    metric: MetricRef | None = said("The metric that tells.")
    event: Text | None = said("The event that tells.")
    at_least: Positive | None = said("How often the event must be seen (1).")
    per: Time | None = said("Within any window this long.")
    within: Time | None = said("No later than this after entering the stage.")


class Signal(Element):
    """One sign of a customer's health."""

    noun: ClassVar[str] = "signal"
    short: ClassVar[str] = "signal"
    signal: Text = must("What it says about the customer.")
    event: Text | None = said("The event counted.")
    survey: Survey | None = said("The survey whose score counts.")
    per: Time | None = said("The window looked at, back from the day asked for.")
    target: Annotated[float, Number()] | None = said("The number that is fully healthy.")
    at_most: Annotated[float, Number()] | None = said("The number up to which it is healthy.")
    weight: Positive = said("Its weight among the signals.", 1)


class Alert(Element):
    """When to be alarmed, or glad, and who hears of it."""

    noun: ClassVar[str] = "alert"
    short: ClassVar[str] = "alert"
    alert: Text = must("What it tells.")
    when: Annotated[Condition, When()] = must("The condition, such as `health < 50`.")
    notify: Texts = listed("Who hears of it.")
    does: Text | None = said("What happens then.")
    kind: Annotated[str, OneOf(("risk", "expansion", "info"))] | None = said("What it is about.")
