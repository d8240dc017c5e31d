"""A persona that acts, and of whom no action and no stage says what they feel.

The second traveller goes the same way and may feel quite otherwise. Without a face they are an extra. Staff, and those
who act only where nothing is known of any feeling (JK401), are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Action
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.cast import is_staff
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The first action of each persona that actions name and that has no place on its curve."""
    first: dict[str, Action] = {}
    unread: set[str] = set()
    beside: set[str] = set()
    for stage in look.stages:
        is_felt = bool(stage.emotion) or any(action.emotion for action in stage.actions)
        for action in stage.actions:
            for key in action.persona:
                first.setdefault(key, action)
            if is_felt:
                beside.update(action.persona)
            if look.is_faulty(action, "emotion", "score", "feeling"):
                unread.update(action.persona)
    for key, action in first.items():
        persona = look.journey.personas.get(key)
        if persona is None or is_staff(persona) or key not in beside or key in unread or look.curves[key].places:
            continue
        yield Finding(
            action,
            f"{shown(persona.name)} acts, and nothing says what they feel",
            f"give an action of theirs an emotion: `emotion: {{persona: {key}, feeling: …}}`",
            "emotion",
        )


RULE = Rule(
    code="JK411",
    name="half-a-cast",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
personas:
  ben:
    name: Ben, who shares the bicycle
    role: user
    goals: [Get to the lake]
    prefers: [shop]
    evidence: [talks]
stages:
  - stage: Discovery
    actions:
      - {action: Looks at bicycles in the shop, touchpoint: counter, emotion: 0, evidence: [talks]}
      - {action: Asks for a child seat, persona: ben, touchpoint: counter}
""",
    good="""\
personas:
  ben:
    name: Ben, who shares the bicycle
    role: user
    goals: [Get to the lake]
    prefers: [shop]
    evidence: [talks]
stages:
  - stage: Discovery
    actions:
      - {action: Looks at bicycles in the shop, touchpoint: counter, emotion: 0, evidence: [talks]}
      - {action: Asks for a child seat, persona: ben, touchpoint: counter, emotion: hopeful}
""",
)
