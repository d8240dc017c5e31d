from __future__ import annotations

import pytest

from journeykit.render.views.opportunities import Opportunities, opportunities, score_of

MAP = """
metrics: {nps: {name: NPS, kind: nps}}
help: {guide: Guide}
opportunities: [{opportunity: whole, impact: 2, effort: 4}]
risks: [{risk: r, harm: high, opportunities: [{opportunity: hedge, impact: 1, effort: 1}]}]
stages:
- stage: A
  opportunities: [{opportunity: of the stage}]
  gaps:
  - gap: g
    severity: critical
    opportunities:
    - {opportunity: best, impact: 5, effort: 1, owner: Digital, state: doing, due: 2027-03, value: 900 EUR,
       cost: 300 EUR, process: refine, metric: nps, help: guide, ticket: "https://example.org/1"}
    - {opportunity: done, impact: 5, effort: 2, state: done}
    - {opportunity: half, impact: 4}
  - {gap: left, severity: high}
  - {gap: mild, severity: low}
- stage: B
  pains: [{pain: p, opportunities: [{opportunity: second, impact: 4.5, effort: 1.4, ticket: T-1}]}]
  actions: [{action: act, opportunities: [{opportunity: dropped, state: dropped}]}]
"""


def view(facts_of) -> Opportunities:
    return opportunities(facts_of(MAP))


def test_ranked_then_unscored_and_the_settled_apart(facts_of) -> None:
    found = view(facts_of)
    assert [(one.number, one.text, one.score) for one in found.ranked] == [
        (1, "best", "5.0"), (2, "second", "3.2"), (3, "hedge", "1.0"), (4, "whole", "0.5"),
    ]  # fmt: skip
    assert [(one.number, one.text) for one in found.unscored] == [(None, "half"), (None, "of the stage")]
    assert [(one.text, one.state) for one in found.settled] == [("done", "Done"), ("dropped", "Dropped")]


def test_what_each_answers_and_where(facts_of) -> None:
    found = view(facts_of)
    told = {
        one.text: (one.mends and (one.mends.sort, one.mends.text, one.mends.bars), one.stage) for one in found.ranked
    }
    assert told == {
        "best": (("Gap", "g", 4), "A"),
        "second": (("Pain", "p", 0), "B"),
        "hedge": (("Risk", "r", 3), ""),
        "whole": (None, ""),
    }
    assert found.unscored[1].mends is None
    assert found.settled[1].mends is not None
    assert found.settled[1].mends.sort == "Action"


def test_who_how_far_and_what_else(facts_of) -> None:
    best, second, *_ = view(facts_of).ranked
    assert (best.owner, best.state, best.active) == ("Digital", "Under way", True)
    assert [tag.text for tag in best.tags] == [
        "Refine", "due Mar 2027", "Brings 900 EUR", "Costs 300 EUR", "Return 3", "NPS", "Guide",
    ]  # fmt: skip
    assert (best.ticket, best.url) == ("Ticket", "https://example.org/1")
    assert (second.ticket, second.url, second.active) == ("T-1", None, False)


def test_the_plot_holds_every_ranked_one_once_in_its_square(facts_of) -> None:
    found = view(facts_of)
    held = {(s.impact, s.effort): s.numbers for row in found.plot for s in row if s.numbers}
    # 4.5 against 1.4 stands in the nearer square.
    assert held == {(5, 1): (1, 2), (1, 1): (3,), (2, 4): (4,)}
    assert [row[0].impact for row in found.plot] == [5, 4, 3, 2, 1]
    assert [square.effort for square in found.plot[0]] == [1, 2, 3, 4, 5]
    assert {(s.impact, s.effort) for row in found.plot for s in row if s.worth} == {
        (5, 1), (5, 2), (4, 1), (4, 2), (3, 1), (2, 1),
    }  # fmt: skip


def test_grave_gaps_that_nobody_works_on(facts_of) -> None:
    assert [(one.text, one.stage, one.severity) for one in view(facts_of).uncovered] == [("left", "A", "High")]


def test_the_figures(facts_of) -> None:
    told = {one.name: (one.number, one.remark) for one in view(facts_of).front.tallies}
    assert told == {
        "Opportunities": ("6", "1 under way or planned"),
        "Worth doing first": ("2", "score 2 or more"),
        "Without a score": ("2", "impact or effort is missing"),
        "Without an owner": ("5", "nobody does them yet"),
        "Done": ("1", "1 dropped"),
        "Gaps nobody works on": ("1", "high or critical, without an opportunity"),
    }


def test_without_a_score_there_is_no_plot(facts_of) -> None:
    found = opportunities(facts_of("opportunities: [o]"))
    assert (found.plot, found.ranked, len(found.unscored)) == ((), (), 1)


def test_a_map_without_opportunities_says_so(facts_of) -> None:
    assert "has no opportunities yet" in opportunities(facts_of("stages: [A]")).front.empty
    assert opportunities(facts_of("opportunities: [{opportunity: o, state: done}]")).front.empty == ""


@pytest.mark.parametrize(
    ("score", "text"), [(None, ""), (4, "4.0"), (2.5, "2.5"), (0.2, "0.2"), (0.96, "1.0"), (1.04, "1.0"), (3.96, "4.0")]
)
def test_a_score_has_one_digit(score: float | None, text: str) -> None:
    assert score_of(score) == text
