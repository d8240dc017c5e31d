"""What was measured as a page: one file that asks for nothing from outside."""

from __future__ import annotations

from journeykit.measure.report import Measured
from journeykit.model.document import Document
from journeykit.render.options import Options


def write(document: Document, measured: Measured, options: Options | None = None) -> str:
    """The page, in the language asked for, else that of the map. Raises what drawing a diagram raises."""
    from markupsafe import Markup

    from journeykit.render.actual import flow, follows
    from journeykit.render.language import speaking
    from journeykit.render.outputs.html import page
    from journeykit.render.views.measuring import measuring

    options = options or Options()
    facts = document.facts
    with speaking(options.lang or facts.journey.lang):
        drawings: dict[str, str] = {"flow": "", "follows": "", "left": ""}
        if measured.conformance is not None and measured.graph is not None and measured.graph.events:
            drawings["flow"] = Markup(flow(facts, measured, options))
            drawn, left = follows(facts, measured, options)
            drawings |= {"follows": Markup(drawn), "left": left}
        text = page("measure.html.j2", facts, options, v=measuring(document, measured), drawings=drawings)
    # A lone surrogate has no bytes.
    return text.encode("utf-8", "replace").decode("utf-8")
