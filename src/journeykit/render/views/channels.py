"""Stages by channels: what is asked in each channel, answered there, done there, and how well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from journeykit.model.derive import ChannelUse, Facts
from journeykit.model.elements import Touchpoint
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.front import Front, Sign, Tally, front
from journeykit.render.views.poster.improving import touchpoints
from journeykit.render.views.poster.items import Avatar, Quality, Ref
from journeykit.render.views.poster.lookup import Lookup

Tone = Literal["", "open", "planned"]
#: As many names as a figure carries below it.
_MOST_NAMES = 3


@dataclass(frozen=True)
class Cell:
    """A channel in a stage: how many questions are asked, how many of them answered, how many actions go through it.

    `tone` is open where something is asked and nothing answers, planned where help is on its way; `remark` says so.
    """

    asked: int = 0
    answered: int = 0
    used: int = 0
    points: tuple[Quality, ...] = ()
    tone: Tone = ""
    remark: str = ""

    def __bool__(self) -> bool:
        return bool(self.asked or self.used or self.points)


@dataclass(frozen=True)
class Total:
    """A row or a column added up; `below` are touchpoints that are worse than expected, of those that are rated."""

    asked: int
    answered: int
    used: int
    points: int
    rated: int
    below: int
    tone: Tone = ""

    def __bool__(self) -> bool:
        return bool(self.asked or self.used or self.points)


@dataclass(frozen=True)
class Row:
    """A channel: its symbol and name, what sort it is, who likes it and who avoids it, a cell for each stage."""

    ref: Ref
    remark: str
    liked: tuple[Avatar, ...]
    avoided: tuple[Avatar, ...]
    cells: tuple[Cell, ...]
    total: Total


@dataclass(frozen=True)
class Matrix:
    """The view. `stages` are their names in order, `totals` what each comes to, `whole` all of them."""

    front: Front
    stages: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]
    whole: Total


def channels(facts: Facts) -> Matrix:
    """The channels of a map by its stages."""
    lookup, uses = Lookup(facts), facts.channel_uses
    journey = facts.journey
    told = set(journey.promises)  # of the touchpoints alone, without what is said about promises
    rated: list[dict[str, Quality]] = []
    for stage in journey.stages:
        items = (item for item in touchpoints(lookup, stage, told) if isinstance(item, Quality))
        rated.append(dict(zip(lookup.touchpoints_of(stage), items, strict=True)))
    rows = [
        _row(lookup, key, ref, rated, uses.of(key), [cell.get(key, ChannelUse()) for cell in uses.cells])
        for key, ref in _channels(lookup).items()
    ]
    lacking = say(
        "This map names no channels yet: list them under channels, and name them wherever customers ask or act."
    )
    empty = "" if journey.channels else lacking
    cells = [cell for row in rows for cell in row.cells]
    return Matrix(
        front(
            lookup,
            say("Channels"),
            say("Where customers ask, where they are answered, and where they act."),
            empty,
            _tallies(lookup, rows, _total(lookup, uses.whole)),
            _signs(cells),
            _made(cells),
            (letter for cell in cells for point in cell.points for letter in point.evidence),
        ),
        tuple(stage.stage for stage in journey.stages),
        () if empty else tuple(rows),
        tuple(_total(lookup, use) for use in uses.stages),
        _total(lookup, uses.whole),
    )


def _channels(lookup: Lookup) -> Mapping[str | None, Ref]:
    """All channels of the map, and last a row for what names none, where there is such a thing."""
    found: dict[str | None, Ref] = {**lookup.channels}
    if lookup.facts.channel_uses.of(None):
        found[None] = Ref("", say("No channel named"))
    return found


def _row(
    lookup: Lookup,
    key: str | None,
    ref: Ref,
    rated: list[dict[str, Quality]],
    total: ChannelUse,
    uses: list[ChannelUse],
) -> Row:
    journey = lookup.journey
    channel = journey.channels.get(key or "")
    remarks = [words.capital(words.human(channel.kind))] if channel and channel.kind else []
    if channel and channel.media != "owned":
        remarks.append(words.human(channel.media))
    if channel and channel.owner:
        remarks.append(channel.owner)
    people = journey.personas.items()
    return Row(
        ref,
        words.commas(remarks),
        tuple(lookup.avatars[one] for one, persona in people if key in persona.prefers),
        tuple(lookup.avatars[one] for one, persona in people if key in persona.avoids),
        tuple(_cell(use, known, key) for use, known in zip(uses, rated, strict=True)),
        _total(lookup, total),
    )


def _cell(use: ChannelUse, rated: Mapping[str, Quality], key: str | None) -> Cell:
    tone = _tone(use)
    if tone == "planned":
        remark = say("Help is planned here") if key else say("Help is planned")
    elif tone == "open":
        remark = say("Nothing answers here") if key else say("Nothing answers")
    else:
        remark = ""
    return Cell(use.asked, use.answered, use.used, tuple(rated[point] for point in use.touchpoints), tone, remark)


def _tone(use: ChannelUse) -> Tone:
    return ("planned" if use.planned else "open") if use.is_mute else ""


def _total(lookup: Lookup, use: ChannelUse) -> Total:
    points = [lookup.journey.touchpoints[key] for key in use.touchpoints]
    known = [poor for point in points if (poor := _is_poor(point)) is not None]
    return Total(use.asked, use.answered, use.used, len(points), len(known), sum(known), _tone(use))


def _is_poor(point: Touchpoint) -> bool | None:
    """Whether a touchpoint is worse than expected; None where one of the two is not known."""
    return None if point.quality is None or point.expected is None else point.quality < point.expected


def _tallies(lookup: Lookup, rows: list[Row], whole: Total) -> list[Tally]:
    named = [row for row in rows if row.ref.icon]
    idle = [row.ref.name for row in named if not row.total]
    in_use = say("not used: {channels}", channels=_few(idle)) if idle else say("all in use")
    found = [Tally(say("Channels"), words.plain(len(named)), "", in_use)]
    if whole.asked:
        mute = [row.ref.name for row in named for cell in row.cells if cell.tone == "open"]
        found += [
            Tally(say("Answered where asked"), words.plain(whole.answered), say("of {number}", number=whole.asked),
                  say_many("{number} question is not", "{number} questions are not", whole.asked - whole.answered)),
            Tally(say("Asked, and nothing answers"), words.plain(len(mute)), say_many("spot", "spots", len(mute)),
                  _few(dict.fromkeys(mute)), "neg" if mute else ""),
        ]  # fmt: skip
    busiest = max(named, key=lambda row: row.total.used, default=None)
    if busiest and busiest.total.used:
        actions = say_many("of {number} action", "of {number} actions", whole.used)
        found.append(Tally(say("Busiest channel"), words.plain(busiest.total.used), actions, busiest.ref.name))
    if whole.rated:
        points = [lookup.journey.touchpoints[key] for key in lookup.facts.channel_uses.whole.touchpoints]
        poor = [point.name for point in points if _is_poor(point)]
        touched = say_many("of {number} touchpoint", "of {number} touchpoints", whole.rated)
        tone = "neg" if whole.below else ""
        found.append(Tally(say("Below expectation"), words.plain(whole.below), touched, _few(poor), tone))
    return found


def _few(names: Iterable[str]) -> str:
    """Some of the names in a sentence, shortened."""
    found = [words.short(name, 40) for name in names]
    if len(found) <= _MOST_NAMES:
        return words.joined(found) if found else ""
    shown = words.commas(found[:_MOST_NAMES])
    return say("{names} and {number} more", names=shown, number=words.plain(len(found) - _MOST_NAMES))


def _signs(cells: list[Cell]) -> list[Sign]:
    """What the symbols mean, of those that occur."""
    known = (
        ("ask", say("Questions asked here"), any(cell.asked for cell in cells)),
        ("answered", say("Questions answered here"), any(cell.asked for cell in cells)),
        ("dot", say("Actions that go through it"), any(cell.used for cell in cells)),
        ("mute", say("Asked, and nothing answers"), any(cell.tone == "open" for cell in cells)),
        ("soon", say("Asked, and help is planned"), any(cell.tone == "planned" for cell in cells)),
        ("quality", say("Quality received, expected"), any(cell.points for cell in cells)),
    )
    return [Sign(key, text) for key, text, occurs in known if occurs]


def _made(cells: list[Cell]) -> list[tuple[str, str]]:
    known = (
        (say("Answered here"), say("answered on the spot, or by live help that is offered in this channel."),
         any(cell.asked for cell in cells)),
        (say("Totals"), say("a question asked in several channels counts in each of them, and once for its stage."),
         any(cell.asked for cell in cells)),
        (say("Quality"), say("received and expected, from 1 to 5."), any(cell.points for cell in cells)),
    )  # fmt: skip
    return [(term, text) for term, text, occurs in known if occurs]
