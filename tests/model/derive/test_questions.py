from __future__ import annotations

import pytest

from journeykit.model.load import load
from journeykit.source.text import Source

HEAD = """\
journey: 1
title: T
state: {state}
channels: {{web: W, shop: S}}
help:
  web: {{name: On the web, channels: web}}
  shop: {{name: In the shop, channels: shop}}
  all: Everywhere
  planned: {{name: P, state: planned, channels: shop}}
  draft: {{name: D, state: draft}}
  gone: {{name: G, state: retired}}
stages:
- stage: a
  actions: [{{action: x, questions: {{question: q, {keys}}}}}]
"""


def state(keys: str, of: str = "current") -> tuple[str, bool]:
    document = load(Source("x", HEAD.format(keys=keys, state=of)))
    assert document.diagnostics == ()
    ((address, found),) = document.facts.questions.items()
    assert address == "stages/a/actions/x/questions/q"
    return found.state, found.wrong_place


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("share: 1%", ("open", False)),
        ("answer: yes it does", ("answered", False)),
        ("help: web", ("answered", False)),
        ("help: planned", ("planned", False)),
        ("help: draft", ("planned", False)),
        ("help: [planned, web]", ("answered", False)),
        ("help: gone", ("open", False)),
        ("help: [gone, planned]", ("planned", False)),
        ("help: gone, answer: so", ("answered", False)),
        # in the wrong place
        ("channels: shop, help: web", ("answered", True)),
        ("channels: [web, shop], help: web", ("answered", False)),
        ("channels: shop, help: [web, shop]", ("answered", False)),
        ("channels: shop, help: [web, all]", ("answered", False)),
        ("channels: shop, help: web, answer: so", ("answered", False)),
        ("channels: shop, help: planned", ("planned", False)),
        ("channels: shop, help: [web, planned]", ("answered", True)),
        ("channels: shop, answer: so", ("answered", False)),
    ],
)
def test_the_state_of_a_question(keys: str, wanted: tuple[str, bool]) -> None:
    assert state(keys) == wanted


def test_in_a_future_map_planned_help_counts_as_live() -> None:
    assert state("help: planned", "future") == ("answered", False)
    assert state("help: planned, channels: web", "future") == ("answered", True)
    assert state("help: draft", "future") == ("planned", False)
