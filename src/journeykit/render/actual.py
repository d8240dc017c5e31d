"""Planned against actual as pictures: the map's flow with what was measured on it, and the ways customers took."""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

from journeykit.measure.report import Measured
from journeykit.model.derive import Facts
from journeykit.render.engine import draw
from journeykit.render.language import say
from journeykit.render.options import Options


def flow(facts: Facts, measured: Measured, options: Options) -> str:
    """The flow of a map with how often each action was seen and each arrow followed, as SVG.

    Raises what drawing a diagram raises.
    """
    from journeykit.render.dot.flow import layout
    from journeykit.render.dot.paint import painter
    from journeykit.render.dot.write import write
    from journeykit.render.outputs.svg import finished
    from journeykit.render.views.flow import flow as view_of
    from journeykit.render.views.taken import taken

    assert measured.conformance is not None
    picture = layout(view_of(facts), taken(facts, measured.conformance))
    said = say("{flow}. Lines are as wide as they were often taken; dashed ones nobody took.", flow=picture.description)
    picture = replace(picture, description=said)
    drawn = draw(write(picture, painter(options.look, options.theme)), options.engine).decode()
    return finished(drawn, picture, _scope("taken", facts), options.theme, options.look)


def follows(facts: Facts, measured: Measured, options: Options) -> tuple[str, str]:
    """The directly-follows graph as SVG, and what is not in it; raises what drawing a diagram raises."""
    from journeykit.render.dot import follows as source
    from journeykit.render.dot.paint import painter
    from journeykit.render.outputs.svg import clothed
    from journeykit.render.views.follows import follows as view_of

    assert measured.graph is not None and measured.conformance is not None
    view = view_of(measured.graph, measured.conformance, facts.journey.title, facts.journey.lang)
    drawn = draw(source.write(view, painter(options.look, options.theme)), options.engine).decode()
    picture, titles = source.drawing(view), source.titles(view)
    return clothed(drawn, picture, titles, _scope("follows", facts), options.theme, options.look), view.left


def _scope(name: str, facts: Facts) -> str:
    return f"{name}-{crc32(facts.outline.root.id.encode()):08x}"
