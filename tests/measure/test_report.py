"""Every figure twice: as the program says, and worked out in plain Python from the same data."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journeykit.measure.report import end_of

MAP = """\
journey: 1
id: shop
title: A shop
stages:
  - stage: Onboarding
    duration: {duration}
    actions:
      - {{action: Reads the guide, event: [guide_read, help_read]}}
      - action: Says hello
        id: says-hello
    gate:
      - {{checkpoint: Report made, event: report, within: {within}}}
      - {{checkpoint: Comes back, event: login, at_least: {many}, per: {per}}}
      - {{checkpoint: Has friends}}
      - {{checkpoint: Says hello, event: says_hello, optional: true}}
    leaves: [{{leave: Cancels, event: [cancelled, closed]}}]
    health:
      - {{signal: Logs in, event: login, per: {per}, target: 3, weight: 3}}
      - {{signal: Asks for help, event: ticket, per: 30 days, at_most: 2}}
      - {{signal: Says so, survey: csat, target: 4.5, weight: 2}}
  - stage: Use
    duration: 1 month
    actions: [{{action: Asks, event: ticket}}]
    gate: [{{checkpoint: Buys, event: buy, at_least: 2}}]
    leaves: [{{leave: Cancels, event: cancelled}}]
    health: [{{signal: Buys, event: buy, target: 2}}, {{signal: Recommends, survey: nps, per: 2 months, target: 9}}]
  - stage: Advocacy
    enter: {{event: referred}}
"""
NAMES = ["report", "login", "says_hello", "cancelled", "closed", "ticket", "buy", "referred", "guide_read", "help_read"]
START = datetime(2026, 1, 1)

moments = st.integers(0, 190 * 24 * 4).map(lambda quarters: START + timedelta(minutes=15 * quarters))
customers = st.sampled_from(["ann", "NA", "", "o'neil; --", "null", 'x"y', "zoë"]).filter(bool)
events = st.tuples(
    customers,
    moments,
    st.sampled_from([*NAMES, "login", "report", "buy"]),
    st.sampled_from([None, "small", "large"]),
    st.sampled_from([None, 10.25, -3.0]),
)
answers = st.tuples(customers, moments, st.sampled_from(["nps", "csat", "ces"]), st.integers(1, 5).map(float))
maps = st.builds(
    MAP.format,
    duration=st.sampled_from(["20 days", "2 months", "12 hours"]),
    within=st.sampled_from(["14 days", "1 month", "6 months"]),
    many=st.sampled_from([1, 2, 3, 1.5]),
    per=st.sampled_from(["7 days", "28 days", "1 month", "36 hours"]),
)


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=maps, deeds=st.lists(events, min_size=1, max_size=120), words=st.lists(answers, max_size=40))
def test_figures_equal_those_of_another_way(measured, reference, text, deeds, words) -> None:
    found = measured(text, deeds, words, by="segment")
    other = reference(text, deeds, words, "2026-06-30")
    check_standing(found.whole, other, None)
    assert found.whole.seen == len(other.people)
    assert found.whole.nowhere == sum(one.now is None for one in other.people.values())
    for group in found.groups:
        people = [one for one in other.people.values() if one.segment == group.group]
        assert group.seen == len(people)
        check_standing(group, other, people)
    check_health(found, other)
    check_worth(found, other)
    check_feedback(found, other)
    for one in found.results:
        action = {"stages/onboarding/actions/says-hello": ({"says_hello", "says-hello"}, 0)}.get(one.element)
        names, gate = action or (({"guide_read", "help_read"}, 0) if "guide" in one.element else ({"ticket"}, 1))
        assert (one.with_, one.with_passed, one.without, one.without_passed) == other.together(names, gate)
    follows = other.follows()
    assert {(step.source, step.target): step.count for step in found.graph.steps} == {
        pair: len(times) for pair, times in follows.items()
    }
    starts, ends = other.starts_and_ends()
    assert (found.graph.starts, found.graph.ends) == (starts, ends)


@pytest.mark.parametrize(
    ("day", "zone", "end"),
    [
        ("2026-03-28", "Europe/Berlin", "2026-03-28 23:00"), ("2026-03-29", "Europe/Berlin", "2026-03-29 22:00"),
        ("2026-10-25", "Europe/Berlin", "2026-10-25 23:00"), ("2026-12-31", "Pacific/Kiritimati", "2026-12-31 10:00"),
        ("2026-12-31", "UTC", "2027-01-01 00:00"),
    ],
)  # fmt: skip
def test_a_day_ends_at_midnight_by_the_clock_of_the_data(day: str, zone: str, end: str) -> None:
    assert end_of(date.fromisoformat(day), zone) == datetime.fromisoformat(end)


def check_standing(found, other, people) -> None:
    for number, stage in enumerate(found.stages):
        wanted = other.stage(number, people)
        gate = [(point.reached, point.missing) for point in stage.gate]
        assert gate == wanted.pop("gate")
        for name in ("to_move_on", "since"):
            assert rounded(getattr(stage, name)) == rounded(wanted.pop(name))
        assert {name: getattr(stage, name) for name in wanted} == wanted


def rounded(figures):
    return [None if one is None else round(one, 9) for one in figures]


def check_health(found, other) -> None:
    for stage in found.health:
        number = _number(found, stage.stage)
        scores = [other.health(name) for name, one in other.people.items() if one.now == number and one.is_here]
        known = [score for score in scores if score is not None]
        assert (stage.n, stage.without) == (len(known), len(scores) - len(known))
        assert stage.mean == (pytest.approx(sum(known) / len(known)) if known else None)
        assert stage.unwell == sum(score < 50 for score in known)
        assert stage.well == sum(score >= 80 for score in known)
        assert stage.between == sum(50 <= score < 80 for score in known)


def _number(found, stage: str) -> int:
    return [one.stage for one in found.whole.stages].index(stage)


def check_worth(found, other) -> None:
    for number, stage in enumerate(found.worth):
        here = {name: one for name, one in other.people.items() if one.now == number and one.is_here}
        assert (stage.here.customers, stage.here.value) == (len(here), sum(one.value for one in here.values()))
        if stage.unwell is None:
            continue
        unwell = [one.value for name, one in here.items() if (health := other.health(name)) is not None and health < 50]
        assert (stage.unwell.customers, stage.unwell.value) == (len(unwell), sum(unwell))
        ready = [one.value for name, one in here.items() if (other.health(name) or 0) >= 80]
        assert (stage.ready.customers, stage.ready.value) == (len(ready), sum(ready))


def check_feedback(found, other) -> None:
    told = {one.kind: one for one in found.feedback}
    for kind in ("nps", "csat", "ces"):
        scores = other.scores(kind)
        if not scores:
            assert kind not in told
            continue
        mean = sum(scores) / len(scores)
        wanted = {
            "nps": 100 * (sum(s >= 9 for s in scores) - sum(s <= 6 for s in scores)) / len(scores),
            "csat": 100 * sum(s >= 4 for s in scores) / len(scores),
            "ces": mean,
        }[kind]
        assert (told[kind].n, told[kind].value) == (len(scores), pytest.approx(wanted))
