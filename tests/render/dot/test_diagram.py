from __future__ import annotations

from journeykit.render.dot.diagram import VIEWS, drawing


def test_every_view_can_be_drawn_and_the_first_is_the_default(facts_of) -> None:
    facts = facts_of("stages: [A]")
    assert [drawing(facts, view).name for view in VIEWS] == list(VIEWS)
    assert drawing(facts, None).name == VIEWS[0] == "flow"
