"""The foot of the document: what concerns the whole journey, and its libraries."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.render.markdown.blocks import bullets, heading, link, table, text
from journeykit.render.markdown.stage import risk
from journeykit.render.markdown.words import joined, letter, listed, names, number


def tail(facts: Facts) -> list[str]:
    """Opportunities by rank, risks, touchpoints, help, metrics and evidence."""
    risks = bullets(risk(facts, one) for one in facts.journey.risks)
    sections = (
        ("Opportunities by rank", _opportunities(facts)),
        ("Risks to the whole journey", risks),
        ("Touchpoints", _touchpoints(facts)),
        ("Help", _help(facts)),
        ("Metrics", _metrics(facts)),
        ("Evidence", _evidence(facts)),
    )
    return [part for title, body in sections if body for part in (heading(2, title), body)]


def _opportunities(facts: Facts) -> str:
    rows = []
    for place, ranked in enumerate(facts.opportunities, 1):
        one = ranked.opportunity
        rows.append((
            str(place),
            text(one.text),
            f"{ranked.score:.1f}" if ranked.score is not None else "",
            number(one.impact),
            number(one.effort),
            f"{ranked.return_:.1f}" if ranked.return_ is not None else "",
            text(ranked.mends.text) if ranked.mends is not facts.journey else "the whole journey",
            one.state,
            text(one.owner) if one.owner else "",
            text(one.due) if one.due else "",
        ))  # fmt: skip
    head = ("#", "Opportunity", "Score", "Impact", "Effort", "Return", "Mends", "State", "Owner", "Due")
    return table(head, rows)


def _touchpoints(facts: Facts) -> str:
    journey = facts.journey
    rows = [
        (
            link(point.name, point.url),
            names(journey.channels, [point.channel]),
            point.state if point.state != "live" else "",
            number(point.expected),
            number(point.quality),
            names(journey.promises, point.promises),
            text(point.owner) if point.owner else "",
        )
        for point in journey.touchpoints.values()
    ]
    return table(("Touchpoint", "Channel", "State", "Expected", "Received", "Promises", "Owner"), rows)


def _help(facts: Facts) -> str:
    rows = [
        (
            link(help_.name, help_.url),
            help_.state,
            text(help_.kind) if help_.kind else "",
            names(facts.journey.channels, help_.channels) or "everywhere",
            text(help_.principle) if help_.principle else "",
            text(help_.owner) if help_.owner else "",
            text(help_.due) if help_.due else "",
            text(help_.updated) if help_.updated else "",
        )
        for help_ in facts.journey.help.values()
    ]
    return table(("Help", "State", "Kind", "Offered in", "Principle", "Owner", "Due", "Updated"), rows)


def _metrics(facts: Facts) -> str:
    rows = [
        (
            text(metric.name),
            number(metric.now, metric.unit) or "–",
            number(metric.was, metric.unit),
            number(metric.target, metric.unit),
            metric.direction or "",
            text(metric.as_of) if metric.as_of else "",
            number(metric.sample),
            text(metric.source) if metric.source else "",
        )
        for metric in facts.journey.metrics.values()
    ]
    return table(("Metric", "Now", "Was", "Target", "Better", "As of", "Sample", "Source"), rows)


def _evidence(facts: Facts) -> str:
    items = []
    for place, evidence in enumerate(facts.journey.evidence.values()):
        about = joined((
            listed([evidence.method]) if evidence.method else "",
            f"sample of {evidence.sample}" if evidence.sample is not None else "",
            text(evidence.date) if evidence.date else "",
        ))  # fmt: skip
        items.append(f"**{letter(place)}** {link(evidence.name, evidence.url)}" + (f" ({about})" if about else ""))
    return bullets(items)
