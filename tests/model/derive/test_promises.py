from __future__ import annotations

from journeykit.model.derive.promises import Parity
from journeykit.model.load import load
from journeykit.source.text import Source


def parity(*touchpoints: str, state: str = "current") -> Parity:
    entries = "".join(f"  t{number}: {{name: T, channel: c, {keys}}}\n" for number, keys in enumerate(touchpoints))
    text = f"journey: 1\ntitle: T\nstate: {state}\nchannels: {{c: C}}\npromises: {{p: P}}\ntouchpoints:\n{entries}stages: [a]\n"
    document = load(Source("x", text))
    assert document.diagnostics == ()
    return document.facts.promises["p"]


def test_best_minus_worst_of_those_that_carry_it() -> None:
    found = parity(
        "promises: p, quality: 4", "promises: p, quality: 2", "quality: 1", "promises: p, quality: 4.5, state: failing"
    )
    assert (found.gap, found.best, found.worst) == (2.5, "t3", "t1")
    assert found.carriers == ("t0", "t1", "t3")
    assert found.broken_by == ()


def test_of_equals_the_first() -> None:
    found = parity(*["promises: p, quality: 3"] * 3)
    assert (found.gap, found.best, found.worst) == (0, "t0", "t0")


def test_with_fewer_than_two_qualities_there_is_none() -> None:
    found = parity("promises: p, quality: 4", "promises: p", "promises: p, quality: 1, state: retired")
    assert (found.gap, found.best, found.worst) == (None, None, None)
    assert found.carriers == ("t0", "t1", "t2")


def test_a_missing_touchpoint_breaks_the_promise_and_is_not_rated() -> None:
    found = parity("promises: p, quality: 4", "promises: p, quality: 3", "promises: p, quality: 1, state: missing")
    assert (found.gap, found.broken_by) == (1, ("t2",))


def test_planned_touchpoints_count_in_a_future_map_alone() -> None:
    both = ("promises: p, quality: 4", "promises: p, quality: 1, state: planned")
    assert parity(*both).gap is None
    assert parity(*both, state="future").gap == 3
