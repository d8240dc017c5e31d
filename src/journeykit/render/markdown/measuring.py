"""How a stage is measured: its metrics, its gate, its health and its alerts."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.model.elements import Alert, Checkpoint, Metric, Signal, Stage
from journeykit.render.language import say, say_many
from journeykit.render.markdown.blocks import bullets, labelled, text
from journeykit.render.markdown.words import joined, listed, names, number
from journeykit.render.views.lengths import length
from journeykit.render.views.words import human


def measuring(facts: Facts, stage: Stage) -> list[str]:
    """The parts of a stage that say how it is measured."""
    metrics = facts.journey.metrics
    told = (_metric(metrics[key]) if key in metrics else text(key) for key in stage.metrics)
    enter = stage.enter.event or stage.enter.survey if stage.enter else None
    return [
        labelled(say("Metrics"), bullets(told)),
        f"**{say('Entered by')}:** {text(enter)}" if enter else "",
        labelled(say("Gate"), bullets(_checkpoint(facts, one) for one in stage.gate)),
        labelled(say("Health"), bullets(_signal(one) for one in stage.health)),
        labelled(say("Alerts"), bullets(_alert(one) for one in stage.alerts)),
    ]


def _metric(metric: Metric) -> str:
    now = number(metric.now, metric.unit) or say("not measured yet")
    target = say("target {amount}", amount=number(metric.target, metric.unit)) if metric.target is not None else ""
    return f"{text(metric.name)}: {joined((now, target))}"


def _checkpoint(facts: Facts, checkpoint: Checkpoint) -> str:
    about = joined((
        say("optional") if checkpoint.optional else "",
        say("event {event}", event=text(checkpoint.event)) if checkpoint.event else "",
        say_many("{number} time", "{number} times", checkpoint.at_least) if checkpoint.at_least is not None else "",
        say("in {time}", time=length(checkpoint.per)) if checkpoint.per else "",
        say("within {time}", time=length(checkpoint.within)) if checkpoint.within else "",
        say("metric {metric}", metric=names(facts.journey.metrics, [checkpoint.metric])) if checkpoint.metric else "",
    ))  # fmt: skip
    return text(checkpoint.checkpoint) + (f" ({about})" if about else "")


def _signal(signal: Signal) -> str:
    about = joined((
        say("event {event}", event=text(signal.event)) if signal.event else "",
        say("{kind} survey", kind=signal.survey.upper()) if signal.survey else "",
        say("target {amount}", amount=number(signal.target)) if signal.target is not None else "",
        say("at most {amount}", amount=number(signal.at_most)) if signal.at_most is not None else "",
        say("in {time}", time=length(signal.per)) if signal.per else "",
        say("weight {number}", number=number(signal.weight)) if signal.weight != 1 else "",
    ))  # fmt: skip
    return text(signal.signal) + (f" ({about})" if about else "")


def _alert(alert: Alert) -> str:
    about = joined((
        say("when {case}", case=text(alert.when)),
        say("tells {people}", people=listed(alert.notify)) if alert.notify else "",
        say("does: {does}", does=text(alert.does)) if alert.does else "",
        human(alert.kind) if alert.kind else "",
    ), "; ")  # fmt: skip
    return f"{text(alert.alert)} ({about})"
