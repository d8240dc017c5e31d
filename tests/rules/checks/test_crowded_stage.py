from __future__ import annotations


def crowd(find, count: int, **options: object):
    actions = ", ".join(f"a{number}" for number in range(count))
    return find("JK105", f"journey: 1\ntitle: T\nstages:\n  - stage: Moving in\n    actions: [{actions}]\n", **options)


def test_nine_actions_are_a_stage_and_ten_a_crowd(find) -> None:
    assert crowd(find, 9) == []
    (found,) = crowd(find, 10)
    assert found.message == "10 actions are too many for 'Moving in'"
    assert (found.element, found.field, found.span.line) == ("stages/moving-in", "actions", 5)


def test_the_limit_is_an_option(find) -> None:
    assert crowd(find, 4, limit=4) == []
    assert len(crowd(find, 5, limit=4)) == 1
