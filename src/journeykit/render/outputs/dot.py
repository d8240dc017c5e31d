"""Graphviz source: diagrams to edit or to draw elsewhere. No engine is needed to write it."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.render.dot.diagram import VIEWS, drawing
from journeykit.render.dot.paint import painter
from journeykit.render.dot.write import write as source
from journeykit.render.options import Options

__all__ = ["VIEWS", "write"]


def write(facts: Facts, options: Options) -> bytes:
    """The source of a diagram of a map."""
    return source(drawing(facts, options.view), painter(options.look, options.theme)).encode()
