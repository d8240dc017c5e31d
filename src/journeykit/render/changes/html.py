"""Changes as a page: both curves over each other, every change, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.diff.revision import MapDiff
from journeykit.render.options import Options


def write(maps: Sequence[MapDiff], one_map: bool, options: Options | None = None) -> str:
    """The page of one map, or of several with an index: one file that asks for nothing from outside.

    It speaks the language asked for, else that of the one map, else English.
    """
    from journeykit.render.language import ENGLISH, speaking
    from journeykit.render.templates import rendered
    from journeykit.render.views import words
    from journeykit.render.views.changes import changes

    options = options or Options()
    spoken = options.lang or _language(maps)
    with speaking(spoken):
        page = changes(maps, one_map)
        lang = words.language(spoken)
        text = rendered(
            "diff.html.j2", options.template_dir, d=page, lang=lang, direction=words.direction(lang),
            theme=options.theme, look=options.look, script_hash="", english=lang.split("-")[0] == ENGLISH,
            most=max((len(one.chart.walks) for one in page.maps if one.chart), default=0),
        )  # fmt: skip
    # A lone surrogate has no bytes.
    return text.encode("utf-8", "replace").decode("utf-8")


def _language(maps: Sequence[MapDiff]) -> str:
    """The language of the maps where they have one in common."""
    journeys = [side.journey for one in maps if (side := one.new or one.old)]
    found = {journey.lang for journey in journeys if journey}
    return found.pop() if len(found) == 1 else "en"
