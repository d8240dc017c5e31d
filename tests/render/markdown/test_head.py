from collections.abc import Callable

from journeykit.model.derive import Facts
from journeykit.render.markdown.head import head, question_figures

FactsOf = Callable[[str], Facts]


def test_the_facts_of_the_map(facts_of: FactsOf) -> None:
    facts = facts_of("""
state: future
status: draft
scope: {starts: It breaks, excludes: [Trucks, Bikes]}
reviewed: 2026-03
revision: 2026
supersedes: 2025
why: All is new.
stages:
  - stage: A
    actions: [{action: x, emotion: -1}, {action: y, emotion: 2}, {action: z, emotion: 0, evidence: []}]
    gaps: [{gap: g, severity: high}, h]
""")
    assert head(facts)[2].splitlines()[2:] == [
        "| State | future, draft |",
        "| Begins | It breaks |",
        "| Leaves out | Trucks; Bikes |",
        "| Reviewed | Mar 2026, next by 31 Mar 2027 |",
        "| Revision | 2026; takes over from 2025; All is new. |",
        "| Open gaps and pains | 1 high, 1 unrated |",
        "| Feelings | mean +0.3, low point −1 (x), peak +2 (y), end 0 (z), biggest fall 2 |",
        "| Backed by evidence | 0 of 5 claims, 0% |",
    ]


def test_question_figures(facts_of: FactsOf) -> None:
    facts = facts_of("""
channels: {web: Website, shop: Shop}
help: {a: {name: A, channels: shop}, p: {name: P, state: planned}}
stages: [{stage: A, questions: [{question: x, channels: web, help: a}, {question: y, help: p}, z]}]
""")
    assert question_figures(facts) == "1 of 3 answered, 1 of them in the wrong place, 1 planned, 1 open"
    assert question_figures(facts_of("title: T")) == ""


def test_personas_and_promises(facts_of: FactsOf) -> None:
    facts = facts_of("""
personas: {a: {name: Ann, quote: I earn enough., goals: [Sleep, Eat], share: 31%}, b: Bo}
channels: {web: Website}
promises: {p: Honest}
touchpoints:
  t: {name: Page, channel: web, promises: p, quality: 2}
  u: {name: Chat, channel: web, promises: p, quality: 5}
  v: {name: Bot, channel: web, promises: p, state: missing}
""")
    blocks = [block for block in head(facts)[3:] if block]
    assert blocks == [
        "## Personas",
        "### Ann (primary)",
        "> I earn enough.",
        "- **Share:** 31%\n- **Goals:** Sleep; Eat",
        "### Bo",
        "## Promises",
        "| Promise | Carried by | Best | Worst | Apart | Missing |\n| --- | --- | --- | --- | --- | --- |\n"
        "| Honest | Page, Chat, Bot | Chat 5 | Page 2 | 3 | Bot |",
    ]
