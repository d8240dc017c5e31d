from collections.abc import Callable
from datetime import date

from journeykit.model.derive import Facts
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.stages import stages
from journeykit.render.terminal.styled import plain

FactsOf = Callable[[str], Facts]


def told(facts: Facts, width: int | None = None) -> list[str]:
    return [line.rstrip() for line in plain(stages(Page(facts, width, True, date(2026, 6, 1)))).splitlines()]


def test_the_states_of_questions(facts_of: FactsOf) -> None:
    lines = told(
        facts_of("""
channels: {web: Website, shop: Shop}
help:
  live: {name: Live help, channels: web}
  far: {name: Far help, channels: shop}
  plan: {name: Planned help, state: planned, due: 2026-09}
  old: {name: Old help, state: retired}
stages:
  - stage: A
    questions:
      - {question: q1, channels: web, help: [live, plan, old]}
      - {question: q2, channels: web, help: far}
      - {question: q3, help: [plan, old]}
      - {question: q4, help: old}
      - {question: q5, answer: Yes.}
""")
    )
    assert [" ".join(line.split()) for line in lines[1:6]] == [
        "✓ q1 web Live help (web)",
        "✗ q2 web in the wrong place: Far help (shop)",
        "◐ q3 planned for Sep 2026: Planned help",
        "? q4 open",
        "✓ q5 Yes.",
    ]


def test_actions_with_all_there_is_to_tell(facts_of: FactsOf) -> None:
    lines = told(
        facts_of("""
personas: {a: Ann, b: Bo}
stages:
  - stage: A
    optional: yes
    repeats: 1 month
    actions:
      - {action: x, persona: b, emotion: {score: -1, feeling: cross, because: it rains}, optional: yes, repeats: yes}
      - {action: y, moment_of_truth: They stay or go, advocacy: yes, next: [{to: x, when: it fails}, A]}
""")
    )
    assert [" ".join(line.split()) for line in lines[:7]] == [
        "1 A, optional, every 1 month",
        "1 ▼ -1 x cross (Bo) optional repeats",
        "because it rains",
        "2 y not recorded ★ tells others",
        "★ They stay or go",
        "→ x when it fails",
        "→ A",
    ]


def test_gaps_with_their_best_opportunity(facts_of: FactsOf) -> None:
    lines = told(
        facts_of("""
stages:
  - stage: A
    gaps:
      - {gap: g1, severity: high, opportunities: [
          {opportunity: o1, impact: 1, effort: 1}, {opportunity: o2, impact: 4, effort: 1}]}
      - {gap: g2, state: closed}
    pains: [{pain: p1, state: planned, severity: low, opportunities: o3}, {pain: p2, state: accepted}, p3]
""")
    )
    assert [" ".join(line.split()) for line in lines[1:6]] == [
        "! g1 high → 4.0 o2", "✓ g2 closed", "! p1 low, planned → o3", "– p2 accepted", "! p3 no opportunity",
    ]  # fmt: skip


def test_columns_stand_under_each_other(facts_of: FactsOf) -> None:
    lines = told(
        facts_of("""
channels: {web: Website}
help: {h: H}
stages: [{stage: A, actions: [{action: x, channel: web, emotion: glad}],
          questions: [{question: why, channels: web, help: h}]}]
""")
    )
    assert lines[1].index("web") == lines[2].index("web")
    assert lines[1].index("glad") == lines[2].index("H")


def test_a_narrow_terminal_has_one_column(facts_of: FactsOf) -> None:
    facts = facts_of("""
channels: {web: Website}
stages: [{stage: A, actions: [{action: A rather long action to do, channel: web, emotion: brushed off}]}]
""")
    assert told(facts, 50)[1:3] == ["   1  ○      A rather long action to do  web", "             brushed off"]


def test_what_is_felt_over_the_whole_stage(facts_of: FactsOf) -> None:
    facts = facts_of("stages: [{stage: A, emotion: {score: -1, because: it rains}, actions: {action: x, emotion: 1}}]")
    assert told(facts)[1] == "      ▼  -1  On the whole: because it rains"
