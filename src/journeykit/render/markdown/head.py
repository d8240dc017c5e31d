"""The head of the document: what the map is about, its figures, its personas and promises."""

from __future__ import annotations

from datetime import date

from journeykit.model.derive import Curve, Facts, freshness
from journeykit.model.elements import Persona
from journeykit.render.markdown.blocks import bullets, heading, table, text
from journeykit.render.markdown.words import cited, joined, listed, names, number, people, percent, score


def head(facts: Facts) -> list[str]:
    """Title, summary, facts, personas and promises."""
    journey = facts.journey
    blocks = [heading(1, text(journey.title)), text(journey.summary) if journey.summary else "", _facts(facts)]
    if journey.personas:
        blocks.append(heading(2, "Personas"))
        for key, persona in journey.personas.items():
            blocks += _persona(facts, key, persona)
    if journey.promises:
        blocks += [heading(2, "Promises"), _promises(facts)]
    return blocks


def _facts(facts: Facts) -> str:
    journey, scope = facts.journey, facts.journey.scope
    # When it is due does not hang on the day asked for, so no clock comes in here.
    due = freshness(journey, date.min).due
    revision = joined((
        text(journey.revision) if journey.revision else "",
        f"takes over from {text(journey.supersedes)}" if journey.supersedes else "",
        text(journey.why) if journey.why else "",
    ), "; ")  # fmt: skip
    rows = [
        ("State", joined((journey.state, journey.status if journey.status != "live" else ""))),
        ("Begins", text(scope.starts) if scope and scope.starts else ""),
        ("Ends", text(scope.ends) if scope and scope.ends else ""),
        ("Leaves out", listed(scope.excludes, "; ") if scope else ""),
        ("Owner", text(journey.owner) if journey.owner else ""),
        ("Contributors", listed(journey.contributors)),
        ("Reviewed", f"{text(journey.reviewed)}, next by {due}" if journey.reviewed else "never"),
        ("Revision", revision),
        ("Part of", text(journey.parent) if journey.parent else ""),
        ("Tags", listed(journey.tags)),
        ("Questions", question_figures(facts)),
        ("Open gaps and pains", _gaps(facts)),
        *((f"Feelings of {people(facts, [key])}" if len(facts.curves) > 1 else "Feelings", _curve(facts, of))
          for key, of in facts.curves.items()),
        ("Backed by evidence", _evidence(facts)),
    ]  # fmt: skip
    return table(("Map", ""), [row for row in rows if row[1]])


def question_figures(facts: Facts) -> str:
    """How many questions are answered, planned, open, and answered in the wrong place."""
    states = list(facts.questions.values())
    if not states:
        return ""
    count = {word: sum(one.state == word for one in states) for word in ("answered", "planned", "open")}
    misplaced = sum(one.wrong_place for one in states)
    parts = [f"{count['answered']} of {len(states)} answered"]
    parts += [f"{misplaced} of them in the wrong place"] if misplaced else []
    parts += [f"{count[word]} {word}" for word in ("planned", "open") if count[word]]
    return ", ".join(parts)


def _gaps(facts: Facts) -> str:
    counts = facts.gaps.by_severity
    if not any(counts.values()):
        return "none" if any(list(facts.every(field)) for field in ("gaps", "pains")) else ""
    return ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)


def _curve(facts: Facts, curve: Curve) -> str:
    if curve.mean is None:
        return ""
    parts = [f"mean {curve.mean:+.1f}".replace("-", "−").replace("+0.0", "0.0")]
    for word, point in (("low point", curve.low), ("peak", curve.peak), ("end", curve.end)):
        if point:
            at = facts.outline.by_address[point.element].element.text
            parts.append(f"{word} {score(point.score)} ({text(at)})")
    if fall := curve.biggest_fall:
        parts.append(f"biggest fall {number(fall.by)}")
    return ", ".join(parts)


def _evidence(facts: Facts) -> str:
    share = facts.evidence
    if share.share is None:
        return ""
    return f"{share.backed} of {share.claims} claims, {round(share.share * 100)}%"


def _persona(facts: Facts, key: str, persona: Persona) -> list[str]:
    channels = facts.journey.channels
    several = len(facts.journey.personas) > 1
    primary = " (primary)" if several and key == facts.primary else ""
    rows = (
        ("Role", listed(persona.role)),
        ("Archetype", text(persona.archetype) if persona.archetype else ""),
        ("Segment", text(persona.segment) if persona.segment else ""),
        ("Share", percent(persona.share)),
        ("Goals", listed(persona.goals, "; ")),
        ("Needs", listed(persona.needs, "; ")),
        ("Frustrations", listed(persona.frustrations, "; ")),
        ("Habits", listed(persona.habits, "; ")),
        ("Prefers", names(channels, persona.prefers)),
        ("Avoids", names(channels, persona.avoids)),
        ("Rests on", cited(facts, persona.evidence)),
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
    return table(("Promise", "Carried by", "Best", "Worst", "Apart", "Missing"), rows)
