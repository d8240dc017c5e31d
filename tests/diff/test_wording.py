from __future__ import annotations

import pytest
from tests.diff.worlds import changes

MORE = """personas: {dan: Dan, mia: Mia}
channels: {web: Website, shop: Shop}
help: {faq: {name: The answers, state: live}}
metrics: {m: {name: NPS, unit: "%", now: 12%, target: 40%, better: higher}}
"""


def said(old: str, new: str) -> list[str]:
    text = "journey: 1\ntitle: T\n{more}stages:\n- stage: S\n  {line}\n"
    old, new = (text.replace("{more}", MORE).replace("{line}", line) for line in (old, new))
    return [one["message"] for one in changes(old, new) if not one["derived"]]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("gaps: [{gap: G}]", "gaps: [{gap: G, state: closed}]", "closed, by no measure that the map names: G"),
        ("gaps: [{gap: G, opportunities: [{opportunity: O, state: done}]}]",
         "gaps: [{gap: G, state: closed, opportunities: [{opportunity: O, state: done}]}]", "closed by “O”: G"),
        ("pains: [{pain: P, opportunities: [{opportunity: O, help: faq}]}]",
         "pains: [{pain: P, state: closed, opportunities: [{opportunity: O, help: faq}]}]", "closed by “The answers”: P"),
        ("gaps: [{gap: G, state: planned}]", "gaps: [G]", "no longer to be closed: G"),
        ("gaps: [{gap: G, state: accepted}]", "gaps: [G]", "open again: G"),
        ("gaps: [G]", "note: n", "gap taken off the map, not closed: G"),
        ("gaps: [{gap: G, state: closed}]", "note: n", "gap gone: G"),
        ("leaves: [{leave: L, share: 19%}]", "leaves: [{leave: L, share: 0.185}]", "L: share 19% → 18.5%"),
        ("actions: [{action: A}]", "actions: [{action: A, moment_of_truth: Make or break}]", "A: now a moment of truth: Make or break"),
        ("actions: [{action: A, moment_of_truth: yes}]", "actions: [{action: A}]", "A: no longer a moment of truth"),
        ("actions: [{action: A, channel: web}]", "actions: [{action: A, channel: shop}]", "A: channel Website → Shop"),
        ("questions: [{question: Q, channels: [web]}]", "questions: [{question: Q, channels: [web, shop]}]", "Q: channels +“Shop”"),
        ("actions: [{action: A, emotion: [{persona: mia, score: 1, feeling: glad}]}]",
         "actions: [{action: A, emotion: [{persona: mia, score: -1}]}]", "A: feeling +1 (glad) → −1, Mia"),
        ("note: n", "note: n\n- {stage: New, actions: [A, B], questions: [Q], physical: [Card]}",
         "new stage: New, with 1 question, 1 physical step and 2 actions"),
        ("actions: [A, B, C]", "actions: [C, A, B]", "moved from place 3 to place 1: C"),
        ("actions: [Gone, Alpha, Beta]", "actions: [Beta, Alpha, New]", "moved from place 3 to place 1: Beta"),
        ("actions: [Gone, Left, A, B, C]", "actions: [B, C, A]", "moved among its neighbours, in place 3 as before: A"),
    ],
)  # fmt: skip
def test_changes_in_the_words_of_the_field(old: str, new: str, message: str) -> None:
    assert message in said(old, new)


def test_what_was_live_or_answered_and_is_no_more_says_so() -> None:
    text = f"journey: 1\ntitle: T\n{MORE}stages: [{{stage: S, questions: [{{question: Q, help: [faq]}}]}}]\n"
    for state, messages in (
        ("draft", ["no longer live, drafted: The answers", "no longer answered, help planned: Q"]),
        ("retired", ["retired: The answers", "open again: Q"]),
    ):
        assert [one["message"] for one in changes(text, text.replace("live", state))] == messages


def test_a_metric_tells_its_unit_and_its_target() -> None:
    text = f"journey: 1\ntitle: T\n{MORE}stages: [S]\n"
    (change,) = changes(text, text.replace("now: 12%", "now: 18%"))
    assert change["message"] == "NPS: 12% → 18% (target 40%)"
    assert (change["old"], change["new"]) == (12, 18)
