"""How a stage is measured: its metrics, its gate, its health and its alerts."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.model.elements import Alert, Checkpoint, Metric, Signal, Stage
from journeykit.render.markdown.blocks import bullets, labelled, text
from journeykit.render.markdown.words import joined, listed, names, number


def measuring(facts: Facts, stage: Stage) -> list[str]:
    """The parts of a stage that say how it is measured."""
    metrics = facts.journey.metrics
    told = (_metric(metrics[key]) if key in metrics else text(key) for key in stage.metrics)
    enter = stage.enter.event or stage.enter.survey if stage.enter else None
    return [
        labelled("Metrics", bullets(told)),
        f"**Entered by:** {text(enter)}" if enter else "",
        labelled("Gate", bullets(_checkpoint(facts, one) for one in stage.gate)),
        labelled("Health", bullets(_signal(one) for one in stage.health)),
        labelled("Alerts", bullets(_alert(one) for one in stage.alerts)),
    ]


def _metric(metric: Metric) -> str:
    now = number(metric.now, metric.unit) or "not measured yet"
    target = f"target {number(metric.target, metric.unit)}" if metric.target is not None else ""
    return f"{text(metric.name)}: {joined((now, target))}"


def _checkpoint(facts: Facts, checkpoint: Checkpoint) -> str:
    about = joined((
        "optional" if checkpoint.optional else "",
        f"event {text(checkpoint.event)}" if checkpoint.event else "",
        f"{number(checkpoint.at_least)} times" if checkpoint.at_least is not None else "",
        f"in {text(checkpoint.per)}" if checkpoint.per else "",
        f"within {text(checkpoint.within)}" if checkpoint.within else "",
        f"metric {names(facts.journey.metrics, [checkpoint.metric])}" if checkpoint.metric else "",
    ))  # fmt: skip
    return text(checkpoint.checkpoint) + (f" ({about})" if about else "")


def _signal(signal: Signal) -> str:
    about = joined((
        f"event {text(signal.event)}" if signal.event else "",
        f"survey {signal.survey}" if signal.survey else "",
        f"target {number(signal.target)}" if signal.target is not None else "",
        f"at most {number(signal.at_most)}" if signal.at_most is not None else "",
        f"in {text(signal.per)}" if signal.per else "",
        f"weight {number(signal.weight)}" if signal.weight != 1 else "",
    ))  # fmt: skip
    return text(signal.signal) + (f" ({about})" if about else "")


def _alert(alert: Alert) -> str:
    about = joined((
        f"when {text(alert.when)}",
        f"tells {listed(alert.notify)}" if alert.notify else "",
        f"does: {text(alert.does)}" if alert.does else "",
        alert.kind,
    ), "; ")  # fmt: skip
    return f"{text(alert.alert)} ({about})"
