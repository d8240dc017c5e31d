"""The sentences at the top: never a lie, and their numbers are those of the summary."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.diff.worlds import compared, told

from journeykit.diff.headline import headline
from journeykit.diff.summary import summary


def said(old: str, new: str) -> str:
    diff = compared(old, new).diff
    assert diff is not None
    return "".join(piece.text for piece in headline(diff))


def of(*lines: str, more: str = "") -> str:
    return f"journey: 1\ntitle: T\n{more}stages:\n- stage: Buy\n" + "".join(f"  {line}\n" for line in lines)


QUESTIONS = "questions: [{question: Why}, {question: How}, {question: When}]"
ANSWERED = "questions: [{question: Why, answer: So}, {question: How, answer: So}, {question: When}]"


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (of(QUESTIONS), of(QUESTIONS), "Nothing changed."),
        (of(QUESTIONS), of(QUESTIONS).replace("[", " [  "), "Nothing changed."),
        (of("goal: a"), of("goal: b"), "1 neutral"),
        (of("goal: a"), of("goal: a", more="reviewed: 2026-01-01\nwhy: new\n"), "Nothing changed but what the map says of this revision itself."),
        (of("goal: a"), of("goal: a", more="status: retired\n"), "1 neutral"),
        (of("gaps: [{gap: G, state: accepted}]"), of("gaps: [{gap: G}]"), "1 neutral"),
        (of("actions: [{action: A, emotion: 1}]"), of("actions: [{action: A, emotion: 1}, {action: B, emotion: -2}]"),
         "By what came and went, the average feeling is −0.5, not +1. In all, one change is neither"),
        (of("actions: [{action: A, emotion: 1}, {action: B, persona: mia, emotion: -2}]", more="personas: {dan: Dan, mia: Mia}\n"),
         of("actions: [{action: A, emotion: 1}, {action: B, persona: mia, emotion: -2}]", more="personas: {dan: Dan, mia: {name: Mia, primary: true}}\n"),
         "The average feeling was that of Dan and is that of Mia now. In all, one change is neither"),
        (of(QUESTIONS), of(ANSWERED), "Two questions got an answer. In all, two changes are for the better and none for the worse."),
        (of(QUESTIONS, "gaps: [G, {gap: A, state: closed}, H]"),
         of(ANSWERED, "gaps: [{gap: G, state: closed}, A, New]"),
         "Two questions got an answer, one gap closed, one opened again, one is new on the map and one was taken off the map "
         "without being closed. In all, three changes are for the better and one for the worse."),
        (of(ANSWERED), of(QUESTIONS), "Two questions lost their answer. In all, no change is for the better and two for the worse."),
        (of("gaps: [{gap: G}]"), of(), "One gap was taken off the map without being closed. In all, one change is neither"),
        (of("gaps: [{gap: G, state: accepted}]"), of(), "One change is neither"),
        (of("note: n").replace("Buy", "Need") + "- stage: Buy\n  gaps: [A]\n  actions: [{action: Pays, pains: [B]}]\n",
         of("note: n").replace("Buy", "Need"), "Two gaps were taken off the map without being closed."),
        (of("gaps: [{gap: G}]"), of("gaps: [{gap: G, state: closed}]"), "One gap closed."),
        (of("gaps: [{gap: G, state: closed}]"), of("gaps: [{gap: G}]"), "One gap opened again. In all, no change is for the better and one for the worse."),
        (of(), of("pains: [A, B]"), "Two gaps are new on the map. In all, two changes are neither better nor worse"),
        (of("actions: [{action: A, emotion: -1}]"), of("actions: [{action: A, emotion: 1}]"), "The journey feels 2 points better on average."),
        (of("actions: [{action: A, emotion: 1}]"), of("actions: [{action: A, emotion: 0.5}]"),
         "The journey feels half a point worse on average. The fall is in Buy: “A” went from +1 to +0.5."),
        (of("actions: [{action: A, emotion: 1}, {action: B, emotion: -1}]"), of("actions: [{action: A, emotion: -1}, {action: B, emotion: 1}]"),
         "On average the journey feels as it did. The fall is in Buy: “A” went from +1 to −1."),
        (of(more="metrics: {m: {name: M, kind: nps, now: 18}}\n"), of(more="metrics: {m: {name: M, kind: nps, now: -4}}\n"),
         "“M” is at −4, down from 18. In all, no change is for the better and one for the worse."),
        (of(more="help: {f: {name: F}}\n"), of(), "No change is for the better and one for the worse."),
        (of("risks: [{risk: R, harm: high}]"), of("risks: [{risk: R, harm: low}]"), "One change is for the better and none for the worse."),
    ],
)  # fmt: skip
def test_what_an_executive_should_know(old: str, new: str, sentences: str) -> None:
    if sentences == "1 neutral":
        sentences = "One change is neither better nor worse for customers by what the map says."
    assert said(old, new).startswith(sentences)


def test_an_answer_and_the_state_it_gives_count_once() -> None:
    found = told(of(QUESTIONS), of(ANSWERED))
    assert Counter(change["field"] for change in found["changes"]) == {"answer": 2, "state": 2}
    assert {key: found["summary"][key] for key in ("changed", "better", "neutral")} == {
        "changed": 2, "better": 2, "neutral": 0,
    }  # fmt: skip
    # An answer that changes no state counts as what it is.
    assert told(of(ANSWERED), of(ANSWERED.replace("So", "No")))["summary"]["neutral"] == 2


def test_of_many_the_numbers_are_those_of_the_summary() -> None:
    old = of(*[f"gaps: [{', '.join(f'{{gap: G{n}}}' for n in range(12))}]"], more="help: {f: {name: F}}\n")
    new = of(*[f"gaps: [{', '.join(f'{{gap: G{n}, state: closed}}' for n in range(12))}]"])
    assert said(old, new) == "12 gaps closed. In all, 12 changes are for the better and one for the worse."
    found = told(old, new)["summary"]
    assert (found["better"], found["worse"], found["open_gaps"]) == (12, 1, [12, 0])
    diff = compared(old, new).diff
    assert diff is not None
    assert sum(summary(diff).kinds.values()) == sum(summary(diff).effects.values()) == len(diff.told)
