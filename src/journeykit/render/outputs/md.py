"""A map as a Markdown document, to paste into a wiki or a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.model.derive import Facts
from journeykit.render import LANES
from journeykit.render.language import say
from journeykit.render.markdown.blocks import document, heading, text
from journeykit.render.markdown.head import head, question_figures
from journeykit.render.markdown.stage import questions, stage_section
from journeykit.render.markdown.tail import tail
from journeykit.render.markdown.views import TABLES
from journeykit.render.options import Options

#: The default view first.
VIEWS = ("map", "questions", "channels", "personas", "opportunities")


def write(facts: Facts, options: Options) -> bytes:
    """The document in UTF-8: the whole map, or one of its views as tables."""
    view = options.view or VIEWS[0]
    if view in TABLES:
        return document(TABLES[view](facts))
    return document(_questions(facts) if view == "questions" else _map(facts, options.lanes or LANES))


def _map(facts: Facts, lanes: Sequence[str]) -> list[str]:
    blocks = head(facts)
    action = 1
    for number, stage in enumerate(facts.journey.stages, 1):
        blocks += stage_section(facts, number, action, stage, lanes)
        action += len(stage.actions)
    return blocks + tail(facts, lanes)


def _questions(facts: Facts) -> list[str]:
    blocks = [heading(1, say("Questions: {map}", map=text(facts.journey.title))), question_figures(facts)]
    for number, stage in enumerate(facts.journey.stages, 1):
        asked = questions(facts, [facts.address(one) for one in facts.moments(stage, "questions")])
        blocks += [heading(2, f"{number}. {text(stage.stage)}"), asked or say("No questions.")]
    return blocks
