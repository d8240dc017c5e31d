"""How much of a map rests on research."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


@dataclass(frozen=True)
class EvidenceShare:
    """Of the `claims` (scored actions, pains, gaps, highlights), those `backed` by evidence."""

    claims: int
    backed: int

    @property
    def share(self) -> float | None:
        """The backed part of the claims, 0 to 1; None without claims."""
        return self.backed / self.claims if self.claims else None


def evidence_share(facts: Facts) -> EvidenceShare:
    """How many of a map's claims cite evidence, on the element or on its emotion."""
    claims = [
        bool(action.evidence or any(emotion.evidence for emotion in action.emotion))
        for stage in facts.journey.stages
        for action in stage.actions
        if any(emotion.score is not None for emotion in action.emotion)
    ]
    for field in ("pains", "gaps", "highlights"):
        claims += [bool(element.evidence) for element in facts.every(field)]
    return EvidenceShare(len(claims), sum(claims))
