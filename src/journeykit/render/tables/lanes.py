"""The tables of what happens: stages, actions, feelings, voices, questions, gaps, opportunities, risks, ways out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeykit.model.derive import Facts
from journeykit.model.derive.curve import Point
from journeykit.model.elements import (
    LANES,
    Action,
    Gap,
    Highlight,
    Leave,
    Need,
    Opportunity,
    Pain,
    Question,
    Quote,
    Risk,
    Stage,
    Thought,
)
from journeykit.render.language import say
from journeykit.render.tables.base import Field, Item, Items, Table, overall, table, text, word, yes
from journeykit.render.views.steps import lasting, rhythm


def where() -> list[Field]:
    """The columns that say where an element stands."""
    return [
        Field("stage_number", say("No."), lambda item: item.number, "number"),
        Field("stage", say("Stage"), lambda item: text(item.stage and item.stage.stage)),
    ]


def moment() -> list[Field]:
    """The same, down to the action."""
    return [*where(), Field("action", say("Action"), lambda item: text(item.action and item.action.action))]


def evidence(items: Items) -> Field:
    """The column of the research that backs an element."""
    return Field("evidence", say("Evidence"), lambda item: items.names("evidence", item.element.evidence))


def address() -> Field:
    """The column of the names by which diagnostics, figures and comparisons know the elements."""
    return Field("address", say("Address"), lambda item: item.address)


def stages(items: Items) -> Table:
    """The stages."""
    facts = items.facts

    def asked(item: Item) -> int | None:
        return len(facts.moments(item.element, "questions")) or None

    def answered(item: Item) -> int | None:
        found = facts.moments(item.element, "questions")
        states = [facts.questions[facts.address(question)].state for question in found]
        return states.count("answered") if states else None

    def felt(item: Item, field: str) -> Any:
        return getattr(overall(item.element), field, None) if "feeling" in items.lanes else None

    fields = [
        *where(),
        Field("phase", say("Phase"), lambda item: text(item.element.phase)),
        Field("goal", say("Goal"), lambda item: text(item.element.goal)),
        Field("business_goal", say("Business goal"), lambda item: text(item.element.business_goal)),
        Field("success", say("Success"), lambda item: text(item.element.success)),
        Field("duration", say("Duration"), lambda item: text(lasting(item.element.duration))),
        Field("optional", say("Optional"), lambda item: yes(item.element.optional)),
        Field("score", say("Score"), lambda item: felt(item, "score"), "score"),
        Field("feeling", say("Feeling"), lambda item: text(felt(item, "feeling"))),
        Field("actions", say("Actions"), lambda item: len(item.element.actions) or None, "number"),
        Field("questions", say("Questions"), asked, "number"),
        Field("answered", say("Answered"), answered, "number"),
        Field("channels", say("Channels"), lambda item: items.names("channels", _channels(facts, item))),
        Field("metrics", say("Metrics"), lambda item: items.names("metrics", item.element.metrics)),
        Field("owner", say("Owner"), lambda item: text(item.element.owner)),
        address(),
    ]
    return table("stages", say("Stages"), fields, items.of(Stage))


def _channels(facts: Facts, item: Item) -> tuple[str, ...]:
    return facts.channels[facts.outline.id(item.element)]


def actions(items: Items) -> Table:
    """What customers do, with the feelings of whose journey it is."""
    facts = items.facts
    places = facts.curves[facts.primary].places if "feeling" in items.lanes else ()
    felt = {id(place.owner): place.emotion for place in places}

    def truth(item: Item) -> str | None:
        reason = item.element.moment_of_truth
        return text(reason) if isinstance(reason, str) else yes(reason)

    def emotion(item: Item, field: str) -> Any:
        return getattr(felt.get(id(item.element)), field, None)

    fields = [
        *moment(),
        Field("persona", say("Persona"), lambda item: items.personas(item.element.persona)),
        Field("channel", say("Channel"), lambda item: items.names("channels", facts.channel_of(item.element))),
        Field("touchpoint", say("Touchpoint"), lambda item: items.names("touchpoints", item.element.touchpoint)),
        Field("score", say("Score"), lambda item: emotion(item, "score"), "score"),
        Field("feeling", say("Feeling"), lambda item: text(emotion(item, "feeling"))),
        Field("because", say("Because"), lambda item: text(emotion(item, "because"))),
        Field("moment_of_truth", say("Moment of truth"), truth),
        Field("goal", say("Goal"), lambda item: text(item.element.goal)),
        Field("at", say("When"), lambda item: text(item.element.at)),
        Field("duration", say("Duration"), lambda item: text(lasting(item.element.duration))),
        Field("repeats", say("Repeats"), lambda item: text(rhythm(item.element.repeats))),
        Field("optional", say("Optional"), lambda item: yes(item.element.optional)),
        Field("confidence", say("Confidence"), lambda item: word(item.element.confidence), "word"),
        Field("metrics", say("Metrics"), lambda item: items.names("metrics", item.element.metrics)),
        evidence(items),
        address(),
    ]
    return table("actions", say("Actions"), fields, items.of(Action))


def feelings(items: Items) -> Table:
    """The emotion curve of everyone, a row a place."""
    facts = items.facts
    numbers = {key: number for number, key in enumerate(facts.routes.stages, 1)}
    names = dict(zip(facts.routes.stages, facts.journey.stages, strict=True))

    def rows() -> Iterator[tuple[str, Point]]:
        for walker in facts.walkers:
            for place in facts.curves[walker].places:
                yield walker, place

    fields = [
        Field("persona", say("Persona"), lambda row: items.personas(row[0]) if facts.journey.personas else None),
        Field("stage_number", say("No."), lambda row: numbers[row[1].stage], "number"),
        Field("stage", say("Stage"), lambda row: text(names[row[1].stage].stage)),
        Field("action", say("Action"), lambda row: text(row[1].owner.text) if row[1].action is not None else None),
        Field("score", say("Score"), lambda row: row[1].score, "score"),
        Field("desired", say("Desired"), lambda row: row[1].emotion.desired, "score"),
        Field("feeling", say("Feeling"), lambda row: text(row[1].emotion.feeling)),
        Field("because", say("Because"), lambda row: text(row[1].emotion.because)),
        Field("confidence", say("Confidence"), lambda row: word(row[1].emotion.confidence), "word"),
        Field("evidence", say("Evidence"), lambda row: items.names("evidence", row[1].emotion.evidence)),
        Field("address", say("Address"), lambda row: row[1].element),
    ]
    return table("feelings", say("Feelings"), fields, rows())


def voices(items: Items) -> Table:
    """What customers need, think and say."""
    fields = [
        *moment(),
        Field("kind", say("Kind"), lambda item: word(item.element.noun), "word"),
        Field("text", say("Text"), lambda item: text(item.element.text)),
        Field("persona", say("Persona"), lambda item: items.personas(item.element.persona)),
        evidence(items),
        address(),
    ]
    return table("voices", say("Needs, thoughts, quotes"), fields, items.of(Need, Thought, Quote))


def questions(items: Items) -> Table:
    """What customers ask, and what answers it."""
    states = items.facts.questions
    fields = [
        *moment(),
        Field("question", say("Question"), lambda item: text(item.element.question)),
        Field("kind", say("Kind"), lambda item: word(item.element.kind), "word"),
        Field("state", say("State"), lambda item: word(states[item.address].state), "word"),
        Field("wrong_place", say("In the wrong place"), lambda item: yes(states[item.address].wrong_place)),
        Field("importance", say("Importance"), lambda item: item.element.importance, "rating"),
        Field("share", say("Share"), lambda item: item.element.share, "share"),
        Field("persona", say("Persona"), lambda item: items.personas(item.element.persona)),
        Field("channels", say("Asked in"), lambda item: items.names("channels", item.element.channels)),
        Field("help", say("Help"), lambda item: items.names("help", item.element.help)),
        Field("answer", say("Answer"), lambda item: text(item.element.answer)),
        evidence(items),
        address(),
    ]
    return table("questions", say("Questions"), fields, items.of(Question))


def gaps(items: Items) -> Table:
    """What hurts, where the experience falls short, and what delights."""

    def part(item: Item, field: str) -> str | None:
        return getattr(item.element, field, None)

    fields = [
        *moment(),
        Field("kind", say("Kind"), lambda item: word(item.element.noun), "word"),
        Field("text", say("Text"), lambda item: text(item.element.text)),
        Field("desired", say("Desired"), lambda item: text(part(item, "desired"))),
        Field("received", say("Received"), lambda item: text(part(item, "received"))),
        Field("because", say("Because"), lambda item: text(part(item, "because"))),
        Field("severity", say("Severity"), lambda item: word(part(item, "severity")), "word"),
        Field("state", say("State"), lambda item: word(part(item, "state")), "word"),
        Field("persona", say("Persona"), lambda item: items.personas(item.element.persona)),
        Field("channel", say("Channel"), lambda item: items.names("channels", part(item, "channel"))),
        Field("touchpoint", say("Touchpoint"), lambda item: items.names("touchpoints", item.element.touchpoint)),
        Field("promise", say("Promise"), lambda item: items.names("promises", part(item, "promise"))),
        evidence(items),
        address(),
    ]
    return table("gaps", say("Gaps, pains, highlights"), fields, items.of(Gap, Pain, Highlight))


def opportunities(items: Items) -> Table:
    """What could be done: first the ranked in their order, then what is done or dropped."""
    ranked = {place.element: place for place in items.facts.opportunities}
    order = {key: rank for rank, key in enumerate(ranked, 1)}
    rows = sorted(items.of(Opportunity), key=lambda item: order.get(item.address, len(order) + 1))

    def score(item: Item) -> float | None:
        return ranked[item.address].score if item.address in ranked else None

    def mended(item: Item) -> str | None:
        return text(item.above.text) if isinstance(item.above, Gap | Pain | Risk) else None

    fields = [
        Field("rank", say("Rank"), lambda item: order.get(item.address), "number"),
        Field("opportunity", say("Opportunity"), lambda item: text(item.element.opportunity)),
        Field("mends", say("Mends"), mended),
        *where(),
        Field("process", say("Process"), lambda item: word(item.element.process), "word"),
        Field("impact", say("Impact"), lambda item: item.element.impact, "rating"),
        Field("effort", say("Effort"), lambda item: item.element.effort, "rating"),
        Field("score", say("Impact ÷ effort"), score, "number"),
        Field("value", say("Value"), lambda item: item.element.value, "money"),
        Field("cost", say("Cost"), lambda item: item.element.cost, "money"),
        Field("state", say("State"), lambda item: word(item.element.state), "word"),
        Field("owner", say("Owner"), lambda item: text(item.element.owner)),
        Field("due", say("Due"), lambda item: item.element.due, "date"),
        Field("ticket", say("Ticket"), lambda item: text(item.element.ticket)),
        Field("metric", say("Metric"), lambda item: items.names("metrics", item.element.metric)),
        Field("help", say("Help"), lambda item: items.names("help", item.element.help)),
        address(),
    ]
    return table("opportunities", say("Opportunities"), fields, rows)


def risks(items: Items) -> Table:
    """What may go wrong."""
    fields = [
        *moment(),
        Field("risk", say("Risk"), lambda item: text(item.element.risk)),
        Field("likelihood", say("Likelihood"), lambda item: word(item.element.likelihood), "word"),
        Field("harm", say("Harm"), lambda item: word(item.element.harm), "word"),
        Field("touchpoint", say("Touchpoint"), lambda item: items.names("touchpoints", item.element.touchpoint)),
        Field("mitigations", say("Mitigations"), lambda item: items.names("help", item.element.mitigations)),
        address(),
    ]
    return table("risks", say("Risks"), fields, items.of(Risk))


def leaves(items: Items) -> Table:
    """Who leaves, why, and where to."""
    fields = [
        *where(),
        Field("leave", say("Way out"), lambda item: text(item.element.leave)),
        Field("because", say("Because"), lambda item: text(item.element.because)),
        Field("share", say("Share"), lambda item: item.element.share, "share"),
        Field("to", say("To"), lambda item: text(item.element.to)),
        address(),
    ]
    return table("leaves", say("Ways out"), fields, items.of(Leave))


def blueprint(items: Items) -> Table:
    """What the organisation does, in sight and behind it."""
    fields = [
        *moment(),
        Field("lane", say("Lane"), lambda item: word(item.element.noun), "word"),
        Field("text", say("Text"), lambda item: text(item.element.text)),
        Field("owner", say("Owner"), lambda item: text(item.element.owner)),
        Field("wait", say("Wait"), lambda item: text(lasting(item.element.wait))),
        Field("persona", say("Persona"), lambda item: items.personas(item.element.persona)),
        address(),
    ]
    rows = (item for item in items.all if item.element.noun in LANES)
    return table("blueprint", say("Blueprint"), fields, rows)
