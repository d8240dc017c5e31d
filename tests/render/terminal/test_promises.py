from collections.abc import Callable
from datetime import date

from journeykit.model.derive import Facts
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.promises import misalignments
from journeykit.render.terminal.styled import plain

FactsOf = Callable[[str], Facts]
MAP = """
channels: {{web: Website, shop: Shop}}
promises: {{p: An honest price}}
touchpoints:
  good: {{name: Desk, channel: shop, promises: p, quality: 5}}
  weak: {{name: Page, channel: web, promises: p, {weak}}}
stages: [{{stage: A, actions: [{{action: x, touchpoint: good}}]}}, {{stage: B, touchpoints: {met}}}]
"""


def told(facts: Facts) -> list[str]:
    page = Page(facts, None, True, date(2026, 6, 1))
    stages = [*facts.journey.stages, None]
    return [" ".join(plain(misalignments(page, stage)).split()) for stage in stages]


def test_a_misaligned_promise_stands_where_its_weakest_touchpoint_is_met(facts_of: FactsOf) -> None:
    facts = facts_of(MAP.format(weak="quality: 3", met="weak"))
    assert told(facts) == ["", "≠ An honest price misaligned Desk 5, Page 3", ""]


def test_a_missing_touchpoint_breaks_a_promise(facts_of: FactsOf) -> None:
    facts = facts_of(MAP.format(weak="state: missing", met="weak"))
    assert told(facts) == ["", "≠ An honest price misaligned Page missing", ""]


def test_met_in_no_stage_it_belongs_to_the_whole_journey(facts_of: FactsOf) -> None:
    assert told(facts_of(MAP.format(weak="quality: 1", met="[]")))[2].startswith("≠ An honest price")


def test_a_promise_kept_nearly_alike_is_not_told(facts_of: FactsOf) -> None:
    assert told(facts_of(MAP.format(weak="quality: 4", met="weak"))) == ["", "", ""]
