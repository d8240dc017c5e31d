"""The head of the document: what the map is about, its figures, its personas and promises."""

from __future__ import annotations

from datetime import date

from journeykit.model.derive import Curve, Facts, freshness
from journeykit.model.elements import Persona
from journeykit.render.language import noted, said, say
from journeykit.render.markdown.blocks import bullets, heading, table, text
from journeykit.render.markdown.words import cited, joined, listed, names, number, people, percent, score
from journeykit.render.views.words import commas, day, human, plain, signed


def head(facts: Facts) -> list[str]:
    """Title, summary, facts, personas and promises."""
    journey = facts.journey
    blocks = [heading(1, text(journey.title)), text(journey.summary) if journey.summary else "", _facts(facts)]
    if journey.personas:
        blocks.append(heading(2, say("Personas")))
        for key, persona in journey.personas.items():
            blocks += _persona(facts, key, persona)
    if journey.promises:
        blocks += [heading(2, say("Promises")), _promises(facts)]
    return blocks


def _facts(facts: Facts) -> str:
    journey, scope = facts.journey, facts.journey.scope
    # When it is due does not hang on the day asked for, so no clock comes in here.
    due = freshness(journey, date.min).due
    revision = joined((
        text(journey.revision) if journey.revision else "",
        say("takes over from {revision}", revision=text(journey.supersedes)) if journey.supersedes else "",
        text(journey.why) if journey.why else "",
    ), "; ")  # fmt: skip
    reviewed = say("never")
    if journey.reviewed and due:
        reviewed = say("{day}, next by {due}", day=day(journey.reviewed), due=day(due))
    rows = [
        (say("State"), joined((human(journey.state), human(journey.status) if journey.status != "live" else ""))),
        (say("Begins"), text(scope.starts) if scope and scope.starts else ""),
        (say("Ends"), text(scope.ends) if scope and scope.ends else ""),
        (say("Leaves out"), listed(scope.excludes, "; ") if scope else ""),
        (say("Owner"), text(journey.owner) if journey.owner else ""),
        (say("Contributors"), listed(journey.contributors)),
        (say("Reviewed"), reviewed),
        (say("Revision"), revision),
        (say("Part of"), text(journey.parent) if journey.parent else ""),
        (say("Tags"), listed(journey.tags)),
        (say("Questions"), question_figures(facts)),
        (say("Open gaps and pains"), _gaps(facts)),
        *((_feelings_of(facts, key), _curve(facts, of))
          for key, of in facts.curves.items()),
        (say("Backed by evidence"), _evidence(facts)),
    ]  # fmt: skip
    return table(said("Map", ""), [row for row in rows if row[1]])


def _feelings_of(facts: Facts, key: str) -> str:
    several = len(facts.curves) > 1
    return say("Feelings of {persona}", persona=people(facts, [key])) if several else say("Feelings")


def question_figures(facts: Facts) -> str:
    """How many questions are answered, planned, open, and answered in the wrong place."""
    states = list(facts.questions.values())
    if not states:
        return ""
    count = {word: sum(one.state == word for one in states) for word in ("answered", "planned", "open")}
    misplaced = sum(one.wrong_place for one in states)
    parts = [say("{count} of {all} answered", count=count["answered"], all=len(states))]
    parts += [say("{number} of them in the wrong place", number=misplaced)] if misplaced else []
    parts += [say("{number} planned", number=count["planned"])] if count["planned"] else []
    parts += [say("{number} open", number=count["open"])] if count["open"] else []
    return commas(parts)


def _gaps(facts: Facts) -> str:
    counts = facts.gaps.by_severity
    if not any(counts.values()):
        return say("none") if any(list(facts.every(field)) for field in ("gaps", "pains")) else ""
    return commas(f"{count} {human(severity)}" for severity, count in counts.items() if count)


def _curve(facts: Facts, curve: Curve) -> str:
    if curve.mean is None:
        return ""
    parts = [say("mean {score}", score=signed(curve.mean))]
    for said_so, point in (
        (noted("low point {score} ({action})"), curve.low),
        (noted("peak {score} ({action})"), curve.peak),
        (noted("end {score} ({action})"), curve.end),
    ):
        if point:
            at = facts.outline.by_address[point.element].element.text
            parts.append(say(said_so, score=score(point.score), action=text(at)))
    if fall := curve.biggest_fall:
        parts.append(say("biggest fall {number}", number=number(fall.by)))
    return commas(parts)


def _evidence(facts: Facts) -> str:
    share = facts.evidence
    if share.share is None:
        return ""
    return say(
        "{backed} of {claims} claims, {percent}%",
        backed=share.backed,
        claims=share.claims,
        percent=plain(share.share * 100, 0),
    )


def _persona(facts: Facts, key: str, persona: Persona) -> list[str]:
    channels = facts.journey.channels
    several = len(facts.journey.personas) > 1
    primary = f" ({say('primary')})" if several and key == facts.primary else ""
    rows = (
        (say("Role"), listed(map(human, persona.role))),
        (say("Archetype"), text(persona.archetype) if persona.archetype else ""),
        (say("Segment"), text(persona.segment) if persona.segment else ""),
        (say("Share"), percent(persona.share)),
        (say("Goals"), listed(persona.goals, "; ")),
        (say("Needs"), listed(persona.needs, "; ")),
        (say("Frustrations"), listed(persona.frustrations, "; ")),
        (say("Habits"), listed(persona.habits, "; ")),
        (say("Prefers"), names(channels, persona.prefers)),
        (say("Avoids"), names(channels, persona.avoids)),
        (say("Rests on"), cited(facts, persona.evidence)),
    )
    return [
        heading(3, text(persona.name) + primary),
        text(persona.summary) if persona.summary else "",
        f"> {text(persona.quote)}" if persona.quote else "",
        bullets(f"**{label}:** {told}" for label, told in rows if told),
    ]


def _promises(facts: Facts) -> str:
    points = facts.journey.touchpoints

    def rated(key: str | None) -> str:
        return joined((text(points[key].name), number(points[key].quality)), " ") if key else ""

    rows = [
        (
            text(facts.journey.promises[key].name),
            names(points, parity.carriers),
            rated(parity.best),
            rated(parity.worst),
            number(parity.gap),
            names(points, parity.broken_by),
        )
        for key, parity in facts.promises.items()
    ]
    return table(said("Promise", "Carried by", "Best", "Worst", "Apart", "Missing"), rows)
