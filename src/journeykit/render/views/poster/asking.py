"""What customers ask, in which channels, and the help that answers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from journeykit.model.derive import QuestionState
from journeykit.model.elements import Help, Question
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.poster.columns import StageColumns
from journeykit.render.views.poster.items import Asked, HelpBox, Ref
from journeykit.render.views.poster.lookup import Lookup

#: As many letters of a channel's name as its row has room for; the cards carry the whole name.
_NAME, _NAME_LINE = 30, 15


@dataclass(frozen=True)
class Row:
    """A channel: how many questions are asked in it, and how many of those are answered in it."""

    ref: Ref
    name: str
    asked: int
    answered: int


@dataclass(frozen=True)
class Stop:
    """An action in its channel; `row` is a place from 0, `walkers` are personas from 1."""

    x: float
    row: int
    star: bool
    walkers: tuple[int, ...]


@dataclass(frozen=True)
class Mark:
    """A question in the channels: rings where it is asked, diamonds where help is found, a stem that joins them."""

    x: float
    number: int
    tone: str
    asked: tuple[int, ...]
    helped: tuple[int, ...]
    help_tone: str
    stem: tuple[int, int] | None
    far: tuple[int, int] | None


@dataclass(frozen=True)
class Way:
    """The way of one persona through the channels, as an SVG path of 100 by 10 units a step."""

    number: int
    primary: bool
    path: str


@dataclass(frozen=True)
class Channels:
    """The channel lane."""

    rows: tuple[Row, ...]
    tall: bool
    stops: tuple[Stop, ...]
    marks: tuple[Mark, ...]
    ways: tuple[Way, ...]


def asked(lookup: Lookup, state: QuestionState, number: int) -> Asked:
    """A question as the poster shows it; `number` counts the questions of the map from 1."""
    question = state.question
    lookup.marks.note(state.state)
    remarks = [words.human(question.kind)] if question.kind != "question" else []
    if question.importance is not None:
        lookup.marks.note("importance")
    if question.share is not None:
        remarks.append(say("{percent} ask", percent=words.percent(question.share)))
    if state.wrong_place:
        warning = say("Answered in another place than asked.")
    elif state.state == "open":
        warning = say("Open. No help yet.")
    else:
        warning = ""
    return Asked(
        number,
        lookup.facts.address(question),
        question.question,
        state.state,
        question.importance,
        tuple(remarks),
        lookup.people(question.persona),
        lookup.offered(question.channels),
        tuple(_box(lookup, lookup.journey.help[key]) for key in question.help if key in lookup.journey.help),
        question.answer,
        warning,
        lookup.letters(question.evidence),
    )


def _box(lookup: Lookup, help_: Help) -> HelpBox:
    live = lookup.facts.is_live(help_)
    when = say("due {day}", day=words.day(help_.due)) if help_.due and not live else ""
    remarks = [words.human(word) for word in (help_.kind, help_.principle) if word]
    return HelpBox(
        help_.name,
        words.capital(words.human(help_.state)),
        "live" if live else "plan" if help_.state in ("planned", "draft") else "gone",
        when,
        lookup.offered(help_.channels),
        tuple(remarks),
        words.link(help_.url),
    )


def offered_box(lookup: Lookup, help_: Help) -> HelpBox:
    """Help that a stage offers whatever is asked."""
    box = _box(lookup, help_)
    return replace(box, words=(*box.words, say("whatever is asked")))


def channels(
    lookup: Lookup, stages: Sequence[StageColumns], questions: Sequence[Sequence[tuple[int, QuestionState]]]
) -> Channels | None:
    """The channel lane, or None where no action and no question names a channel.

    `questions` are those of each stage with their numbers.
    """
    facts = lookup.facts
    used: set[str] = {key for keys in facts.channels.values() for key in keys}
    helped = {key for row in questions for _, state in row for key in _offering(lookup, state.question)[0]}
    rows = [key for key in lookup.channels if key in used | helped]
    if not rows:
        return None
    row_of = {key: place for place, key in enumerate(rows)}
    stops, marks = _stops(lookup, stages, row_of), []
    for stage, asked_here in zip(stages, questions, strict=True):
        for (number, state), x in zip(asked_here, _places(stage, len(asked_here)), strict=True):
            if mark := _mark(lookup, state, number, x, row_of):
                marks.append(mark)
    counts = [_count(lookup, key, questions) for key in rows]
    names = [words.short(lookup.channels[key].name, _NAME) for key in rows]
    return Channels(
        tuple(Row(lookup.channels[key], names[i], *counts[i]) for i, key in enumerate(rows)),
        any(words.lines(name, _NAME_LINE) > 1 for name in names),
        tuple(stops),
        tuple(marks),
        tuple(_ways(lookup, stops)),
    )


def _stops(lookup: Lookup, stages: Sequence[StageColumns], row_of: dict[str, int]) -> list[Stop]:
    found = []
    for stage, columns in zip(lookup.journey.stages, stages, strict=True):
        for action, span in zip(stage.actions, columns.actions, strict=True):
            row = row_of.get(lookup.facts.channel_of(action) or "")
            if row is not None:
                found.append(Stop(span.middle, row, bool(action.moment_of_truth), lookup.walkers(action)))
    if found:
        lookup.marks.note("dot")
    return found


def _ways(lookup: Lookup, stops: Sequence[Stop]) -> list[Way]:
    facts = lookup.facts
    found = []
    for number, key in enumerate(facts.walkers, 1):
        own = [stop for stop in stops if number in stop.walkers]
        if len(own) < 2:
            continue
        data = [f"M{own[0].x * 100:g} {own[0].row * 10 + 5}"]
        for a, b in pairwise(own):
            x0, x1, y0, y1 = a.x * 100, b.x * 100, a.row * 10 + 5, b.row * 10 + 5
            bend = (x1 - x0) * 0.55
            data.append(f"C{x0 + bend:g} {y0} {x1 - bend:g} {y1} {x1:g} {y1}" if y0 != y1 else f"H{x1:g}")
        found.append(Way(number, key == facts.primary, "".join(data)))
    return found


def _offering(lookup: Lookup, question: Question) -> tuple[list[str], bool]:
    """The channels where a question's help is found, and whether any of it is live; live help before planned."""
    helps = [lookup.journey.help[key] for key in question.help if key in lookup.journey.help]
    live = [help_ for help_ in helps if lookup.facts.is_live(help_)]
    shown = live or [help_ for help_ in helps if help_.state in ("planned", "draft")]
    return [key for help_ in shown for key in help_.channels or question.channels], bool(live)


def _mark(lookup: Lookup, state: QuestionState, number: int, x: float, row_of: dict[str, int]) -> Mark | None:
    question = state.question
    asked_in = sorted({row_of[key] for key in question.channels if key in row_of})
    offering, live = _offering(lookup, question)
    helped = sorted({row_of[key] for key in offering if key in row_of})
    if not asked_in and not helped:
        return None
    direct = bool(question.answer)
    lookup.marks.note("direct" if direct else "ask", *(("help",) if helped else ()))
    stem = (asked_in[0], asked_in[-1]) if len(asked_in) > 1 else None
    far = None
    if helped and (outside := [row for row in helped if not asked_in or not asked_in[0] <= row <= asked_in[-1]]):
        ends = [*outside, *asked_in]
        far = (min(ends), max(ends)) if max(ends) > min(ends) else None
        if far:
            lookup.marks.note("far")
    tone = "direct" if direct else state.state
    return Mark(x, number, tone, tuple(asked_in), tuple(helped), "live" if live else "plan", stem, far)


def _count(lookup: Lookup, channel: str, questions: Sequence[Sequence[tuple[int, QuestionState]]]) -> tuple[int, int]:
    """How many questions are asked in a channel, and how many of them are answered in it."""
    here = [state for row in questions for _, state in row if channel in state.question.channels]
    answered = 0
    for state in here:
        offering, live = _offering(lookup, state.question)
        answered += bool(state.question.answer) or (live and channel in offering)
    return len(here), answered


def _places(stage: StageColumns, count: int) -> list[float]:
    """Places for so many questions across a stage, clear of the middles where actions stand."""
    clear = 0.17
    start, end = stage.span.start, stage.span.end
    middles = [span.middle for span in stage.actions]
    edges = [start - clear + 0.08, *middles, end + clear - 0.08]
    gaps = [(a + clear, b - clear) for a, b in pairwise(edges)]
    wanted = [start + (end - start) * (place + 1) / (count + 1) for place in range(count)]
    # Each question goes to the gap nearest to where an even spread would put it; a gap spreads its own.
    held: list[int] = [0] * len(gaps)
    for x in wanted:
        held[min(range(len(gaps)), key=lambda i: (abs(x - sum(gaps[i]) / 2) + held[i] * 0.3, i))] += 1
    return [
        low + (high - low) * (place + 1) / (held[i] + 1)
        for i, (low, high) in enumerate(gaps)
        for place in range(held[i])
    ]
