"""What is still open: gaps and pains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeykit.model.elements import Element, Gap, Pain

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts

#: The severities, the worst first.
SEVERITIES = ("critical", "high", "medium", "low")
_OPEN = ("open", "planned")


@dataclass(frozen=True)
class OpenGaps:
    """The gaps and pains whose state is open or planned, in order, and how many of each severity."""

    elements: tuple[Gap | Pain, ...]

    @property
    def by_severity(self) -> dict[str, int]:
        """How many of each severity, the worst first, then those without one (`unrated`)."""
        counts = dict.fromkeys((*SEVERITIES, "unrated"), 0)
        for element in self.elements:
            counts[element.severity or "unrated"] += 1
        return counts


def open_gaps(facts: Facts) -> OpenGaps:
    """The open gaps and pains of a map."""
    found: list[Gap | Pain] = []
    for stage in facts.journey.stages:
        for field in ("gaps", "pains"):
            found += [element for element in facts.moments(stage, field) if element.state in _OPEN]
    return OpenGaps(tuple(found))


def is_open_gap(element: Element) -> bool:
    """Whether an element is a gap or pain that nobody has closed or accepted."""
    return isinstance(element, Gap | Pain) and element.state in _OPEN
