from collections.abc import Callable
from datetime import date

import pytest

from journeykit.model.derive import Facts
from journeykit.render.terminal.closing import closing
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import line, plain

FactsOf = Callable[[str], Facts]


def told(facts: Facts, width: int | None = None) -> str:
    return plain(closing(Page(facts, width, True, date(2026, 6, 1))))


@pytest.mark.parametrize(
    ("metric", "scale"),
    [
        ("{name: M, unit: '%', now: 61, target: 35}", "0 to 100"),
        ("{name: M, unit: '%', now: 7.5, target: 3}", "0 to 10"),
        ("{name: M, kind: nps, now: 18}", "-100 to 100"),
        ("{name: M, now: 0}", "0 to 1"),
        ("{name: M, now: 130, target: 90}", "0 to 200"),
        ("{name: M, now: -3, target: 4}", "-5 to 5"),
        ("{name: M, now: 0.03}", "0 to 0.05"),
    ],
)
def test_scales(facts_of: FactsOf, metric: str, scale: str) -> None:
    assert told(facts_of(f"metrics: {{m: {metric}}}")).splitlines()[1].endswith(f"  {scale}")


def test_a_metric_without_a_value_is_a_dash_and_no_bar(facts_of: FactsOf) -> None:
    assert told(facts_of("metrics: {m: {name: M, target: 70%}}")).splitlines()[1].split() == ["M", "–", "70%"]


@pytest.mark.parametrize(("better", "style"), [("lower", "good"), ("higher", "bad")])
def test_a_bar_tells_whether_the_target_is_reached(facts_of: FactsOf, better: str, style: str) -> None:
    facts = facts_of(f"metrics: {{m: {{name: M, now: 30, target: 60, better: {better}}}}}")
    styles = {run.style for run in line(*closing(Page(facts, 80, True, date(2026, 6, 1)))) if run.text == "━"}
    assert styles == {style}


def test_what_concerns_the_whole_journey_and_the_evidence(facts_of: FactsOf) -> None:
    facts = facts_of("""
opportunities: [{opportunity: Start again, impact: 4, effort: 2}]
risks: [Nobody comes]
evidence: {t: {name: Ten talks, method: interview, sample: 10, date: 2026-01}, u: {name: Us}}
""")
    assert (
        told(facts)
        == """\
The whole journey
      → 2.0 Start again
      risk   Nobody comes

Evidence
  Ten talks  interview, sample of 10, Jan 2026
  Us

"""
    )
