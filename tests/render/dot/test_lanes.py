from __future__ import annotations

import pytest

from journeykit.render.dot import lanes
from journeykit.render.views.blueprint import blueprint

MAP = """
    channels: {web: Website}
    touchpoints:
      good: {name: Good, channel: web, quality: 4, expected: 3}
      poor: {name: Poor, channel: web, quality: 2, expected: 4, state: failing}
      unrated: {name: Unrated, channel: web, expected: 4}
    stages:
      - stage: A
        touchpoints: [unrated]
        actions:
          - {action: a, touchpoint: good, backstage: [{backstage: x, owner: P}, {backstage: y, owner: Q, wait: 1 day}]}
          - {action: b, touchpoint: poor}
    """


@pytest.fixture
def stage(facts_of):
    return blueprint(facts_of(MAP)).stages[0]


def words(stack: lanes.Stack) -> list[str]:
    return [" / ".join(" ".join(row.lines) for row in box.rows) for box, _ in stack]


def test_quality_is_said_with_what_was_expected_only_where_it_falls_short(stage) -> None:
    good, poor = (lanes.column(column) for column in stage.columns)
    assert words(good["contacts"]) == ["Good / Website / ●●●●○\u00a04"]
    assert words(poor["contacts"]) == ["Poor / Website / failing / ●●○○○\u00a02, expected\u00a04"]


def test_hand_offs_stand_between_their_steps(stage) -> None:
    assert words(lanes.column(stage.columns[0])["backstage"]) == ["x / P", "hand-off", "y / Q / waits 1 day"]


def test_what_a_stage_has_of_its_own_goes_where_room_is(stage) -> None:
    columns = [lanes.column(column) for column in stage.columns]
    lanes.spread(stage, columns)
    assert words(columns[1]["contacts"])[-1] == "Unrated / Website / expected 4, not rated"


def test_nothing_is_there_nothing_is_drawn(stage) -> None:
    assert set(lanes.column(stage.columns[1])) == {"customer", "contacts"}
    assert lanes.whole(stage, 200, 2) == {}
