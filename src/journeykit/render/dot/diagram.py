"""The diagrams there are, by the name of their view."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.render.dot.drawing import Drawing

#: The views that are diagrams, the first is the default.
VIEWS: tuple[str, ...] = ("flow", "blueprint", "questions")


def drawing(facts: Facts, view: str | None) -> Drawing:
    """The drawing of a view; None is the flow."""
    if view == "blueprint":
        from journeykit.render.dot import blueprint as layout_blueprint
        from journeykit.render.views import blueprint as view_blueprint

        return layout_blueprint.layout(view_blueprint.blueprint(facts))
    if view == "questions":
        from journeykit.render.dot import questions as layout_questions
        from journeykit.render.views import questions as view_questions

        return layout_questions.layout(view_questions.questions(facts))
    from journeykit.render.dot import flow as layout_flow
    from journeykit.render.views import flow as view_flow

    return layout_flow.layout(view_flow.flow(facts))
