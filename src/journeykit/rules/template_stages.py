"""Which stages of a map stand for the stages of its template."""

from __future__ import annotations

from journeykit.model.identity import slug
from journeykit.rules.look import Look


def template_stages(look: Look) -> dict[str, tuple[int, ...]]:
    """For each stage of the map's template, in its order, the places (from 0) of the map's stages that stand for it.

    A stage stands for one of the template by its `as`, else by its id: word for word, or by what that name means in
    the map's language. Empty without a template, or with one that nobody knows.
    """
    wanted = look.templates.get(look.journey.template or "", ())
    if not wanted:
        return {}
    found: dict[str, list[int]] = {name: [] for name in wanted}
    named = zip(look.stages, look.ids, look.roles, strict=True)
    for index, (stage, own, role) in enumerate(named):
        written = slug(stage.as_ or own)
        for name in wanted:
            if name == role or slug(name) == written:
                found[name].append(index)
    return {name: tuple(places) for name, places in found.items()}
