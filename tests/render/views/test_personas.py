from __future__ import annotations

import re

from journeykit.render.views.personas import EDGE, HEIGHT, WIDTH, personas

MAP = """
personas:
  ana: {name: Ana, role: buyer, quote: Well., goals: [g], needs: [n], frustrations: [f], habits: [h], prefers: web,
    avoids: tel, share: 30%, evidence: talks, archetype: Thrifty, segment: Cities, summary: She buys.}
  ben: {name: Ben, primary: true}
channels: {web: Web, tel: Phone}
evidence: {talks: Talks, unread: Unread}
help: {soon: {name: Soon, state: planned}}
stages:
- stage: A
  actions:
  - {action: one, emotion: [{score: -1, persona: [ana, ben], because: it rains}]}
  - {action: two, persona: ana, emotion: 2}
  - {action: three, emotion: {feeling: tired, persona: ana}}
  questions: [q, {question: hers, persona: ana, help: soon}, {question: his, persona: ben, answer: Yes.}]
- stage: B
  actions: [{action: four, persona: ana, emotion: 0}]
  pains: [{pain: p, severity: high}, {pain: closed, state: closed}, {pain: his, persona: ben}]
  gaps: [g]
"""


def test_a_portrait_has_everything_a_persona_has(facts_of) -> None:
    card = personas(facts_of(MAP)).portraits[0].card
    assert card.role == "Buyer, thrifty, cities, 30% share"
    assert (card.quote, card.summary, card.evidence) == ("Well.", "She buys.", ("A",))
    assert [(fact.heading, fact.texts or tuple(ref.name for ref in fact.refs)) for fact in card.facts] == [
        ("Goals", ("g",)), ("Needs", ("n",)), ("Pains", ("f",)), ("Habits", ("h",)),
        ("Prefers", ("Web",)), ("Avoids", ("Phone",)),
    ]  # fmt: skip


def test_the_primary_one_is_marked_among_several(facts_of) -> None:
    assert [one.primary for one in personas(facts_of(MAP)).portraits] == [False, True]
    assert [one.primary for one in personas(facts_of("personas: {ana: Ana}")).portraits] == [False]


def test_what_is_open_counts_what_is_the_personas_or_nobodys(facts_of) -> None:
    ana, ben = personas(facts_of(MAP)).portraits
    assert [(one.name, one.number, one.unit, one.remark) for one in ana.tallies] == [
        ("Open questions", "2", "of 2", "1 planned"), ("Open pains", "1", "", "1 high or critical"),
        ("Open gaps", "1", "", ""), ("Actions", "4", "", ""),
    ]  # fmt: skip
    assert [one.number for one in ben.tallies] == ["1", "2", "1", "2"]


def test_the_curve_is_the_personas_own(facts_of) -> None:
    ana, ben = (one.curve for one in personas(facts_of(MAP)).portraits)
    assert ana is not None
    assert ben is not None
    assert [spot.face for spot in ana.spots] == ["n1", "p2", "x", "z"]
    assert [spot.face for spot in ben.spots] == ["n1"]
    assert ana.low is not None
    assert ana.peak is not None
    assert (ana.low.score, ana.low.text, ana.low.because) == ("−1", "one", "it rains")
    assert (ana.peak.score, ana.peak.text) == ("+2", "two")
    assert ana.spots[2].said == "three, tired, not scored"
    # One point is a low without a peak; and no line.
    assert (ben.peak, ben.line) == (None, "")


def test_the_line_breaks_where_a_feeling_has_no_score(facts_of) -> None:
    curve = personas(facts_of(MAP)).portraits[0].curve
    assert curve is not None
    assert len(re.findall("M", curve.line)) == 1
    assert "nan" not in curve.line
    assert len(curve.seams) == 1


def test_the_curve_stays_in_its_frame(facts_of) -> None:
    actions = ", ".join(f"{{action: a{n}, emotion: {(n % 5) - 2}}}" for n in range(60))
    curve = personas(facts_of(f"personas: {{p: P}}\nstages: [{{stage: A, actions: [{actions}]}}]")).portraits[0].curve
    assert curve is not None
    assert min(spot.x for spot in curve.spots) == EDGE
    assert max(spot.x for spot in curve.spots) == WIDTH - EDGE
    assert {min(spot.y for spot in curve.spots), max(spot.y for spot in curve.spots)} == {EDGE, HEIGHT - EDGE}


def test_someone_without_feelings_has_no_curve(facts_of) -> None:
    assert personas(facts_of("personas: {ana: Ana}")).portraits[0].curve is None


def test_evidence_that_no_portrait_cites_is_not_listed(facts_of) -> None:
    assert [source.name for source in personas(facts_of(MAP)).front.sources] == ["Talks"]


def test_a_map_without_personas_says_so(facts_of) -> None:
    view = personas(facts_of("stages: [A]"))
    assert "has no personas yet" in view.front.empty
    assert view.portraits == ()
