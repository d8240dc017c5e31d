"""A question or a risk that relies on retired help alone.

Once there was an answer, and it was taken away. The question did not go with it: customers still ask, and whoever reads
the map believes that they are helped.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.wording import listed


def check(look: Look) -> Iterator[Finding]:
    """The open questions, and the risks, all of whose help is retired."""
    for state in look.facts.asked:
        question = state.question
        if state.state == "open" and question.help and (gone := _retired(look, question.help)):
            yield Finding(
                question,
                f"{shown(question.text)} relies on retired help alone: {listed(gone)}",
                "link live help in its place, or answer it in place with `answer:`",
                "help",
            )
    for risk in look.risks:
        if risk.mitigations and (gone := _retired(look, risk.mitigations)):
            yield Finding(
                risk,
                f"{shown(risk.text)} is kept small by retired help alone: {listed(gone)}",
                "name live help in its place under `mitigations:`",
                "mitigations",
            )


def _retired(look: Look, keys: tuple[str, ...]) -> list[str]:
    """The names of the help, where all of it is retired; else nothing."""
    known = [look.journey.help[key] for key in keys if key in look.journey.help]
    return [help_.name for help_ in known] if all(help_.state == "retired" for help_ in known) else []


RULE = Rule(
    code="JK213",
    name="retired-help",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
help:
  leaflet: {name: Leaflet of 2024, channels: [web], state: retired}
stages:
  - stage: Need
    questions:
      - question: Is a bicycle faster?
        channels: [web]
        help: [leaflet]
""",
    good="""\
help:
  leaflet: {name: Leaflet of 2024, channels: [web], state: retired}
stages:
  - stage: Need
    questions:
      - question: Is a bicycle faster?
        channels: [web]
        help: [leaflet, guide]
""",
)
