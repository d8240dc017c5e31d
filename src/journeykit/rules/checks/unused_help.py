"""Help that no question, risk, stage or opportunity of the map refers to.

It answers nobody: either the question it was made for is missing from the map, or no customer asks it and the work
that keeps the help true is better spent elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look, unused


def check(look: Look) -> Iterator[Finding]:
    """The map's own help that nothing refers to; help that is gone already is left alone."""
    own = {key: help_ for key, help_ in look.own("help") if help_.state != "retired"}
    idle = unused(own, _offered(look))
    for key, help_ in own.items():
        if key in idle:
            yield Finding(
                help_,
                f"{shown(help_.name)} answers no question and is offered nowhere",
                f"link it with `help: [{key}]` where it is needed, or take it out",
            )


def _offered(look: Look) -> Iterator[Iterable[str | None]]:
    """The help of questions, stages, risks and opportunities."""
    for state in look.facts.asked:
        yield state.question.help
    for stage in look.stages:
        yield stage.help
    for risk in look.risks:
        yield risk.mitigations
    yield [opportunity.help for opportunity in look.opportunities]


RULE = Rule(
    code="JK207",
    name="unused-help",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
help:
  rain:
    {name: Riding in the rain, channels: [web], owner: Shop team, updated: 2026-05, metric: helped}
""",
    good="""\
help:
  rain:
    {name: Riding in the rain, channels: [web], owner: Shop team, updated: 2026-05, metric: helped}
stages:
  - stage: Discovery
    questions:
      - question: What do I wear when it rains?
        channels: [web]
        help: [rain]
""",
)
