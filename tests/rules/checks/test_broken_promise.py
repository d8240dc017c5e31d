from __future__ import annotations

import pytest


def carried(quality: str, **more: str) -> str:
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return (
        "promises: {back: Bring it back, fair: A fair price}\n"
        "touchpoints:\n"
        "  counter: {quality: 5, promises: [back]}\n"
        f"  form: {{name: Returns form, channel: web, promises: [back]{extra}{quality}}}\n"
    )


def test_it_names_the_promise_and_the_best(find) -> None:
    (found,) = find("JK302", carried(", quality: 2"))
    assert found.message == (
        "'Returns form' breaks the promise 'Bring it back': its quality is 2, that of 'Counter' is 5"
    )
    assert found.hint == "bring it up to 'Counter', or promise only what you can keep there"
    assert (found.element, found.field) == ("touchpoints/form", "quality")
    (best,) = found.related
    assert best.message == "'Bring it back' is kept here with quality 5"
    assert best.element == "touchpoints/counter"


@pytest.mark.parametrize(("quality", "fires"), [("3", True), ("3.5", False), ("4", False)])
def test_the_quality_has_to_be_poor(find, quality: str, fires: bool) -> None:
    assert bool(find("JK302", carried(f", quality: {quality}"))) is fires


@pytest.mark.parametrize(("best", "fires"), [("4", True), ("3.9", False)])
def test_the_best_has_to_be_far_above(find, best: str, fires: bool) -> None:
    fragment = carried(", quality: 2").replace("quality: 5", f"quality: {best}")
    assert bool(find("JK302", fragment)) is fires


def test_both_thresholds_are_options(find) -> None:
    assert find("JK302", carried(", quality: 4"), quality=4, distance=1)
    assert find("JK302", carried(", quality: 2"), quality=1) == []
    assert find("JK302", carried(", quality: 2"), distance=4) == []


@pytest.mark.parametrize(
    ("state", "fires"), [("live", True), ("failing", True), ("planned", False), ("retired", False)]
)
def test_customers_have_to_meet_it(find, state: str, fires: bool) -> None:
    assert bool(find("JK302", carried(", quality: 2", state=state))) is fires


def test_a_planned_one_counts_in_a_future_map(find) -> None:
    assert find("JK302", "state: future\n" + carried(", quality: 2", state="planned"))


def test_a_missing_one_breaks_its_promise_outright(find) -> None:
    (found,) = find("JK302", carried("", state="missing"))
    assert found.message == "'Returns form' is missing, and so breaks the promise 'Bring it back'"
    assert found.field == "state"


def test_one_finding_names_all_promises(find) -> None:
    fragment = carried(", quality: 2").replace("[back]", "[back, fair]")
    (found,) = find("JK302", fragment)
    assert "breaks the promises 'Bring it back' and 'A fair price'" in found.message
    assert len(found.related) == 2


def test_without_a_quality_nothing_is_broken(find) -> None:
    assert find("JK302", carried("")) == []


@pytest.mark.parametrize(
    ("told", "ending"),
    [
        ("gaps: [{gap: A form for all, touchpoint: form}]", ", as the gap 'A form for all' says"),
        ("actions: [{action: Asks, touchpoint: form, pains: [A form]}]", ", as the pain 'A form' says"),
        ("gaps: [{gap: A form for all, touchpoint: form, state: closed}]", ""),
        ("pains: [{pain: A form, touchpoint: form, state: closed}]", ""),
        ("gaps: [{gap: A form for all, touchpoint: counter}]", ""),
        ("pains: [A form]", ""),
    ],
)
def test_it_names_the_gap_or_pain_that_says_so(find, told: str, ending: str) -> None:
    stages = f"stages: [{{stage: More, {told}}}]\n"
    (found,) = find("JK302", carried(", quality: 2") + stages)
    assert found.message == (
        f"'Returns form' breaks the promise 'Bring it back': its quality is 2, that of 'Counter' is 5{ending}"
    )
    assert [other.message for other in found.related[1:]] == ([f"this {ending.split()[3]} says so"] if ending else [])
    (missing,) = find("JK302", carried("", state="missing") + stages)
    assert missing.message == f"'Returns form' is missing, and so breaks the promise 'Bring it back'{ending}"
