"""All tables of a map, in the order in which a person looks through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeykit.model.derive import Facts
from journeykit.render.tables import lanes, library
from journeykit.render.tables.base import Items, Table

#: The tables, each with the lane of the poster it belongs to as a whole, where there is one.
_TABLES: tuple[tuple[Callable[[Items], Table], str | None], ...] = (
    (lanes.stages, None),
    (lanes.actions, None),
    (lanes.feelings, "feeling"),
    (lanes.voices, None),
    (lanes.questions, None),
    (library.helps, "asking"),
    (library.channels, "channels"),
    (library.touchpoints, "channels"),
    (library.promises, "channels"),
    (lanes.gaps, None),
    (lanes.opportunities, None),
    (lanes.risks, None),
    (lanes.leaves, None),
    (lanes.blueprint, None),
    (library.metrics, "risks"),
    (library.measuring, None),
    (library.personas, None),
    (library.research, None),
)


def tables(facts: Facts, chosen: Sequence[str] | None = None) -> tuple[Table, ...]:
    """The tables of a map in which anything stands, of the lanes of the poster that are chosen; None for all."""
    items = Items(facts, chosen)
    wanted = (build for build, lane in _TABLES if lane is None or lane in items.lanes)
    return tuple(found for build in wanted if (found := build(items)).rows)
