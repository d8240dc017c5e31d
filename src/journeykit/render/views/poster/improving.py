"""What is wrong and what could mend it: touchpoints, highlights, gaps, opportunities, risks, those who leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.derive import Parity, Ranked
from journeykit.model.elements import Gap, Highlight, Leave, Opportunity, Pain, Risk, Stage
from journeykit.render.language import noted, say, say_many
from journeykit.render.views import words
from journeykit.render.views.lengths import rhythm
from journeykit.render.views.poster.items import Chance, Hazard, Item, Notice, Problem, Quality, Tag
from journeykit.render.views.poster.lookup import Lookup

_LIKELIHOOD, _HARM = noted("Likelihood: {level}"), noted("Harm: {level}")
_BARS = {"low": 1, "medium": 2, "high": 3, "critical": 4}


def touchpoints(lookup: Lookup, stage: Stage, told: set[str]) -> list[Item]:
    """A stage's touchpoints, and the promises that are broken at one of them; `told` are the promises said before."""
    keys = list(lookup.touchpoints_of(stage))
    found: list[Item] = [_quality(lookup, key) for key in keys]
    for promise, parity in lookup.facts.promises.items():
        worst = [key for key in (*parity.broken_by, parity.worst) if key]
        if promise in told or not parity.is_misaligned or not set(worst) & set(keys):
            continue
        told.add(promise)
        found.append(_notice(lookup, promise, parity))
    return found


def _notice(lookup: Lookup, promise: str, parity: Parity) -> Notice:
    points, name = lookup.journey.touchpoints, lookup.journey.promises[promise].name
    if parity.broken_by:
        missing = words.joined(points[key].name for key in parity.broken_by)
        text = say_many(
            "{touchpoints} is missing. Promised:",
            "{touchpoints} are missing. Promised:",
            len(parity.broken_by),
            touchpoints=missing,
        )
        return Notice(say("Broken."), text, name)
    best, worst = points[parity.best or ""], points[parity.worst or ""]
    high, low = words.plain(best.quality or 0), words.plain(worst.quality or 0)
    text = say(
        "{best} is at {high}, {worst} at {low}. Promised alike:", best=best.name, high=high, worst=worst.name, low=low
    )
    return Notice(say("Misaligned."), text, name)


def _quality(lookup: Lookup, key: str) -> Quality:
    point, ref = lookup.journey.touchpoints[key], lookup.touchpoint(key)
    assert ref is not None
    got, wanted = point.quality, point.expected
    if got is not None or wanted is not None:
        lookup.marks.note("quality")
    values = words.plain(got) if got is not None else "–" if wanted is not None else ""
    if wanted is not None:
        values = say("{quality} of {expected}", quality=values, expected=words.plain(wanted))
    said = say(
        "received {quality}, expected {expected}",
        quality=words.plain(got) if got is not None else say("unknown"),
        expected=words.plain(wanted) if wanted is not None else say("unknown"),
    )
    remarks = [] if point.state == "live" else [words.capital(words.human(point.state))]
    if point.importance is not None:
        lookup.marks.note("importance")
    if point.owner:
        remarks.append(point.owner)
    if point.every:
        remarks.append(rhythm(point.every))
    return Quality(
        ref,
        got,
        wanted,
        values,
        said,
        point.importance,
        tuple(remarks),
        "neg" if point.state in ("missing", "failing") else "",
        words.link(point.url),
        lookup.letters(point.evidence),
    )


def highlights(lookup: Lookup, stage: Stage) -> list[Item]:
    """What delights in a stage."""
    return [
        Problem(
            item.highlight,
            icon="plus",
            because=item.because,
            refs=lookup.places(item.channel, item.touchpoint),
            avatars=lookup.people(item.persona),
            evidence=lookup.letters(item.evidence),
        )
        for item in lookup.facts.moments(stage, "highlights")
        if isinstance(item, Highlight)
    ]


def gaps(lookup: Lookup, stage: Stage, scores: dict[str, Ranked]) -> list[Item]:
    """A stage's gaps and pains, each followed by what could mend it, then its other opportunities."""
    found: list[Item] = []
    for field in ("gaps", "pains"):
        for item in lookup.facts.moments(stage, field):
            found.append(_problem(lookup, item, chances(lookup, item.opportunities, scores)))
    for item in (*lookup.facts.moments(stage, "opportunities"), *_from_risks(lookup, stage)):
        found += chances(lookup, [item], scores)
    return found


def _from_risks(lookup: Lookup, stage: Stage) -> Iterator[Opportunity]:
    for risk in lookup.facts.moments(stage, "risks"):
        yield from risk.opportunities


def _problem(lookup: Lookup, item: Gap | Pain, mends: list[Item]) -> Problem:
    if item.severity:
        lookup.marks.note("severity")
    gap = item if isinstance(item, Gap) else None
    promise = lookup.journey.promises.get(gap.promise or "") if gap else None
    return Problem(
        item.text,
        icon="" if item.severity else "minus",
        severity=words.capital(words.human(item.severity)) if item.severity else "",
        bars=_BARS.get(item.severity or "", 0),
        state="" if item.state == "open" else words.capital(words.human(item.state)),
        desired=gap.desired if gap else None,
        received=gap.received if gap else None,
        because=item.because if isinstance(item, Pain) else None,
        refs=lookup.places(item.channel if isinstance(item, Pain) else None, item.touchpoint),
        quote=promise.name if promise else "",
        avatars=lookup.people(item.persona),
        evidence=lookup.letters(item.evidence),
        chances=tuple(mends),
    )


def chances(lookup: Lookup, items: Iterable[Opportunity], scores: dict[str, Ranked]) -> list[Item]:
    """Opportunities as the poster shows them, with their scores by address."""
    found: list[Item] = []
    for item in items:
        ranked = scores.get(lookup.facts.address(item))
        if ranked and ranked.score is not None:
            lookup.marks.note("score")
        metric = lookup.journey.metrics.get(item.metric or "")
        made = lookup.journey.help.get(item.help or "")
        tags = [Tag("", words.capital(words.human(item.process)))] if item.process else []
        if item.state != "idea":
            tags.append(Tag("", words.capital(words.human(item.state)), "strong"))
        if item.due:
            tags.append(Tag("clock", say("due {day}", day=words.day(item.due))))
        if item.owner:
            tags.append(Tag("user", item.owner))
        if item.value:
            tags.append(Tag("", say("Brings {value}", value=item.value)))
        if item.cost:
            tags.append(Tag("", say("Costs {cost}", cost=item.cost)))
        if ranked and ranked.return_ is not None:
            tags.append(Tag("", say("Return {number}", number=words.plain(ranked.return_, 1))))
        if metric:
            tags.append(Tag("target", metric.name))
        if made:
            tags.append(Tag("plus", made.name))
        score = words.tenths(ranked.score) if ranked and ranked.score is not None else ""
        found.append(
            Chance(
                item.opportunity,
                score,
                item.impact,
                item.effort,
                tuple(tags),
                item.ticket or "",
                words.link(item.ticket),
                item.state in ("done", "dropped"),
            )
        )
    return found


def hazards(lookup: Lookup, risks: Iterable[Risk], leaves: Iterable[Leave] = ()) -> list[Item]:
    """Risks with their remedies, and ways out of the journey."""
    found: list[Item] = []
    for risk in risks:
        tags = [
            Tag("", say(what, level=words.human(level)))
            for level, what in ((risk.likelihood, _LIKELIHOOD), (risk.harm, _HARM))
            if level
        ]
        tags += [Tag(ref.icon, ref.name) for ref in lookup.places(None, risk.touchpoint)]
        helps = lookup.journey.help
        tags += [Tag("shield", helps[key].name) for key in risk.mitigations if key in helps]
        found.append(Hazard("warn", risk.risk, tuple(tags)))
    for leave in leaves:
        tags = (
            [Tag("", say("{percent} leave", percent=words.percent(leave.share)), "strong")]
            if leave.share is not None
            else []
        )
        if leave.to:
            tags.append(Tag("arrow", leave.to))
        found.append(Hazard("exit", leave.leave, tuple(tags), leave.because))
    return found
