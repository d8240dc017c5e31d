"""Interviews with fewer than five people, or a survey with fewer than thirty answers.

A handful of voices is an anecdote: it may be the truth of two customers, and the journey of nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, interview: float, survey: float) -> Iterator[Finding]:
    """The map's own interviews and surveys whose sample is written and too small."""
    wanted = {"interview": (interview, "interview"), "survey": (survey, "answer")}
    for _, evidence in look.own("evidence"):
        if evidence.sample is None or evidence.method not in wanted:
            continue
        least, noun = wanted[evidence.method]
        if evidence.sample < least:
            asked = f"{evidence.sample} {noun}{'s' * (evidence.sample != 1)}"
            yield Finding(
                evidence,
                f"{shown(evidence.name)} rests on {asked}, fewer than {least:g}",
                "ask more customers before anything is built on it",
                "sample",
            )


RULE = Rule(
    code="JK606",
    name="small-sample",
    severity="info",
    doc=__doc__,
    check=check,
    for_library=True,
    options={
        "interview": Option(5, "people that interviews need"),
        "survey": Option(30, "answers that a survey needs"),
    },
    off_in_future=True,
    bad="""\
evidence:
  talks: {sample: 4}
""",
    good="""\
evidence:
  talks: {sample: 5}
""",
)
