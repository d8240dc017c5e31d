"""The lanes that are asked for, and no others."""

from __future__ import annotations

import pytest

from journeykit.render import LANES
from journeykit.render.views.poster import Poster, poster

MAP = """
channels: {web: Web}
metrics: {m: {name: M, now: 1, target: 2, better: higher}, n: N}
touchpoints: {chat: {name: Chat, channel: web, quality: 2}}
opportunities: [o]
risks: [r]
stages:
- stage: A
  goal: A goal that is so long that it cannot stand in its chevron on two lines, so the lane of needs holds all of it
  needs: [n]
  thoughts: [t]
  questions: [{question: q, channels: web}]
  touchpoints: chat
  highlights: [h]
  gaps: [{gap: g, severity: high}]
  risks: [r]
  leaves: [l]
  metrics: [m]
  alerts: [{alert: a, when: health < 50}]
  actions: [{action: x, channel: web, emotion: 1, moment_of_truth: yes, advocacy: yes}]
  backstage: [b]
"""


def shown(found: Poster) -> set[str]:
    """The keys of all lanes that a poster has."""
    own = {
        "doing" if found.shows_doing else "",
        "feeling" if found.feeling else "",
        "channels" if found.channels else "",
    }
    return (own | {lane.key for group in found.groups for lane in group.lanes}) - {""}


ROWS = {
    "needs": {"needs"},
    "doing": {"doing"},
    "feeling": {"feeling"},
    "voices": {"voices"},
    "asking": {"asking"},
    "channels": {"channels", "points"},
    "gaps": {"good", "gaps"},
    "risks": {"risks", "metrics", "health"},
    "blueprint": {"backstage"},
}


def test_every_lane_by_default(facts_of) -> None:
    facts = facts_of(MAP)
    assert tuple(ROWS) == LANES
    assert shown(poster(facts)) == set().union(*ROWS.values())
    assert poster(facts, LANES) == poster(facts)


@pytest.mark.parametrize("lane", LANES)
def test_one_lane_alone_and_all_but_one(facts_of, lane: str) -> None:
    facts = facts_of(MAP)
    assert shown(poster(facts, [lane])) == ROWS[lane]
    others = [other for other in LANES if other != lane]
    assert shown(poster(facts, others)) == set().union(*(ROWS[other] for other in others))


def test_toggles_are_those_of_the_lanes(facts_of) -> None:
    groups = poster(facts_of(MAP), ["asking", "channels", "doing"]).groups
    assert [group.key for group in groups if group.shown] == ["asking", "channels"]


def test_the_legend_explains_what_is_there(facts_of) -> None:
    facts = facts_of(MAP)

    def legend(*lanes: str) -> set[str]:
        return {meaning.key for meaning in poster(facts, lanes).footer.legend}

    assert "horn" in legend("doing")
    assert "horn" not in legend("feeling", "asking")
    # The star stands on the curve too.
    assert "star" in legend("feeling")
    assert {"dot", "ask", "quality"} <= legend("channels")
    assert not {"dot", "ask", "quality", "bullet"} & legend("needs", "asking")
    assert "bullet" in legend("risks")


def test_what_belongs_to_the_whole_journey_follows_its_lane(facts_of) -> None:
    facts = facts_of(MAP)

    def headings(*lanes: str) -> list[str]:
        return [heading.split()[0] for heading, _ in poster(facts, lanes).whole]

    assert headings(*LANES) == ["Metrics", "Opportunities", "Risks"]
    assert headings("risks") == ["Metrics", "Risks"]
    assert headings("gaps") == ["Opportunities"]
    assert headings("doing") == []


def test_a_goal_stands_in_full_where_no_lane_of_needs_holds_it(facts_of) -> None:
    facts = facts_of(MAP)
    assert poster(facts).heads[0].cut
    assert not poster(facts, ["doing"]).heads[0].cut


def test_the_columns_stay_as_they_are(facts_of) -> None:
    facts = facts_of(MAP)
    assert poster(facts, ["feeling"]).sheet == poster(facts).sheet
    assert poster(facts, ["feeling"]).doing == poster(facts).doing
