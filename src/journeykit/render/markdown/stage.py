"""A stage as a section of the document."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.model.derive import Facts
from journeykit.model.elements import LANES as BLUEPRINT
from journeykit.model.elements import Action, Gap, Pain, Risk, Stage
from journeykit.model.values import Duration
from journeykit.render import LANES
from journeykit.render.language import said, say
from journeykit.render.markdown.blocks import bullets, heading, labelled, table, text
from journeykit.render.markdown.measuring import measuring
from journeykit.render.markdown.words import (
    answers,
    cited,
    feelings,
    joined,
    letters,
    names,
    number,
    opportunity,
    people,
    percent,
    state,
)
from journeykit.render.views.lengths import length, rhythm
from journeykit.render.views.words import day, human, lane_name


def stage_section(
    facts: Facts, number_: int, first_action: int, stage: Stage, lanes: Sequence[str] = LANES
) -> list[str]:
    """A stage: what it is for, what customers do, feel and ask, what is wrong, what is behind it, how it is watched.

    Of the `lanes` of the poster, only those that are named.
    """
    blocks = {
        "doing": [_actions(facts, first_action, stage, "feeling" in lanes)],
        "feeling": [] if "doing" in lanes else [_actions(facts, first_action, stage, True)],
        "needs": [labelled(say("Needs"), bullets(_said(facts, stage, "needs")))],
        "voices": [
            labelled(say("Thoughts"), bullets(_said(facts, stage, "thoughts"))),
            labelled(say("In their words"), bullets(_said(facts, stage, "quotes"))),
        ],
        "asking": [
            labelled(
                say("Questions"), questions(facts, [facts.address(one) for one in facts.moments(stage, "questions")])
            )
        ],
        "gaps": [
            labelled(say("Highlights"), bullets(_said(facts, stage, "highlights"))),
            labelled(say("Pains"), bullets(_wrong(facts, pain) for pain in facts.moments(stage, "pains"))),
            labelled(say("Gaps"), bullets(_wrong(facts, gap) for gap in facts.moments(stage, "gaps"))),
            labelled(
                say("Opportunities"), bullets(opportunity(facts, one) for one in facts.moments(stage, "opportunities"))
            ),
        ],
        "risks": [
            labelled(say("Risks"), bullets(risk(facts, one) for one in facts.moments(stage, "risks"))),
            labelled(say("Leaving"), bullets(_leaves(stage))),
        ],
        "blueprint": [labelled(say("Behind the scenes"), _lanes(facts, stage))],
    }
    found = [block for lane, some in blocks.items() if lane in lanes for block in some]
    watched = measuring(facts, stage) if "risks" in lanes else []
    return [heading(2, f"{number_}. {text(stage.stage)}"), _about(facts, stage), *found, *watched]


def _about(facts: Facts, stage: Stage) -> str:
    felt, why = feelings(facts, stage.emotion)
    rows = (
        (say("Phase"), text(stage.phase) if stage.phase else ""),
        (say("Goal"), text(stage.goal) if stage.goal else ""),
        (say("Business goal"), text(stage.business_goal) if stage.business_goal else ""),
        (say("Success"), text(stage.success) if stage.success else ""),
        (say("Duration"), length(stage.duration) if stage.duration else ""),
        (say("Owner"), text(stage.owner) if stage.owner else ""),
        (say("Optional"), say("yes") if stage.optional else ""),
        (say("Repeats"), _repeating(stage.repeats, say("yes"))),
        (say("Feeling on the whole"), joined((felt, say("because {reason}", reason=why) if why else ""))),
        (say("Channels"), names(facts.journey.channels, facts.channels[facts.outline.id(stage)])),
        (say("Touchpoints"), names(facts.journey.touchpoints, stage.touchpoints)),
        (say("Help"), names(facts.journey.help, stage.help)),
    )
    return bullets(f"**{label}:** {told}" for label, told in rows if told)


def _repeating(repeats: Duration | bool | None, always: str) -> str:
    if not repeats:
        return ""
    return always if repeats is True else rhythm(repeats)


def _actions(facts: Facts, first: int, stage: Stage, with_feelings: bool) -> str:
    journey = facts.journey
    rows = []
    for place, action in enumerate(stage.actions, first):
        felt, why = feelings(facts, action.emotion if with_feelings else ())
        channel = facts.channel_of(action)
        rows.append((
            str(place),
            text(action.action),
            people(facts, action.persona),
            names(journey.channels, [channel] if channel else []),
            names(journey.touchpoints, [action.touchpoint] if action.touchpoint else []),
            felt,
            why,
            _notes(facts, action),
        ))  # fmt: skip
    return table(
        (
            "#",
            say("Action"),
            say("Who"),
            say("Channel"),
            say("Touchpoint"),
            say("Feeling"),
            say("Because"),
            say("Notes"),
        ),
        rows,
    )


def _notes(facts: Facts, action: Action) -> str:
    moment = action.moment_of_truth
    arrows = (
        f"→ {text(arrow.to)}" + (f" {say('when {case}', case=text(arrow.when))}" if arrow.when else "")
        for arrow in action.next
    )
    return joined((
        f"★ {say('moment of truth')}" + (f": {text(moment)}" if isinstance(moment, str) else "") if moment else "",
        say("goal: {goal}", goal=text(action.goal)) if action.goal else "",
        say("tells others") if action.advocacy else "",
        say("optional") if action.optional else "",
        _repeating(action.repeats, say("repeats")),
        text(action.at) if action.at else "",
        say("takes {time}", time=length(action.duration)) if action.duration else "",
        *arrows,
        say("metrics {metrics}", metrics=names(facts.journey.metrics, action.metrics)) if action.metrics else "",
        human(action.confidence) if action.confidence else "",
        cited(facts, dict.fromkeys([*action.evidence, *(key for one in action.emotion for key in one.evidence)])),
    ), "; ")  # fmt: skip


def questions(facts: Facts, addresses: list[str]) -> str:
    """A table of questions: their states, who asks them where, and what answers them."""
    journey = facts.journey
    rows = []
    for of in (facts.questions[address] for address in addresses):
        question = of.question
        kind = f" ({human(question.kind)})" if question.kind != "question" else ""
        rows.append((
            state(of),
            text(question.question) + kind,
            people(facts, question.persona),
            names(journey.channels, question.channels),
            answers(facts, of),
            number(question.importance),
            percent(question.share),
            letters(facts, question.evidence),
        ))  # fmt: skip
    return table(
        (
            say("State"),
            say("Question"),
            say("Who"),
            say("Asked in"),
            say("Answer"),
            say("Importance"),
            say("Share"),
            say("Evidence"),
        ),
        rows,
    )


def _said(facts: Facts, stage: Stage, field: str) -> list[str]:
    """The needs, thoughts, quotes or highlights of a stage and its actions."""
    journey, items = facts.journey, []
    for element in facts.moments(stage, field):
        who = element.persona if isinstance(element.persona, tuple) else [element.persona] if element.persona else []
        touchpoint = getattr(element, "touchpoint", None)
        because, when = getattr(element, "because", None), getattr(element, "date", None)
        about = joined((
            people(facts, who),
            say("at {touchpoints}", touchpoints=names(journey.touchpoints, [touchpoint])) if touchpoint else "",
            say("because {reason}", reason=text(because)) if because else "",
            day(when) if when else "",
            cited(facts, element.evidence),
        ), "; ")  # fmt: skip
        words = f"“{text(element.text)}”" if field == "quotes" else text(element.text)
        items.append(words + (f" ({about})" if about else ""))
    return items


def _wrong(facts: Facts, element: Gap | Pain) -> str:
    journey = facts.journey
    details: list[tuple[str, str]] = []
    if isinstance(element, Gap):
        details += [
            (say("Desired"), text(element.desired) if element.desired else ""),
            (say("Received"), text(element.received) if element.received else ""),
            (say("Promise"), names(journey.promises, [element.promise] if element.promise else [])),
        ]
    else:
        details += [
            (say("Because"), text(element.because) if element.because else ""),
            (say("Channel"), names(journey.channels, [element.channel] if element.channel else [])),
        ]
    details += [
        (say("Touchpoint"), names(journey.touchpoints, [element.touchpoint] if element.touchpoint else [])),
        (say("Who"), people(facts, element.persona)),
        (say("Evidence"), letters(facts, element.evidence)),
        *((say("Opportunity"), opportunity(facts, one)) for one in element.opportunities),
    ]
    standing = joined((human(element.severity) if element.severity else "", human(element.state)))
    inner = bullets((f"{label}: {told}" for label, told in details if told), 1)
    return f"**{text(element.text)}** ({standing})" + (f"\n{inner}" if inner else "")


def risk(facts: Facts, element: Risk) -> str:
    """A risk with what it would do and what keeps it small."""
    journey = facts.journey
    places = names(journey.touchpoints, [element.touchpoint] if element.touchpoint else [])
    helps = names(journey.help, element.mitigations)
    about = joined((
        say("likelihood: {level}", level=human(element.likelihood)) if element.likelihood else "",
        say("harm: {level}", level=human(element.harm)) if element.harm else "",
        say("at {touchpoints}", touchpoints=places) if places else "",
        say("kept small by {help}", help=helps) if helps else "",
    ), "; ")  # fmt: skip
    inner = bullets(
        (say("Opportunity: {opportunity}", opportunity=opportunity(facts, one)) for one in element.opportunities), 1
    )
    return text(element.risk) + (f" ({about})" if about else "") + (f"\n{inner}" if inner else "")


def _leaves(stage: Stage) -> list[str]:
    return [
        joined((
            percent(leave.share),
            text(leave.leave),
            say("because {reason}", reason=text(leave.because)) if leave.because else "",
            f"→ {text(leave.to)}" if leave.to else "",
        ), " ")
        for leave in stage.leaves
    ]  # fmt: skip


def _lanes(facts: Facts, stage: Stage) -> str:
    rows = []
    for lane in BLUEPRINT:
        for owner in (stage, *stage.actions):
            at = text(owner.text) if isinstance(owner, Action) else ""
            for step in getattr(owner, lane):
                staff = people(facts, [step.persona] if step.persona else [])
                done = joined((text(step.owner) if step.owner else "", staff))
                rows.append((lane_name(lane), text(step.text), done, length(step.wait) if step.wait else "", at))
    return table(said("Lane", "Step", "By", "Wait", "While the customer"), rows)
