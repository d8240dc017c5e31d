from collections.abc import Callable
from datetime import date

from journeykit.model.derive import Facts
from journeykit.render.terminal.curve import curve
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import Run, plain

FactsOf = Callable[[str], Facts]


def drawn(facts: Facts, width: int | None = 40, unicode: bool = True) -> str:
    return plain(curve(Page(facts, width, unicode, date(2026, 1, 1))))


def test_a_step_up_and_a_step_down(facts_of: FactsOf) -> None:
    facts = facts_of("""
stages:
  - {stage: A, duration: 1 day, actions: [{action: x, emotion: -1}, {action: y, emotion: 2, moment_of_truth: yes}]}
  - {stage: B, emotion: 0}
""")
    assert (
        drawn(facts)
        == """\
     ┊ 1 A                   ┊ 2 B
     ┊ 1 day                 ┊
 +2              ╭─────★───╮
 +1              │         │
  0  ┄┄┄┄┄┄┄┄┄┄┄┄│┄┄┄┄┄┄┄┄┄╰───●┄┄
 -1        ●─────╯
 -2
           1           2
     mean +0.3   low -1 at 1
     peak +2 at 2   end 0
     biggest fall 2   ★ moment of truth

"""
    )


def test_the_line_breaks_where_a_feeling_has_no_score(facts_of: FactsOf) -> None:
    facts = facts_of("""
stages:
  - stage: A
    actions: [{action: x, emotion: 1}, {action: y, emotion: lost}, {action: z, emotion: 1}, {action: q, emotion: 1}]
""")
    rows = drawn(facts).splitlines()
    assert "─" not in rows[2].split("●")[1]
    assert set(rows[2].split("●")[2]) == {"─"}
    assert rows[6].strip() == "○"
    assert rows[6].index("○") == rows[7].index("2")
    assert "○ a feeling without a score" in "".join(rows[8:])


def test_an_action_without_a_feeling_does_not_break_the_line(facts_of: FactsOf) -> None:
    facts = facts_of("stages: [{stage: A, actions: [{action: x, emotion: 1}, y, {action: z, emotion: 1}]}]")
    assert set(drawn(facts).splitlines()[2].split("●")[1]) == {"─"}


def test_half_scores_have_rows_of_their_own(facts_of: FactsOf) -> None:
    rows = drawn(facts_of("stages: [{stage: A, actions: [{action: x, emotion: 1.5}]}]")).splitlines()
    assert [row[:4].strip() for row in rows[1:10]] == ["+2", "", "+1", "", "0", "", "-1", "", "-2"]
    assert "●" in rows[2]


def test_what_is_wider_than_the_terminal_is_broken_into_strips_by_stage(facts_of: FactsOf) -> None:
    stages = ", ".join(f"{{stage: Stage {n}, actions: [{{action: x, emotion: {n % 3}}}]}}" for n in range(12))
    text = drawn(facts_of(f"stages: [{stages}]"), 60)
    assert text.count("\n +2") > 1
    assert all(f"{n + 1} Stage {n}" in text for n in range(12))
    assert max(map(len, text.splitlines())) <= 60
    assert drawn(facts_of(f"stages: [{stages}]"), None).count("\n +2") == 1


def test_a_long_stage_is_broken_between_its_actions(facts_of: FactsOf) -> None:
    actions = ", ".join(["{action: x, emotion: 1}"] * 30)
    text = drawn(facts_of(f"stages: [{{stage: A, actions: [{actions}]}}]"), 60)
    assert text.count("1 A") == 5
    assert text.count("●") == 30


def test_the_others_stand_below_with_their_scores(facts_of: FactsOf) -> None:
    facts = facts_of("""
personas: {a: {name: "Ann, in a hurry"}, b: Bo}
stages: [{stage: A, actions: [{action: x, emotion: [{score: 1}, {persona: b, score: -2}]}, {action: y, emotion: 0}]}]
""")
    rows = drawn(facts, 60).splitlines()
    bo = next(row for row in rows if row.startswith("Bo"))
    numbers = rows[rows.index(bo) - 1]
    assert bo.split() == ["Bo", "-2"]
    assert bo.index("-2") == numbers.index("1")
    assert "Curve of Ann" in rows[rows.index(bo) + 1]


def test_without_any_score_nothing_is_drawn(facts_of: FactsOf) -> None:
    assert drawn(facts_of("stages: [{stage: A, emotion: lost}, B]")) == ""


def test_in_ascii_everything_is_ascii(facts_of: FactsOf) -> None:
    facts = facts_of("stages: [{stage: A long name, actions: [{action: x, emotion: 1}, {action: y, emotion: 2}]}]")
    assert drawn(facts, 30, unicode=False).isascii()


def test_points_have_the_colour_of_their_score(facts_of: FactsOf) -> None:
    lines = curve(Page(facts_of("stages: [{stage: A, emotion: -2}]"), 60, True, date(2026, 1, 1)))
    assert Run("●", "n2") in [run for line in lines for run in line]
