"""Opportunities: impact against effort, and what is worth doing first."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.model.derive import Facts, Ranked
from journeykit.model.elements import Gap, Journey, Pain, Risk, Stage
from journeykit.model.elements.base import Element
from journeykit.model.identity import Place
from journeykit.render.language import noted, say
from journeykit.render.views import words
from journeykit.render.views.front import Front, Sign, Tally, front
from journeykit.render.views.poster.items import Tag
from journeykit.render.views.poster.lookup import Lookup

#: From this score on something is worth doing first.
WORTH = 2
_BARS = {"low": 1, "medium": 2, "high": 3, "critical": 4}
_STATES = {
    "idea": noted("Idea"), "planned": noted("Planned"), "doing": noted("Under way"), "done": noted("Done"),
    "dropped": noted("Dropped"),
}  # fmt: skip
_STANDS_ON = {"gap": noted("Gap"), "pain": noted("Pain"), "risk": noted("Risk"), "action": noted("Action")}


@dataclass(frozen=True)
class Mended:
    """What an opportunity answers: what sort of thing it is, in its words; `bars` for its severity, 0 to 4."""

    sort: str
    text: str
    severity: str = ""
    bars: int = 0


@dataclass(frozen=True)
class Entry:
    """An opportunity. `number` is its rank from 1, None where it has no score; `stage` is where it belongs."""

    number: int | None
    text: str
    score: str
    impact: float | None
    effort: float | None
    state: str
    active: bool
    owner: str
    stage: str
    mends: Mended | None
    tags: tuple[Tag, ...]
    ticket: str = ""
    url: str | None = None


@dataclass(frozen=True)
class Square:
    """A square of the plot: the ranks of those that belong in it. `worth` where its score is `WORTH` or more."""

    impact: int
    effort: int
    worth: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Uncovered:
    """A grave gap or pain for which nobody has an idea."""

    text: str
    stage: str
    severity: str
    bars: int


@dataclass(frozen=True)
class Opportunities:
    """The view. `plot` are rows of squares from the greatest impact down, each from the least effort on."""

    front: Front
    plot: tuple[tuple[Square, ...], ...]
    ranked: tuple[Entry, ...]
    unscored: tuple[Entry, ...]
    settled: tuple[Entry, ...]
    uncovered: tuple[Uncovered, ...]

    @property
    def entries(self) -> dict[int, Entry]:
        """The ranked entries by their number."""
        return {entry.number: entry for entry in self.ranked if entry.number is not None}


def opportunities(facts: Facts) -> Opportunities:
    """The opportunities of a map by rank."""
    lookup = Lookup(facts)
    scored = [one for one in facts.opportunities if one.score is not None]
    ranked = tuple(_entry(lookup, one, number) for number, one in enumerate(scored, 1))
    unscored = tuple(_entry(lookup, one, None) for one in facts.opportunities if one.score is None)
    settled = tuple(_entry(lookup, one, None) for one in facts.settled_opportunities)
    uncovered = _uncovered(lookup)
    lacking = say("This map has no opportunities yet: write below a gap or a pain what could mend it.")
    every = (*ranked, *unscored, *settled)
    return Opportunities(
        front(
            lookup,
            say("Opportunities"),
            say("What could be done, by what it would do for customers and what it would take."),
            "" if every else lacking,
            _tallies(facts, uncovered),
            _signs(every, bool(ranked)),
            _made(ranked, uncovered),
        ),
        _plot(ranked) if ranked else (),
        ranked,
        unscored,
        settled,
        uncovered,
    )


def _entry(lookup: Lookup, ranked: Ranked, number: int | None) -> Entry:
    one, journey = ranked.opportunity, lookup.journey
    tags = [Tag("", words.capital(words.human(one.process)))] if one.process else []
    if one.due:
        tags.append(Tag("clock", say("due {day}", day=words.day(one.due))))
    if one.value:
        tags.append(Tag("", say("Brings {amount}", amount=one.value)))
    if one.cost:
        tags.append(Tag("", say("Costs {amount}", amount=one.cost)))
    if ranked.return_ is not None:
        tags.append(Tag("", say("Return {number}", number=words.plain(ranked.return_, 1))))
    if metric := journey.metrics.get(one.metric or ""):
        tags.append(Tag("target", metric.name))
    if made := journey.help.get(one.help or ""):
        tags.append(Tag("plus", made.name))
    url = words.link(one.ticket)
    return Entry(
        number,
        one.opportunity,
        score_of(ranked.score),
        one.impact,
        one.effort,
        say(_STATES[one.state]),
        one.state in ("planned", "doing"),
        one.owner or "",
        _stage(lookup.facts, ranked.element),
        _mended(ranked.mends),
        tuple(tags),
        say("Ticket") if url else one.ticket or "",
        url,
    )


def score_of(score: float | None) -> str:
    """A score with one digit; "" without one."""
    return "" if score is None else words.tenths(score)


def _stage(facts: Facts, address: str) -> str:
    """The name of the stage that something stands in; "" where it belongs to the whole journey."""
    place: Place | None = facts.outline.by_address[address]
    while place is not None:
        if isinstance(place.element, Stage):
            return place.element.stage
        place = place.parent
    return ""


def _mended(mends: Element) -> Mended | None:
    """What an opportunity answers, where that is more than a stage or the whole map."""
    if isinstance(mends, Stage | Journey):
        return None
    severity = mends.severity if isinstance(mends, Gap | Pain) else mends.harm if isinstance(mends, Risk) else None
    sort = say(_STANDS_ON[mends.noun]) if mends.noun in _STANDS_ON else ""
    return Mended(sort, mends.text, words.capital(words.human(severity or "")), _BARS.get(severity or "", 0))


def _plot(ranked: tuple[Entry, ...]) -> tuple[tuple[Square, ...], ...]:
    held: dict[tuple[int, int], list[int]] = {}
    for entry in ranked:
        assert entry.impact is not None and entry.effort is not None and entry.number is not None
        held.setdefault((_whole(entry.impact), _whole(entry.effort)), []).append(entry.number)
    return tuple(
        tuple(
            Square(impact, effort, impact / effort >= WORTH, tuple(held.get((impact, effort), ())))
            for effort in range(1, 6)
        )
        for impact in range(5, 0, -1)
    )


def _whole(rating: float) -> int:
    """The square that a rating from 1 to 5 falls in."""
    return int(rating + 0.5)


def _uncovered(lookup: Lookup) -> tuple[Uncovered, ...]:
    facts = lookup.facts
    found: list[Uncovered] = []
    for one in facts.gaps.elements:
        if one.severity in ("high", "critical") and not one.opportunities:
            severity = words.capital(words.human(one.severity))
            found.append(Uncovered(one.text, _stage(facts, facts.address(one)), severity, _BARS[one.severity]))
    return tuple(found)


def _tallies(facts: Facts, uncovered: tuple[Uncovered, ...]) -> list[Tally]:
    every, settled = facts.opportunities, facts.settled_opportunities
    scores = [one.score for one in every if one.score is not None]
    worth = sum(score >= WORTH for score in scores)
    ownerless = sum(not one.opportunity.owner for one in every)
    going = sum(one.opportunity.state in ("planned", "doing") for one in every)
    done = sum(one.opportunity.state == "done" for one in settled)
    found = [
        Tally(say("Opportunities"), words.plain(len(every)), "",
              say("{number} under way or planned", number=words.plain(going))),
        Tally(say("Worth doing first"), words.plain(worth), say("of {number}", number=words.plain(len(every))),
              say("score {score} or more", score=words.plain(WORTH))),
        Tally(say("Without a score"), words.plain(len(every) - len(scores)), "",
              say("impact or effort is missing") if len(every) > len(scores) else say("all have one")),
        Tally(say("Without an owner"), words.plain(ownerless), "",
              say("nobody does them yet") if ownerless else say("all have one"), "neg" if ownerless else ""),
    ]  # fmt: skip
    if settled:
        dropped = say("{number} dropped", number=words.plain(len(settled) - done)) if len(settled) > done else ""
        found.append(Tally(say("Done"), words.plain(done), "", dropped))
    if uncovered:
        remark = say("high or critical, without an opportunity")
        found.append(Tally(say("Gaps nobody works on"), words.plain(len(uncovered)), "", remark, "neg"))
    return found


def _signs(entries: tuple[Entry, ...], plotted: bool) -> list[Sign]:
    known = (
        ("spot", say("An opportunity, by its rank"), plotted),
        ("worth", say("Score {score} or more", score=words.plain(WORTH)), plotted),
        ("rating", say("From 1 to 5"), any(one.impact is not None or one.effort is not None for one in entries)),
        ("severity", say("Severity: low, medium, high, critical"),
         any(one.mends is not None and one.mends.bars for one in entries)),
    )  # fmt: skip
    return [Sign(key, text) for key, text, occurs in known if occurs]


def _made(ranked: tuple[Entry, ...], uncovered: tuple[Uncovered, ...]) -> list[tuple[str, str]]:
    known = (
        (say("Score"), say("impact ÷ effort."), bool(ranked)),
        (say("Rank"), say("by score, then impact, then the severity of what it mends."), bool(ranked)),
        (say("Plot"), say("ratings between two squares stand in the nearer one."), any(
            one.impact != _whole(one.impact or 0) or one.effort != _whole(one.effort or 0) for one in ranked)),
        (say("Gaps nobody works on"), say("gaps and pains, open or planned, without an opportunity."), bool(uncovered)),
    )  # fmt: skip
    return [(term, text) for term, text, occurs in known if occurs]
