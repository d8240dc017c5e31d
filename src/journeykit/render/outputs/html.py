"""One page that holds the whole map, or one of its diagrams: a single file that asks for nothing from outside."""

from __future__ import annotations

from dataclasses import replace

from journeykit.model.derive import Facts
from journeykit.render.options import Options

#: The views this format can hold, the first by default.
VIEWS: tuple[str, ...] = ("map", "flow", "blueprint", "questions")


def write(facts: Facts, options: Options) -> bytes:
    """The page in UTF-8. Raises what drawing a diagram raises, where the view is one."""
    view = options.view or VIEWS[0]
    text = _poster(facts, options) if view == VIEWS[0] else _diagram(facts, replace(options, view=view))
    return text.encode("utf-8", "replace")


def _poster(facts: Facts, options: Options) -> str:
    from journeykit.render.templates import environment
    from journeykit.render.views.poster import poster

    return environment().get_template("poster.html.j2").render(p=poster(facts), theme=options.theme, look=options.look)


def _diagram(facts: Facts, options: Options) -> str:
    from markupsafe import Markup

    from journeykit.render.outputs import svg
    from journeykit.render.templates import environment
    from journeykit.render.views.words import direction, language

    journey = facts.journey
    drawing = Markup(svg.write(facts, options).decode("utf-8"))
    return (
        environment()
        .get_template("diagram.html.j2")
        .render(
            title=journey.title,
            view=options.view,
            drawing=drawing,
            lang=language(journey.lang),
            direction=direction(journey.lang),
            theme=options.theme,
            look=options.look,
        )
    )
