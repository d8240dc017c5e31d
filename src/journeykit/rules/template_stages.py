"""Which stages of a map stand for the stages of its template."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from journeykit.rules.words import slugged

if TYPE_CHECKING:
    from journeykit.rules.look import Look


def template_stages(look: Look) -> dict[str, tuple[int, ...]]:
    """For each stage of the map's template, in its order, the places (from 0) of the map's stages that stand for it.

    A stage stands for one of the template by its `as`, else by its id: word for word, or by what that name means in
    the map's language. Empty without a template, or with one that nobody knows.
    """
    wanted = look.templates.get(look.journey.template or "", ())
    if not wanted:
        return {}
    names = [(stage.as_ or own) for stage, own in zip(look.stages, look.ids, strict=True)]
    return _standing_for(tuple(wanted), tuple(zip(look.roles, map(slugged, names), strict=True)))


@lru_cache(maxsize=256)
def _standing_for(wanted: tuple[str, ...], names: tuple[tuple[str, str], ...]) -> dict[str, tuple[int, ...]]:
    """The places of the names that mean each wanted stage: many maps of a team have the same stages."""
    found: dict[str, list[int]] = {}
    for index, meant in enumerate(names):
        for name in set(meant):
            found.setdefault(name, []).append(index)
    return {name: tuple(sorted({*found.get(name, ()), *found.get(slugged(name), ())})) for name in wanted}
