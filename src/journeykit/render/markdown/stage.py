"""A stage as a section of the document."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.model.elements import LANES, Action, Gap, Pain, Risk, Stage
from journeykit.render.markdown.blocks import bullets, heading, labelled, table, text
from journeykit.render.markdown.measuring import measuring
from journeykit.render.markdown.words import (
    answers,
    cited,
    feelings,
    joined,
    names,
    number,
    opportunity,
    people,
    percent,
    state,
)


def stage_section(facts: Facts, number_: int, first_action: int, stage: Stage) -> list[str]:
    """A stage: what it is for, what customers do, feel and ask, what is wrong, what is behind it, how it is watched."""
    return [
        heading(2, f"{number_}. {text(stage.stage)}"),
        _about(facts, stage),
        _actions(facts, first_action, stage),
        labelled("Needs", bullets(_said(facts, stage, "needs"))),
        labelled("Thoughts", bullets(_said(facts, stage, "thoughts"))),
        labelled("In their words", bullets(_said(facts, stage, "quotes"))),
        labelled("Questions", questions(facts, [facts.address(one) for one in facts.moments(stage, "questions")])),
        labelled("Highlights", bullets(_said(facts, stage, "highlights"))),
        labelled("Pains", bullets(_wrong(facts, pain) for pain in facts.moments(stage, "pains"))),
        labelled("Gaps", bullets(_wrong(facts, gap) for gap in facts.moments(stage, "gaps"))),
        labelled("Opportunities", bullets(opportunity(facts, one) for one in facts.moments(stage, "opportunities"))),
        labelled("Risks", bullets(risk(facts, one) for one in facts.moments(stage, "risks"))),
        labelled("Leaving", bullets(_leaves(stage))),
        labelled("Behind the scenes", _lanes(facts, stage)),
        *measuring(facts, stage),
    ]


def _about(facts: Facts, stage: Stage) -> str:
    felt, why = feelings(facts, stage.emotion)
    repeats = "" if not stage.repeats else "yes" if stage.repeats is True else f"every {text(stage.repeats)}"
    rows = (
        ("Phase", text(stage.phase) if stage.phase else ""),
        ("Goal", text(stage.goal) if stage.goal else ""),
        ("Business goal", text(stage.business_goal) if stage.business_goal else ""),
        ("Success", text(stage.success) if stage.success else ""),
        ("Duration", text(stage.duration) if stage.duration else ""),
        ("Owner", text(stage.owner) if stage.owner else ""),
        ("Optional", "yes" if stage.optional else ""),
        ("Repeats", repeats),
        ("Feeling on the whole", joined((felt, f"because {why}" if why else ""))),
        ("Channels", names(facts.journey.channels, facts.channels[facts.outline.id(stage)])),
        ("Touchpoints", names(facts.journey.touchpoints, stage.touchpoints)),
        ("Help", names(facts.journey.help, stage.help)),
    )
    return bullets(f"**{label}:** {told}" for label, told in rows if told)


def _actions(facts: Facts, first: int, stage: Stage) -> str:
    journey = facts.journey
    rows = []
    for place, action in enumerate(stage.actions, first):
        felt, why = feelings(facts, action.emotion)
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
    return table(("#", "Action", "Who", "Channel", "Touchpoint", "Feeling", "Because", "Notes"), rows)


def _notes(facts: Facts, action: Action) -> str:
    moment = action.moment_of_truth
    arrows = (f"→ {text(arrow.to)}" + (f" when {text(arrow.when)}" if arrow.when else "") for arrow in action.next)
    return joined((
        "★ moment of truth" + (f": {text(moment)}" if isinstance(moment, str) else "") if moment else "",
        f"goal: {text(action.goal)}" if action.goal else "",
        "tells others" if action.advocacy else "",
        "optional" if action.optional else "",
        "repeats" if action.repeats is True else f"every {text(action.repeats)}" if action.repeats else "",
        text(action.at) if action.at else "",
        f"takes {text(action.duration)}" if action.duration else "",
        *arrows,
        f"metrics {names(facts.journey.metrics, action.metrics)}" if action.metrics else "",
        action.confidence,
        cited(facts, dict.fromkeys([*action.evidence, *(key for one in action.emotion for key in one.evidence)])),
    ), "; ")  # fmt: skip


def questions(facts: Facts, addresses: list[str]) -> str:
    """A table of questions: their states, who asks them where, and what answers them."""
    journey = facts.journey
    rows = []
    for of in (facts.questions[address] for address in addresses):
        question = of.question
        kind = f" ({question.kind})" if question.kind != "question" else ""
        rows.append((
            state(of),
            text(question.question) + kind,
            people(facts, question.persona),
            names(journey.channels, question.channels),
            answers(facts, of),
            number(question.importance),
            percent(question.share),
            cited(facts, question.evidence).removeprefix("evidence "),
        ))  # fmt: skip
    return table(("State", "Question", "Who", "Asked in", "Answer", "Importance", "Share", "Evidence"), rows)


def _said(facts: Facts, stage: Stage, field: str) -> list[str]:
    """The needs, thoughts, quotes or highlights of a stage and its actions."""
    journey, items = facts.journey, []
    for element in facts.moments(stage, field):
        who = element.persona if isinstance(element.persona, tuple) else [element.persona] if element.persona else []
        touchpoint = getattr(element, "touchpoint", None)
        because, when = getattr(element, "because", None), getattr(element, "date", None)
        about = joined((
            people(facts, who),
            f"at {names(journey.touchpoints, [touchpoint])}" if touchpoint else "",
            f"because {text(because)}" if because else "",
            text(when) if when else "",
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
            ("Desired", text(element.desired) if element.desired else ""),
            ("Received", text(element.received) if element.received else ""),
            ("Promise", names(journey.promises, [element.promise] if element.promise else [])),
        ]
    else:
        details += [
            ("Because", text(element.because) if element.because else ""),
            ("Channel", names(journey.channels, [element.channel] if element.channel else [])),
        ]
    details += [
        ("Touchpoint", names(journey.touchpoints, [element.touchpoint] if element.touchpoint else [])),
        ("Who", people(facts, element.persona)),
        ("Evidence", cited(facts, element.evidence).removeprefix("evidence ")),
        *(("Opportunity", opportunity(facts, one)) for one in element.opportunities),
    ]
    standing = joined((element.severity, element.state))
    inner = bullets((f"{label}: {told}" for label, told in details if told), 1)
    return f"**{text(element.text)}** ({standing})" + (f"\n{inner}" if inner else "")


def risk(facts: Facts, element: Risk) -> str:
    """A risk with what it would do and what keeps it small."""
    journey = facts.journey
    about = joined((
        f"{element.likelihood} likelihood" if element.likelihood else "",
        f"{element.harm} harm" if element.harm else "",
        f"at {names(journey.touchpoints, [element.touchpoint])}" if element.touchpoint else "",
        f"kept small by {names(journey.help, element.mitigations)}" if element.mitigations else "",
    ), "; ")  # fmt: skip
    inner = bullets((f"Opportunity: {opportunity(facts, one)}" for one in element.opportunities), 1)
    return text(element.risk) + (f" ({about})" if about else "") + (f"\n{inner}" if inner else "")


def _leaves(stage: Stage) -> list[str]:
    return [
        joined((
            percent(leave.share),
            text(leave.leave),
            f"because {text(leave.because)}" if leave.because else "",
            f"→ {text(leave.to)}" if leave.to else "",
        ), " ")
        for leave in stage.leaves
    ]  # fmt: skip


def _lanes(facts: Facts, stage: Stage) -> str:
    rows = []
    for lane in LANES:
        for owner in (stage, *stage.actions):
            at = text(owner.text) if isinstance(owner, Action) else ""
            for step in getattr(owner, lane):
                staff = people(facts, [step.persona] if step.persona else [])
                done = joined((text(step.owner) if step.owner else "", staff))
                rows.append((lane.capitalize(), text(step.text), done, text(step.wait) if step.wait else "", at))
    return table(("Lane", "Step", "By", "Wait", "While the customer"), rows)
