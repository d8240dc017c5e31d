"""The history of a map as a page: a table of figures, and each revision's curve over the one before."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.diff.revision import Step
from journeykit.render.options import Options


def write(steps: Sequence[Step], name: str, options: Options | None = None) -> str:
    """The page: one file that asks for nothing from outside, in the language asked for, else the map's."""
    from journeykit.render.language import ENGLISH, speaking
    from journeykit.render.templates import rendered
    from journeykit.render.views import words
    from journeykit.render.views.history import history

    options = options or Options()
    journeys = [step.document.journey for step in steps if step.document.journey]
    spoken = options.lang or (journeys[-1].lang if journeys else ENGLISH)
    with speaking(spoken):
        lang = words.language(spoken)
        text = rendered(
            "history.html.j2", options.template_dir, h=history(steps, name), lang=lang,
            direction=words.direction(lang), theme=options.theme, look=options.look, script_hash="",
            english=lang.split("-")[0] == ENGLISH,
        )  # fmt: skip
    # A lone surrogate has no bytes.
    return text.encode("utf-8", "replace").decode("utf-8")
