from __future__ import annotations

import pytest

from journeykit.model.derive.metrics import is_on_target, metrics_by_stage
from journeykit.model.load import load
from journeykit.source.text import Source

TEXT = """\
journey: 1
title: T
channels: {web: W}
touchpoints: {chat: {name: Chat, channel: web, metrics: [of-chat]}}
help: {faq: {name: FAQ, metric: of-faq}}
metrics: {own: A, of-action: B, of-gate: C, of-chat: D, of-faq: E, whole: F}
stages:
- stage: a
  metrics: [own]
  gate: {checkpoint: c, metric: of-gate}
  actions: [{action: x, metrics: of-action, touchpoint: chat}]
- {stage: b, metrics: own, touchpoints: chat, questions: {question: q, help: faq}}
- c
"""


def test_the_metrics_of_each_stage() -> None:
    found = metrics_by_stage(load(Source("x", TEXT)).facts)
    # What a touchpoint or help measures is told where it first comes up; `whole` belongs to no stage.
    assert found == (("own", "of-action", "of-gate", "of-chat"), ("own", "of-faq"), ())


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("kind: nps, now: 40, target: 40", True),
        ("kind: nps, now: 39, target: 40", False),
        ("better: lower, now: 61%, target: 35%", False),
        ("better: lower, now: 30%, target: 35%", True),
        ("kind: count, now: 3, target: 2", None),
        ("kind: nps, now: 3", None),
        ("kind: nps, target: 3", None),
    ],
)
def test_on_target(keys: str, wanted: bool | None) -> None:
    journey = load(Source("x", f"journey: 1\ntitle: T\nmetrics: {{m: {{name: M, {keys}}}}}\nstages: [a]")).journey
    assert journey is not None
    assert is_on_target(journey.metrics["m"]) is wanted
