"""The slides of those who walk the journey."""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import Facts
from journeykit.model.elements import Persona
from journeykit.render.language import say
from journeykit.render.slides.columns import Card, Column, pages
from journeykit.render.slides.parts import BOTTOM, title
from journeykit.render.slides.shapes import Para, Slide, para, paras
from journeykit.render.views.words import commas, human, joined, percent

#: As many stand side by side at most.
_MOST = 4


def people(facts: Facts, notes: str) -> Iterator[Slide]:
    """A slide for up to four personas, and more where there are more; none without any."""
    everybody = list(facts.journey.personas.items())
    if not everybody:
        return
    count = -(-len(everybody) // _MOST)
    size = -(-len(everybody) // count)
    for start in range(0, len(everybody), size):
        heading = title(say("Who walks this journey"), 22)
        columns = [_column(facts, key, one) for key, one in everybody[start : start + size]]
        top = heading.bottom + 10
        for boxes in pages(columns, top, top, BOTTOM):
            yield Slide((heading, *boxes), notes=notes)
            notes = ""


def _column(facts: Facts, key: str, one: Persona) -> Column:
    channels = facts.journey.channels

    def named(keys: tuple[str, ...]) -> str:
        return joined(channels[key].name if key in channels else key for key in keys) if keys else ""

    share = say("{percent} of customers", percent=percent(one.share)) if one.share is not None else None
    roles = joined(map(human, one.role)) if one.role else None
    primary = say("primary") if key == facts.primary and len(facts.journey.personas) > 1 else None
    said = paras(
        para(one.name, 15, "ink", bold=True),
        para(commas(filter(None, (one.archetype, roles, primary, share))), 10.5, "ink3", gap=2),
        para(one.summary or "", 11, "ink2", gap=6),
        para(f"“{one.quote}”", 12.5, "ink", italic=True, serif=True, gap=6) if one.quote else None,
    )
    cards = [Card(one.name, said, line="a1" if key == facts.primary else "line2")]
    more: list[Para] = []
    for heading, texts in (
        (say("Goals"), one.goals),
        (say("Needs"), one.needs),
        (say("Frustrations"), one.frustrations),
        (say("Habits"), one.habits),
        (say("Prefers"), (named(one.prefers),)),
        (say("Avoids"), (named(one.avoids),)),
    ):
        if listed := paras(*(para(text, 11, "ink", gap=2) for text in texts)):
            more += [para(heading, 9.5, "ink3", bold=True, gap=8 if more else 0), *listed]
    if more:
        cards.append(Card(one.name, tuple(more), "sunk", "line"))
    return Column("", tuple(cards), again=say("{heading} (continued)", heading=one.name))
