"""A stage of the map's template is absent; in a service blueprint, also when no action shows who works behind it.

A journey cut short hides the part where customers are kept: the weeks after they bought, the renewal, the story they
tell others. The template says which stages must be told; one that is left out is not looked after by anybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import LANES
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

_BLUEPRINT = "service-blueprint"


def check(look: Look) -> Iterator[Finding]:
    """The stages of the template that no stage of the map stands for, and a blueprint without lanes."""
    missing = [name for name, places in look.template_stages.items() if not places]
    if missing:
        stages = " and ".join(filter(None, (", ".join(map(shown, missing[:-1])), shown(missing[-1]))))
        one = len(missing) == 1
        yield Finding(
            look.journey,
            f"the stage{'' if one else 's'} {stages} of the template {shown(look.journey.template)} "
            f"{'is' if one else 'are'} missing",
            f"add {'it' if one else 'them'}, say with `as:` which stage stands for {'it' if one else 'each'}, "
            "or name another `template:`",
            "template",
        )
    if look.journey.template == _BLUEPRINT and not any(
        getattr(action, lane) for _, action in look.actions for lane in LANES
    ):
        yield Finding(
            look.journey,
            "a service blueprint, and no action shows what is done for it",
            "write under the actions what the customer sees and what lies behind it: `frontstage:`, `backstage:`, "
            "`support:`, `physical:`",
            "template",
        )


RULE = Rule(
    code="JK101",
    name="missing-stage",
    severity="error",
    doc=__doc__,
    check=check,
    bad="""\
template: awareness-to-advocacy
stages:
  - stage: Need
    as: awareness
  - stage: Evaluation
    as: consideration
  - stage: Review
    as: experience
""",
    good="""\
template: awareness-to-advocacy
stages:
  - stage: Need
    as: awareness
  - stage: Evaluation
    as: consideration
  - stage: Review
    as: experience
  - stage: Telling others
    as: advocacy
    goal: Let others have it too
    duration: 1 year
    questions:
      - {question: May my friend try mine?, channels: [shop], answer: 'Yes, on any Saturday.'}
    actions:
      - {action: Brings a friend along, channel: shop, emotion: 2}
    metrics: [helped]
""",
)
