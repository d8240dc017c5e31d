"""What customers do, need and say: the cells of the first lanes."""

from __future__ import annotations

from journeykit.model.elements import Action, Emotion, Next, Stage
from journeykit.model.values import Duration
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.lengths import length, rhythm
from journeykit.render.views.poster.curve import face
from journeykit.render.views.poster.items import Avatar, Done, Felt, Line, Tag, Voice
from journeykit.render.views.poster.lookup import Lookup


def repeating(repeats: Duration | bool | None) -> str:
    """How often something comes round, in words; nothing where it does not."""
    if not repeats:
        return ""
    return rhythm(repeats) if isinstance(repeats, Duration) else say("again and again")


def done(lookup: Lookup, stage: Stage, action: Action, number: int) -> Done:
    """An action as the poster shows it; `number` counts the actions of the map from 1."""
    facts = lookup.facts
    channel = lookup.channels.get(facts.channel_of(action) or "")
    reason = action.moment_of_truth if isinstance(action.moment_of_truth, str) else ""
    star = reason or "" if action.moment_of_truth else None
    if star is not None:
        lookup.marks.note("star")
    timing = [text for text in (action.at, length(action.duration)) if text]
    tags = [Tag("clock", words.commas(timing))] if timing else []
    if again := repeating(action.repeats):
        tags.append(Tag("swap", words.capital(again)))
    if action.goal:
        tags.append(Tag("target", action.goal))
    if action.optional:
        tags.append(Tag("", say("Optional"), "dashed"))
    if action.confidence == "assumption":
        tags.append(Tag("", say("Assumption"), "dashed"))
    if action.advocacy:
        lookup.marks.note("horn")
        tags.append(Tag("horn", say("Tells others")))
    tags += [_arrow(lookup, stage, step) for step in action.next]
    return Done(
        action.action,
        number,
        lookup.walkers(action),
        channel,
        lookup.people(action.persona),
        tuple(tags),
        star,
        lookup.letters(action.evidence, *(emotion.evidence for emotion in action.emotion)),
        tuple(felt(lookup, emotion, action.persona) for emotion in action.emotion),
    )


def felt(lookup: Lookup, emotion: Emotion, owners: tuple[str, ...] = ()) -> Felt:
    """A feeling in words; `owners` are the personas of the action, whose feeling it is where it names nobody."""
    whose = emotion.persona or owners or (lookup.facts.primary,)
    avatars: tuple[Avatar, ...] = lookup.people(whose)
    return Felt(
        face(emotion.score),
        "" if emotion.score is None else words.signed(emotion.score),
        emotion.feeling or "",
        emotion.because or "",
        avatars[0] if len(avatars) == 1 else None,
        "" if emotion.desired is None else words.signed(emotion.desired),
    )


def _arrow(lookup: Lookup, stage: Stage, step: Next) -> Tag:
    """Where the journey goes from an action, in words."""
    outline, stages = lookup.facts.outline, lookup.journey.stages
    here = outline.address(stage)
    own = outline.by_address.get(f"{here}/actions/{step.to}")
    far, _, action = step.to.partition("/")
    place = own or outline.by_address.get(f"stages/{far}/actions/{action}" if action else f"stages/{far}")
    name = place.element.text if place else step.to.removeprefix("map:")
    back = place is not None and isinstance(place.element, Stage) and stages.index(place.element) <= stages.index(stage)
    icon = "reply" if back else "arrow"
    said = say("If {case}: {place}", case=step.when, place=name) if step.when else say("Then: {place}", place=name)
    return Tag(icon, said)


def needs(lookup: Lookup, stage: Stage, goal_cut: bool) -> list[Line]:
    """What customers need in a stage, how it is left, and what it is for."""
    found = [Line("target", stage.goal, say("Goal"))] if goal_cut and stage.goal else []
    found += [
        Line("need", need.need, avatars=lookup.people(need.persona), evidence=lookup.letters(need.evidence))
        for need in lookup.facts.moments(stage, "needs")
    ]
    if stage.success:
        found.append(Line("tick", stage.success, say("Success")))
    if stage.business_goal:
        found.append(Line("stack", stage.business_goal, say("For us"), (stage.owner,) if stage.owner else ()))
    elif stage.owner:
        found.append(Line("user", stage.owner, say("Owner")))
    for point in stage.gate:
        metric = lookup.journey.metrics.get(point.metric or "")
        details = [
            _at_least(point.at_least) if point.at_least else "",
            say("per {time}", time=length(point.per)) if point.per else "",
            say("within {time}", time=length(point.within)) if point.within else "",
            say("seen in {metric}", metric=metric.name) if metric else "",
            say("optional") if point.optional else "",
        ]
        found.append(Line("flag", point.checkpoint, say("Exit"), tuple(text for text in details if text)))
    return found


def _at_least(number: float) -> str:
    return say_many("at least {number} time", "at least {number} times", number)


def voices(lookup: Lookup, stage: Stage) -> list[Voice]:
    """What customers said and thought in a stage, in their own words."""
    found = [
        Voice(
            quote.quote,
            True,
            lookup.people([quote.persona] if quote.persona else []),
            words.day(quote.date) if quote.date else "",
            lookup.letters(quote.evidence),
        )
        for quote in lookup.facts.moments(stage, "quotes")
    ]
    found += [
        Voice(thought.thought, False, lookup.people(thought.persona), "", lookup.letters(thought.evidence))
        for thought in lookup.facts.moments(stage, "thoughts")
    ]
    return found
