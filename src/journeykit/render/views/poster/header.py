"""The top of a poster: what the map is, whose it is, and who walks."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.model.derive import freshness
from journeykit.model.elements import Persona
from journeykit.render.language import nearest_language, noted, say, say_many, spoken
from journeykit.render.views import words
from journeykit.render.views.poster.items import Avatar, Ref
from journeykit.render.views.poster.lookup import Lookup

_STATES = {"current": noted("Current state"), "future": noted("Future state"), "research": noted("Research")}
_STATUSES = {"draft": noted("Draft"), "in-review": noted("In review"), "retired": noted("Retired")}


@dataclass(frozen=True)
class Badge:
    """A fact about the map: `strong` and what follows it, after a symbol or a dot."""

    icon: str
    strong: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Fact:
    """A heading and what it lists: texts, or channels with their symbols."""

    heading: str
    texts: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()
    bad: bool = False


@dataclass(frozen=True)
class Card:
    """A persona."""

    avatar: Avatar
    role: str
    summary: str
    quote: str
    facts: tuple[Fact, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Header:
    """The top of the page; `size` is how large its title is set: xl, l, m or s."""

    kicker: tuple[str, ...]
    badges: tuple[Badge, ...]
    title: str
    size: str
    summary: str
    facts: tuple[Fact, ...]
    promises: tuple[str, ...]
    personas: tuple[Card, ...]


def header(lookup: Lookup) -> Header:
    """The top of the page."""
    journey = lookup.journey
    actions = sum(len(stage.actions) for stage in journey.stages)
    counts = [
        say_many("{number} stage", "{number} stages", len(journey.stages)),
        say_many("{number} action", "{number} actions", actions) if actions else "",
    ]
    kicker = [
        words.capital(words.human(journey.template)) if journey.template else "",
        words.commas(filter(None, counts)),
    ]
    kicker.append(say("part of {map}", map=words.human(journey.parent)) if journey.parent else "")
    letters = len(journey.title)
    size = "xl" if letters <= 90 else "l" if letters <= 180 else "m" if letters <= 500 else "s"
    return Header(
        (say("Customer journey map"), *filter(None, kicker)),
        tuple(_badges(lookup)),
        journey.title,
        size,
        journey.summary or "",
        tuple(_scope(lookup)),
        tuple(promise.name for promise in journey.promises.values()),
        tuple(_card(lookup, key, persona) for key, persona in journey.personas.items()),
    )


def _badges(lookup: Lookup) -> list[Badge]:
    journey = lookup.journey
    found = [Badge("eye", say(_STATES[journey.state]))]
    if journey.status in _STATUSES:
        found.append(Badge("flag", say(_STATUSES[journey.status])))
    if journey.revision:
        found.append(
            Badge(
                "",
                journey.revision,
                say("Revision"),
                say("after {revision}", revision=journey.supersedes) if journey.supersedes else "",
            )
        )
    if journey.reviewed:
        due = freshness(journey, journey.reviewed.last).due
        after = say("next by {day}", day=words.day(due)) if due else ""
        found.append(Badge("dot", say("Reviewed {day}", day=words.day(journey.reviewed)), "", after))
    if journey.owner:
        found.append(Badge("user", journey.owner, say("Owner")))
    return found


def _scope(lookup: Lookup) -> list[Fact]:
    scope = lookup.journey.scope
    if scope is None:
        return []
    parts = ((say("Starts"), [scope.starts]), (say("Ends"), [scope.ends]), (say("Not in it"), scope.excludes))
    return [Fact(heading, found) for heading, texts in parts if (found := tuple(text for text in texts if text))]


def _card(lookup: Lookup, key: str, persona: Persona) -> Card:
    many = len(lookup.journey.personas) > 1
    role = [words.joined(map(words.human, persona.role))] if persona.role else []
    role += [text for text in (persona.archetype, persona.segment) if text]
    if persona.share is not None:
        role.append(say("{percent} share", percent=words.percent(persona.share)))
    if many and key == lookup.facts.primary:
        role.append(say("primary persona"))
    # German writes nouns with a capital wherever they stand.
    if "de" not in (spoken(), nearest_language(lookup.journey.lang)):
        role = [text if place == 0 else text[:1].lower() + text[1:] for place, text in enumerate(role)]
    lists = (
        (say("Goals"), persona.goals),
        (say("Needs"), persona.needs),
        (say("Pains"), persona.frustrations),
        (say("Habits"), persona.habits),
    )
    facts = [Fact(heading, texts) for heading, texts in lists if texts]
    for heading, keys, bad in ((say("Prefers"), persona.prefers, False), (say("Avoids"), persona.avoids, True)):
        if refs := lookup.offered(keys):
            facts.append(Fact(heading, (), refs, bad))
    return Card(
        lookup.avatars[key],
        words.capital(words.commas(role)),
        persona.summary or "",
        persona.quote or "",
        tuple(facts),
        lookup.letters(persona.evidence),
    )
