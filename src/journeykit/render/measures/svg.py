"""The map's flow as it was taken: how often each action was seen, how often and how fast each arrow was followed."""

from __future__ import annotations

from journeykit.measure.report import Measured
from journeykit.measure.sources import MisreadError
from journeykit.model.document import Document
from journeykit.render.options import Options


def write(document: Document, measured: Measured, options: Options | None = None) -> str:
    """The picture. Raises `MisreadError` without events, and what drawing a diagram raises."""
    from journeykit.render.actual import flow
    from journeykit.render.language import speaking

    if measured.conformance is None:
        raise MisreadError("the ways customers took are drawn of what they did: name the data with --events")
    options = options or Options()
    facts = document.facts
    with speaking(options.lang or facts.journey.lang):
        return flow(facts, measured, options)
