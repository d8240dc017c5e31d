"""The columns of a stage's slide: questions, gaps, opportunities, voices, risks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from journeykit.model.derive import Facts
from journeykit.model.derive.metrics import is_on_target, metrics_by_stage
from journeykit.model.elements import LANES as BLUEPRINT
from journeykit.model.elements import Element, Gap, Opportunity, Pain, Question, Stage
from journeykit.render.called import called
from journeykit.render.language import say
from journeykit.render.slides.columns import Card, Column
from journeykit.render.slides.shapes import para, paras
from journeykit.render.tables.base import Item, Items
from journeykit.render.views.poster.metrics import amount
from journeykit.render.views.steps import lasting
from journeykit.render.views.words import commas, day, human, lane_name, percent, plain

_STATES = {"answered": ("✓", "pos", "pos-bg", "pos-line"), "planned": ("◐", "ink2", "card", "line2"),
           "open": ("?", "neg", "neg-bg", "neg-line")}  # fmt: skip


def columns(items: Items, stage: Stage) -> list[Column]:
    """The columns in which anything stands, in the order of the poster."""
    facts = items.facts
    here = [item for item in items.all if item.stage is stage]

    def cards(card: Callable[[Facts, Item], Card], *kinds: type[Element]) -> tuple[Card, ...]:
        return tuple(card(facts, item) for item in here if isinstance(item.element, kinds))

    found = [
        Column(say("Questions"), cards(_question, Question)),
        Column(say("Gaps and pains"), cards(_gap, Gap, Pain)),
        Column(say("Opportunities"), cards(_opportunity, Opportunity)),
        Column(say("Voices"), tuple(_voices(items, stage))),
        Column(say("Risks and ways out"), tuple(_losses(facts, stage)) if "risks" in items.lanes else ()),
        Column(say("Blueprint"), tuple(_blueprint(facts, stage)) if "blueprint" in items.lanes else ()),
        Column(say("Metrics and checkpoints"), tuple(_measures(items, stage))),
    ]
    return [column for column in found if column.cards]


def _names(library: Any, keys: tuple[str, ...]) -> str:
    return commas(library[key].name if key in library else key for key in keys)


def _question(facts: Facts, item: Item) -> Card:
    one = item.element
    state = facts.questions[item.address]
    mark, ink, fill, line = _STATES[state.state]
    said = say("answered in the wrong place") if state.wrong_place else human(state.state)
    share = say("asked by {percent}", percent=percent(one.share)) if one.share is not None else None
    answer = one.answer or _names(facts.journey.help, one.help)
    return Card(
        one.question,
        paras(
            para(one.question, 12, "ink", italic=True, serif=True),
            para(" · ".join(filter(None, (f"{mark} {said}", share))), 10, ink, bold=True, gap=3),
            para(_names(facts.journey.channels, one.channels), 10, "ink3"),
            para(f"→ {answer}", 10.5, "ink2", gap=2) if answer else None,
        ),
        fill,
        line,
        dashed=state.state == "planned",
    )


def _gap(facts: Facts, item: Item) -> Card:
    one = item.element
    is_open = one.state in ("open", "planned")
    wanted, received = getattr(one, "desired", None), getattr(one, "received", None)
    because = getattr(one, "because", None)
    known = [human(one.noun), human(one.severity) if one.severity else None, human(one.state)]
    return Card(
        one.text,
        paras(
            para(one.text, 11.5, "ink", bold=True),
            para(" · ".join(filter(None, known)), 10, "neg" if is_open else "pos", bold=True, gap=2),
            para(say("Wanted: {text}", text=wanted), 10.5, "ink2", gap=2) if wanted else None,
            para(say("Received: {text}", text=received), 10.5, "ink2", gap=2) if received else None,
            para(because, 10.5, "ink2", italic=True, serif=True, gap=2) if because else None,
        ),
        "neg-bg" if is_open else "card",
        "neg-line" if is_open else "line2",
    )


def _opportunity(facts: Facts, item: Item) -> Card:
    one = item.element
    impact = say("impact {number}", number=plain(one.impact)) if one.impact is not None else None
    effort = say("effort {number}", number=plain(one.effort)) if one.effort is not None else None
    due = say("due {date}", date=day(one.due)) if one.due else None
    return Card(
        one.opportunity,
        paras(
            para(one.opportunity, 11.5, "ink", bold=True),
            para(" · ".join(filter(None, (human(one.state), impact, effort))), 10, "ink2", gap=2),
            para(" · ".join(filter(None, (one.owner, due))), 10, "ink3"),
        ),
        dashed=one.state == "idea",
    )


def _voices(items: Items, stage: Stage) -> Iterator[Card]:
    facts, lanes = items.facts, items.lanes
    names = called(facts.journey.personas)
    for one in facts.moments(stage, "quotes") if "voices" in lanes else ():
        who = names.get(one.persona, one.persona) if one.persona else ""
        said = para(f"“{one.quote}”", 11.5, "ink", italic=True, serif=True)
        yield Card(one.quote, paras(said, para(who, 10, "ink3")), "sunk", "line")
    for key, lane in (("needs", "needs"), ("thoughts", "voices"), ("highlights", "gaps")):
        for one in facts.moments(stage, key) if lane in lanes else ():
            # What customers think is in their own words; needs and highlights are said by us.
            own = key == "thoughts"
            said = para(one.text, 11.5, "ink", italic=own, serif=own)
            yield Card(one.text, paras(said, para(human(one.noun), 10, "ink3")), "sunk", "line")


def _losses(facts: Facts, stage: Stage) -> Iterator[Card]:
    for one in facts.moments(stage, "risks"):
        likely = say("likelihood {word}", word=human(one.likelihood)) if one.likelihood else None
        harm = say("harm {word}", word=human(one.harm)) if one.harm else None
        yield Card(
            one.risk,
            paras(
                para(one.risk, 11.5, "ink", bold=True),
                para(" · ".join(filter(None, (human("risk"), likely, harm))), 10, "ink2", gap=2),
                para(_names(facts.journey.help, one.mitigations), 10.5, "ink2"),
            ),
        )
    for one in stage.leaves:
        share = percent(one.share) if one.share is not None else None
        where = say("to {place}", place=one.to) if one.to else None
        yield Card(
            one.leave,
            paras(
                para(one.leave, 11.5, "neg", bold=True),
                para(" · ".join(filter(None, (say("way out"), share, where))), 10, "ink2", gap=2),
                para(one.because or "", 10.5, "ink2", italic=True, serif=True),
            ),
            line="neg-line",
            dashed=True,
        )


def _blueprint(facts: Facts, stage: Stage) -> Iterator[Card]:
    """A card a lane, its steps in order."""
    for lane in BLUEPRINT:
        if steps := facts.moments(stage, lane):
            said = [para(lane_name(lane), 9.5, "ink3", bold=True)]
            for step in steps:
                wait = say("{duration} wait", duration=lasting(step.wait)) if step.wait else None
                said.append(para(step.text, 11, "ink", gap=3))
                said += paras(para(" · ".join(filter(None, (step.owner, wait))), 9.5, "ink3"))
            yield Card(lane_name(lane), tuple(said), "sunk", "line")


def _measures(items: Items, stage: Stage) -> Iterator[Card]:
    facts = items.facts
    journey = facts.journey
    place = next(at for at, one in enumerate(journey.stages) if one is stage)
    for key in metrics_by_stage(facts)[place] if "risks" in items.lanes else ():
        metric = journey.metrics[key]
        unit = metric.unit
        now = say("not measured yet") if metric.now is None else say("now {amount}", amount=amount(metric.now, unit))
        target = None if metric.target is None else say("target {amount}", amount=amount(metric.target, unit))
        reached = is_on_target(metric)
        ink = "ink2" if reached is None else "pos" if reached else "neg"
        figures = para(" · ".join(filter(None, (now, target))), 10.5, ink, bold=True, gap=2)
        yield Card(metric.name, paras(para(metric.name, 11, "ink"), figures))
    for point in stage.gate if "needs" in items.lanes else ():
        within = say("within {duration}", duration=lasting(point.within)) if point.within else None
        optional = say("optional") if point.optional else None
        known = para(" · ".join(filter(None, (human("checkpoint"), within, optional))), 10, "ink3")
        yield Card(point.checkpoint, paras(para(point.checkpoint, 11, "ink"), known), "sunk", "line")
