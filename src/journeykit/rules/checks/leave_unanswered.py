"""Many customers leave in a stage that has no gap, pain, risk or opportunity.

They go, and nobody asks why. What drives away every fifth customer is worth more than any new one, and it cannot be
mended before it is written down.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look

_WRONG = ("gaps", "pains", "risks", "opportunities")


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The leaves of at least this share, in per cent, in stages where nothing is said to be wrong."""
    for stage in look.stages:
        # Rounded, since a share such as 29 % is a little less than that as a binary fraction.
        grave = [leave for leave in stage.leaves if leave.share is not None and round(leave.share * 100, 6) >= limit]
        if not grave or look.has_issue(stage, *_WRONG) or look.is_faulty(stage, *_WRONG):
            continue
        for leave in grave:
            yield Finding(
                leave,
                f"{(leave.share or 0) * 100:.3g} % leave in {shown(stage.text)} ({shown(leave.text)}), and nothing "
                "there says what is wrong",
                "ask those who left, and write it as a pain, gap, risk or opportunity of the stage",
            )


RULE = Rule(
    code="JK512",
    name="leave-unanswered",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(20, "The least share of customers leaving that must be explained, in per cent.")},
    bad="""\
stages:
  - stage: Evaluation
    leaves:
      - {leave: Keeps taking the bus, share: 25%}
""",
    good="""\
stages:
  - stage: Evaluation
    leaves:
      - {leave: Keeps taking the bus, share: 25%}
    pains:
      - {pain: None of them fits, severity: medium, evidence: [counts]}
""",
)
