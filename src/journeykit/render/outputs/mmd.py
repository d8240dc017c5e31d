"""Mermaid source, to paste where Mermaid is drawn: a wiki, a pull request, a README."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.render.options import Options

#: The views this format can hold, the first by default; `map` is Mermaid's own user journey.
VIEWS = ("flow", "map", "questions")


def write(facts: Facts, options: Options) -> bytes:
    """The source of a diagram in UTF-8."""
    return _source(facts, options).encode("utf-8", "replace")


def _source(facts: Facts, options: Options) -> str:
    colours = options.look.dark if options.theme == "dark" else options.look.light
    if options.view == "map":
        from journeykit.render.mermaid.journey import journey

        return journey(facts)
    if options.view == "questions":
        from journeykit.render.mermaid.questions import chart
        from journeykit.render.views.questions import questions

        return chart(questions(facts), colours)
    from journeykit.render.mermaid.flow import flowchart
    from journeykit.render.views.flow import flow

    return flowchart(flow(facts), colours)
