from collections.abc import Callable

from journeykit.model.derive import Facts
from journeykit.render.markdown.words import (
    answers,
    cited,
    feelings,
    letter,
    number,
    opportunity,
    percent,
    score,
    state,
)

FactsOf = Callable[[str], Facts]


def test_figures() -> None:
    assert [score(1), score(0), score(-1.5), score(None)] == ["+1", "0", "−1.5", ""]
    assert [number(7.5, "%"), number(-3, "EUR"), number(0.1 + 0.2), number(None)] == ["7.5%", "−3 EUR", "0.3", ""]
    assert [percent(0.31), percent(None)] == ["31%", ""]
    assert [letter(0), letter(25), letter(26), letter(52)] == ["A", "Z", "AA", "BA"]


def test_evidence_is_cited_by_letter_and_the_unknown_by_itself(facts_of: FactsOf) -> None:
    facts = facts_of("evidence: {talks: Ten talks, poll: A poll}")
    assert cited(facts, ["poll", "ghost"]) == "evidence B, ghost"
    assert cited(facts, []) == ""


def test_answers_say_where_help_is_and_what_it_is_short_of(facts_of: FactsOf) -> None:
    facts = facts_of("""
channels: {web: Website}
help:
  a: {name: Live help, channels: web, url: "https://x.example/a"}
  b: {name: Plan, state: planned, due: 2026-09}
stages: [{stage: A, questions: [{question: q, help: [a, b], answer: Yes.}]}]
""")
    (question,) = facts.questions.values()
    assert (
        answers(facts, question) == "Yes.; [Live help](<https://x.example/a>) (Website); Plan (planned; due Sep 2026)"
    )
    assert state(question) == "✓ answered"


def test_feelings_of_several(facts_of: FactsOf) -> None:
    facts = facts_of("""
personas: {a: "Ann, in a hurry", b: Bo}
stages:
  - stage: A
    emotion: [{score: 1, desired: 2}, {persona: [a, b], score: -1, feeling: lost, because: it rains}, glad]
""")
    assert feelings(facts, facts.journey.stages[0].emotion) == (
        "+1 (wanted +2); Ann, Bo: −1 lost; glad", "Ann, Bo: it rains",
    )  # fmt: skip


def test_an_opportunity_with_its_figures(facts_of: FactsOf) -> None:
    facts = facts_of("""
opportunities:
  - {opportunity: Call back, process: introduce, impact: 5, effort: 2, value: 40000 EUR, state: doing, owner: Us,
     due: 2026-12, ticket: "https://x.example/1"}
  - {opportunity: Sleep, impact: 5, effort: 1, state: dropped}
""")
    call, sleep = facts.journey.opportunities
    assert opportunity(facts, call) == (
        "Call back (score 2.5, introduce, impact 5, effort 2, value 40000 EUR, doing, Us, due Dec 2026, "
        "[ticket](<https://x.example/1>))"
    )
    assert opportunity(facts, sleep) == "Sleep (impact 5, effort 1, dropped)"
