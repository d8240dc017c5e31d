"""The figures of a comparison."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from journeykit.diff.compare import Diff
from journeykit.model.derive import Facts


@dataclass(frozen=True)
class Summary:
    """How much changed, and the figures of both maps. A mean feeling runs from −2 to 2, None without a score."""

    kinds: Counter[str]
    effects: Counter[str]
    questions_answered: tuple[int, int]
    questions: tuple[int, int]
    open_gaps: tuple[int, int]
    mean_emotion: tuple[float | None, float | None]
    misaligned: tuple[int, int]
    truths: tuple[int, int]
    evidence: tuple[float | None, float | None]


def summary(diff: Diff) -> Summary:
    """The figures of a comparison; what follows from another change or says the same is not counted."""
    old, new = diff.old, diff.new
    return Summary(
        Counter(change.kind for change in diff.told),
        Counter(change.effect for change in diff.told),
        (_answered(old), _answered(new)),
        (len(old.asked), len(new.asked)),
        (len(old.gaps.elements), len(new.gaps.elements)),
        (old.curves[old.primary].mean, new.curves[new.primary].mean),
        (_misaligned(old), _misaligned(new)),
        (_truths(old), _truths(new)),
        (old.evidence.share, new.evidence.share),
    )


def _answered(facts: Facts) -> int:
    return sum(state.state == "answered" for state in facts.asked)


def _misaligned(facts: Facts) -> int:
    return sum(parity.is_misaligned for parity in facts.promises.values())


def _truths(facts: Facts) -> int:
    return sum(bool(action.moment_of_truth) for stage in facts.journey.stages for action in stage.actions)
