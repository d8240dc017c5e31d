"""Whether a promise is kept alike wherever customers meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeykit.model.elements import Touchpoint

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts

#: A promise is misaligned where a touchpoint of quality `POOR` or less stands `APART` or more below the best.
APART, POOR = 2, 3


class Parity(NamedTuple):
    """How evenly a promise is kept.

    `gap` is the best minus the worst quality (1 to 5) among the touchpoints that carry it and are live or failing;
    None with fewer than two qualities. `best` and `worst` are touchpoint ids, the first of equals; `lowest` is the
    quality at the worst. `carriers` are all that carry it; `broken_by` those whose state is missing.
    """

    gap: float | None
    best: str | None
    worst: str | None
    lowest: float | None
    carriers: tuple[str, ...]
    broken_by: tuple[str, ...]

    @property
    def is_uneven(self) -> bool:
        """Whether the promise is kept badly in one place while it is kept well in another."""
        return self.gap is not None and self.lowest is not None and self.gap >= APART and self.lowest <= POOR

    @property
    def is_misaligned(self) -> bool:
        """Whether the promise is kept unevenly, or broken outright where a touchpoint is missing."""
        return self.is_uneven or bool(self.broken_by)


def parities(facts: Facts) -> dict[str, Parity]:
    """The parity of every promise by its id."""
    carrying: dict[str, dict[str, Touchpoint]] = {promise: {} for promise in facts.journey.promises}
    for key, point in facts.journey.touchpoints.items():
        for promise in point.promises:
            if promise in carrying:
                carrying[promise][key] = point
    found = {}
    for promise, carriers in carrying.items():
        rated = {
            key: point.quality for key, point in carriers.items() if point.quality is not None and facts.is_met(point)
        }
        broken = tuple(key for key, point in carriers.items() if point.state == "missing")
        if len(rated) < 2:
            found[promise] = Parity(None, None, None, None, tuple(carriers), broken)
            continue
        best, worst = max(rated, key=rated.__getitem__), min(rated, key=rated.__getitem__)
        found[promise] = Parity(rated[best] - rated[worst], best, worst, rated[worst], tuple(carriers), broken)
    return found
