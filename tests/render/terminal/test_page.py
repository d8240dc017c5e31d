from collections.abc import Callable
from datetime import date

from journeykit.model.derive import Facts
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import line, plain

FactsOf = Callable[[str], Facts]


def page(facts: Facts, width: int | None) -> Page:
    return Page(facts, width, True, date(2026, 6, 1))


def test_a_row_keeps_its_columns_whatever_its_lead(facts_of: FactsOf) -> None:
    of = page(
        facts_of("channels: {web: Website}\nstages: [{stage: A, questions: [{question: q, channels: web}]}]"), 100
    )
    rows = [of.row(line(lead), line("text"), line("web"), line("last")) for lead in ("- ", "  12  ▲  +1  ")]
    first, second = (plain(row) for row in rows)
    assert first.index("web") == second.index("web")
    assert first.index("last") == second.index("last")


def test_a_row_with_nothing_beside_it_takes_the_whole_width(facts_of: FactsOf) -> None:
    text = "word " * 18
    assert len(page(facts_of("title: T"), 100).row(line("- "), line(text.strip()))) == 1


def test_scores_that_are_no_whole_numbers_need_more_room(facts_of: FactsOf) -> None:
    assert page(facts_of("stages: [{stage: A, emotion: 1}]"), 80).score_width == 2
    assert page(facts_of("stages: [{stage: A, emotion: -1.5}]"), 80).score_width == 4


def test_actions_are_numbered_through_the_journey(facts_of: FactsOf) -> None:
    facts = facts_of("stages: [{stage: A, actions: [x, y]}, B, {stage: C, actions: z}]")
    assert list(page(facts, 80).numbers.values()) == [1, 2, 3]
    assert page(facts, 80).numbers["stages/c/actions/z"] == 3
