"""The tables of what a map refers to, and of how it is measured."""

from __future__ import annotations

from typing import Any

from journeykit.model.derive.metrics import is_on_target
from journeykit.model.elements import (
    Alert,
    Channel,
    Checkpoint,
    Evidence,
    Help,
    Metric,
    Persona,
    Promise,
    Signal,
    Touchpoint,
)
from journeykit.render.language import say
from journeykit.render.tables.base import Field, Item, Items, Table, table, text, texts, word, yes
from journeykit.render.tables.lanes import address, evidence, where
from journeykit.render.views.steps import every, lasting
from journeykit.render.views.words import link


def _name() -> Field:
    return Field("name", say("Name"), lambda item: text(item.element.name))


def personas(items: Items) -> Table:
    """Who walks the journey."""
    primary = items.facts.primary

    def channels(item: Item, field: str) -> str | None:
        return items.names("channels", getattr(item.element, field))

    fields = [
        _name(),
        Field("primary", say("Primary"), lambda item: yes(item.address == f"personas/{primary}")),
        Field("role", say("Role"), lambda item: texts(map(word, item.element.role))),
        Field("archetype", say("Archetype"), lambda item: text(item.element.archetype)),
        Field("segment", say("Segment"), lambda item: text(item.element.segment)),
        Field("summary", say("Summary"), lambda item: text(item.element.summary)),
        Field("quote", say("Quote"), lambda item: text(item.element.quote)),
        Field("goals", say("Goals"), lambda item: texts(item.element.goals)),
        Field("needs", say("Needs"), lambda item: texts(item.element.needs)),
        Field("frustrations", say("Frustrations"), lambda item: texts(item.element.frustrations)),
        Field("habits", say("Habits"), lambda item: texts(item.element.habits)),
        Field("prefers", say("Prefers"), lambda item: channels(item, "prefers")),
        Field("avoids", say("Avoids"), lambda item: channels(item, "avoids")),
        Field("share", say("Share"), lambda item: item.element.share, "share"),
        evidence(items),
        address(),
    ]
    return table("personas", say("Personas"), fields, items.of(Persona))


def channels(items: Items) -> Table:
    """The ways by which customers and the organisation meet."""
    fields = [
        _name(),
        Field("kind", say("Kind"), lambda item: word(item.element.kind), "word"),
        Field("media", say("Media"), lambda item: word(item.element.media), "word"),
        Field("owner", say("Owner"), lambda item: text(item.element.owner)),
        address(),
    ]
    return table("channels", say("Channels"), fields, items.of(Channel))


def touchpoints(items: Items) -> Table:
    """Where customers meet the organisation."""
    fields = [
        _name(),
        Field("channel", say("Channel"), lambda item: items.names("channels", item.element.channel)),
        Field("state", say("State"), lambda item: word(item.element.state), "word"),
        Field("expected", say("Expected"), lambda item: item.element.expected, "rating"),
        Field("quality", say("Quality"), lambda item: item.element.quality, "rating"),
        Field("importance", say("Importance"), lambda item: item.element.importance, "rating"),
        Field("promises", say("Promises"), lambda item: items.names("promises", item.element.promises)),
        Field("initiator", say("Initiator"), lambda item: word(item.element.initiator), "word"),
        Field("every", say("How often"), lambda item: text(every(item.element.every))),
        Field("metrics", say("Metrics"), lambda item: items.names("metrics", item.element.metrics)),
        Field("owner", say("Owner"), lambda item: text(item.element.owner)),
        Field("url", say("Address on the web"), lambda item: text(link(item.element.url))),
        evidence(items),
        address(),
    ]
    return table("touchpoints", say("Touchpoints"), fields, items.of(Touchpoint))


def promises(items: Items) -> Table:
    """What customers are promised, and how evenly it is kept."""
    parities = items.facts.promises

    def key(item: Item) -> str:
        return item.address.removeprefix("promises/")

    def points(item: Item, field: str) -> str | None:
        return items.names("touchpoints", getattr(parities[key(item)], field))

    fields = [
        _name(),
        Field("parity", say("Gap in quality"), lambda item: parities[key(item)].gap, "number"),
        Field("best", say("Best at"), lambda item: points(item, "best")),
        Field("worst", say("Worst at"), lambda item: points(item, "worst")),
        Field("broken_by", say("Broken by"), lambda item: points(item, "broken_by")),
        Field("carriers", say("Touchpoints"), lambda item: points(item, "carriers")),
        address(),
    ]
    return table("promises", say("Promises"), fields, items.of(Promise))


def helps(items: Items) -> Table:
    """What answers customers' questions."""
    fields = [
        _name(),
        Field("channels", say("Channels"), lambda item: items.names("channels", item.element.channels)),
        Field("state", say("State"), lambda item: word(item.element.state), "word"),
        Field("kind", say("Kind"), lambda item: word(item.element.kind), "word"),
        Field("principle", say("Principle"), lambda item: word(item.element.principle), "word"),
        Field("owner", say("Owner"), lambda item: text(item.element.owner)),
        Field("due", say("Due"), lambda item: item.element.due, "date"),
        Field("updated", say("Updated"), lambda item: item.element.updated, "date"),
        Field("every", say("How often"), lambda item: text(every(item.element.every))),
        Field("metric", say("Metric"), lambda item: items.names("metrics", item.element.metric)),
        Field("url", say("Address on the web"), lambda item: text(link(item.element.url))),
        address(),
    ]
    return table("help", say("Help"), fields, items.of(Help))


def metrics(items: Items) -> Table:
    """The figures of the journey."""

    def reached(item: Item) -> str | None:
        found = is_on_target(item.element)
        return None if found is None else say("yes") if found else say("no")

    fields = [
        _name(),
        Field("kind", say("Kind"), lambda item: word(item.element.kind), "word"),
        Field("unit", say("Unit"), lambda item: text(item.element.unit)),
        Field("now", say("Now"), lambda item: item.element.now, "number"),
        Field("was", say("Was"), lambda item: item.element.was, "number"),
        Field("target", say("Target"), lambda item: item.element.target, "number"),
        Field("better", say("Better"), lambda item: word(item.element.direction), "word"),
        Field("on_target", say("On target"), reached),
        Field("as_of", say("As of"), lambda item: item.element.as_of, "date"),
        Field("sample", say("Sample"), lambda item: item.element.sample, "number"),
        Field("source", say("Source"), lambda item: text(item.element.source)),
        evidence(items),
        address(),
    ]
    return table("metrics", say("Metrics"), fields, items.of(Metric))


def measuring(items: Items) -> Table:
    """Gates, signs of health and alerts: when a customer passes, is well, or needs somebody."""

    def part(item: Item, field: str) -> Any:
        return getattr(item.element, field, None)

    def length(item: Item, field: str) -> str | None:
        return text(lasting(getattr(item.element, field, None)))

    fields = [
        *where(),
        Field("kind", say("Kind"), lambda item: word(item.element.noun), "word"),
        Field("text", say("Text"), lambda item: text(item.element.text)),
        Field("event", say("Event"), lambda item: text(part(item, "event"))),
        Field("survey", say("Survey"), lambda item: text(part(item, "survey"))),
        Field("at_least", say("At least"), lambda item: part(item, "at_least"), "number"),
        Field("per", say("Per"), lambda item: length(item, "per")),
        Field("within", say("Within"), lambda item: length(item, "within")),
        Field("target", say("Target"), lambda item: part(item, "target"), "number"),
        Field("at_most", say("At most"), lambda item: part(item, "at_most"), "number"),
        Field("weight", say("Weight"), lambda item: part(item, "weight"), "number"),
        Field("when", say("When"), lambda item: text(getattr(part(item, "when"), "text", None))),
        Field("notify", say("Notify"), lambda item: texts(part(item, "notify") or ())),
        Field("does", say("Does"), lambda item: text(part(item, "does"))),
        Field("metric", say("Metric"), lambda item: items.names("metrics", getattr(item.element, "metric", None))),
        address(),
    ]
    return table("measuring", say("Gates, health, alerts"), fields, items.of(Checkpoint, Signal, Alert))


def research(items: Items) -> Table:
    """The research that the claims rest on."""
    fields = [
        _name(),
        Field("method", say("Method"), lambda item: word(item.element.method), "word"),
        Field("sample", say("Sample"), lambda item: item.element.sample, "number"),
        Field("date", say("Date"), lambda item: item.element.date, "date"),
        Field("url", say("Address on the web"), lambda item: text(link(item.element.url))),
        address(),
    ]
    return table("evidence", say("Evidence"), fields, items.of(Evidence))
