"""The foot of the document: what concerns the whole journey, and its libraries."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.model.derive import Facts
from journeykit.render import LANES
from journeykit.render.language import say
from journeykit.render.markdown.blocks import bullets, heading, link, table, text
from journeykit.render.markdown.stage import risk
from journeykit.render.markdown.words import joined, letter, names, number
from journeykit.render.views.words import day, human, tenths


def tail(facts: Facts, lanes: Sequence[str] = LANES) -> list[str]:
    """Opportunities by rank, risks, touchpoints, help, metrics and evidence, as the lanes shown ask for them."""
    risks = bullets(risk(facts, one) for one in facts.journey.risks)
    sections = (
        ("gaps", say("Opportunities by rank"), _opportunities(facts)),
        ("risks", say("Risks to the whole journey"), risks),
        ("channels", say("Touchpoints"), _touchpoints(facts)),
        ("asking", say("Help"), _help(facts)),
        ("risks", say("Metrics"), _metrics(facts)),
        ("", say("Evidence"), _evidence(facts)),
    )
    shown = ((title, body) for lane, title, body in sections if body and (not lane or lane in lanes))
    return [part for title, body in shown for part in (heading(2, title), body)]


def _opportunities(facts: Facts) -> str:
    rows = []
    for place, ranked in enumerate(facts.opportunities, 1):
        one = ranked.opportunity
        rows.append((
            str(place),
            text(one.text),
            tenths(ranked.score) if ranked.score is not None else "",
            number(one.impact),
            number(one.effort),
            tenths(ranked.return_) if ranked.return_ is not None else "",
            text(ranked.mends.text) if ranked.mends is not facts.journey else say("the whole journey"),
            human(one.state),
            text(one.owner) if one.owner else "",
            day(one.due) if one.due else "",
        ))  # fmt: skip
    head = (
        "#",
        say("Opportunity"),
        say("Score"),
        say("Impact"),
        say("Effort"),
        say("Return"),
        say("Mends"),
        say("State"),
        say("Owner"),
        say("Due"),
    )
    return table(head, rows)


def _touchpoints(facts: Facts) -> str:
    journey = facts.journey
    rows = [
        (
            link(point.name, point.url),
            names(journey.channels, [point.channel]),
            human(point.state) if point.state != "live" else "",
            number(point.expected),
            number(point.quality),
            names(journey.promises, point.promises),
            text(point.owner) if point.owner else "",
        )
        for point in journey.touchpoints.values()
    ]
    return table(
        (
            say("Touchpoint"),
            say("Channel"),
            say("State"),
            say("Expected"),
            say("Received"),
            say("Promises"),
            say("Owner"),
        ),
        rows,
    )


def _help(facts: Facts) -> str:
    rows = [
        (
            link(help_.name, help_.url),
            human(help_.state),
            human(text(help_.kind)) if help_.kind else "",
            names(facts.journey.channels, help_.channels) or say("everywhere"),
            human(text(help_.principle)) if help_.principle else "",
            text(help_.owner) if help_.owner else "",
            day(help_.due) if help_.due else "",
            day(help_.updated) if help_.updated else "",
        )
        for help_ in facts.journey.help.values()
    ]
    return table(
        (
            say("Help"),
            say("State"),
            say("Kind"),
            say("Offered in"),
            say("Principle"),
            say("Owner"),
            say("Due"),
            say("Updated"),
        ),
        rows,
    )


def _metrics(facts: Facts) -> str:
    rows = [
        (
            text(metric.name),
            number(metric.now, metric.unit) or "–",
            number(metric.was, metric.unit),
            number(metric.target, metric.unit),
            human(metric.direction) if metric.direction else "",
            day(metric.as_of) if metric.as_of else "",
            number(metric.sample),
            text(metric.source) if metric.source else "",
        )
        for metric in facts.journey.metrics.values()
    ]
    return table(
        (
            say("Metric"),
            say("Now"),
            say("Was"),
            say("Target"),
            say("Better"),
            say("As of"),
            say("Sample"),
            say("Source"),
        ),
        rows,
    )


def _evidence(facts: Facts) -> str:
    items = []
    for place, evidence in enumerate(facts.journey.evidence.values()):
        about = joined((
            human(text(evidence.method)) if evidence.method else "",
            say("sample of {number}", number=evidence.sample) if evidence.sample is not None else "",
            day(evidence.date) if evidence.date else "",
        ))  # fmt: skip
        items.append(f"**{letter(place)}** {link(evidence.name, evidence.url)}" + (f" ({about})" if about else ""))
    return bullets(items)
