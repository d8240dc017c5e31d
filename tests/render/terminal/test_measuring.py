from collections.abc import Callable
from datetime import date

from journeykit.model.derive import Facts
from journeykit.render.terminal.measuring import measuring
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import plain


def test_a_line_each(facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of("""
stages:
  - stage: A
    leaves: [{leave: Goes, share: 12%, because: it rains}, Stays]
    gate: [{checkpoint: Logs in, event: login, at_least: 4, per: 28 days, within: 3 weeks}, {checkpoint: Pays, optional: yes}]
    health: [{signal: Comes, event: e, per: 7 days, target: 3, weight: 2}, {signal: Asks, event: f, at_most: 1}]
    alerts: [{alert: Losing them, when: health < 50}]
""")
    assert (
        plain(measuring(Page(facts, None, True, date(2026, 6, 1)), facts.journey.stages[0], 2))
        == """\
  leave  12% Goes because it rains
  leave  Stays
  gate   Logs in 4 times in 28 days within 3 weeks; Pays (optional)
  health Comes 3 in 7 days (weight 2); Asks at most 1
  alerts Losing them: health < 50
"""
    )
