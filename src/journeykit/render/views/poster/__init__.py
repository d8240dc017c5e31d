"""The poster: the whole map on one sheet. `poster` turns the facts of a map into all that its picture shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from journeykit.model.derive import Facts, metrics_by_stage
from journeykit.render import LANES
from journeykit.render.language import page_language, say
from journeykit.render.views import words
from journeykit.render.views.lengths import length
from journeykit.render.views.poster import asking
from journeykit.render.views.poster.asking import Channels
from journeykit.render.views.poster.columns import Sheet, columns, sheets, whole
from journeykit.render.views.poster.curve import Feeling, feeling
from journeykit.render.views.poster.doing import felt, repeating
from journeykit.render.views.poster.figures import Figure, figures
from journeykit.render.views.poster.footer import Footer, footer
from journeykit.render.views.poster.header import Header, header
from journeykit.render.views.poster.improving import chances, hazards
from journeykit.render.views.poster.items import Avatar, Done, Felt, Item
from journeykit.render.views.poster.lanes import Group, doing, groups
from journeykit.render.views.poster.lookup import Lookup
from journeykit.render.views.poster.metrics import gauges

__all__ = ["Phase", "Poster", "StageHead", "Walker", "poster"]

#: A goal of more lines than this in its chevron is cut there, and stands in full in the lane of needs.
_GOAL_LINES = 2
_LETTERS_A_UNIT = 17
_TALL = 4


@dataclass(frozen=True)
class StageHead:
    """The chevron of a stage; its `address` names it the same in every rendering."""

    number: int
    address: str
    name: str
    goal: str
    cut: bool
    duration: str
    details: tuple[str, ...]
    feelings: tuple[Felt, ...]


@dataclass(frozen=True)
class Phase:
    """A phase and the places of its first and last stage, from 0."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Walker:
    """One who can be chosen in the persona filter: numbered from 1, `key` is the persona's id."""

    number: int
    key: str
    name: str
    avatar: Avatar


@dataclass(frozen=True)
class Poster:
    """All that the page shows.

    `sheet` is the whole grid; `prints` are the sheets it is cut into on paper, the same one where it fits.
    `density` says how wide columns may grow: few, usual or many stages.
    """

    lang: str
    direction: str
    header: Header
    figures: tuple[Figure, ...]
    walkers: tuple[Walker, ...]
    heads: tuple[StageHead, ...]
    phases: tuple[Phase, ...]
    sheet: Sheet
    prints: tuple[Sheet, ...]
    density: str
    doing: tuple[tuple[Done, ...], ...]
    feeling: Feeling | None
    channels: Channels | None
    groups: tuple[Group, ...]
    whole: tuple[tuple[str, tuple[Item, ...]], ...]
    footer: Footer
    lanes: tuple[str, ...] = LANES

    @property
    def shows_doing(self) -> bool:
        """Whether the lane of actions is there; their cells are known either way, as the columns follow from them."""
        return "doing" in self.lanes and any(self.doing)

    @property
    def tall(self) -> bool:
        """Whether the heads of the stages are too tall to stay on the screen while it scrolls."""
        return any(words.lines(head.name, 20) > _TALL for head in self.heads)


def poster(facts: Facts, lanes: Sequence[str] | None = None) -> Poster:
    """The poster of a map, with those of the lanes (`render.LANES`) that are chosen; None for all."""
    wanted = tuple(LANES if lanes is None else (name for name in LANES if name in lanes))
    lookup, journey = Lookup(facts), facts.journey
    across = columns(journey.stages)
    letters = [_LETTERS_A_UNIT * column.span.width - 4 for column in across]
    cut = [
        # Where no lane of needs can hold the whole goal, its chevron does.
        "needs" in wanted and bool(stage.goal) and words.lines(stage.goal or "", room) > _GOAL_LINES
        for stage, room in zip(journey.stages, letters, strict=True)
    ]
    numbers = {address: number for number, address in enumerate(facts.questions, 1)}
    asked = [
        [
            (numbers[address], facts.questions[address])
            for question in facts.moments(stage, "questions")
            if (address := facts.address(question))
        ]
        for stage in journey.stages
    ]
    sheet = whole(across)
    score = asking.channels(lookup, across, asked) if "channels" in wanted else None
    parts = {
        "header": header(lookup),
        "figures": figures(lookup),
        "doing": doing(lookup if "doing" in wanted else Lookup(facts)),
        "feeling": feeling(lookup, across) if "feeling" in wanted else None,
        "channels": score,
        "groups": groups(lookup, cut, score is not None, wanted),
        "whole": tuple(_whole(lookup, wanted)),
        "heads": tuple(_heads(lookup, cut)),
    }
    walkers = [Walker(n, key, avatar.name, avatar) for n, (key, avatar) in enumerate(lookup.avatars.items(), 1)]
    return Poster(
        lang=words.language(journey.lang),
        direction=words.direction(page_language(journey.lang)),
        walkers=tuple(walkers) if len(walkers) > 1 else (),
        phases=tuple(_phases(lookup)),
        sheet=sheet,
        prints=sheets(across),
        density="few" if len(across) <= 3 else "many" if len(across) >= 9 or sheet.span.width > 24 else "usual",
        footer=footer(lookup, parts["figures"]),
        lanes=wanted,
        **parts,
    )


def _heads(lookup: Lookup, cut: list[bool]) -> list[StageHead]:
    found = []
    for number, (stage, short) in enumerate(zip(lookup.journey.stages, cut, strict=True), 1):
        again = repeating(stage.repeats)
        details = [say("optional") if stage.optional else "", again]
        found.append(
            StageHead(
                number,
                lookup.facts.address(stage),
                stage.stage,
                stage.goal or "",
                short,
                length(stage.duration),
                tuple(text for text in details if text),
                tuple(felt(lookup, emotion) for emotion in stage.emotion),
            )
        )
    return found


def _phases(lookup: Lookup) -> list[Phase]:
    """Neighbouring stages of one phase; none where no stage has one."""
    stages = lookup.journey.stages
    if not any(stage.phase for stage in stages):
        return []
    found: list[Phase] = []
    for index, stage in enumerate(stages):
        name = stage.phase or ""
        if found and found[-1].name == name:
            found[-1] = Phase(name, found[-1].first, index)
        else:
            found.append(Phase(name, index, index))
    return found


def _whole(lookup: Lookup, wanted: Sequence[str]) -> list[tuple[str, tuple[Item, ...]]]:
    """What belongs to no stage but to the whole journey."""
    journey = lookup.journey
    placed = {key for row in metrics_by_stage(lookup.facts) for key in row}
    placed |= {key for point in journey.touchpoints.values() for key in point.metrics}
    placed |= {help_.metric for help_ in journey.help.values() if help_.metric}
    scores = {ranked.element: ranked for ranked in lookup.facts.opportunities}
    risks = [item for risk in journey.risks for item in risk.opportunities]
    unplaced = (key for key in journey.metrics if key not in placed)
    opportunities = (*journey.opportunities, *risks)
    parts: tuple[tuple[str, str, Callable[[], Iterable[Item]]], ...] = (
        ("risks", say("Metrics of the whole journey"), lambda: gauges(lookup, unplaced)),
        ("gaps", say("Opportunities for the whole journey"), lambda: chances(lookup, opportunities, scores)),
        ("risks", say("Risks of the whole journey"), lambda: hazards(lookup, journey.risks)),
    )
    made = [(heading, tuple(make())) for lane, heading, make in parts if lane in wanted]
    return [(heading, items) for heading, items in made if items]
