from collections.abc import Callable
from datetime import date

from journeykit.model.derive import Facts
from journeykit.render.terminal.header import header
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import plain

FactsOf = Callable[[str], Facts]


def told(facts: Facts, width: int | None = None, today: date = date(2026, 6, 1)) -> str:
    return plain(header(Page(facts, width, True, today)))


def test_title_and_review_beside_each_other_where_there_is_room(facts_of: FactsOf) -> None:
    facts = facts_of("title: Moving house\nreviewed: 2026-03-02\nowner: Us\nstatus: draft")
    first, second, third, *_ = told(facts, 80).splitlines()
    assert first == "Moving house" + "current, draft, reviewed 2 Mar 2026".rjust(68)
    assert second == "fresh, next by 2 Mar 2027".rjust(80)
    assert third == "owner Us".rjust(80)
    assert told(facts, 60).splitlines()[:2] == [
        "Moving house", "current, draft, reviewed 2 Mar 2026",
    ]  # fmt: skip


def test_an_overdue_review_and_none(facts_of: FactsOf) -> None:
    facts = facts_of("reviewed: 2025-03-02")
    assert "review 1 day overdue" in told(facts, today=date(2026, 3, 3))
    assert "review 91 days overdue" in told(facts)
    assert "never reviewed" in told(facts_of("owner: Us"))


def test_personas_with_what_is_known_of_them(facts_of: FactsOf) -> None:
    facts = facts_of(
        """
channels: [web, phone]
personas:
  d: {name: "Dan, at month's end", archetype: Reluctant switcher, role: [buyer, user], share: 31%, prefers: web}
  m2: {name: The very important mother}
""".replace("[web, phone]", "{web: Website, phone: Phone}")
    )
    assert (
        "Persona   Dan, at month's end: Reluctant switcher, buyer and user, primary, 31% of customers. Prefers web.\n"
        "          The very important mother (m2)\n"
    ) in told(facts)


def test_the_figures_at_a_glance(facts_of: FactsOf) -> None:
    facts = facts_of("""
channels: {web: Website, shop: Shop}
help: {a: {name: A, channels: shop}, p: {name: P, state: planned}}
stages:
  - stage: A
    duration: 3 hours
    questions: [{question: x, channels: web, help: a}, {question: y, help: p}, z]
    gaps: [{gap: g, severity: high}, {gap: h, severity: low, state: closed}, i]
""")
    assert told(facts).splitlines()[-2] == (
        "Answered ■◧□ 1/3 1 in the wrong place    Gaps 1 high 1 unrated    Evidence ░░░░░░░░░░ 0%    About 3 hours"
    )


def test_nothing_is_told_of_what_is_not_there(facts_of: FactsOf) -> None:
    assert told(facts_of("title: T")).splitlines() == ["T", "current, never reviewed", ""]
