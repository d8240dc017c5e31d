"""The views that are tables of their own: channels, personas, opportunities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from journeykit.model.derive import Facts
from journeykit.render.language import said, say
from journeykit.render.markdown.blocks import bullets, heading, labelled, link, table, text
from journeykit.render.markdown.words import joined, number
from journeykit.render.views.channels import Cell, Total, channels
from journeykit.render.views.front import Front
from journeykit.render.views.opportunities import Entry, opportunities
from journeykit.render.views.personas import Extreme, Portrait, personas


def channel_table(facts: Facts) -> list[str]:
    """Channels by stages: what is asked, answered and done, and the quality of touchpoints."""
    view = channels(facts)
    rows = [
        (text(row.ref.name), *(_cell(cell) for cell in row.cells), _total(row.total)) for row in view.rows
    ] + [(say("All channels"), *(_total(total) for total in view.totals), _total(view.whole))]  # fmt: skip
    stages = (f"{place}. {text(name)}" for place, name in enumerate(view.stages, 1))
    shown = table((say("Channel"), *stages, say("All stages")), rows)
    return _page(view.front, [shown])


def _counts(of: Cell | Total) -> list[str]:
    asked = say("{asked} asked, {answered} answered", asked=of.asked, answered=of.answered) if of.asked else ""
    used = say("{number} used", number=of.used) if of.used else ""
    return [asked, used]


def _cell(cell: Cell) -> str:
    points = (f"{text(point.ref.name)} {text(point.values)}".strip() for point in cell.points)
    remark = f"**{text(cell.remark)}**" if cell.tone == "open" else text(cell.remark)
    return joined((*_counts(cell), remark, *points), "; ")


def _total(total: Total) -> str:
    below = say("{below} of {rated} below expectation", below=total.below, rated=total.rated) if total.below else ""
    return joined((*_counts(total), below), "; ")


def persona_cards(facts: Facts) -> list[str]:
    """Personas, a section each."""
    view = personas(facts)
    return _page(view.front, [block for portrait in view.portraits for block in _portrait(portrait)])


def _portrait(portrait: Portrait) -> list[str]:
    card, curve = portrait.card, portrait.curve
    facts = [(fact.heading, fact.texts or tuple(ref.name for ref in fact.refs)) for fact in card.facts]
    felt = [(say("Low point"), curve.low), (say("Peak"), curve.peak)] if curve else []
    rows = [f"**{name}:** {'; '.join(text(one) for one in texts)}" for name, texts in facts]
    rows += [f"**{name}:** {_extreme(extreme)}" for name, extreme in felt if extreme]
    rows += [
        f"**{tally.name}:** {joined((joined((tally.number, tally.unit), ' '), tally.remark))}"
        for tally in portrait.tallies
    ]
    letters = f"({say('evidence {letters}', letters=', '.join(card.evidence))})" if card.evidence else ""
    return [
        heading(2, text(card.avatar.name)),
        joined((text(card.role), letters), " "),
        f"> “{text(card.quote)}”" if card.quote else "",
        text(card.summary),
        bullets(rows),
    ]


def _extreme(extreme: Extreme) -> str:
    because = say("because {reason}", reason=text(extreme.because)) if extreme.because else ""
    return joined((extreme.score, text(extreme.text), text(extreme.feeling), because))


def opportunity_table(facts: Facts) -> list[str]:
    """Opportunities by rank, then those without a score, then those that are done or dropped."""
    view = opportunities(facts)
    gaps = (f"{text(one.text)} ({one.severity}, {text(one.stage)})" for one in view.uncovered)
    return _page(
        view.front,
        [
            _entries(view.ranked),
            labelled(say("Not scored yet"), _entries(view.unscored)),
            labelled(say("Done and dropped"), _entries(view.settled)),
            labelled(say("Gaps nobody works on"), bullets(gaps)),
        ],
    )


def _entries(entries: Iterable[Entry]) -> str:
    rows = [
        (
            str(one.number or ""),
            text(one.text),
            one.score,
            number(one.impact),
            number(one.effort),
            joined((one.mends.sort, text(one.mends.text)), ": ") if one.mends else "",
            text(one.stage) or say("Whole journey"),
            text(one.owner),
            one.state,
            joined((*(text(tag.text) for tag in one.tags), link(one.ticket, one.url) if one.ticket else "")),
        )
        for one in entries
    ]
    head = ("#", *said("Opportunity", "Score", "Impact", "Effort", "Answers", "Stage", "Owner", "State", "Notes"))
    return table(head, rows)


def _page(front: Front, blocks: list[str]) -> list[str]:
    """The view under its heading: its figures and its blocks, or the sentence that says what is missing."""
    title = heading(1, joined((front.view, text(front.title)), ": "))
    if front.empty:
        return [title, front.empty]
    figures = (
        f"**{tally.name}:** {joined((joined((tally.number, tally.unit), ' '), text(tally.remark)))}"
        for tally in front.tallies
    )
    made = (f"**{term}:** {meaning}" for term, meaning in front.made)
    return [title, front.summary, bullets(figures), *blocks, bullets(made)]


#: What makes the tables of each view.
TABLES: Mapping[str, Callable[[Facts], list[str]]] = {
    "channels": channel_table,
    "personas": persona_cards,
    "opportunities": opportunity_table,
}
