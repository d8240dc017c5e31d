"""What is said of a difference between two maps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from journeykit.model.identity import Place

Kind = Literal["added", "removed", "changed", "moved", "renamed"]
Effect = Literal["better", "worse", "neutral"]


@dataclass(frozen=True)
class Change:
    """One difference.

    `type` is the noun of the element; `old` and `new` are plain data: of an added or removed element the element, of a
    changed field its values, of a moved element its addresses (its places from 1 where it was only reordered), of a
    renamed one its ids, or its texts where the id follows the text. `field` is the key that changed, or None where the
    element itself did. `effect` is for the customer. `follows` is the address of the element whose change brought this
    one about, `""` for the map itself. `before` and `after` are where the element stands in the two maps.

    `persona` tells whose feeling it is where an element has several. `position` are the places from 1 in a list whose
    order says something, of what was added, removed or moved. `derived` marks what nobody wrote: it follows from what
    the map says.
    """

    kind: Kind
    type: str
    element: str
    field: str | None
    old: Any
    new: Any
    before: Place | None = field(repr=False)
    after: Place | None = field(repr=False)
    sure: bool = True
    effect: Effect = "neutral"
    follows: str | None = None
    message: str = ""
    persona: tuple[str, ...] = ()
    position: tuple[int | None, int | None] | None = None
    derived: bool = False

    @property
    def place(self) -> Place:
        """Where the element stands: in the new map, of a removed one in the old."""
        place = self.after or self.before
        assert place is not None
        return place

    @property
    def certainty(self) -> str:
        """`sure`, or `probable` where the two elements were taken for one by the likeness of their texts."""
        return "sure" if self.sure else "probable"
